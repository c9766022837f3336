import Basics
import Synchronization

/// A request that may come twice: whose it is, under which key, and what it asked.
package struct KeyedRequest: Hashable, Sendable {
    package let token: [UInt8]
    package let key: String
    package let route: String
    /// SHA-256 of the path and the body.
    package let digest: [UInt8]

    package init(token: [UInt8], key: String, route: String, digest: [UInt8]) {
        self.token = token
        self.key = key
        self.route = route
        self.digest = digest
    }
}

/// What a keyed request was answered, kept so that a repeat is answered the same.
package struct KeptAnswer: Hashable, Sendable {
    package let status: Int
    package let type: String
    package let location: String
    package let body: [UInt8]

    package init(status: Int, type: String, location: String, body: [UInt8]) {
        self.status = status
        self.type = type
        self.location = location
        self.body = body
    }
}

extension App {
    /// Does the work once for a key: the work and its answer are one transaction, so there is no moment
    /// at which the one is kept and the other not. Who asks at the same time waits and gets that answer.
    package func once(
        _ request: KeyedRequest, _ work: (App) throws -> KeptAnswer
    ) throws -> (answer: KeptAnswer, isReplay: Bool) {
        let now = clock.now()
        let heard = Mutex<[SettlementDesk.Report]>([])
        let done = try store.transaction { records in
            // A transaction may be begun again, and is told of when it stands.
            heard.withLock { $0 = [] }
            if let (known, answer) = try records.keptAnswer(token: request.token, key: request.key) {
                guard known == request else { throw TokensProblem.otherRequest(request.key) }
                return (answer, true)
            }
            let desks = over(OpenTransaction(records: records)) { report in
                heard.withLock { $0.append(report) }
            }
            let answer = try work(desks)
            try records.keep(answer, to: request, at: now)
            try records.forgetAnswers(before: now.adding(seconds: -App.answerDays * 86_400))
            return (answer, false)
        }
        for report in heard.withLock(\.self) { settlement.told(report) }
        return done
    }

    /// For how long answers are kept.
    package static var answerDays: Int64 { 7 }
}

/// A transaction that has begun, for desks that would begin one: theirs become parts of it. It lives on
/// one thread, within the closure that opened it.
struct OpenTransaction: Store, @unchecked Sendable {
    let records: any Records

    func read<Result>(_ body: (any Records) throws -> Result) throws -> Result { try body(records) }
    func transaction<Result>(_ body: (any Records) throws -> Result) throws -> Result { try body(records) }
}

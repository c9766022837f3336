import Basics

/// Sends letters, each until it is taken or its time is over, and shows what became of them.
package struct LettersDesk: Sendable {
    let store: any Store
    let clock: Clock
    /// Nil = no mail server is set: letters wait.
    let mailer: Mailer?

    /// What is not taken within five days is given up, as mail servers do (RFC 5321, 4.5.4.1).
    package static let patienceSeconds: Int64 = 5 * 86_400

    package enum Outcome: Hashable, Sendable {
        case sent
        case later(String)
        case failed(String)
    }

    /// Whether there is somebody to hand letters to.
    package var isSending: Bool { mailer != nil }

    /// The latest first.
    package func list(limit: Int = 200) throws -> [Letter] { try store.read { try $0.letters(limit: limit) } }

    /// Sends those whose time has come, the longest due first. One that was taken just before the program died is sent
    /// once more, under the same Message-ID.
    package func send(limit: Int = 50, while goesOn: () -> Bool = { true }) throws -> [(
        letter: Letter, Outcome
    )] {
        guard let mailer else { return [] }
        let now = clock.now()
        var outcomes: [(Letter, Outcome)] = []
        for letter in try store.read({ try $0.dueLetters(at: now, limit: limit) }) where goesOn() {
            let outcome = try outcome(of: letter, mailer)
            try store.transaction { records in
                let package = outcome == .sent ? letter.copies?.package : nil
                if let package { try records.lock(.account(package.account)) }
                try records.keep(outcome, of: letter, at: clock.now())
                if let package { try records.noteCopied(package, at: clock.now()) }
            }
            outcomes.append((letter, outcome))
        }
        return outcomes
    }

    /// One that is too old is not even tried: whoever sets a mail server late sends no dead links.
    private func outcome(of letter: Letter, _ mailer: Mailer) throws -> Outcome {
        guard clock.now() <= letter.createdAt.adding(seconds: LettersDesk.patienceSeconds) else {
            guard case .waiting(let why?) = letter.delivery else { return .failed("too old to be sent") }
            return .failed(why)
        }
        do { try mailer.send(letter, enclosures(of: letter)) } catch MailRefusal.never(let why) {
            return .failed(why)
        } catch MailRefusal.later(let why) { return .later(why) }
        return .sent
    }

    /// The papers that go with a letter, under the names the cabinet gives them.
    private func enclosures(of letter: Letter) throws -> [Enclosure] {
        guard let copies = letter.copies else { return [] }
        return try store.read { records in
            try copies.papers.map { key in
                guard let paper = try records.paper(key, of: copies.package.account) else {
                    throw MailRefusal.later("\(key.text) is not printed")
                }
                return Enclosure(name: key.fileName, bytes: paper.pdf)
            }
        }
    }
}

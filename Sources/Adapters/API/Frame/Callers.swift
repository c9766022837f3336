import Basics
import HTTPTypes
import Synchronization
import UseCases

/// Knows who calls. A token is asked of the database at most once a second, so one taken back is
/// refused within a second everywhere.
final class Callers: Sendable {
    private struct Known {
        let token: Token
        let until: ContinuousClock.Instant
    }

    /// More tokens than this in one second are asked of the database each time.
    private static let most = 4096

    private let desks: Desks
    private let clock: Clock
    private let known = Mutex<[String: Known]>([:])

    init(desks: Desks, clock: Clock) {
        self.desks = desks
        self.clock = clock
    }

    func caller(_ fields: HTTPFields) async throws -> Token {
        guard let text = Callers.shown(in: fields) else { throw APIProblem.noToken }
        let now = ContinuousClock.now
        if let token = known.withLock({ known in known[text].flatMap { $0.until > now ? $0.token : nil } }) {
            try token.check(at: clock.now())
            return token
        }
        let token = try await desks.call { try $0.tokens.bearer(of: text) }
        known.withLock { known in
            if known.count >= Callers.most { known = known.filter { $0.value.until > now } }
            if known.count < Callers.most {
                known[text] = Known(token: token, until: now.advanced(by: .seconds(1)))
            }
        }
        return token
    }

    /// `Authorization: Bearer …` comes before `X-Auth-Token`.
    private static func shown(in fields: HTTPFields) -> String? {
        if let value = fields[.authorization] {
            let parts = value.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
            return String(parts[1]).trimmingBlanks()
        }
        return fields[.authToken].map { $0.trimmingBlanks() }.flatMap { $0.isEmpty ? nil : $0 }
    }
}

extension HTTPField.Name {
    /// A name that is right by itself: `init?` refuses only what is no token of HTTP.
    static func own(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { preconditionFailure("no name of a field: \(text)") }
        return name
    }

    static let authToken = own("X-Auth-Token")
    static let requestID = own("X-Request-ID")
    static let idempotencyKey = own("Idempotency-Key")
    static let idempotentReplayed = own("Idempotent-Replayed")
}

extension String {
    func trimmingBlanks() -> String {
        var text = self[...]
        while text.first == " " || text.first == "\t" { text.removeFirst() }
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return String(text)
    }
}

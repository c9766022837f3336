import Basics
import HTTPTypes
import Synchronization
import UseCases

/// Knows who calls. A token is asked of the database at most once a second, so one taken back is
/// refused within a second everywhere. An address that shows many unknown ones is not listened to for a while;
/// those who called with a known one from there still are.
final class Callers: Sendable {
    private struct Known {
        let token: Token
        let at: ContinuousClock.Instant
    }

    /// More tokens than this are not all remembered.
    private static let most = 4096
    private static let fresh = Duration.seconds(1)
    /// Who called within this time is no stranger.
    private static let lately = Duration.seconds(600)

    private let desks: Desks
    private let clock: Clock
    private let unknown: RateLimit
    private let known = Mutex<[String: Known]>([:])

    init(desks: Desks, clock: Clock, unknownPerSecond: Int) {
        self.desks = desks
        self.clock = clock
        unknown = RateLimit(perSecond: unknownPerSecond)
    }

    func caller(_ fields: HTTPFields, from address: String) async throws -> Token {
        guard let text = Callers.shown(in: fields) else { throw APIProblem.noToken }
        let now = ContinuousClock.now
        let before = known.withLock { $0[text] }
        if let before, now - before.at < Callers.fresh {
            try before.token.check(at: clock.now())
            return before.token
        }
        // One that proves to be known costs nothing in the end: the bucket is large, and it is asked once a second.
        if before.map({ now - $0.at > Callers.lately }) ?? true, !unknown.admits(Array(address.utf8), at: now)
        {
            throw APIProblem.tooManyRequests
        }
        do {
            let token = try await desks.call { try $0.tokens.bearer(of: text) }
            keep(Known(token: token, at: now), as: text)
            return token
        } catch {
            known.withLock { $0[text] = nil }
            throw error
        }
    }

    private func keep(_ one: Known, as text: String) {
        known.withLock { known in
            for age in [Callers.lately, Callers.fresh] where known.count >= Callers.most {
                known = known.filter { one.at - $0.value.at < age }
            }
            if known.count < Callers.most || known[text] != nil { known[text] = one }
        }
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

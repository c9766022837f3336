import Access
package import Basics

/// Gives out tokens for the HTTP door, takes them back, and tells whose one is.
package struct TokensDesk: Sendable {
    let store: any Store
    let clock: Clock
    let digest: Digest

    /// Makes a token and answers with its text, which is told once and kept nowhere. The secret is 32
    /// random bytes: with so many no salt and no slow hash is needed.
    package func create(
        name: String, scopes: [TokenScope], project: PID?, days: Int?, secret: [UInt8]
    ) throws -> String {
        guard days.map({ (1...36_500).contains($0) }) ?? true else { throw TokensProblem.badDays }
        return try make(
            name: name, scopes: scopes, project: project, days: days, owner: nil, secret: secret
        ) { _ in }
    }

    func make(
        name: String, scopes: [TokenScope], project: PID?, days: Int?, owner: UserID?, secret: [UInt8],
        admit: (any Records) throws -> Void
    ) throws -> String {
        precondition(secret.count == 32, "a token's secret has 32 random bytes")
        guard !name.isEmpty, name.utf8.count <= 64, name.utf8.allSatisfy(TokensDesk.mayStandInName) else {
            throw TokensProblem.badName(name)
        }
        guard !scopes.isEmpty else { throw TokensProblem.noScope }
        let now = clock.now()
        let text = TokensDesk.text(of: secret)
        let token = Token(
            hash: digest.sha256(Array(text.utf8)), name: owner.map { "\($0)/\(name)" } ?? name,
            scopes: Set(scopes).sorted(), project: project, owner: owner, createdAt: now,
            expiresAt: days.map { now.adding(seconds: Int64($0) * 86_400) }, revokedAt: nil)
        try store.transaction { records in
            try admit(records)
            guard try records.token(named: token.name) == nil else { throw TokensProblem.nameTaken(name) }
            if let project { _ = try records.knownProject(project) }
            try records.insert(token)
        }
        return text
    }

    /// Every token there ever was, by name.
    package func list() throws -> [Token] { try store.read { try $0.tokens() } }

    /// Ends a token for good; a second time changes nothing.
    package func revoke(_ name: String) throws {
        let now = clock.now()
        try store.transaction { records in
            guard let token = try records.token(named: name) else { throw TokensProblem.noSuchName(name) }
            if token.revokedAt == nil { try records.revokeToken(named: name, at: now) }
        }
    }

    /// The token behind what a caller showed. It is looked up by its hash, so that no comparison takes
    /// longer for a better guess.
    package func bearer(of text: String) throws -> Token {
        let hash = digest.sha256(Array(text.utf8))
        return try store.read { records in
            guard let token = try records.token(hashed: hash) else { throw TokensProblem.unknown }
            try token.check(at: clock.now())
            guard try mayStill(token, records) else { throw TokensProblem.revoked }
            return token
        }
    }

    /// Whether the user of a token may still see what it opens.
    private func mayStill(_ token: Token, _ records: any Records) throws -> Bool {
        guard let owner = token.owner else { return true }
        guard let user = try records.user(owner), user.maySignIn, let project = token.project else {
            return false
        }
        let viewer = try records.viewer(of: user)
        return token.scopes.allSatisfy { $0.isOpen(to: viewer, in: project) }
    }

    private static func text(of secret: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let hex = secret.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return "kt_" + String(decoding: hex, as: UTF8.self)
    }

    private static func mayStandInName(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }
}

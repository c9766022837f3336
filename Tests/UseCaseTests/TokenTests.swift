import Basics
import Hashing
import Support
import Testing
import UseCases

/// Tokens of the HTTP door, and requests that come twice.
@Suite struct TokenTests {
    private func create(
        _ town: Town, _ name: String, _ scopes: [TokenScope] = [.read], days: Int? = nil, secret: UInt8 = 1
    ) throws -> String {
        try town.app.tokens.create(
            name: name, scopes: scopes, project: nil, days: days,
            secret: [UInt8](repeating: secret, count: 32))
    }

    @Test func `a token is found by its text alone, and its text is kept nowhere`() throws {
        let town = try Town()
        let text = try create(town, "meter", [.usage, .read])
        let token = try town.app.tokens.bearer(of: text)
        #expect(token.name == "meter" && token.scopes == [.usage, .read])
        #expect(token.hash == Sodium.sha256(Array(text.utf8)))
        for wrong in ["", "kt_", text + " ", String(text.dropLast()), text.uppercased()] {
            #expect(throws: TokensProblem.unknown) { try town.app.tokens.bearer(of: wrong) }
        }
    }

    @Test func `a token ends on its day, or when it is taken back`() throws {
        let town = try Town(opened: "2026-08-01")
        let short = try create(town, "short", days: 1)
        try town.go(to: "2026-08-02T08:59:59Z")
        _ = try town.app.tokens.bearer(of: short)
        try town.go(to: "2026-08-02T09:00:00Z")
        #expect(throws: TokensProblem.expired) { try town.app.tokens.bearer(of: short) }
        let other = try create(town, "other", secret: 2)
        try town.app.tokens.revoke("other")
        try town.app.tokens.revoke("other")
        #expect(throws: TokensProblem.revoked) { try town.app.tokens.bearer(of: other) }
        #expect(throws: TokensProblem.nameTaken("other")) { try create(town, "other", secret: 3) }
        #expect(throws: TokensProblem.noSuchName("x")) { try town.app.tokens.revoke("x") }
        #expect(try town.app.tokens.list().map(\.name) == ["other", "short"])
    }

    @Test func `a token without a scope, with a strange name, term or project is not made`() throws {
        let town = try Town()
        #expect(throws: TokensProblem.noScope) { try create(town, "a", []) }
        for name in ["", "a b", "ключ", "a\n", String(repeating: "a", count: 65)] {
            #expect(throws: TokensProblem.badName(name)) { try create(town, name) }
        }
        for days in [0, -1, 36_501] {
            #expect(throws: TokensProblem.badDays) { try create(town, "a", days: days) }
        }
        let pid = try #require(PID("mcs0999999999"))
        #expect(throws: (any Error).self) {
            try town.app.tokens.create(
                name: "a", scopes: [.read], project: pid, days: nil, secret: [UInt8](repeating: 1, count: 32))
        }
        #expect(try town.app.tokens.list().isEmpty)
    }

    @Test func `a request that comes twice under one key is done once and answered the same`() throws {
        let town = try Town()
        let token = try town.app.tokens.bearer(of: try create(town, "caller")).hash
        func request(_ key: String, body: UInt8 = 1) -> KeyedRequest {
            KeyedRequest(token: token, key: key, route: "POST /v1/x", digest: [body])
        }
        func ask(_ request: KeyedRequest, name: String) throws -> (answer: KeptAnswer, isReplay: Bool) {
            try town.app.once(request) { app in
                _ = try app.tokens.create(
                    name: name, scopes: [.read], project: nil, days: nil,
                    secret: Sodium.sha256(Array(name.utf8)))
                return KeptAnswer(status: 201, type: "text/plain", location: "/x", body: Array(name.utf8))
            }
        }
        let first = try ask(request("k"), name: "one")
        let second = try ask(request("k"), name: "two")
        #expect(!first.isReplay && second.isReplay && second.answer == first.answer)
        #expect(throws: TokensProblem.otherRequest("k")) { try ask(request("k", body: 2), name: "three") }
        // What failed leaves neither work nor key behind.
        #expect(throws: TokensProblem.nameTaken("one")) { try ask(request("l"), name: "one") }
        #expect(try !ask(request("l"), name: "four").isReplay)
        #expect(try town.app.tokens.list().map(\.name) == ["caller", "four", "one"])
        // After a week a key is forgotten.
        try town.go(to: "2026-08-09T09:00:00Z")
        _ = try ask(request("m"), name: "five")
        #expect(try !ask(request("k"), name: "six").isReplay)
    }
}

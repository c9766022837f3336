import Access
import Basics
import Support
import Testing
import UseCases
import Wording

/// Tokens that users make for their own programs.
@Suite struct OwnTokensTests {
    private func secret(_ byte: UInt8) -> [UInt8] { [UInt8](repeating: byte, count: 32) }

    private func make(
        _ resort: Resort, _ name: String, _ scopes: [TokenScope], _ pid: PID, by visit: SignedVisit,
        days: Int = 90, secret byte: UInt8 = 1
    ) throws -> String {
        try resort.app.ownTokens.create(
            name: name, scopes: scopes, project: pid, days: days, password: Resort.password, visit,
            at: Resort.cabinet, secret: secret(byte))
    }

    /// Anna owns a project; Boris is a member with roles.
    private func resort(_ roles: Set<CustomerRole>) throws -> (Resort, PID, SignedVisit, SignedVisit) {
        let resort = try Resort()
        try resort.settle("anna@example.com")
        try resort.settle("boris@example.com")
        let pid = try resort.project(of: "anna@example.com")
        let anna = try resort.visit("anna@example.com")
        try resort.app.members.invite(
            email: "boris@example.com", roles: roles, to: pid, by: anna, at: Resort.cabinet)
        try resort.app.members.accept(
            try resort.code(in: "invitation", to: "boris@example.com"), name: "Борис",
            password: Resort.password, in: .ru, from: Resort.caller)
        return (resort, pid, anna, try resort.visit("boris@example.com"))
    }

    @Test func `an owner's token sees the one project, and ends with a word`() throws {
        let (resort, pid, anna, _) = try resort([.viewer])
        let text = try make(resort, "reports", [.read], pid, by: anna)
        let token = try resort.app.tokens.bearer(of: text)
        #expect(token.project == pid && token.scopes == [.read] && token.shortName == "reports")
        #expect(try resort.app.ownTokens.list(anna).map(\.shortName) == ["reports"])
        let letter = try #require(try resort.app.letters.list().first { $0.kind == "token-made" })
        #expect(letter.to.text == "anna@example.com" && !letter.body.contains(text), "told, not shown")
        try resort.app.ownTokens.revoke("reports", anna)
        #expect(throws: TokensProblem.revoked) { try resort.app.tokens.bearer(of: text) }
    }

    @Test func `an open browser without the password makes no token, and a new password ends them all`()
        throws
    {
        let (resort, pid, anna, _) = try resort([.viewer])
        #expect(throws: AccessProblem.wrongPassword) {
            try resort.app.ownTokens.create(
                name: "thief", scopes: [.read], project: pid, days: 90, password: "a guess of somebody", anna,
                at: Resort.cabinet, secret: secret(9))
        }
        let text = try make(resort, "reports", [.read], pid, by: anna)
        try resort.app.passwordReset.ask(
            email: "anna@example.com", at: Resort.cabinet, from: Resort.caller)
        _ = try resort.app.passwordReset.set(
            try resort.code(in: "reset", to: "anna@example.com"), password: "another green lamp",
            at: Resort.cabinet, from: Resort.caller)
        #expect(throws: TokensProblem.revoked) { try resort.app.tokens.bearer(of: text) }
    }

    @Test func `two users may give their tokens one name, and end only their own`() throws {
        let (resort, pid, anna, boris) = try resort([.projectAdministrator])
        let first = try make(resort, "meter", [.balance], pid, by: anna)
        let second = try make(resort, "meter", [.balance], pid, by: boris, secret: 2)
        #expect(throws: TokensProblem.nameTaken("meter")) {
            try make(resort, "meter", [.balance], pid, by: anna, secret: 3)
        }
        try resort.app.ownTokens.revoke("meter", boris)
        #expect(throws: TokensProblem.revoked) { try resort.app.tokens.bearer(of: second) }
        _ = try resort.app.tokens.bearer(of: first)
        #expect(throws: TokensProblem.self) {
            try resort.app.ownTokens.revoke("\(anna.user.id)/meter", boris)
        }
    }

    @Test(arguments: [
        (CustomerRole.superadministrator, [TokenScope.read, .balance]), (.projectAdministrator, [.balance]),
        (.billingAdministrator, []), (.iamAdministrator, []), (.viewer, []), (.accountant, []),
    ])
    func `a token opens no more than its user may see`(_ role: CustomerRole, _ open: [TokenScope]) throws {
        let (resort, pid, _, boris) = try resort([role])
        let offer = resort.app.ownTokens.offers(to: boris.viewer).first { $0.project == pid }
        #expect(offer?.scopes ?? [] == open)
        for (place, scope) in TokenScope.allCases.enumerated() where !open.contains(scope) {
            #expect(throws: TokensProblem.scopeNotYours) {
                try make(resort, "t\(place)", [scope], pid, by: boris)
            }
        }
        for (place, scope) in open.enumerated() {
            _ = try make(resort, "t\(place)", [scope], pid, by: boris, secret: UInt8(place + 1))
        }
    }

    @Test func `a member who is given other roles, removed or let in no more has a dead token at once`()
        throws
    {
        let (resort, pid, anna, boris) = try resort([.superadministrator])
        let read = try make(resort, "all", [.read], pid, by: boris)
        let balance = try make(resort, "balance", [.balance], pid, by: boris, secret: 2)
        try resort.app.members.change(boris.user.id, to: [.projectAdministrator], in: pid, by: anna)
        #expect(throws: TokensProblem.revoked) { try resort.app.tokens.bearer(of: read) }
        _ = try resort.app.tokens.bearer(of: balance)
        try resort.app.users.disable("boris@example.com", on: .cabinet, isDisabled: true, by: .house)
        #expect(throws: TokensProblem.revoked) { try resort.app.tokens.bearer(of: balance) }
        try resort.app.users.disable("boris@example.com", on: .cabinet, isDisabled: false, by: .house)
        _ = try resort.app.tokens.bearer(of: balance)
        try resort.app.members.remove(boris.user.id, from: pid, by: anna)
        #expect(throws: TokensProblem.revoked) { try resort.app.tokens.bearer(of: balance) }
    }

    @Test func `terms and numbers of a user's tokens are bounded`() throws {
        let (resort, pid, anna, _) = try resort([.viewer])
        for days in [0, -1, 367] {
            #expect(throws: TokensProblem.badOwnDays(most: 366)) {
                try make(resort, "t", [.balance], pid, by: anna, days: days)
            }
        }
        for number in 0..<20 {
            _ = try make(resort, "t\(number)", [.balance], pid, by: anna, secret: UInt8(number + 1))
        }
        #expect(throws: TokensProblem.tooMany(20)) {
            try make(resort, "t20", [.balance], pid, by: anna, secret: 21)
        }
        try resort.app.ownTokens.revoke("t7", anna)
        _ = try make(resort, "t20", [.balance], pid, by: anna, secret: 21)
    }
}

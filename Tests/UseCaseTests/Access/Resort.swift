import Access
import Basics
import Counterparties
import Foundation
import Regions
import Support
import UseCases
import Wording

/// A town whose people sign in: what tests of access say again and again.
struct Resort {
    let town: Town
    static let password = "зелёная лампа у окна"
    static let cabinet = Site(side: .cabinet, region: .moscow, base: "https://cabinet.example")
    static let office = Site(side: .office, region: .moscow, base: "https://office.example")
    static let caller = Caller(network: Network("192.0.2.7"), agent: "a test", device: nil)

    init(registry: Registry? = nil) throws { town = try Town(registry: registry) }

    var app: App { town.app }

    func later(seconds: Int64) throws { try town.go(to: town.now.adding(seconds: seconds).description) }

    static func draft(_ email: String, name: String = "Анна") -> SignUpDraft {
        var draft = SignUpDraft()
        draft.email = email
        draft.password = password
        draft.name = name
        draft.party.kind = "individual"
        return draft
    }

    /// Signs up, confirms and is there.
    func settle(_ email: String) throws {
        try app.signUp.signUp(Resort.draft(email), at: Resort.cabinet, in: .ru, from: Resort.caller)
        try app.signUp.confirm(
            try code(in: "confirmation", to: email), password: Resort.password, from: Resort.caller)
    }

    func signIn(
        _ email: String, _ password: String = Resort.password, on side: AccessSide = .cabinet,
        from caller: Caller = Resort.caller
    ) throws -> SignedIn {
        try app.signIn.signIn(email: email, password: password, on: side, from: caller)
    }

    /// Signs in and looks who that is.
    func visit(_ email: String, on side: AccessSide = .cabinet) throws -> SignedVisit {
        guard let visit = try app.signIn.visit(try signIn(email, on: side).token, on: side) else {
            throw AccessProblem.notSignedIn
        }
        return visit
    }

    func staff(_ email: String, _ roles: Set<StaffRole>) throws {
        try app.users.create(
            email: email, name: "Сотрудник", password: Resort.password, .staff(roles), in: .ru, by: .house)
    }

    /// The code of the link in the latest letter of a kind.
    func code(in kind: String, to email: String) throws -> String {
        let letters = try app.letters.list().filter { $0.kind == kind && $0.to.text == email }
        guard let body = letters.first?.body, let start = body.range(of: "?code=") else {
            throw AccessProblem.deadLink
        }
        return String(body[start.upperBound...].prefix(64))
    }

    func letters(to email: String) throws -> [String] {
        try app.letters.list().filter { $0.to.text == email }.map(\.kind)
    }

    /// The only project of who has just signed up.
    func project(of email: String) throws -> PID {
        guard case .customer(_, let projects) = try visit(email).viewer, let pid = projects.keys.first else {
            throw AccessProblem.noMember
        }
        return pid
    }
}

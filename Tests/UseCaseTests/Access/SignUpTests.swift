import Access
import Basics
import Contracts
import Counterparties
import Projects
import Regions
import Requisites
import Support
import Synchronization
import Testing
import UseCases
import Wording

/// Opening accounts and projects.
@Suite struct SignUpTests {
    @Test func `who signs up has an account, owns its first project and is let in after confirming`() throws {
        let resort = try Resort()
        let app = resort.app
        try app.signUp.signUp(
            Resort.draft("Anna@Example.com"), at: Resort.cabinet, in: .ru, from: Resort.caller)
        #expect(throws: AccessProblem.wrongSignIn) { try resort.signIn("anna@example.com") }
        let code = try resort.code(in: "confirmation", to: "anna@example.com")
        #expect(throws: AccessProblem.wrongPassword) {
            try app.signUp.confirm(code, password: "not the one chosen", from: Resort.caller)
        }
        try app.signUp.confirm(code, password: Resort.password, from: Resort.caller)
        let visit = try resort.visit("ANNA@example.com")
        guard case .customer(_, let projects) = visit.viewer, let (pid, roles) = projects.first else {
            Issue.record("no customer: \(visit.viewer)")
            return
        }
        #expect(projects.count == 1 && roles == [.owner])
        #expect(pid.text.count == 13)
        let project = try resort.town.project(pid.text)
        #expect(project == pid)
        let found = try app.balances.standing(of: pid, for: .house)
        #expect(found.head.region == .moscow && found.head.account.email == "anna@example.com")
        #expect(found.head.account.counterparty.identity == .individual)
        #expect(found.payment == 0 && found.bonuses == 0)
    }

    @Test func `the region is the site's, and a company is one by its numbers`() throws {
        let resort = try Resort()
        var draft = Resort.draft("altyn@example.com", name: "Айгуль")
        draft.party = CounterpartyDraft()
        draft.party.kind = "legalEntity"
        draft.party.name = "ТОО «Алтын»"
        draft.party.bin = "123456789012"
        let site = Site(side: .cabinet, region: .kazakhstan, base: "https://kz.example")
        #expect(throws: (any Error).self) {
            try resort.app.signUp.signUp(draft, at: site, in: .ru, from: Resort.caller)
        }
        draft.party.bin = Make.altyn().counterparty.bin
        try resort.app.signUp.signUp(draft, at: site, in: .ru, from: Resort.caller)
        let code = try resort.code(in: "confirmation", to: "altyn@example.com")
        try resort.app.signUp.confirm(code, password: Resort.password, from: Resort.caller)
        let head = try resort.app.overview.head(
            try resort.project(of: "altyn@example.com"), .project, for: .house)
        #expect(head.region == .kazakhstan && head.account.counterparty.receivesDocuments)
    }

    @Test func `who signs up twice learns nothing, whoever owns the address hears of it`() throws {
        let resort = try Resort()
        try resort.settle("anna@example.com")
        var other = Resort.draft("anna@example.com", name: "Somebody else")
        other.password = "another password altogether"
        try resort.app.signUp.signUp(other, at: Resort.cabinet, in: .en, from: Resort.caller)
        #expect(try resort.letters(to: "anna@example.com") == ["known", "confirmation"])
        #expect(throws: AccessProblem.wrongSignIn) { try resort.signIn("anna@example.com", other.password) }
        #expect(try resort.signIn("anna@example.com").stage == .open)
    }

    @Test func `who signed up with somebody else's address first gets nothing from the owner's click`() throws
    {
        let resort = try Resort()
        var thief = Resort.draft("anna@example.com")
        thief.password = "the thief's own password"
        try resort.app.signUp.signUp(thief, at: Resort.cabinet, in: .ru, from: Resort.caller)
        try resort.app.signUp.signUp(
            Resort.draft("anna@example.com"), at: Resort.cabinet, in: .ru, from: Resort.caller)
        let code = try resort.code(in: "confirmation", to: "anna@example.com")
        #expect(throws: AccessProblem.wrongPassword) {
            try resort.app.signUp.confirm(code, password: thief.password, from: Resort.caller)
        }
        try resort.app.signUp.confirm(code, password: Resort.password, from: Resort.caller)
        #expect(throws: AccessProblem.wrongSignIn) { try resort.signIn("anna@example.com", thief.password) }
        #expect(try resort.signIn("anna@example.com").stage == .open)
    }

    @Test func `who signs up again before confirming does not change whose charges are`() throws {
        let resort = try Resort()
        let town = resort.town
        func signUp(_ party: CounterpartyDraft) throws -> AccountID {
            var draft = Resort.draft("anna@example.com")
            draft.party = party
            try resort.app.signUp.signUp(draft, at: Resort.cabinet, in: .ru, from: Resort.caller)
            let email = try EmailAddress("anna@example.com")
            return try #require(try town.store.read { try $0.user(emailed: email, on: .cabinet)?.account })
        }
        func account(_ id: AccountID) throws -> Account {
            try #require(try town.store.read { try $0.account(id) })
        }
        let person = Resort.draft("anna@example.com").party
        let id = try signUp(person)
        // Nothing rests on it yet: what was typed last is what counts.
        _ = try signUp(Make.romashka().counterparty)
        #expect(try account(id).counterparty.taxID?.text == Make.romashkaINN)
        try town.price("vm", "10")
        let pid = try #require(try account(id).projects.first?.pid)
        try resort.later(seconds: 7200)
        try town.use("vm", in: pid.text, until: town.now.adding(seconds: -60).description)
        try town.settle()
        var other = Make.romashka().counterparty
        (other.inn, other.shortName) = ("7704123450", "ООО «Лампа»")
        _ = try signUp(other)
        #expect(try account(id).counterparty.taxID?.text == Make.romashkaINN)
        #expect(try resort.letters(to: "anna@example.com").count == 3)
        #expect(try town.app.verification.verify().findings.isEmpty)
    }

    @Test func `a project can be added up to the quota, and each is the creator's own`() throws {
        let resort = try Resort()
        try resort.settle("anna@example.com")
        var token = try resort.signIn("anna@example.com").token
        for _ in 2...5 {
            let visit = try #require(try resort.app.signIn.visit(token, on: .cabinet))
            let (pid, renewed) = try resort.app.signUp.createProject(visit)
            #expect(try resort.app.signIn.visit(token, on: .cabinet) == nil, "the token before it is spent")
            token = renewed
            let now = try #require(try resort.app.signIn.visit(token, on: .cabinet))
            #expect(now.viewer.may(.deletion, in: pid))
        }
        let visit = try #require(try resort.app.signIn.visit(token, on: .cabinet))
        #expect(throws: AccessProblem.quota(5)) { try resort.app.signUp.createProject(visit) }
        #expect(try resort.app.signIn.visit(token, on: .cabinet) != nil)
    }

    @Test func `a mailbox is not flooded by who asks for letters`() throws {
        let resort = try Resort()
        for _ in 0..<4 {
            try resort.app.passwordReset.ask(email: "x@example.com", at: Resort.cabinet, from: Resort.caller)
        }
        #expect(throws: AccessProblem.tooManyTries(seconds: 60)) {
            try resort.app.passwordReset.ask(email: "x@example.com", at: Resort.cabinet, from: Resort.caller)
        }
        try resort.later(seconds: 60)
        try resort.app.passwordReset.ask(email: "x@example.com", at: Resort.cabinet, from: Resort.caller)
        #expect(try resort.app.letters.list().isEmpty, "nobody is known by that address")
    }

    @Test func `who never confirmed is gone after a week, and may sign up again`() throws {
        let resort = try Resort()
        func signUp(_ email: String) throws {
            try resort.app.signUp.signUp(
                Resort.draft(email), at: Resort.cabinet, in: .ru, from: Resort.caller)
        }
        try resort.settle("anna@example.com")
        try signUp("boris@example.com")
        try resort.later(seconds: 7 * 86_400)
        try signUp("vera@example.com")
        #expect(try resort.app.signUp.sweep().swept == 0, "the term is not over")
        try resort.later(seconds: 1)
        let account = try #require(
            try resort.app.users.list(by: .house).first { $0.user.email.text == "boris@example.com" }?
                .user.account)
        #expect(try resort.app.signUp.sweep().swept == 1)
        #expect(try resort.app.signUp.sweep().swept == 0)
        let left = try resort.app.users.list(by: .house).map(\.user.email.text)
        #expect(left == ["anna@example.com", "vera@example.com"])
        #expect(try resort.town.store.read { try $0.account(account) } == nil)
        #expect(try resort.app.verification.verify().findings.map { "\($0)" } == [])
        try resort.later(seconds: 3600)
        try resort.settle("boris@example.com")
        #expect(
            try resort.visit("boris@example.com").viewer.may(
                .deletion, in: resort.project(of: "boris@example.com")))
        #expect(try resort.app.verification.verify().findings.map { "\($0)" } == [])
    }

    @Test func `a sign-up that money, usage or a request has come for stays, confirmed or not`() throws {
        let resort = try Resort()
        let town = resort.town
        try town.price("vm", "1.5")
        var pids: [PID] = []
        for name in ["paid", "used", "named", "plain"] {
            try resort.app.signUp.signUp(
                Resort.draft("\(name)@example.com"), at: Resort.cabinet, in: .ru, from: Resort.caller)
            let user = try #require(
                try resort.app.users.list(by: .house).first { $0.user.email.text == "\(name)@example.com" })
            pids.append(try #require(user.projects.keys.first))
            try resort.later(seconds: 120)
        }
        try town.credit("10.00", to: pids[0].text, at: town.now.description, id: "first")
        try town.use("vm", in: pids[1].text, until: town.now.adding(seconds: -60).description)
        try resort.app.names.name(pids[2], "shop", by: .house)
        try resort.later(seconds: 8 * 86_400)
        #expect(try resort.app.signUp.sweep().swept == 1)
        let left = try resort.app.users.list(by: .house).map(\.user.email.text)
        #expect(left == ["named@example.com", "paid@example.com", "used@example.com"])
        #expect(try resort.app.verification.verify().findings.map { "\($0)" } == [])
        #expect(try waiting(resort).isEmpty, "what is kept is not looked at again")
    }

    /// Whom the sweep looks at.
    private func waiting(_ resort: Resort) throws -> [User] {
        let now = resort.town.now
        return try resort.town.store.read {
            try $0.abandonedSignUps(before: now.adding(seconds: -7 * 86_400), at: now, limit: 10)
        }
    }

    @Test func `a link that was just mailed again still lets its owner in after a week`() throws {
        let resort = try Resort()
        func signUp() throws {
            try resort.app.signUp.signUp(
                Resort.draft("anna@example.com"), at: Resort.cabinet, in: .ru, from: Resort.caller)
        }
        try signUp()
        try resort.later(seconds: 7 * 86_400 - 60)
        try signUp()
        try resort.later(seconds: 3600)
        #expect(try resort.app.signUp.sweep().swept == 0)
        try resort.app.signUp.confirm(
            try resort.code(in: "confirmation", to: "anna@example.com"), password: Resort.password,
            from: Resort.caller)
        #expect(try resort.signIn("anna@example.com").stage == .open)
    }

    @Test func `a link mailed again that nobody follows is over in a day, and the sign-up goes`() throws {
        let resort = try Resort()
        for seconds: Int64 in [7 * 86_400, 86_400] {
            try resort.app.signUp.signUp(
                Resort.draft("anna@example.com"), at: Resort.cabinet, in: .ru, from: Resort.caller)
            try resort.later(seconds: seconds)
        }
        #expect(try resort.app.signUp.sweep().swept == 1)
    }

    @Test func `one sign-up with an invitation into its project keeps none of the others`() throws {
        let resort = try Resort()
        try resort.settle("vera@example.com")
        for name in ["anna", "boris"] {
            try resort.app.signUp.signUp(
                Resort.draft("\(name)@example.com"), at: Resort.cabinet, in: .ru, from: Resort.caller)
            try resort.later(seconds: 60)
        }
        let users = try resort.app.users.list(by: .house)
        let anna = try #require(users.first { $0.user.email.text == "anna@example.com" })
        let vera = try #require(users.first { $0.user.email.text == "vera@example.com" })
        let pid = try #require(anna.projects.keys.first)
        try resort.town.store.transaction { records in
            try records.insert(
                OneTimeCode(
                    hash: Array(repeating: 7, count: 32),
                    purpose: .invitation(pid, [.viewer], by: vera.user.id),
                    email: EmailAddress("gleb@example.com"), createdAt: resort.town.now,
                    expiresAt: resort.town.now.adding(seconds: 30 * 86_400)))
        }
        try resort.later(seconds: 8 * 86_400)
        let sweep = try resort.app.signUp.sweep()
        #expect(sweep.swept == 1 && sweep.failed.isEmpty)
        let left = try resort.app.users.list(by: .house).map(\.user.email.text)
        #expect(left == ["anna@example.com", "vera@example.com"])
    }

    @Test func `a sign-up whose sweeping fails is told of, and the next one goes all the same`() throws {
        let resort = try Resort()
        for name in ["anna", "boris"] {
            try resort.app.signUp.signUp(
                Resort.draft("\(name)@example.com"), at: Resort.cabinet, in: .ru, from: Resort.caller)
            try resort.later(seconds: 60)
        }
        try resort.later(seconds: 8 * 86_400)
        let first = try #require(try waiting(resort).first)
        let sweep = try resort.town.desks(over: OnceFailing(store: resort.town.store)).signUp.sweep()
        #expect(sweep.swept == 1 && sweep.failed.map(\.user) == [first.id])
        #expect(try resort.app.signUp.sweep().swept == 1)
    }

    /// The first change comes to nothing.
    private final class OnceFailing: Store {
        private struct Failure: Error {}

        let store: any Store
        private let hasFailed = Mutex(false)

        init(store: any Store) { self.store = store }

        func read<Result>(_ body: (any Records) throws -> Result) throws -> Result { try store.read(body) }

        func transaction<Result>(_ body: (any Records) throws -> Result) throws -> Result {
            try hasFailed.withLock {
                guard $0 else {
                    $0 = true
                    throw Failure()
                }
            }
            return try store.transaction(body)
        }
    }
}

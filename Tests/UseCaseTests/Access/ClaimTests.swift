import Access
import Basics
import Counterparties
import Payments
import Support
import Testing
import UseCases
import Wording

/// What somebody who signs up says of themselves is a claim until it shows.
@Suite struct ClaimTests {
    private func claim(_ resort: Resort, _ email: String) throws -> String {
        var draft = Resort.draft(email)
        draft.party.kind = "legalEntity"
        draft.party.name = "ООО «Ромашка»"
        draft.party.inn = Make.romashkaINN
        draft.party.kpp = "773601001"
        try resort.app.signUp.signUp(draft, at: Resort.cabinet, in: .ru, from: Resort.caller)
        try resort.app.signUp.confirm(
            try resort.code(in: "confirmation", to: email), password: Resort.password, from: Resort.caller)
        return try resort.project(of: email).text
    }

    private func matched(_ resort: Resort, _ purpose: String, _ number: String) throws -> [String] {
        let booked = try resort.town.transfer(
            [Make.Transfer("500.00", for: purpose, on: "2026-10-05", number: number)], named: "\(number).txt")
        return booked.lines.flatMap(\.projects).map(\.text)
    }

    @Test func `whoever signs up with a customer's tax id neither gets its money nor keeps it from it`()
        throws
    {
        let resort = try Resort()
        try resort.town.completeSuppliers()
        try resort.town.register(Make.romashka())
        #expect(try matched(resort, "Оплата услуг", "1") == ["mcs0000000001"])
        let thief = try claim(resort, "thief@example.com")
        #expect(try matched(resort, "Оплата услуг", "2") == ["mcs0000000001"], "the customer's as before")
        #expect(try resort.town.balance(thief).payment.isZero)
    }

    @Test func `a claimed tax id matches after a transfer of that payer has named the project`() throws {
        let resort = try Resort()
        try resort.town.completeSuppliers()
        let pid = try claim(resort, "anna@example.com")
        #expect(try matched(resort, "Оплата услуг", "1") == [], "nobody has shown whose it is")
        #expect(try matched(resort, "Пополнение \(pid)", "2") == [pid])
        #expect(try matched(resort, "Оплата услуг", "3") == [pid])
    }

    @Test func `an invitation can be taken back, and nobody sends them without end`() throws {
        let resort = try Resort()
        try resort.settle("anna@example.com")
        let pid = try resort.project(of: "anna@example.com")
        let anna = try resort.visit("anna@example.com")
        func invite(_ email: String) throws {
            try resort.app.members.invite(
                email: email, roles: [.viewer], to: pid, by: anna, at: Resort.cabinet)
        }
        try invite("boris@example.com")
        let code = try resort.code(in: "invitation", to: "boris@example.com")
        try resort.app.members.withdraw("boris@example.com", from: pid, by: anna)
        #expect(throws: AccessProblem.deadLink) { try resort.app.members.invitation(code) }
        for _ in 0..<4 { try invite("vera@example.com") }
        #expect(throws: AccessProblem.self) { try invite("vera@example.com") }
        var sent = 0
        let thrown = #expect(throws: AccessProblem.self) {
            for number in 0..<100 {
                try invite("guest\(number)@example.com")
                sent += 1
            }
        }
        #expect(thrown?.code == "access.too-many-tries" && sent < 40, "\(sent)")
    }

    @Test func `many right passwords of one office keep nobody out`() throws {
        let resort = try Resort()
        try resort.settle("anna@example.com")
        for number in 0..<50 {
            if number.isMultiple(of: 10) { try resort.later(seconds: 60) }
            _ = try resort.signIn("anna@example.com")
        }
        #expect(try resort.app.security.sessions(resort.visit("anna@example.com")).count <= 50)
    }

    @Test func `who sets a new password by a letter gets in, however others guess meanwhile`() throws {
        let resort = try Resort()
        try resort.settle("anna@example.com")
        for _ in 0..<6 {
            #expect(throws: AccessProblem.self) {
                try resort.signIn(
                    "anna@example.com", "a guess of somebody's",
                    from: Caller(
                        network: Network("198.51.100.9"), agent: "", device: nil))
            }
        }
        #expect(throws: AccessProblem.self) { try resort.signIn("anna@example.com") }
        try resort.app.passwordReset.ask(
            email: "anna@example.com", at: Resort.cabinet, from: Resort.caller)
        let device = try resort.app.passwordReset.set(
            try resort.code(in: "reset", to: "anna@example.com"), password: "another green lamp",
            at: Resort.cabinet, from: Resort.caller)
        let own = Caller(network: Network("192.0.2.7"), agent: "", device: device)
        #expect(try resort.signIn("anna@example.com", "another green lamp", from: own).stage == .open)
    }

    @Test func `a password change that began before a reset changes nothing after it`() throws {
        let resort = try Resort()
        try resort.settle("anna@example.com")
        let thief = try resort.visit("anna@example.com")
        try resort.app.passwordReset.ask(
            email: "anna@example.com", at: Resort.cabinet, from: Resort.caller)
        _ = try resort.app.passwordReset.set(
            try resort.code(in: "reset", to: "anna@example.com"), password: "another green lamp",
            at: Resort.cabinet, from: Resort.caller)
        #expect(throws: AccessProblem.notSignedIn) {
            try resort.app.security.changePassword(
                from: Resort.password, to: "the thief's own password", thief, at: Resort.cabinet)
        }
        #expect(throws: AccessProblem.notSignedIn) { try resort.app.signUp.createProject(thief) }
        #expect(try resort.signIn("anna@example.com", "another green lamp").stage == .open)
    }

    @Test func `the second step of a lost telephone is turned off at the machine`() throws {
        let resort = try Resort()
        try resort.settle("anna@example.com")
        let visit = try resort.visit("anna@example.com")
        _ = try resort.app.security.beginSecondStep(password: Resort.password, visit)
        try resort.app.users.turnSecondStepOff("anna@example.com", on: .cabinet, by: .house)
        #expect(try resort.visit("anna@example.com").user.secondStep == .off)
        #expect(try resort.app.letters.list().contains { $0.kind == "second-step-taken" })
        let kept = try resort.app.audit.entries(AuditSearch(action: .secondStepOff), limit: 2, for: .house)
        #expect(kept.map(\.object) == ["user/anna@example.com"] && kept.first?.who == "operator")
    }
}

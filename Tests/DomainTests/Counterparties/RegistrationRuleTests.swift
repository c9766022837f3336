import Basics
import Counterparties
import Regions
import Testing

/// Seed 000: details are filled in only in the region Moscow, and only by Russian organisations.
@Suite struct RegistrationRuleTests {
    private func party(_ residency: String, _ change: (inout CounterpartyDraft) -> Void) throws
        -> Counterparty
    {
        var draft = CounterpartyDraft()
        draft.kind = "legalEntity"
        draft.residency = residency
        draft.name = "ООО «Ромашка»"
        change(&draft)
        return try draft.checked()
    }

    @Test func `Moscow registers Russian companies and sole proprietors`() throws {
        let company = try party("RU") { $0.inn = "7707083893" }
        let proprietor = try party("RU") {
            ($0.kind, $0.inn, $0.name) = ("soleProprietor", "500100732259", "ИП Петров Пётр")
        }
        for one in [company, proprietor] {
            #expect(throws: Never.self) { try RegistrationRules.check(one, in: .moscow) }
            #expect(throws: RegistrationProblem.notInRegion(.kazakhstan)) {
                try RegistrationRules.check(one, in: .kazakhstan)
            }
        }
    }

    @Test func `a company from abroad is told the way`() throws {
        let altyn = try party("KZ") { $0.bin = "971240001315" }
        #expect(throws: RegistrationProblem.notResident(.moscow)) {
            try RegistrationRules.check(altyn, in: .moscow)
        }
    }

    @Test func `what a registry says of a tax id decides how the form goes on`() throws {
        func one(_ state: RegisteredParty.State, kpp: String? = nil) -> RegisteredParty {
            var draft = CounterpartyDraft()
            (draft.kpp, draft.shortName) = (kpp, "ООО «Ромашка»")
            return RegisteredParty(draft: draft, state: state)
        }
        #expect(try FoundParty(.parties([]), of: "1") == .none)
        #expect(try FoundParty(.confirmed, of: "1") == .confirmed)
        #expect(throws: RegistrationProblem.ended("1")) { try FoundParty(.ended, of: "1") }
        #expect(throws: RegistrationProblem.ended("ООО «Ромашка»")) {
            try FoundParty(.parties([one(.liquidated)]), of: "1")
        }
        // A branch that is gone is no choice.
        #expect(
            try FoundParty(.parties([one(.liquidated, kpp: "1"), one(.bankrupt)]), of: "1")
                == .one(one(.bankrupt)))
        let two = [one(.active, kpp: "1"), one(.active, kpp: "2")]
        #expect(try FoundParty(.parties(two), of: "1") == .several(two))
        #expect(try FoundParty(.parties(two), of: "1", kpp: "2") == .one(two[1]))
        #expect(try FoundParty(.parties(two), of: "1", kpp: "3") == .several(two))
    }
}

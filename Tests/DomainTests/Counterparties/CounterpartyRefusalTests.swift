import Basics
import Counterparties
import Requisites
import Testing

struct CounterpartyRefusalTests {
    private func refusal(_ draft: CounterpartyDraft) -> (any Problem)? {
        do {
            _ = try draft.checked()
            return nil
        } catch {
            return error as? any Problem
        }
    }

    private func code(_ draft: CounterpartyDraft, _ change: (inout CounterpartyDraft) -> Void) -> String? {
        var draft = draft
        change(&draft)
        return refusal(draft)?.code
    }

    @Test func `a kind nobody knows is refused`() {
        for kind in ["", "company", "LegalEntity", "legalentity"] {
            var draft = MakeParty.romashka()
            draft.kind = kind
            #expect(refusal(draft) as? CounterpartiesProblem == .unknownKind(kind))
        }
    }

    @Test func `a country that is none is refused, of the party and of its address`() {
        for country in ["", "ZZ", "RUS", "ru", "643"] {
            var draft = MakeParty.romashka()
            draft.residency = country
            #expect(refusal(draft) as? CounterpartiesProblem == .unknownCountry(country))
        }
        var draft = MakeParty.romashka()
        draft.address = AddressDraft()
        draft.address?.country = "XX"
        #expect(refusal(draft) as? CounterpartiesProblem == .unknownCountry("XX"))
    }

    @Test func `what a kind must have is asked for by name`() {
        let missing: [(CounterpartyDraft, (inout CounterpartyDraft) -> Void, String)] = [
            (MakeParty.romashka(), { $0.inn = nil }, "inn"), (MakeParty.romashka(), { $0.inn = " " }, "inn"),
            (MakeParty.romashka(), { $0.name = nil }, "name"),
            (MakeParty.romashka(), { $0.name = "" }, "name"),
            (MakeParty.petrov(), { $0.inn = nil }, "inn"),
            (MakeParty.petrov(), { $0.lastName = nil }, "lastName"),
            (MakeParty.altyn(), { $0.bin = nil }, "bin"),
            (MakeParty.kazakhProprietor(), { $0.iin = nil }, "iin"),
            (MakeParty.kazakhProprietor(), { $0.name = nil }, "name"),
            (MakeParty.foreign(), { $0.taxId = nil }, "taxId"),
            (MakeParty.foreign(), { $0.name = "\n" }, "name"),
        ]
        for (draft, change, field) in missing {
            var draft = draft
            change(&draft)
            #expect(refusal(draft) as? CounterpartiesProblem == .missing(field))
        }
        var nameless = CounterpartyDraft()
        nameless.kind = "individual"
        nameless.residency = "RU"
        #expect(refusal(nameless) as? CounterpartiesProblem == .missing("name"))
    }

    @Test func `a person's ИНН is not a company's, nor the other way round`() {
        var company = MakeParty.romashka()
        company.inn = "500100732259"
        #expect(refusal(company) as? CounterpartiesProblem == .personalNumberOfEntity("500100732259"))
        var person = MakeParty.petrov()
        person.inn = "7707083893"
        #expect(refusal(person) as? CounterpartiesProblem == .entityNumberOfPerson("7707083893"))
    }

    @Test func `wrong check digits are refused wherever they stand`() {
        let wrong = "requisites.wrong-check-digits"
        #expect(code(MakeParty.romashka()) { $0.inn = "7707083894" } == wrong)
        #expect(code(MakeParty.romashka()) { $0.ogrn = "1027700132196" } == wrong)
        #expect(code(MakeParty.petrov()) { $0.inn = "500100732258" } == wrong)
        #expect(code(MakeParty.petrov()) { $0.ogrnip = "304500116000158" } == wrong)
        #expect(code(MakeParty.altyn()) { $0.bin = "971240001316" } == wrong)
        #expect(code(MakeParty.kazakhProprietor()) { $0.iin = "900101300018" } == wrong)
        #expect(code(MakeParty.romashka()) { $0.kpp = "77360100" } == "requisites.wrong-length")
        #expect(code(MakeParty.romashka()) { $0.inn = "77070838" } == "requisites.wrong-length")
        #expect(code(MakeParty.romashka()) { $0.inn = "770708389x" } == "requisites.not-digits")
    }

    @Test func `a date of registration that is none is refused`() {
        var draft = MakeParty.petrov()
        draft.ogrnipDate = "01.06.2004"
        #expect(refusal(draft) as? CounterpartiesProblem == .badDate("ogrnipDate", "01.06.2004"))
    }

    @Test func `an account that is not of its bank is refused`() {
        var draft = MakeParty.romashka()
        draft.bank = MakeParty.bank(account: "40702810200000003759", bik: "044525823")
        #expect(
            refusal(draft) as? CounterpartiesProblem
                == .badAccountKey(account: "40702810200000003759", bik: "044525823"))
        draft.bank = MakeParty.bank(account: nil, bik: "044525823")
        #expect(refusal(draft) as? CounterpartiesProblem == .missing("bank.account"))
        draft.bank = MakeParty.bank(account: "40702810100000003759", bik: nil)
        #expect(refusal(draft) is RequisitesProblem)
        var kazakh = MakeParty.altyn()
        kazakh.bank = MakeParty.bank(account: "KZ698562203124676326", bik: "CASPKZKA")
        #expect(refusal(kazakh) is RequisitesProblem)
    }

    @Test func `an EDM id of another form is refused`() {
        var draft = MakeParty.romashka()
        draft.edmId = "7707083893"
        #expect(refusal(draft) is RequisitesProblem)
    }

    @Test func `problems keep their codes and kinds`() {
        let all: [(CounterpartiesProblem, String, ProblemKind)] = [
            (.missing("inn"), "counterparties.missing-field", .missing),
            (.unknownKind("x"), "counterparties.unknown-kind", .invalid),
            (.unknownCountry("x"), "counterparties.unknown-country", .invalid),
            (.personalNumberOfEntity("x"), "counterparties.personal-number-of-entity", .invalid),
            (.entityNumberOfPerson("x"), "counterparties.entity-number-of-person", .invalid),
            (.badDate("x", "y"), "counterparties.bad-date", .invalid),
            (.badAccountKey(account: "x", bik: "y"), "counterparties.bad-account-key", .invalid),
        ]
        for (problem, code, kind) in all {
            #expect(problem.code == code)
            #expect(problem.kind == kind)
        }
    }
}

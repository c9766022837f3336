import Basics
import Counterparties
import Requisites
import Testing

/// Each kind of customer in each residency.
struct CounterpartyTests {
    @Test func `a Russian company has an ИНН of ten digits, its КПП and ОГРН`() throws {
        var draft = MakeParty.romashka()
        draft.shortName = "ООО «Ромашка»"
        let party = try draft.checked()
        #expect(
            party.identity
                == .russianEntity(
                    inn: try INN("7707083893"), kpp: try KPP("773601001"), ogrn: try OGRN("1027700132195")))
        #expect(party.taxID == TaxID("7707083893"))
        #expect(party.receivesDocuments)
        #expect(party.isResident(of: .russia))
        #expect(!party.isResident(of: .kazakhstan))
        #expect(party.shortName == "ООО «Ромашка»")
    }

    @Test func `a company may leave its КПП and ОГРН for later`() throws {
        var draft = MakeParty.romashka()
        draft.kpp = nil
        draft.ogrn = nil
        let party = try draft.checked()
        #expect(party.identity == .russianEntity(inn: try INN("7707083893"), kpp: nil, ogrn: nil))
    }

    @Test func `a Russian proprietor has an ИНН of twelve digits and a name`() throws {
        let party = try MakeParty.petrov().checked()
        #expect(
            party.identity
                == .russianProprietor(
                    inn: try INN("500100732259"), ogrnip: try OGRNIP("304500116000157"),
                    registered: The.day("2004-06-01"),
                    name: PersonName(last: "Петров", first: "Пётр", middle: "Петрович")))
        #expect(party.name == "Индивидуальный предприниматель Петров Пётр Петрович")
        #expect(party.taxID == TaxID("500100732259"))
        #expect(party.receivesDocuments)
    }

    @Test(arguments: ["ИП Петров Пётр Петрович", "Индивидуальный предприниматель Петров Пётр Петрович"])
    func `a proprietor's name is read out of the full one where fields lack`(name: String) throws {
        var draft = MakeParty.petrov()
        (draft.lastName, draft.firstName, draft.middleName, draft.name) = (nil, nil, nil, name)
        guard case .russianProprietor(_, _, _, let person) = try draft.checked().identity else {
            Issue.record("not a proprietor")
            return
        }
        #expect(person == PersonName(last: "Петров", first: "Пётр", middle: "Петрович"))
    }

    @Test func `a Kazakh company has a БИН, a Kazakh proprietor an ИИН`() throws {
        let company = try MakeParty.altyn().checked()
        #expect(company.identity == .kazakhEntity(try KazakhID("971240001315")))
        #expect(company.taxID == TaxID("971240001315"))
        #expect(company.isResident(of: .kazakhstan))
        let proprietor = try MakeParty.kazakhProprietor().checked()
        #expect(proprietor.identity == .kazakhProprietor(try KazakhID("900101300017")))
        #expect(proprietor.receivesDocuments)
    }

    @Test func `a company from elsewhere has that country's number`() throws {
        let party = try MakeParty.foreign().checked()
        #expect(party.identity == .foreign(TaxID("HRB 12345"), proprietor: false))
        #expect(party.taxID == TaxID("HRB 12345"))
        #expect(party.receivesDocuments)
        #expect(!party.isResident(of: .russia))
        var proprietor = MakeParty.foreign()
        proprietor.kind = "soleProprietor"
        #expect(try proprietor.checked().identity == .foreign(TaxID("HRB 12345"), proprietor: true))
    }

    @Test(arguments: ["RU", "KZ", "DE"])
    func `an individual has a name, no number and no documents`(residency: String) throws {
        var draft = CounterpartyDraft()
        draft.kind = "individual"
        draft.residency = residency
        draft.lastName = "Сидоров"
        draft.firstName = "Иван"
        let party = try draft.checked()
        #expect(party.identity == .individual)
        #expect(party.name == "Сидоров Иван")
        #expect(party.taxID == nil)
        #expect(!party.receivesDocuments)
    }

    @Test func `an address is kept by parts or as a text`() throws {
        var parts = AddressDraft()
        (parts.regionCode, parts.city, parts.street, parts.house) = ("77", "Москва", "ул. Вавилова", "19")
        #expect(try parts.checked(default: .russia).line == "г. Москва, ул. Вавилова, д. 19")
        var text = AddressDraft()
        (text.country, text.text) = ("DE", "Berlin, Unter den Linden 1")
        #expect(try text.checked(default: .russia).line == "Berlin, Unter den Linden 1")
        #expect(try text.checked(default: .russia).country.alpha2 == "DE")
    }

    @Test func `bank details are kept with the account or the ИИК`() throws {
        var draft = MakeParty.romashka()
        draft.bank = MakeParty.bank(account: "40702810100000003759", bik: "044525823")
        #expect(try draft.checked().bank == BankDetails(account: "40702810100000003759", bik: "044525823"))
        var kazakh = MakeParty.altyn()
        var bank = BankDraft()
        (bank.iban, bank.bik, bank.kbe) = ("KZ698562203124676325", "CASPKZKA", "17")
        kazakh.bank = bank
        let expected = BankDetails(account: "KZ698562203124676325", bik: "CASPKZKA", kbe: "17")
        #expect(try kazakh.checked().bank == expected)
    }
}

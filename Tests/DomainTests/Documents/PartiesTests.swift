import Basics
import Contracts
import Counterparties
import Documents
import Regions
import Requisites
import Testing

struct PartiesTests {
    private func buyer(_ draft: CounterpartyDraft) throws -> BuyerParty {
        var draft = draft
        var address = AddressDraft()
        (address.country, address.text) = ("RU", "г. Москва, ул. Вавилова, д. 19")
        draft.address = address
        return try BuyerParty(try draft.checked())
    }

    private func supplier(
        taxID: TaxID? = TaxID("7743001840"), bank: Bool = true, address: Bool = true, signatory: Bool = true
    ) -> Supplier {
        let known = Region.moscow.profile.supplier
        return Supplier(
            region: .moscow, name: known.name, shortName: known.shortName, taxID: taxID, kpp: known.kpp,
            bank: bank ? known.bank : nil, address: address ? known.address : nil,
            signatory: signatory
                ? Signatory(
                    name: PersonName(last: "Иванова", first: "Анна"), post: "Директор", basis: "Устав") : nil,
            edmID: known.edmID)
    }

    @Test func `a complete supplier is named as it stands`() throws {
        let whole = supplier()
        let party = try SupplierParty(whole)
        #expect(party.taxID == TaxID("7743001840"))
        #expect(party.name == whole.name)
        #expect(party.shortName == "ООО «ВК»")
        #expect(party.kpp == "997750001")
        #expect(party.bank == whole.bank)
        #expect(party.address == whole.address)
        #expect(party.signatory == whole.signatory)
        #expect(party.edmID == whole.edmID)
    }

    @Test func `what a supplier lacks is named, all of it`() {
        let cases: [(Supplier, [Supplier.Detail])] = [
            (supplier(taxID: nil), [.taxID]), (supplier(bank: false), [.bank]),
            (supplier(address: false), [.address]), (supplier(signatory: false), [.signatory]),
            (supplier(taxID: nil, bank: false, address: false, signatory: false), Supplier.Detail.allCases),
        ]
        for (supplier, details) in cases {
            #expect(throws: DocumentsProblem.supplierRequisitesMissing(.moscow, details)) {
                try SupplierParty(supplier)
            }
        }
    }

    @Test func `each kind of customer is named by its own numbers`() throws {
        #expect(
            try buyer(MakeParty.romashka()).identity
                == .russianEntity(inn: TaxID("7707083893"), kpp: "773601001"))
        #expect(
            try buyer(MakeParty.petrov()).identity
                == .russianProprietor(
                    inn: TaxID("500100732259"), ogrnip: "304500116000157", registered: The.day("2004-06-01"),
                    name: PersonName(last: "Петров", first: "Пётр", middle: "Петрович")))
        #expect(
            try buyer(MakeParty.altyn()).identity == .kazakh(taxID: TaxID("971240001315"), proprietor: false))
        #expect(
            try buyer(MakeParty.kazakhProprietor()).identity
                == .kazakh(taxID: TaxID("900101300017"), proprietor: true))
        #expect(try buyer(MakeParty.foreign()).identity == .foreign(taxID: TaxID("HRB 12345")))
        #expect(try buyer(MakeParty.foreign()).country.alpha2 == "DE")
        let all = [
            MakeParty.romashka(), MakeParty.petrov(), MakeParty.altyn(), MakeParty.kazakhProprietor(),
            MakeParty.foreign(),
        ]
        for draft in all { #expect(try buyer(draft).taxID == draft.checked().taxID) }
    }

    @Test func `a customer without an address waits, and an individual has no documents`() throws {
        let romashka = try MakeParty.romashka().checked()
        #expect(throws: DocumentsProblem.counterpartyRequisitesMissing(romashka.name, "address")) {
            try BuyerParty(romashka)
        }
        #expect(throws: DocumentsProblem.counterpartyRequisitesMissing("Сидоров Иван", "tax id")) {
            try buyer(MakeParty.sidorov())
        }
    }

    @Test(arguments: [nil, "", "  "])
    func `an address with nothing in it is no address`(text: String?) {
        var draft = MakeParty.romashka()
        draft.address = AddressDraft()
        draft.address?.text = text
        #expect(throws: (any Error).self) { try BuyerParty(try draft.checked()) }
    }

    @Test func `services rest on the contract of the month's last day, else on the offer`() {
        let supplier = supplier()
        let january = The.month("2026-01")
        let contract = MakeContract.version(from: "2026-01-31", date: "2025-12-20", number: "ВК-17")
        let later = MakeContract.version(from: "2026-02-01", number: "ВК-18")
        let agreements = MakeContract.agreements([contract, later])
        let contracted = Basis(agreements, month: january, supplier: supplier)
        #expect(contracted == Basis(name: "Договор", number: "ВК-17", date: The.day("2025-12-20")))
        let december = Basis(agreements, month: The.month("2025-12"), supplier: supplier)
        #expect(december == Basis(name: "Оферта", number: "б/н", date: The.day("2025-01-10")))
    }

    @Test func `the offer is dated by the regional day of its acceptance, or as it says`() {
        let supplier = supplier()
        let january = The.month("2026-01")
        let late = MakeContract.agreements(registered: "2025-08-01T21:00:00Z")
        #expect(Basis(late, month: january, supplier: supplier).date == The.day("2025-08-02"))
        let stated = MakeContract.agreements(offer: Offer(number: "7", date: The.day("2025-03-03")))
        let basis = Basis(stated, month: january, supplier: supplier)
        #expect(basis == Basis(name: "Оферта", number: "7", date: The.day("2025-03-03")))
        let elsewhere = MakeContract.agreements([
            MakeContract.version(from: "2025-01-01", region: .kazakhstan)
        ])
        #expect(Basis(elsewhere, month: january, supplier: supplier).name == "Оферта")
    }
}

struct DocumentContentTests {
    @Test func `a document is the sum of its lines`() throws {
        let line = DocumentLine(
            service: ServiceName("s"), serviceMonth: The.month("2026-01"), vatRate: .percent(22), net: 100,
            vat: 22,
            gross: 122)
        let free = DocumentLine(
            service: ServiceName("t"), serviceMonth: The.month("2026-01"), vatRate: .none, net: 7, vat: 0,
            gross: 7)
        var draft = MakeParty.romashka()
        draft.address = AddressDraft()
        draft.address?.text = "г. Москва"
        let profile = Region.moscow.profile
        let known = profile.supplier
        let supplier = SupplierParty(
            name: known.name, shortName: known.shortName, taxID: TaxID("7743001840"), kpp: known.kpp,
            address: try #require(known.address), bank: try #require(known.bank),
            signatory: Signatory(
                name: PersonName(last: "Иванова", first: "Анна"), post: "Директор", basis: "Устав"),
            edmID: nil)
        let content = DocumentContent(
            kind: .upd, number: 1, date: The.day("2026-01-31"), month: The.month("2026-01"), currency: .rub,
            supplier: supplier, counterparty: try BuyerParty(try draft.checked()),
            basis: Basis(name: "Оферта", number: "б/н", date: The.day("2025-01-10")),
            projects: [The.project("mcs0000000001")], lines: [line, free], payments: [],
            issuedAt: The.moment("2026-02-03T06:00:00Z"), file: nil)
        #expect((content.net, content.vat, content.gross) == (107, 22, 129))
    }

    @Test func `problems keep their codes and kinds`() {
        let month = The.month("2026-01")
        let all: [(DocumentsProblem, String, ProblemKind)] = [
            (.supplierRequisitesMissing(.moscow, [.bank]), "supplier-requisites-missing", .missing),
            (.counterpartyRequisitesMissing("x", "address"), "counterparty-requisites-missing", .missing),
            (.nonResidentWithoutContract("x"), "non-resident-without-contract", .invalid),
            (.earlierMonthOpen(month), "earlier-month-open", .conflict),
            (.tieOutDiffers(portions: 1, documents: 2, ledger: 3), "tie-out-differs", .invalid),
            (.formatFindings(["x"]), "format-findings", .invalid),
            (.monthNotOver(month, .moscow), "month-not-over", .conflict),
            (.monthOutOfOrder(month, .moscow, first: month), "month-out-of-order", .conflict),
            (.unknownDocument("x"), "unknown-document", .missing),
        ]
        for (problem, code, kind) in all {
            #expect(problem.code == "documents.\(code)")
            #expect(problem.kind == kind)
        }
    }
}

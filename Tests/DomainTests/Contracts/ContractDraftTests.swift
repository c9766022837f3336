import Basics
import Contracts
import Counterparties
import Regions
import Testing

/// Who may have which contract (R9–R15, R37–R39, R47, R48), and what is refused.
struct ContractDraftTests {
    private func check(
        _ draft: ContractDraft, for party: CounterpartyDraft = MakeParty.romashka(),
        in region: Region = .moscow
    ) throws -> Contract? {
        try draft.checked(for: try party.checked(), region: region)
    }

    private func refuses(
        _ problem: ContractsProblem, for party: CounterpartyDraft = MakeParty.romashka(),
        in region: Region = .moscow, _ change: (inout ContractDraft) -> Void
    ) {
        #expect(throws: problem) { try check(MakeContract.draft(change), for: party, in: region) }
    }

    @Test func `a plain contract is prepaid, with VAT, from its date on`() throws {
        let contract = try check(MakeContract.draft())
        #expect(contract == MakeContract.version(from: "2026-01-15"))
    }

    @Test func `a contract is read with all it says`() throws {
        let contract = try check(
            MakeContract.draft {
                ($0.from, $0.scheme, $0.vat, $0.perProject) = ("2026-02-01", "postpaid", "none", true)
                ($0.region, $0.currency, $0.documents) = ("kazakhstan", "KZT", ["act"])
                $0.prices = [ContractPriceDraft(sku: "vm", price: "0.008", validFrom: "2026-01-01")]
            })
        #expect(
            contract
                == Contract(
                    region: .kazakhstan, number: "ВК-17/2026", date: The.day("2026-01-15"),
                    from: The.day("2026-02-01"), scheme: .postpaid, documents: [.act], perProject: true,
                    vat: .none, prices: [MakeContract.price("vm", "0.008", from: "2026-01-01")]))
    }

    @Test func `days to pay and a credit limit are for who pays afterwards, each within its bounds`() throws {
        let contract = try check(
            MakeContract.draft {
                ($0.scheme, $0.dueDays, $0.creditLimit) = ("postpaid", 30, "500000.5")
            })
        #expect(contract?.dueDays == 30 && contract?.creditLimit == 500_000_50)
        #expect(contract?.due(of: The.day("2026-01-31")) == The.day("2026-03-02"))
        #expect(MakeContract.version(from: "2026-01-15").due(of: The.day("2026-01-31")) == nil)
        for days in [1, 180] {
            #expect(
                try check(MakeContract.draft { ($0.scheme, $0.dueDays) = ("postpaid", days) })?.dueDays
                    == days
            )
        }
        for days in [Int.min, -1, 0, 181, Int.max] {
            refuses(.dueDays(days)) { ($0.scheme, $0.dueDays) = ("postpaid", days) }
        }
        for text in ["", "much", "1.234", "-", "99999999999999999999"] {
            refuses(.creditLimit(text)) { ($0.scheme, $0.creditLimit) = ("postpaid", text) }
        }
        for (text, said) in [("0", "0.00"), ("0.00", "0.00"), ("-1", "-1")] {
            refuses(.creditLimit(said)) { ($0.scheme, $0.creditLimit) = ("postpaid", text) }
        }
        refuses(.creditInAdvance) { $0.dueDays = 30 }
        refuses(.creditInAdvance) { $0.creditLimit = "1.00" }
        refuses(.individualPostpaid, for: MakeParty.sidorov()) {
            ($0.scheme, $0.dueDays) = ("postpaid", 30)
        }
    }

    @Test(arguments: ["offer", "publicOffer"])
    func `the public offer is no contract, and anybody may take it`(type: String) throws {
        let offer = MakeContract.draft { ($0.type, $0.number, $0.date) = (type, nil, nil) }
        for party in [MakeParty.romashka(), MakeParty.petrov(), MakeParty.sidorov()] {
            #expect(try check(offer, for: party) == nil)
        }
        #expect(try check(MakeContract.draft { ($0.type, $0.documents) = (type, ["upd"]) }) == nil)
    }

    @Test func `the offer is prepaid and gives the УПД alone`() {
        refuses(.postpaidOnOffer) { ($0.type, $0.scheme) = ("offer", "postpaid") }
        refuses(.documentsOnOffer) { ($0.type, $0.documents) = ("offer", ["act"]) }
        refuses(.documentsOnOffer) { ($0.type, $0.documents) = ("publicOffer", ["taxInvoice"]) }
        refuses(.documentsOnOffer) { ($0.type, $0.documents) = ("offer", ["upd", "act"]) }
    }

    @Test func `an individual has the offer only and pays in advance`() {
        refuses(.individualNeedsOffer, for: MakeParty.sidorov()) { $0.scheme = "prepaid" }
        refuses(.individualPostpaid, for: MakeParty.sidorov()) { $0.scheme = "postpaid" }
        refuses(.postpaidOnOffer, for: MakeParty.sidorov()) { ($0.type, $0.scheme) = ("offer", "postpaid") }
    }

    @Test func `companies and proprietors may have a contract and pay afterwards`() throws {
        for party in [MakeParty.romashka(), MakeParty.petrov()] {
            #expect(try check(MakeContract.draft { $0.scheme = "postpaid" }, for: party)?.scheme == .postpaid)
        }
        for party in [MakeParty.altyn(), MakeParty.kazakhProprietor()] {
            let contract = try check(
                MakeContract.draft { $0.scheme = "postpaid" }, for: party, in: .kazakhstan)
            #expect(contract?.region.rawValue == "kazakhstan")
            #expect(contract?.vat == .charged)
        }
    }

    @Test func `a company from abroad cannot work on the offer`() throws {
        let romashka = try MakeParty.romashka().checked()
        let altyn = try MakeParty.altyn().checked()
        let kamille = try MakeParty.foreign().checked()
        #expect(throws: Never.self) { try ContractRules.checkOffer(for: romashka, in: .moscow) }
        #expect(throws: Never.self) { try ContractRules.checkOffer(for: altyn, in: .kazakhstan) }
        #expect(throws: ContractsProblem.nonResidentOnOffer(.kazakhstan)) {
            try ContractRules.checkOffer(for: romashka, in: .kazakhstan)
        }
        #expect(throws: ContractsProblem.nonResidentOnOffer(.moscow)) {
            try ContractRules.checkOffer(for: altyn, in: .moscow)
        }
        #expect(throws: ContractsProblem.nonResidentOnOffer(.moscow)) {
            try ContractRules.checkOffer(for: kamille, in: .moscow)
        }
    }

    @Test(arguments: Region.allCases)
    func `an individual from anywhere works on the offer`(region: Region) throws {
        var draft = MakeParty.sidorov()
        draft.residency = "DE"
        let person = try draft.checked()
        #expect(throws: Never.self) { try ContractRules.checkOffer(for: person, in: region) }
    }

    @Test func `a contract with a company from abroad must say how VAT goes`() throws {
        refuses(.vatUnstated(.moscow), for: MakeParty.altyn()) { _ in }
        refuses(.vatUnstated(.moscow), for: MakeParty.foreign()) { _ in }
        refuses(.vatUnstated(.kazakhstan), for: MakeParty.romashka(), in: .kazakhstan) { _ in }
        for (word, treatment) in [("charged", VATTreatment.charged), ("none", .none)] {
            let contract = try check(MakeContract.draft { $0.vat = word }, for: MakeParty.foreign())
            #expect(contract?.vat == treatment)
        }
        #expect(try check(MakeContract.draft { $0.vat = "none" })?.vat == VATTreatment.none)
    }

    @Test(arguments: [
        [], ["upd"], ["upd", "act"], ["act", "upd"], ["taxInvoice"], ["taxInvoice", "act"],
    ])
    func `the sets of documents that Moscow has are taken`(documents: [String]) throws {
        let contract = try check(MakeContract.draft { $0.documents = documents })
        #expect(contract?.documents == Set(documents.compactMap(DocumentKind.init(rawValue:))))
    }

    @Test func `other sets of documents are refused`() {
        refuses(.updWithTaxInvoice) { $0.documents = ["upd", "taxInvoice"] }
        refuses(.updWithTaxInvoice) { $0.documents = ["act", "taxInvoice", "upd"] }
        refuses(.actAlone) { $0.documents = ["act"] }
        refuses(.invoiceChosen) { $0.documents = ["upd", "invoice"] }
        refuses(.invoiceChosen) { ($0.documents, $0.scheme) = (["invoice"], "postpaid") }
        refuses(.unknownWord("documents", "УПД")) { $0.documents = ["УПД"] }
    }

    @Test func `Kazakhstan's contract may name the act, which it gets anyway`() throws {
        let contract = try check(
            MakeContract.draft { $0.documents = ["act"] }, for: MakeParty.altyn(), in: .kazakhstan)
        #expect(contract?.documents == [.act])
    }

    @Test func `what a contract lacks is asked for by name`() {
        refuses(.missing("number")) { $0.number = nil }
        refuses(.missing("number")) { $0.number = "" }
        refuses(.missing("date")) { $0.date = nil }
        refuses(.missing("prices.sku")) {
            $0.prices = [ContractPriceDraft(sku: "", price: "1", validFrom: "2026-01-01")]
        }
    }

    @Test func `a word a contract does not know is named with its field`() {
        refuses(.unknownWord("type", "verbal")) { $0.type = "verbal" }
        refuses(.unknownWord("scheme", "Postpaid")) { $0.scheme = "Postpaid" }
        refuses(.unknownWord("vat", "22")) { $0.vat = "22" }
        refuses(.unknownWord("region", "spb")) { $0.region = "spb" }
        refuses(.unknownWord("currency", "XDR")) { $0.currency = "XDR" }
        refuses(.unknownWord("date", "15.01.2026")) { $0.date = "15.01.2026" }
        refuses(.unknownWord("from", "2026-02-30")) { $0.from = "2026-02-30" }
        refuses(.unknownWord("prices.price", "-1")) {
            $0.prices = [ContractPriceDraft(sku: "vm", price: "-1", validFrom: "2026-01-01")]
        }
        refuses(.unknownWord("prices.validFrom", "2026")) {
            $0.prices = [ContractPriceDraft(sku: "vm", price: "1", validFrom: "2026")]
        }
    }

    @Test func `a non-resident in Moscow may agree a currency, and the region's own is none`() throws {
        func agreed(_ word: String?) throws -> AgreedCurrency? {
            try check(
                MakeContract.draft { ($0.currency, $0.vat) = (word, "none") }, for: MakeParty.foreign())?
                .currency
        }
        #expect(try agreed("EUR") == AgreedCurrency("EUR"))
        #expect(try agreed("KZT") == AgreedCurrency("KZT"))
        #expect(try agreed("RUB") == nil)
        #expect(try agreed(nil) == nil)
        for word in ["XDR", "eur", "", "ЕВРО"] {
            refuses(.unknownWord("currency", word), for: MakeParty.foreign()) {
                ($0.currency, $0.vat) = (word, "none")
            }
        }
    }

    @Test func `a resident pays in the country's own currency, and Kazakhstan takes tenge only`() throws {
        refuses(.currencyForResident(.moscow)) { $0.currency = "EUR" }
        refuses(.currencyForResident(.moscow)) { $0.currency = "KZT" }
        #expect(try check(MakeContract.draft { $0.currency = "RUB" })?.currency == nil)
        for word in ["RUB", "EUR"] {
            refuses(.currencyOfRegion(.kazakhstan), in: .kazakhstan) {
                ($0.currency, $0.vat) = (word, "none")
            }
            refuses(.currencyOfRegion(.kazakhstan), for: MakeParty.foreign(), in: .kazakhstan) {
                ($0.currency, $0.vat) = (word, "none")
            }
        }
    }

    @Test func `two versions of a region cannot begin on one day`() {
        let moscow = MakeContract.version(from: "2026-01-01")
        let other = MakeContract.version(from: "2026-01-01", region: .kazakhstan)
        let later = MakeContract.version(from: "2026-01-02")
        #expect(throws: Never.self) { try ContractRules.checkVersions([moscow, other, later]) }
        #expect(throws: Never.self) { try ContractRules.checkVersions([]) }
        #expect(throws: ContractsProblem.twoVersions(The.day("2026-01-01"))) {
            try ContractRules.checkVersions([moscow, later, other, moscow])
        }
    }

    @Test func `problems keep their codes and kinds`() {
        let all: [(ContractsProblem, String, ProblemKind)] = [
            (.individualPostpaid, "individual-postpaid", .forbidden),
            (.individualNeedsOffer, "individual-needs-offer", .forbidden),
            (.nonResidentOnOffer(.moscow), "non-resident-on-offer", .forbidden),
            (.postpaidOnOffer, "postpaid-on-offer", .forbidden),
            (.vatUnstated(.moscow), "vat-unstated", .missing),
            (.twoVersions(The.day("2026-01-01")), "two-versions", .forbidden),
            (.updWithTaxInvoice, "upd-with-tax-invoice", .forbidden), (.actAlone, "act-alone", .forbidden),
            (.invoiceChosen, "invoice-chosen", .forbidden),
            (.documentsOnOffer, "documents-on-offer", .forbidden),
            (.currencyOfRegion(.kazakhstan), "currency-of-region", .forbidden),
            (.currencyForResident(.moscow), "currency-for-resident", .forbidden),
            (.missing("x"), "missing-field", .missing), (.unknownWord("x", "y"), "unknown-word", .invalid),
        ]
        for (problem, code, kind) in all {
            #expect(problem.code == "contracts.\(code)")
            #expect(problem.kind == kind)
        }
    }
}

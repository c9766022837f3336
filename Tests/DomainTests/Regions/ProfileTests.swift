import Basics
import Regions
import Requisites
import Testing

struct ProfileTests {
    private let moscow = Region.moscow.profile
    private let kazakhstan = Region.kazakhstan.profile

    @Test func `a region's name never changes`() {
        #expect(Region.allCases.map(\.rawValue) == ["moscow", "kazakhstan"])
        #expect(Region(rawValue: "Moscow") == nil)
        #expect(Region(rawValue: "") == nil)
        #expect(Region.allCases.allSatisfy { $0.profile.region == $0 && $0.profile.supplier.region == $0 })
    }

    @Test func `each region keeps its country and its currency`() {
        #expect(moscow.country == .russia)
        #expect(moscow.currency == .rub)
        #expect(kazakhstan.country == .kazakhstan)
        #expect(kazakhstan.currency == .kzt)
    }

    @Test(arguments: [
        (Region.moscow, "2019-01-01", 20), (.moscow, "2025-12-31", 20), (.moscow, "2026-01-01", 22),
        (.moscow, "2030-06-15", 22), (.kazakhstan, "2024-02-29", 12), (.kazakhstan, "2025-12-31", 12),
        (.kazakhstan, "2026-01-01", 16), (.kazakhstan, "2030-06-15", 16),
    ])
    func `VAT is the rate of the day`(region: Region, day: String, percent: Int) {
        #expect(region.profile.vat.on(The.day(day)) == percent)
    }

    @Test func `limits are those the price list names`() {
        #expect(moscow.limits.minimumTopUp == The.sum("10.00"))
        #expect(moscow.limits.testCharge == The.sum("1.00"))
        #expect(moscow.limits.autoTopUpAmount == The.sum("100.00")...The.sum("10000.00"))
        #expect(moscow.limits.autoTopUpThreshold == 0...The.sum("9999999.00"))
        #expect(moscow.limits.expenseLimit == The.sum("1.00")...The.sum("999999999.00"))
        #expect(kazakhstan.limits.minimumTopUp == The.sum("100.00"))
        #expect(kazakhstan.limits.testCharge == The.sum("100.00"))
        #expect(kazakhstan.limits.autoTopUpAmount == nil)
        #expect(kazakhstan.limits.autoTopUpThreshold == nil)
        #expect(kazakhstan.limits.expenseLimit == The.sum("1.00")...The.sum("999999999.00"))
    }

    @Test(arguments: Region.allCases)
    func `frozen objects are kept three days, or seven once money came`(region: Region) {
        let terms = region.profile.deletion.on(The.day("2026-09-10"))
        #expect(terms.neverPaidSeconds == 3 * 24 * 3600)
        #expect(terms.paidSeconds == 7 * 24 * 3600)
    }

    @Test func `only Moscow has formalised files and an EDM operator`() {
        #expect(moscow.formalised == [.upd, .taxInvoice, .act])
        #expect(moscow.hasEDM)
        #expect(kazakhstan.formalised.isEmpty)
        #expect(!kazakhstan.hasEDM)
    }

    @Test func `a dated value holds from its day until the next`() {
        let terms = Dated("first", [(The.day("2026-01-01"), "second"), (The.day("2026-07-01"), "third")])
        #expect(terms.on(The.day("1900-01-01")) == "first")
        #expect(terms.on(The.day("2025-12-31")) == "first")
        #expect(terms.on(The.day("2026-01-01")) == "second")
        #expect(terms.on(The.day("2026-06-30")) == "second")
        #expect(terms.on(The.day("2026-07-01")) == "third")
        #expect(Dated(7).on(The.day("2199-12-31")) == 7)
    }
}

struct SupplierTests {
    private let moscow = Region.moscow.profile.supplier
    private let kazakhstan = Region.kazakhstan.profile.supplier

    @Test func `ООО «ВК» has the details on record`() {
        #expect(moscow.shortName == "ООО «ВК»")
        #expect(moscow.taxID == TaxID("7743001840"))
        #expect(moscow.kpp == "997750001")
        #expect(moscow.ogrn == "1027739850962")
        #expect(
            moscow.bank
                == BankDetails(
                    account: "40702810100000003759", bik: "044525823", bank: "БАНК ГПБ (АО)",
                    correspondent: "30101810200000000823"))
        #expect(moscow.offerNumber == "б/н")
    }

    @Test func `ООО «ВК» is where the decisions put it`() {
        let address = moscow.address
        #expect(address?.line == "125167, г. Москва, Ленинградский пр-т, д. 39, стр. 79")
        #expect(address?.country == .russia)
    }

    @Test func `the supplier's numbers pass their check digits`() throws {
        let bank = try #require(moscow.bank)
        let bik = try BIK(bank.bik)
        #expect(try INN(try #require(moscow.taxID).text).isPersonal == false)
        #expect(try KPP(try #require(moscow.kpp)).text == "997750001")
        #expect(try OGRN(try #require(moscow.ogrn)).text == "1027739850962")
        #expect(AccountKey.isValid(account: bank.account, bik: bik))
        #expect(AccountKey.isValid(correspondent: try #require(bank.correspondent), bik: bik))
        #expect(throws: Never.self) { try EDMID(try #require(moscow.edmID)) }
        #expect(RussianRegion("77")?.name != nil)
    }

    @Test func `what nobody has published is missing, by name`() {
        #expect(moscow.missing == [.signatory])
        #expect(kazakhstan.shortName == "ТОО «QazCloud»")
        #expect(kazakhstan.missing == [.taxID, .bank, .address, .signatory])
        #expect(kazakhstan.missing.map(\.rawValue) == ["tax id", "bank", "address", "signatory"])
    }

    @Test func `a complete supplier misses nothing`() {
        let complete = Supplier(
            region: .kazakhstan, name: "QazCloud", shortName: "QazCloud", taxID: TaxID("050141000631"),
            bank: BankDetails(account: "KZ698562203124676325", bik: "CASPKZKA"),
            address: .text(.kazakhstan, "Астана"),
            signatory: Signatory(
                name: PersonName(last: "Иванова", first: "Анна"), post: "Директор", basis: "Устав"))
        #expect(complete.missing == [])
    }
}

struct PackageRuleTests {
    @Test(
        arguments: [
            ([], PaymentScheme.prepaid, [DocumentKind.upd]), ([.upd], .prepaid, [.upd]),
            ([.act, .upd], .prepaid, [.upd, .act]), ([.taxInvoice], .prepaid, [.taxInvoice]),
            ([.act, .taxInvoice], .prepaid, [.taxInvoice, .act]), ([], .postpaid, [.upd, .invoice]),
            ([.taxInvoice, .act], .postpaid, [.taxInvoice, .act, .invoice]),
            ([.upd, .act], .postpaid, [.upd, .act, .invoice]),
        ] as [(Set<DocumentKind>, PaymentScheme, [DocumentKind])])
    func `Moscow's package is the contract's choice and the post-paid invoice`(
        chosen: Set<DocumentKind>, scheme: PaymentScheme, kinds: [DocumentKind]
    ) {
        #expect(Region.moscow.profile.package.kinds(chosen: chosen, scheme: scheme) == kinds)
    }

    @Test(arguments: [[], [.upd], [.taxInvoice, .act]] as [Set<DocumentKind>])
    func `Kazakhstan's package is the act whatever a contract says`(chosen: Set<DocumentKind>) {
        let rule = Region.kazakhstan.profile.package
        #expect(rule.kinds(chosen: chosen, scheme: .prepaid) == [.act])
        #expect(rule.kinds(chosen: chosen, scheme: .postpaid) == [.act, .invoice])
    }
}

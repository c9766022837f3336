import Basics
import Contracts
import Documents
import Funding
import Regions
import Testing

/// What a month's package reports and of which documents it is made (R102, R105, R106, D10, D18).
struct PackageDraftTests {
    private func kinds(_ contracts: [Contract], in region: Region = .moscow) -> [DocumentKind]? {
        MakePortion.package([MakePortion.paid("100")], under: contracts, in: region)?.kinds
    }

    private func version(
        _ scheme: PaymentScheme, _ documents: Set<DocumentKind> = [], region: Region = .moscow
    ) -> [Contract] {
        [MakeContract.version(from: "2025-01-01", scheme: scheme, region: region, documents: documents)]
    }

    @Test func `the package is what the contract and the scheme make it`() {
        #expect(kinds([]) == [.upd])
        #expect(kinds(version(.prepaid)) == [.upd])
        #expect(kinds(version(.prepaid, [.upd, .act])) == [.upd, .act])
        #expect(kinds(version(.prepaid, [.taxInvoice])) == [.taxInvoice])
        #expect(kinds(version(.prepaid, [.taxInvoice, .act])) == [.taxInvoice, .act])
        #expect(kinds(version(.postpaid)) == [.upd, .invoice])
        #expect(kinds(version(.postpaid, [.taxInvoice, .act])) == [.taxInvoice, .act, .invoice])
        #expect(kinds([], in: .kazakhstan) == [.act])
        #expect(kinds(version(.postpaid, [.act], region: .kazakhstan), in: .kazakhstan) == [.act, .invoice])
    }

    @Test func `the contract of the month's last day decides`() {
        let versions = [
            MakeContract.version(from: "2026-01-01", documents: [.taxInvoice]),
            MakeContract.version(from: "2026-01-31", documents: [.upd, .act]),
            MakeContract.version(from: "2026-02-01", scheme: .postpaid),
        ]
        #expect(kinds(versions) == [.upd, .act])
    }

    @Test func `prepaid, only the customer's own transfers are reported`() {
        let portions = [
            MakePortion.paid("1000"), MakePortion.paid("300", by: "500100732259"),
            MakePortion.paid("20", by: nil), MakePortion.card("300"),
            MakePortion.other("1", .money(.sbp, CreditID("s"))),
            MakePortion.other("2", .money(.wallet, CreditID("w"))),
            MakePortion.other("3", .money(.mobile, CreditID("m"))), MakePortion.other("4", .bonus),
            MakePortion.other("5", .debt),
        ]
        #expect(MakePortion.package(portions)?.gross == The.sum("1000"))
        #expect(MakePortion.package(portions, for: TaxID("500100732259"))?.gross == The.sum("300"))
        #expect(
            portions.map { $0.isReported(to: MakePortion.romashka) } == [true]
                + Array(repeating: false, count: 8))
    }

    @Test func `post-paid, everything but bonuses is reported`() {
        let portions = [
            MakePortion.other("100", .debt, scheme: .postpaid), MakePortion.card("20", scheme: .postpaid),
            MakePortion.paid("3", by: "500100732259", scheme: .postpaid),
            MakePortion.paid("4", scheme: .postpaid),
            MakePortion.other("50", .bonus, scheme: .postpaid),
        ]
        let package = MakePortion.package(portions, under: version(.postpaid))
        #expect(package?.gross == The.sum("127"))
        #expect(package?.payments == [])
    }

    @Test func `a month without reported money has no package`() {
        #expect(MakePortion.package([]) == nil)
        #expect(MakePortion.package([MakePortion.card("100"), MakePortion.other("5", .bonus)]) == nil)
        #expect(MakePortion.package([MakePortion.paid("100")], for: TaxID("7743001840")) == nil)
        #expect(MakePortion.package([MakePortion.paid("0")]) == nil)
        let bonus = [MakePortion.other("50", .bonus, scheme: .postpaid)]
        #expect(MakePortion.package(bonus, under: version(.postpaid)) == nil)
    }

    @Test func `tax ids match byte for byte`() {
        #expect(MakePortion.package([MakePortion.paid("1", by: "e\u{301}")], for: TaxID("\u{E9}")) == nil)
    }

    @Test func `projects share one package, each with its own sum`() {
        let package = MakePortion.package([
            MakePortion.paid("10", project: "mcs0000000002"), MakePortion.paid("1", project: "mcs0000000001"),
            MakePortion.paid("5", project: "mcs0000000002"),
            MakePortion.other("9", .debt, project: "mcs0000000003"),
        ])
        #expect(package?.projects.map(\.text) == ["mcs0000000001", "mcs0000000002"])
        #expect(package?.shares.map(\.amount) == [1_00, 15_00])
        #expect(package?.shares.map(\.project.text) == ["mcs0000000001", "mcs0000000002"])
        #expect(package?.lines.count == 1)
    }

    @Test func `transfers paid in advance are listed once each, by date and number`() {
        let package = MakePortion.package([
            MakePortion.paid("1", order: "9", dated: "2026-01-10"),
            MakePortion.paid("2", order: "10", dated: "2026-01-10"),
            MakePortion.paid("4", order: "77", dated: "2025-12-01"),
            MakePortion.paid("8", order: "9", dated: "2026-01-10"),
            MakePortion.paid("16", order: "1", dated: "2026-01-31"),
            MakePortion.paid("32", order: "1", dated: "2026-02-01"),
            MakePortion.paid("64", by: "500100732259", order: "5"), MakePortion.card("128"),
        ])
        #expect(
            package?.payments == [
                PaymentReference(number: "77", date: The.day("2025-12-01"), amount: 4_00),
                PaymentReference(number: "10", date: The.day("2026-01-10"), amount: 2_00),
                PaymentReference(number: "9", date: The.day("2026-01-10"), amount: 9_00),
                PaymentReference(number: "1", date: The.day("2026-01-31"), amount: 16_00),
            ])
    }

    @Test func `a card between two transfers is left out of both months' documents`() {
        let january = MakePortion.package([MakePortion.paid("1000"), MakePortion.card("300")])
        let february = MakePortion.package(
            [
                MakePortion.other("200", .money(.card(nil), CreditID("card")), on: "2026-02-10"),
                MakePortion.paid("200", on: "2026-02-11"),
            ], month: "2026-02")
        #expect(january?.gross == The.sum("1000"))
        #expect(february?.gross == The.sum("200"))
    }

    @Test func `sums no book can hold are refused, not trapped upon`() {
        let most = Portion(
            project: The.project("mcs0000000001"), service: ServiceName("s"), day: The.day("2026-01-20"),
            scheme: .postpaid, source: .debt, amount: Money.range.upperBound)
        #expect(throws: BasicsProblem.sumTooLarge) {
            try PackageDraft.make(
                month: The.month("2026-01"), region: Region.moscow.profile,
                counterparty: MakePortion.romashka, isResident: true,
                agreements: MakeContract.agreements(), portions: [most, most, most])
        }
    }
}

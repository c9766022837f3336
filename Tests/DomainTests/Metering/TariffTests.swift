import Basics
import Contracts
import Metering
import Regions
import Testing

struct TariffTests {
    private let tariff = Tariff([
        MakeUsage.listing("vm", "3", from: "2026-07-01", service: "Новое имя", bonusType: "vm"),
        MakeUsage.listing("vm", "2", from: "2026-01-12"),
        MakeUsage.listing("disk", "0.000001", from: "2026-01-01"),
    ])
    private let offer = MakeContract.agreements()

    private func price(
        _ day: String, _ sku: String = "vm", _ agreements: Agreements? = nil, in region: Region = .moscow
    ) -> DayPrice? {
        tariff.price(of: SKU(sku), on: The.day(day), under: agreements ?? offer, in: region)
    }

    @Test func `the list's price is that of the day`() {
        #expect(price("2026-01-11") == nil)
        #expect(price("2026-01-12")?.price == The.price("2"))
        #expect(price("2026-06-30")?.price == The.price("2"))
        #expect(price("2026-07-01")?.price == The.price("3"))
        #expect(price("2026-07-01")?.origin == .list)
        #expect(price("2026-07-01")?.listing.service == ServiceName("Новое имя"))
        #expect(price("2026-07-01", "gpu") == nil)
        #expect(price("2026-07-01", "disk")?.price == UnitPrice(millionths: 1))
    }

    @Test func `a tariff knows its SKUs and the first day of each`() {
        #expect(tariff.knows(SKU("vm")))
        #expect(!tariff.knows(SKU("VM")))
        #expect(tariff.firstDay(of: SKU("vm")) == The.day("2026-01-12"))
        #expect(tariff.firstDay(of: SKU("gpu")) == nil)
        #expect(Tariff([]).listing(of: SKU("vm"), on: The.day("2026-07-01")) == nil)
    }

    @Test func `a contract's price goes before the list's, names stay the list's`() {
        let contract = MakeContract.agreements([
            MakeContract.version(
                from: "2026-02-01", date: "2026-03-10",
                prices: [MakeContract.price("vm", "1.10", from: "2026-01-01")])
        ])
        #expect(price("2026-03-09", "vm", contract)?.price == The.price("2"))
        #expect(price("2026-03-09", "vm", contract)?.origin == .list)
        let own = price("2026-07-01", "vm", contract)
        #expect(own?.price == The.price("1.10"))
        #expect(own?.origin == .contract)
        #expect(own?.listing.service == ServiceName("Новое имя"))
        #expect(own?.listing.bonusType == BonusType("vm"))
        #expect(price("2026-07-01", "disk", contract)?.origin == .list)
        #expect(price("2026-07-01", "vm", contract, in: .kazakhstan)?.origin == .list)
    }

    @Test func `a contract cannot price what the list does not know that day`() {
        let contract = MakeContract.agreements([
            MakeContract.version(
                from: "2026-01-01", prices: [MakeContract.price("vm", "1", from: "2026-01-01")])
        ])
        #expect(price("2026-01-11", "vm", contract) == nil)
        #expect(price("2026-01-12", "vm", contract)?.price == The.price("1"))
    }

    @Test func `origins are spelled as listings show them`() {
        #expect(DayPrice.Origin.list.rawValue == "list")
        #expect(DayPrice.Origin.contract.rawValue == "contract")
    }
}

import Basics
import Formats
import Metering
import Testing

@Suite struct PriceRowsTests {
    private let header = "sku,service,name,unit,price,currency,region,bonusType,validFrom\n"

    private func rows(_ text: String) -> PriceRows { PriceRows(Array((header + text).utf8)[...]) }

    @Test func `a price list is read with its lines`() throws {
        let rows = rows(
            "compute.vcpu,Облачные вычисления,\"vCPU, час\",час,0.008,RUB,moscow,compute,2026-09-01\r\n"
                + "s3.gb,S3,Хранение,ГБ,0,KZT,kazakhstan,,2026-01-01\n")
        #expect(rows.refused.isEmpty)
        #expect(rows.listed.map(\.line) == [2, 3])
        let validFrom = try #require(Day("2026-09-01"))
        #expect(
            rows.listed[0].listing
                == PriceListing(
                    sku: SKU("compute.vcpu"), region: "moscow", service: ServiceName("Облачные вычисления"),
                    name: "vCPU, час", unit: "час", price: UnitPrice(millionths: 8_000), currency: .rub,
                    bonusType: BonusType("compute"), validFrom: validFrom))
        #expect(rows.listed[1].listing.bonusType == nil)
        #expect(rows.listed[1].listing.currency == .kzt)
    }

    @Test(arguments: [
        ("s,S,N,u,1.1234567,RUB,m,,2026-09-01", "dataset.bad-price"),
        ("s,S,N,u,-1,RUB,m,,2026-09-01", "dataset.bad-price"),
        ("s,S,N,u,,RUB,m,,2026-09-01", "dataset.bad-price"),
        ("s,S,N,u,\"1,5\",RUB,m,,2026-09-01", "dataset.bad-price"),
        ("s,S,N,u,1,USD,m,,2026-09-01", "dataset.unknown-currency"),
        ("s,S,N,u,1,rub,m,,2026-09-01", "dataset.unknown-currency"),
        ("s,S,N,u,1,RUB,m,,2026-02-29", "dataset.bad-day"),
        ("s,S,N,u,1,RUB,m,,01.09.2026", "dataset.bad-day"),
        (",S,N,u,1,RUB,m,,2026-09-01", "dataset.empty-field"),
        ("s,S,N,u,1,RUB,,,2026-09-01", "dataset.empty-field"),
        ("s\u{0},S,N,u,1,RUB,m,,2026-09-01", "dataset.bad-text"),
        ("s,S,N\u{0},u,1,RUB,m,,2026-09-01", "dataset.bad-text"),
        ("s,S,N,u,1,RUB,m\u{0},,2026-09-01", "dataset.bad-text"),
        ("s,S,N,u,1,RUB,m,2026-09-01", "dataset.bad-csv"),
        ("s,S,\"N,u,1,RUB,m,,2026-09-01", "dataset.bad-csv"),
    ])
    func `a bad row is named and the others are kept`(row: String, code: String) {
        let rows = rows(row + "\nok,S,N,u,1,RUB,moscow,,2026-09-01\n")
        #expect(rows.refused.map(\.line) == [2])
        #expect(rows.refused.map(\.problem.code) == [code])
        #expect(rows.listed.map(\.line) == [3])
    }

    @Test func `a file without a column is refused whole`() {
        let rows = PriceRows(Array("sku,price\ns,1\n".utf8)[...])
        #expect(rows.refused.map(\.problem) == [.badCSV(.missingColumn("service"))])
        #expect(rows.listed.isEmpty)
        #expect(PriceRows([]).refused.map(\.problem) == [.badCSV(.missingColumn("sku"))])
    }

    @Test func `an unknown column is a warning`() {
        let text = "colour," + header + "red,s,S,N,u,1,RUB,moscow,,2026-09-01\n"
        let rows = PriceRows(Array(text.utf8)[...])
        #expect(rows.warnings == [.unknownField("colour")])
        #expect(rows.listed.count == 1)
    }
}

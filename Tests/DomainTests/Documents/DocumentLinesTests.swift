import Basics
import Contracts
import Documents
import Regions
import Support
import Testing

/// Lines: one per service, month of service and VAT rate (D19), with the VAT of the day (D3).
struct DocumentLinesTests {
    private func lines(_ package: PackageDraft?) -> [String] {
        (package?.lines ?? []).map { line in
            "\(line.service) \(line.serviceMonth) \(line.vatRate): \(Money.text(minor: line.net))"
                + " + \(Money.text(minor: line.vat)) = \(Money.text(minor: line.gross))"
        }
    }

    @Test func `lines go by service, month and rate`() {
        let package = MakePortion.package([
            MakePortion.paid("1000", for: "Диски", on: "2026-01-02"),
            MakePortion.paid("1000", for: "Вычисления", on: "2025-12-31"),
            MakePortion.paid("600", for: "Вычисления", on: "2026-01-01"),
            MakePortion.paid("400", for: "Вычисления", on: "2026-01-31"),
        ])
        #expect(
            lines(package) == [
                "Вычисления 2025-12 20: 833.33 + 166.67 = 1000.00",
                "Вычисления 2026-01 22: 819.67 + 180.33 = 1000.00",
                "Диски 2026-01 22: 819.67 + 180.33 = 1000.00",
            ])
        #expect(package?.net == The.sum("2472.67"))
        #expect(package?.vat == The.sum("527.33"))
        #expect(package?.gross == The.sum("3000"))
    }

    @Test func `services are ordered by Unicode scalars`() {
        let names = ["я", "Ё", "ё", "А", "z", "Z", "e\u{301}", "\u{E9}", "\u{1F600}", "\u{FFFD}"]
        let package = MakePortion.package(names.map { MakePortion.paid("1", for: $0) })
        let scalars = package?.lines.map { $0.service.text.unicodeScalars.map(\.value) } ?? []
        #expect(scalars.count == names.count, "names that only look alike stay two")
        #expect(zip(scalars, scalars.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
    }

    @Test func `Kazakhstan takes its own rates, by the day of the service`() {
        let package = MakePortion.package(
            [MakePortion.paid("1000", on: "2025-12-31"), MakePortion.paid("1000", on: "2026-01-01")],
            in: .kazakhstan)
        #expect(package?.lines.map(\.vatRate) == [.percent(12), .percent(16)])
        #expect(package?.lines.map(\.vat) == [The.sum("107.14"), The.sum("137.93")])
    }

    @Test func `a contract without VAT shows none`() {
        let package = MakePortion.package(
            [MakePortion.paid("1000")], under: [MakeContract.version(from: "2025-01-01", vat: .none)])
        #expect(lines(package) == ["Облачные вычисления 2026-01 none: 1000.00 + 0.00 = 1000.00"])
    }

    @Test func `two treatments in one month are two lines, none first`() {
        let package = MakePortion.package(
            [MakePortion.paid("122", on: "2026-01-20"), MakePortion.paid("100", on: "2026-01-14")],
            under: [
                MakeContract.version(from: "2025-01-01", vat: .none),
                MakeContract.version(from: "2026-01-15"),
            ])
        #expect(
            lines(package) == [
                "Облачные вычисления 2026-01 none: 100.00 + 0.00 = 100.00",
                "Облачные вычисления 2026-01 22: 100.00 + 22.00 = 122.00",
            ])
    }

    @Test func `VAT is taken of a line, not of each portion`() {
        let kopecks = (0..<10).map { _ in MakePortion.paid("0.02") }
        #expect(lines(MakePortion.package(kopecks)) == ["Облачные вычисления 2026-01 22: 0.16 + 0.04 = 0.20"])
    }

    @Test func `net and VAT are the gross, lines are the document, portions are the lines`() {
        let services = ["А", "Б", "В"]
        let complaint = forAll(
            seed: 190, count: 300,
            make: { random in
                (0..<Int.random(in: 1...15, using: &random)).map { _ in
                    MakePortion.paid(
                        Money.text(minor: random.edgy(0...1_000_000_000)), for: random.pick(services),
                        on: random.pick(["2025-11-30", "2025-12-31", "2026-01-01", "2026-01-31"]),
                        project: random.pick(["mcs0000000001", "mcs0000000002"]))
                }
            }, smaller: shorter,
            check: { portions in
                let sum = portions.reduce(0) { $0 + $1.amount }
                guard let package = MakePortion.package(portions) else {
                    return sum == 0 ? nil : "no package"
                }
                guard package == MakePortion.package(portions.reversed()) else { return "the order counts" }
                let lines = package.lines
                guard lines.allSatisfy({ $0.net + $0.vat == $0.gross && $0.gross > 0 }) else {
                    return "\(lines)"
                }
                let sums = [
                    package.gross, package.net + package.vat, lines.reduce(0) { $0 + $1.gross },
                    package.shares.reduce(0) { $0 + $1.amount },
                    package.payments.reduce(0) { $0 + $1.amount },
                ]
                return sums.allSatisfy { $0 == sum } ? nil : "\(sums) for \(sum)"
            })
        #expect(complaint == nil)
    }
}

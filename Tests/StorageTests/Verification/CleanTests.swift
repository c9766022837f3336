import Basics
import Regions
import Support
import Testing
import UseCases

@Suite struct CleanTests {
    @Test(arguments: [7, 8, 9] as [UInt64])
    func `a sound database has no findings, whatever its months were like`(seed: UInt64) throws {
        let town = try BusyTown.make(seed: seed)
        let report = try town.app.verification.verify()
        #expect(report.isDerived)
        #expect(report.rows > 500)
        #expect(report.findings.map(\.sentence) == [], "seed \(seed)")
        // It was worth looking: something of everything is there.
        let documents = try town.app.closing.documents(#require(Month("2026-03")), region: .moscow)
        #expect(documents.count >= 3)
        #expect(try town.app.bank.lines(in: .unclear).count == 1)
    }

    @Test func `credits whose names join the letters beside them are found in their runs`() throws {
        let town = try Town(opened: "2026-01-01")
        try town.register(Make.romashka())
        for (number, id) in ["\u{301}x", "x\r", "\r", "\u{200D}"].enumerated() {
            try town.credit("10.00", to: "mcs0000000001", at: "2026-01-0\(number + 2)T10:00:00Z", id: id)
        }
        try town.settle()
        #expect(try town.app.verification.verify().findings.map(\.sentence) == [])
    }
}

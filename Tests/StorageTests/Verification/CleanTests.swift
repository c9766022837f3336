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
}

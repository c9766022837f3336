import Support
import Testing
import UseCases

@Suite struct InvariantTests {
    @Test func `books balance and documents cover the portions whatever happens`() {
        let complaint = Campaign.worlds(seed: 8_000_000, usual: 40, nightly: 2_000) { world, random in
            var history = try History(world)
            try history.run(&random)
            return history.broken.isEmpty ? nil : history.broken.prefix(6).joined(separator: "\n")
        }
        #expect(complaint == nil, Comment(rawValue: complaint ?? ""))
    }

    @Test func `verify finds nothing wrong whatever happens`() {
        let complaint = Campaign.worlds(seed: 8_500_000, usual: 40, nightly: 2_000) { world, random in
            var history = try History(world)
            try history.run(&random)
            let report = try history.home.town.app.verification.verify()
            guard report.count > 0 || !report.isDerived else { return nil }
            return report.findings.prefix(6).map(\.sentence).joined(separator: "\n")
        }
        #expect(complaint == nil, Comment(rawValue: complaint ?? ""))
    }
}

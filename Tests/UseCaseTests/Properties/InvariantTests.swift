import Support
import Testing
import UseCases

@Suite struct InvariantTests {
    @Test func `books balance and documents cover the portions whatever happens`() {
        var (substituted, assigned) = (0, 0)
        let complaint = Campaign.worlds(seed: 8_000_000, usual: 40) { world, random in
            var history = try History(world)
            try history.run(&random)
            substituted += history.substituted
            assigned += history.assigned
            return history.broken.isEmpty ? nil : history.broken.prefix(6).joined(separator: "\n")
        }
        #expect(complaint == nil, Comment(rawValue: complaint ?? ""))
        #expect(substituted > 0, "transfers took other payments' places")
        #expect(assigned > 0, "advances became the customers'")
    }

    @Test func `verify finds nothing wrong whatever happens`() {
        let complaint = Campaign.worlds(seed: 8_500_000, usual: 40) { world, random in
            var history = try History(world)
            try history.run(&random)
            let report = try history.home.town.app.verification.verify()
            guard report.count > 0 || !report.isDerived else { return nil }
            return report.findings.prefix(6).map(\.sentence).joined(separator: "\n")
        }
        #expect(complaint == nil, Comment(rawValue: complaint ?? ""))
    }

    @Test func `every closed month comes out the same whatever happens`() {
        let complaint = Campaign.worlds(seed: 8_700_000, usual: 40) { world, random in
            var history = try History(world)
            try history.run(&random)
            let home = history.home
            for (month, region) in home.closed {
                let report = try home.town.app.replay.replay(month, regions: [region])
                let issued = try home.town.app.closing.documents(month, region: region)
                guard !report.isEqual || report.documents.map(\.made) != issued.map(\.frozen) else {
                    continue
                }
                let wrong = report.documents.filter { !$0.isEqual }
                    .map { "\($0.key.text) \($0.json) \($0.xml)" }
                return (report.findings.map(\.sentence) + wrong).prefix(6).joined(separator: "\n")
                    + "\n\(month) \(region): \(report.documents.count) of \(issued.count)"
            }
            return nil
        }
        #expect(complaint == nil, Comment(rawValue: complaint ?? ""))
    }
}

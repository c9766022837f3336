import Support
import Testing
import UseCases

@Suite struct DifferentialTests {
    @Test func `the product and the model agree on random worlds`() {
        let complaint = Campaign.worlds(seed: 7_000_000, usual: 150) { world, _ in
            let home = try WorldTown(world)
            try home.takeAll()
            try home.settle()
            let outcome = Reference.settle(world)
            if let difference = try Facts(home).difference(from: Facts(outcome, of: world)) {
                return difference
            }
            try home.close(world.months)
            return Facts(home.reports).difference(
                from: Facts(Reference.close(world, months: world.months)))
        }
        #expect(complaint == nil, Comment(rawValue: complaint ?? ""))
    }

    @Test func `the model holds its own examples`() { #expect(referenceModelSelfCheck() == []) }
}

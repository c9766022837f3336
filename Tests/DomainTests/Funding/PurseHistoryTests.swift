import Basics
import Funding
import Support
import Testing

/// Random histories of one purse against what must always hold.
struct PurseHistoryTests {
    private enum Step {
        case credit(Int64)
        case charge(Int64, String?)
        case grant(Int64, String, hours: Int64)
        case expire(Int)
    }

    @Test func `money and bonuses are conserved through any history`() {
        let complaint = forAll(
            seed: 771, count: 400,
            make: { random in (0..<Int.random(in: 1...30, using: &random)).map { _ in step(&random) } },
            smaller: shorter, check: complaint)
        #expect(complaint == nil)
    }

    private func step(_ random: inout SplitMix64) -> Step {
        let type = random.pick(["vm", "disk"])
        let amount = random.edgy(1...100_000)
        switch Int.random(in: 0..<10, using: &random) {
        case 0...1: return .credit(amount)
        case 2: return .grant(amount, type, hours: Int64.random(in: 1...20, using: &random))
        case 3: return .expire(Int.random(in: 0..<5, using: &random))
        default: return .charge(amount, random.chance(70) ? type : nil)
        }
    }

    private func complaint(_ steps: [Step]) -> String? {
        do {
            var till = try Till()
            var (credited, granted, charged, expired): (Int64, Int64, Int64, Int64) = (0, 0, 0, 0)
            for (index, step) in steps.enumerated() {
                let now = The.moment("2026-01-01T00:00:00Z").adding(seconds: Int64(index) * 3600)
                switch step {
                case .credit(let sum):
                    credited += sum
                    try till.credit("c\(index)", Money.text(minor: sum), by: .sbp, at: now.description)
                case .charge(let sum, let type):
                    charged += sum
                    try till.charge(minor: sum, type, for: "line \(index / 3)", at: now, scheme: .prepaid)
                case .grant(let sum, let type, let hours):
                    granted += sum
                    let end = now.adding(seconds: hours * 3600)
                    till.grant(
                        Till.grant(
                            "g\(index)", type, Money.text(minor: sum), from: now.description,
                            until: end.description))
                case .expire(let index):
                    let grants = till.purse.grants
                    if index < grants.count { expired += till.expire(grants[index].id.text)?.remaining ?? 0 }
                }
                let lots = till.purse.lots.reduce(0) { $0 + $1.remaining }
                let debts = till.purse.openDebts.reduce(0) { $0 + $1.amount }
                let grants = till.purse.grants.reduce(0) { $0 + $1.remaining }
                let balance = till.purse.balance
                guard lots == max(balance, 0), debts == max(-balance, 0) else {
                    return "step \(index): balance \(balance), lots \(lots), debts \(debts)"
                }
                guard credited + granted - charged - expired == balance + grants else {
                    return "step \(index): something was lost or made"
                }
                guard till.purse.grants.allSatisfy({ $0.remaining >= 0 }) else {
                    return "step \(index): below zero"
                }
            }
            return nil
        } catch {
            return "\(error)"
        }
    }
}

import Basics
import Contracts
import Documents
import Funding
import Ledger
import Metering
import Projects
import Regions
import Storage
import Support
import UseCases

/// What must hold of a town whatever happened in it; the answers are the sentences that do not.
extension WorldTown {
    func brokenInvariants() throws -> [String] {
        try projects.flatMap { pid in
            try town.store.read { try Self.brokenBalances(pid, $0) + self.brokenLines(pid, $0) }
        }
            + Region.allCases.flatMap { region in
                try town.store.read { try Self.brokenBook(Chain("supplier/\(region.rawValue)"), $0) }
            }
    }

    /// All months there may be.
    static let allMonths = Month(index: 2199 * 12)

    /// Entries sum to nothing, and what is kept of them is their sum.
    private static func brokenBook(_ chain: Chain, _ records: any Records) throws -> [String] {
        let kept = try records.balances(of: chain).filter { $0.amount != 0 }
        let summed = try records.turnovers(of: chain, prefix: "").filter { $0.credited != 0 }
            .map { Entry($0.account, credit: $0.credited) }
        var broken: [String] = []
        if kept != summed { broken.append("\(chain): kept \(kept), entries \(summed)") }
        let sum = summed.reduce(Int128(0)) { $0 + Int128($1.amount) }
        if sum != 0 { broken.append("\(chain): entries sum to \(sum)") }
        return broken
    }

    private static func brokenBalances(_ pid: PID, _ records: any Records) throws -> [String] {
        guard let project = try records.project(pid) else { return ["\(pid): lost"] }
        var broken = try brokenBook(Chain(pid.text), records)
        func expect(_ name: String, _ found: Int64, _ wanted: Int64) {
            if found != wanted { broken.append("\(pid) \(name): \(found), expected \(wanted)") }
        }
        var balances: [String: Int64] = [:]
        for entry in try records.balances(of: Chain(pid.text)) {
            balances[entry.account.text, default: 0] -= entry.amount
        }
        func credited(_ prefix: String) -> Int64 {
            balances.filter { $0.key.hasPrefix(prefix) }.reduce(0) { $0 + $1.value }
        }
        let lots = try records.openLots(in: pid)
        let grants = try records.openGrants(in: pid)
        let debts = try records.openDebts(in: pid).map(\.debt)
        let lotTotal = lots.reduce(0) { $0 + $1.remaining }
        let debtTotal = debts.reduce(0) { $0 + $1.amount }
        let balance = project.lotTotal - project.debtTotal
        expect("lots", lotTotal, max(balance, 0))
        expect("debts", debtTotal, max(-balance, 0))
        expect("62.02", credited("62.02."), lotTotal)
        expect("62.01", -credited("62.01"), debtTotal)
        expect("96", credited("96."), grants.reduce(0) { $0 + $1.remaining })
        let prepaid = debts.filter { $0.scheme == .prepaid }.reduce(0) { $0 + $1.amount }
        expect("98.01", credited("98.01"), prepaid)
        for (source, same) in Dictionary(grouping: lots, by: { word($0.source) }) {
            expect("62.02.\(source)", balances["62.02.\(source)"] ?? 0, same.reduce(0) { $0 + $1.remaining })
        }
        for (type, same) in Dictionary(grouping: grants, by: \.type) {
            expect("96.\(type)", balances["96.\(type)"] ?? 0, same.reduce(0) { $0 + $1.remaining })
        }
        if grants.contains(where: { !(0...$0.amount).contains($0.remaining) }) {
            broken.append("\(pid): a grant below nothing or above itself")
        }
        if lots.contains(where: { !(0...$0.amount).contains($0.remaining) }) {
            broken.append("\(pid): a lot below nothing or above itself")
        }
        if debts.contains(where: { $0.amount <= 0 }) { broken.append("\(pid): a debt of nothing") }
        return broken
    }

    private static func word(_ source: LotSource) -> String {
        switch source {
        case .bank(let payer, _, _): "bank:\(payer?.text ?? "")"
        case .card: "card"
        case .sbp: "sbp"
        case .wallet: "wallet"
        case .mobile: "mobile"
        }
    }

    /// Day lines are their rounded cost, and their portions are day lines cut up.
    private func brokenLines(_ pid: PID, _ records: any Records) throws -> [String] {
        var broken: [String] = []
        var posted: Int64 = 0
        for month in months {
            for record in try records.dayLines(in: pid, month: month) {
                let line = record.line
                posted += line.posted
                let cost = R.Ratio(line.accrued.billionths, per: 1_000_000_000)
                if line.posted != cost.postedMinor {
                    broken.append("\(pid) \(line.key): \(line.accrued) posted \(line.posted)")
                }
                if record.bonus + record.payment + record.debt != line.posted {
                    broken.append("\(pid) \(line.key): the split is not \(line.posted)")
                }
                if min(record.bonus, record.payment, record.bankFunded, record.debt) < 0
                    || record.bankFunded > record.payment
                {
                    broken.append("\(pid) \(line.key): a part below nothing")
                }
            }
        }
        let portions = try records.portions(in: pid, after: nil, through: Self.allMonths)
        let cut = portions.reduce(0) { $0 + $1.amount }
        if cut != posted { broken.append("\(pid): portions \(cut), day lines \(posted)") }
        return broken
    }
}

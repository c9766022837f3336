package import Basics
package import Contracts
import Funding
package import Regions

/// A month's package before its numbers: what its documents will say (D18, D19).
package struct PackageDraft: Hashable, Sendable {
    package let month: Month
    package let kinds: [DocumentKind]
    package let projects: [PID]
    package let lines: [DocumentLine]
    /// What of the gross each project bears, in PID order.
    package let shares: [Share]
    package let payments: [PaymentReference]
    /// What the invoice asks in the contract's currency, where it agrees one.
    package let agreed: AgreedSum?

    package struct Share: Hashable, Sendable {
        package let project: PID
        package let amount: Int64
    }

    package var gross: Int64 { lines.reduce(0) { $0 + $1.gross } }
    package var net: Int64 { lines.reduce(0) { $0 + $1.net } }
    package var vat: Int64 { lines.reduce(0) { $0 + $1.vat } }

    /// Drafts a package from the portions recognised in a month; nil where nothing is to be reported.
    /// `isResident`: of the region's country.
    package static func make(
        month: Month, region: RegionProfile, counterparty: TaxID, isResident: Bool,
        agreements: Agreements, flows: DocumentFlows = DocumentFlows(), portions: [Portion]
    ) throws -> PackageDraft? {
        let reported = portions.filter { $0.isReported(to: counterparty) }
        // Where the sum of all magnitudes can be held, every sum of some of them can.
        _ = try reported.reduce(0) { try Money.sum($0, abs($1.amount)) }
        let lines = DocumentLines.make(
            reported, region: region, agreements: agreements, isResident: isResident)
        guard !lines.isEmpty else { return nil }
        let last = month.lastDay
        let contract = agreements.contract(on: last, in: region.region)
        let kinds = region.package.kinds(
            chosen: flows.documents(for: month, of: counterparty, under: contract),
            scheme: agreements.scheme(on: last, in: region.region))
        let shares = shares(reported)
        // A post-paid debt of a closed month that was paid since stands here twice, plus and minus: its
        // project has no part in this document.
        return PackageDraft(
            month: month, kinds: kinds, projects: shares.map(\.project), lines: lines, shares: shares,
            payments: payments(reported, through: last), agreed: nil)
    }

    /// The same package with what its invoice asks in the contract's currency, where it agrees one (R14, O39).
    /// `rate`: the last official one by the day, which is the month's last, or the one on which the month is looked at
    /// before it is over.
    package func agreeing(
        with agreements: Agreements, in region: RegionProfile, at rate: OfficialRate?, on day: Day
    ) throws -> PackageDraft {
        let contract = agreements.contract(on: month.lastDay, in: region.region)
        guard kinds.contains(.invoice), let currency = contract?.currency else { return self }
        return PackageDraft(
            month: month, kinds: kinds, projects: projects, lines: lines, shares: shares, payments: payments,
            agreed: try AgreedSum(of: gross, at: region.ruling(rate, of: currency, on: day)))
    }

    private static func shares(_ portions: [Portion]) -> [Share] {
        Dictionary(grouping: portions, by: \.project).sorted { $0.key < $1.key }.compactMap { entry in
            let sum = entry.value.reduce(0) { $0 + $1.amount }
            return sum == 0 ? nil : Share(project: entry.key, amount: sum)
        }
    }

    /// The transfers that paid in advance, by date and number: line 5 of a tax invoice. What was paid
    /// after the month is no advance.
    private static func payments(_ portions: [Portion], through last: Day) -> [PaymentReference] {
        var sums: [PaymentOrder: Int64] = [:]
        for portion in portions where portion.scheme == .prepaid {
            guard case .money(.bank(_, let number, let date), _) = portion.source, date <= last else {
                continue
            }
            sums[PaymentOrder(date: date, number: number), default: 0] += portion.amount
        }
        return sums.sorted { $0.key < $1.key }
            .map { PaymentReference(number: $0.key.number, date: $0.key.date, amount: $0.value) }
    }
}

/// A payment order as a tax invoice lists it.
private struct PaymentOrder: Hashable, Comparable {
    let date: Day
    let number: String

    static func < (a: Self, b: Self) -> Bool {
        a.date == b.date ? a.number.precedesBytewise(b.number) : a.date < b.date
    }
}

import Access
import Basics
import Contracts
import Funding
import Metering
import Projects
import Regions

extension Explaining {
    func dayLine(_ key: DayLineKey, in pid: PID) throws -> DayLineExplanation? {
        guard sees(.detail, [pid]), let project = try records.project(pid),
            try !isFormer(project, project.project.region.profile.zone.start(of: key.day))
        else { return nil }
        let dispute = try records.dispute(key, in: pid)
        let region = project.project.region
        let tariff = try tariff(of: region)
        guard let line = try records.dayLine(key, in: pid) ?? dispute.map({ uncharged($0, tariff) }) else {
            return nil
        }
        let account = try owner(of: project)
        let agreements = try records.agreements(of: project, account)
        let price = PriceFact(
            key.sku, on: key.day, tariff: tariff, agreements: agreements.ruling(key.day), region: region)
        let events = try records.events(of: key, in: project, size)
        let charged = try records.chargedPortions(of: key, in: pid)
        var facts = FundingFacts(self)
        let sources = try charged.map { try facts.source($0.portion.source) }
        var reports = try Reports(self, project, account)
        let address = ExplanationAddress.dayLine(pid, key).text
        let differences =
            [
                Difference(
                    .quantity, address, stated: line.quantity.description,
                    explained: events.quantity.description),
                Difference(
                    .funding, address, stated: line.posted,
                    explained: charged.reduce(0) { $0 + $1.portion.amount }),
            ].compactMap { $0 } + costDifferences(line, price, address)
        return DayLineExplanation(
            project: pid, region: region, account: account.id, line: line,
            scheme: agreements.scheme(on: key.day, in: region), price: price,
            rounding: RoundingFact(exact: line.accrued, rounded: line.posted),
            events: try excerpt(events, price?.price), waiting: events.waiting,
            disputed: Int(dispute?.events ?? 0),
            funding: funding(charged, sources, of: line),
            reports: try reports.sums(
                zip(charged, sources).map { ($0.portion, line, $1, $0.portion.recognised) }, in: pid),
            differences: differences)
    }

    /// A line of which nothing was charged, for all of it is disputed.
    private func uncharged(_ dispute: Dispute, _ tariff: Tariff) -> DayLine {
        let listing = tariff.listing(of: dispute.key.sku, on: dispute.key.day)
        return DayLine(
            key: dispute.key, service: listing?.service ?? ServiceName("—"), unit: listing?.unit ?? "")
    }

    /// What paid, by source; a debt that was paid since is no more than the money that paid it.
    private func funding(
        _ charged: [ChargedPortion], _ sources: [FundingFact], of line: DayLine
    ) -> [DayLineExplanation.FundedPart] {
        var sums: [FundedKey: (source: FundingFact, month: Month, amount: Int64)] = [:]
        for (part, source) in zip(charged, sources) {
            let isDebt = part.portion.source == .debt
            let key = FundedKey(
                source: part.portion.source, recognised: isDebt ? nil : part.portion.recognised)
            sums[key, default: (source, part.portion.recognised, 0)].amount += part.portion.amount
        }
        return sums.filter { $0.value.amount != 0 }.sorted { $0.key < $1.key }.map { _, sum in
            let at = sum.source.credit?.credit.at
            return DayLineExplanation.FundedPart(
                source: sum.source, recognised: sum.month, amount: sum.amount,
                isLater: at.map { $0 > line.labels.end } ?? false)
        }
    }

    private func excerpt(
        _ events: LineEvents, _ price: UnitPrice?
    ) throws -> Excerpt<DayLineExplanation.EventFact> {
        guard let price else { return Excerpt(count: events.count, rows: []) }
        return Excerpt(
            count: events.count,
            rows: try events.shown.map { shown in
                let event = shown.event
                let before = Quantity(thousandths: shown.soFar.thousandths - event.quantity.thousandths)
                let accrued = Accrual(shown.soFar, at: price)
                let rounded = try Rounding.dayLine(accrued)
                return Excerpt.Row(
                    place: shown.place,
                    element: DayLineExplanation.EventFact(
                        id: event.id, source: event.source, start: event.start, end: event.end,
                        quantity: event.quantity, cost: Accrual(event.quantity, at: price), accrued: accrued,
                        rounded: rounded, posted: rounded - (try Rounding.dayLine(Accrual(before, at: price)))
                    ))
            })
    }
}

private struct FundedKey: Hashable, Comparable {
    let source: PortionRecord.Source
    let recognised: Month?

    static func < (a: Self, b: Self) -> Bool {
        guard a.source == b.source else { return a.source.precedes(b.source) }
        guard let first = a.recognised, let second = b.recognised else { return false }
        return first < second
    }
}

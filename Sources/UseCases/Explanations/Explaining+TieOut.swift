import Access
import Basics
import Contracts
import Counterparties
import Documents
import Funding
import Metering
import Projects
import Regions

extension Explaining {
    /// A customer sees its own; of a month that was another party's, nothing (R130).
    func tieOut(_ region: Region, _ month: Month, _ id: AccountID) throws -> TieOutExplanation? {
        guard let account = try records.account(id) else { return nil }
        let holdings = try records.holdings(of: account, in: region).filter {
            $0.span(after: nil, through: month) != nil
        }
        let projects = Set(holdings.map(\.project)).sorted()
        let closings = try records.closings(of: id, in: region).filter { $0.month == month }
        let shown = try shown(projects, of: account, in: region)
        guard !shown.isEmpty, sees(.detail, shown), sees(.documents, shown), let taxID = closings.first?.taxID
        else { return nil }
        let party = account.counterparty(in: month, of: region)
        if case .customer = viewer, taxID != account.counterparty.taxID { return nil }
        let sums = try records.tieOut(account, taxID, region, month)
        let lines = try reportedLines(of: holdings, account, taxID, region, month)
        let documents = try issued(to: id, region, month)
        let postings = try projects.flatMap { pid in
            try records.handedOver(by: pid, for: id, month: month).map {
                TieOutExplanation.Posting(project: pid, sequence: $0.sequence, amount: $0.amount)
            }
        }
        let address = ExplanationAddress.tieOut(region, month, id).text
        var differences = [
            Difference(
                .tieOut, address, stated: sums.portions.minor,
                explained: lines.reduce(0) { $0 + $1.amount }),
            Difference(
                .tieOut, address, stated: sums.documents.minor,
                explained: documents.reduce(0) { $0 + ($1.isCounted ? $1.gross : 0) }),
            Difference(
                .tieOut, address, stated: sums.ledger.minor,
                explained: postings.reduce(0) { $0 + $1.amount }),
        ]
        // Where no documents were to be issued there is nothing to compare.
        if closings.contains(where: { $0.skipped == nil }) {
            differences += [
                Difference(
                    .tieOut, address, stated: sums.portions.minor, explained: sums.documents.minor),
                Difference(
                    .tieOut, address, stated: sums.documents.minor, explained: sums.ledger.minor),
            ]
        }
        return TieOutExplanation(
            region: region, month: month, account: id, counterparty: party.shortName ?? party.name,
            taxID: taxID, projects: projects, sums: sums, months: served(lines),
            lines: Excerpt(
                lines.map {
                    CreditExplanation.PaidLine(address: $0.address, line: $0.line, amount: $0.amount)
                }, size), documents: documents, postings: postings,
            differences: differences.compactMap { $0 })
    }

    private struct Reported {
        let project: PID
        let line: DayLine
        var amount: Int64

        var address: String { ExplanationAddress.dayLine(project, line.key).text }
    }

    /// The day lines whose charges the month reports, by project and day; what cancels itself out is left away.
    private func reportedLines(
        of holdings: [Holding], _ account: Account, _ taxID: TaxID, _ region: Region, _ month: Month
    ) throws -> [Reported] {
        let before = try records.lastClosed(account.id, in: region, before: month)
        var facts = FundingFacts(self)
        var reported: [Reported] = []
        for holding in holdings {
            let pid = holding.project
            guard let span = holding.span(after: before, through: month) else { continue }
            for charged in try records.chargedPortions(in: pid, after: span.after, through: span.through) {
                let source = try facts.source(charged.portion.source)
                guard isReported(charged.portion, source, to: taxID) else { continue }
                if let last = reported.last, last.project == pid, last.line.key == charged.line.key {
                    reported[reported.count - 1].amount += charged.portion.amount
                } else {
                    reported.append(
                        Reported(project: pid, line: charged.line, amount: charged.portion.amount))
                }
            }
        }
        return reported.filter { $0.amount != 0 }
    }

    private func served(_ lines: [Reported]) -> [TieOutExplanation.ServedMonth] {
        var months: [TieOutExplanation.ServedMonth] = []
        for line in lines {
            let month = line.line.key.day.month
            let last = months.last.flatMap { $0.project == line.project && $0.month == month ? $0 : nil }
            if last != nil { months.removeLast() }
            months.append(
                TieOutExplanation.ServedMonth(
                    project: line.project, month: month, dayLines: (last?.dayLines ?? 0) + 1,
                    amount: (last?.amount ?? 0) + line.amount))
        }
        return months
    }

    private func issued(
        to id: AccountID, _ region: Region, _ month: Month
    ) throws -> [TieOutExplanation.Issued] {
        var packages: Set<[PID]> = []
        return try records.documents(of: id, in: region, month: month).map { record in
            TieOutExplanation.Issued(
                key: DocumentKey(
                    region: region, kind: record.kind, year: record.date.year, number: record.number),
                gross: try papers.thaw(record.frozen).gross,
                isCounted: packages.insert(record.shares.map(\.project)).inserted)
        }
    }
}

extension Records {
    /// The three sums of a month that is closed, asked of the records anew.
    func tieOut(
        _ account: Account, _ taxID: TaxID, _ region: Region, _ month: Month
    ) throws -> ClosingReport.TieOut {
        let currency = region.profile.currency
        let before = try lastClosed(account.id, in: region, before: month)
        let portions = try reportedSum(of: account, payer: taxID, after: before, through: month, in: region)
        return ClosingReport.TieOut(
            region: region, counterparty: taxID, portions: Money(minor: portions, currency),
            documents: Money(minor: try documentedSum(of: account.id, in: region, month: month), currency),
            ledger: Money(minor: try handedOver(for: account, in: region, month: month), currency))
    }
}

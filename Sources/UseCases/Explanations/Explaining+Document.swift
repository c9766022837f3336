import Access
import Basics
import Contracts
import Documents
import Funding
import Metering
import Projects
import Regions

extension Explaining {
    /// A document with all its lines, or with the one asked for.
    func document(_ key: DocumentKey, line number: Int?) throws -> DocumentExplanation? {
        guard let record = try records.document(named: key),
            let account = try records.account(record.account), try records.isShown(record, to: viewer)
        else { return nil }
        let shown = try shown(record.shares.map(\.project), of: account, in: record.region)
        guard !shown.isEmpty, sees(.documents, shown) else { return nil }
        let content = try papers.thaw(record.frozen)
        if let number, !content.lines.indices.contains(number - 1) {
            throw ExplanationsProblem.noSuchLine(key.text, lines: content.lines.count)
        }
        var facts = FundingFacts(self)
        let reported = try reported(by: record, content, account, &facts)
        let tariff = try tariff(of: record.region)
        var differences: [Difference] = []
        var lines: [DocumentLineExplanation] = []
        for (index, line) in content.lines.enumerated() where number == nil || number == index + 1 {
            let own = reported.filter {
                $0.line.service == line.service && $0.line.key.day.month == line.serviceMonth
                    && account.vatRate(
                        on: $0.line.key.day, in: record.region, reportedIn: content.month) == line.vatRate
            }
            lines.append(
                try explanation(
                    of: line, ExplanationAddress.documentLine(key, index + 1), index + 1, own, account,
                    record.region, tariff, &facts, &differences))
        }
        if number == nil {
            // Parts that no line names would be missing from every line's own sum.
            differences += [
                Difference(
                    .document, key.text, stated: record.shares.reduce(0) { $0 + $1.amount },
                    explained: reported.reduce(0) { $0 + $1.portion.amount })
            ].compactMap { $0 }
        }
        return DocumentExplanation(
            key: key, content: content, account: account.id, lines: lines, differences: differences)
    }

    /// The portions a package holds: recognised after the closing before and through its own month.
    private func reported(
        by record: DocumentRecord, _ content: DocumentContent, _ account: Account,
        _ facts: inout FundingFacts
    ) throws -> [ReportedPart] {
        let closings = try records.closings(of: account.id, in: record.region)
        let before = closings.last { $0.month < record.month }?.month
        let isPerProject = !closings.contains { $0.month == record.month && $0.project == nil }
        var reported: [ReportedPart] = []
        for holding in try records.holdings(of: account, in: record.region) {
            let pid = holding.project
            guard !isPerProject || content.projects.contains(pid),
                let span = holding.span(after: before, through: record.month)
            else { continue }
            for charged in try records.chargedPortions(in: pid, after: span.after, through: span.through) {
                let source = try facts.source(charged.portion.source)
                guard isReported(charged.portion, source, to: content.counterparty.taxID) else { continue }
                reported.append(
                    ReportedPart(project: pid, line: charged.line, portion: charged.portion, source: source))
            }
        }
        return reported
    }

    /// D10, for a portion whose credit is known.
    func isReported(_ portion: PortionRecord, _ source: FundingFact, to own: TaxID) -> Bool {
        switch (portion.scheme, source) {
        case (_, .grant): return false
        case (.postpaid, _): return true
        case (.prepaid, .debt): return false
        case (.prepaid, .lot(let fact)): return fact.payer == own
        }
    }

    private func explanation(
        of line: DocumentLine, _ address: ExplanationAddress, _ number: Int, _ parts: [ReportedPart],
        _ account: Account, _ region: Region, _ tariff: Tariff, _ facts: inout FundingFacts,
        _ differences: inout [Difference]
    ) throws -> DocumentLineExplanation {
        var days: [PlacedLine: (line: DayLine, amount: Int64)] = [:]
        for part in parts {
            let place = PlacedLine(day: part.line.key, project: part.project)
            days[place, default: (part.line, 0)].amount += part.portion.amount
        }
        // A post-paid debt of a closed month that was paid since stands here plus and minus.
        let ruling = try Dictionary(
            uniqueKeysWithValues: Set(days.keys.map(\.project)).map { pid in
                let project = try records.knownProject(pid)
                return (pid, try records.agreements(of: project, owner(of: project)))
            })
        let shares = days.filter { $0.value.amount != 0 }.sorted { $0.key < $1.key }.map { place, share in
            let day = share.line.key.day
            return DocumentLineExplanation.DayShare(
                project: place.project, line: share.line,
                price: PriceFact(
                    share.line.key.sku, on: day, tariff: tariff,
                    agreements: ruling[place.project]?.ruling(day) ?? account.agreements, region: region),
                amount: share.amount)
        }
        var money: [PortionRecord.Source: Int64] = [:]
        for part in parts where days[PlacedLine(day: part.line.key, project: part.project)]?.amount != 0 {
            money[part.portion.source, default: 0] += part.portion.amount
        }
        check(line, address.text, shares, &differences)
        return DocumentLineExplanation(
            address: address.text, number: number, line: line,
            skus: Dictionary(grouping: shares, by: \.line.key.sku).sorted { $0.key < $1.key }.map {
                DocumentLineExplanation.SKUSum(
                    sku: $0.key, dayLines: $0.value.count, amount: $0.value.reduce(0) { $0 + $1.amount })
            }, days: Excerpt(shares, size),
            money: try money.filter { $0.value != 0 }.sorted { $0.key.precedes($1.key) }.map {
                DocumentLineExplanation.MoneySum(source: try facts.source($0.key), amount: $0.value)
            })
    }

    private func check(
        _ line: DocumentLine, _ address: String, _ shares: [DocumentLineExplanation.DayShare],
        _ differences: inout [Difference]
    ) {
        let vat: Int64 =
            switch line.vatRate {
            case .none: 0
            case .percent(let rate): Rounding.vat(inGross: line.gross, percent: rate)
            }
        differences += [
            Difference(
                .documentLine, address, stated: line.gross, explained: shares.reduce(0) { $0 + $1.amount }),
            Difference(.vat, address, stated: line.vat, explained: vat),
            Difference(.vat, address, stated: line.gross, explained: line.net + line.vat),
        ].compactMap { $0 }
        for share in shares { differences += costDifferences(share.line, share.price, share.address) }
    }

    /// Price × quantity is the exact cost, and the posted sum is that cost rounded.
    func costDifferences(_ line: DayLine, _ price: PriceFact?, _ address: String) -> [Difference] {
        let exact = price.map { Accrual(line.quantity, at: $0.price).description } ?? "—"
        let rounded = (try? Rounding.dayLine(line.accrued)) ?? -1  // too large to be posted is no sum at all
        return [
            Difference(.cost, address, stated: line.accrued.description, explained: exact),
            Difference(.rounding, address, stated: line.posted, explained: rounded),
        ].compactMap { $0 }
    }
}

/// A part of a day line that a document reports.
private struct ReportedPart {
    let project: PID
    let line: DayLine
    let portion: PortionRecord
    let source: FundingFact
}

/// Day lines of several projects, by day first.
private struct PlacedLine: Hashable, Comparable {
    let day: DayLineKey
    let project: PID

    static func < (a: Self, b: Self) -> Bool {
        a.day == b.day ? a.project < b.project : a.day < b.day
    }
}

package import Access
package import Basics
import Contracts
import Counterparties
import Documents
import Metering
import Notices
import Projects
import Regions
package import Wording

/// Billing reports of a period, by whoever may load them: consumption, granular, for bookkeepers (R98, R99).
package struct ReportsDesk: Sendable {
    let store: any Store
    let clock: Clock
    let papers: Papers

    /// A spreadsheet is made whole in memory; a CSV is written as it comes about.
    package static let mostSheetRows = 50_000
    package static let mostRows = 1_000_000
    package static let mostProjects = 100
    /// About so many rows in a piece.
    private static let pieceRows = 2_000

    /// A project's report page: who looks, which projects there are to choose, and which days are usual.
    package struct Choice: Sendable {
        package let head: ProjectHead
        package let projects: [PID]
        package let today: Day
    }

    package func choice(of pid: PID, for viewer: Viewer) throws -> Choice {
        let now = clock.now()
        return try store.read { records in
            let head = try records.head(pid, .reports, at: now, for: viewer)
            return Choice(
                head: head, projects: projects(head, viewer),
                today: head.region.profile.zone.day(of: now))
        }
    }

    /// A report for whoever holds the right in every project asked for; one that would not end is refused.
    package func report(_ ask: ReportAsk, of pid: PID, most: Int, for viewer: Viewer) throws -> Report {
        let now = clock.now()
        return try store.read { records in
            let head = try records.head(pid, .reports, at: now, for: viewer)
            guard ask.projects.count <= ReportsDesk.mostProjects else {
                throw DocumentsProblem.tooManyProjects(ReportsDesk.mostProjects)
            }
            let allowed = projects(head, viewer)
            for pid in ask.projects where !allowed.contains(pid) {
                throw ProjectsProblem.unknownProject(pid.text)
            }
            let chosen = ask.projects.isEmpty ? allowed : allowed.filter(ask.projects.contains)
            var shown = chosen
            if ask.kind == .accounting {
                let period = ask.period
                guard period.from == period.from.month.firstDay,
                    period.through == period.through.month.lastDay
                else { throw DocumentsProblem.notWholeMonths }
                // Documents are about all projects of the organisation; so is what repeats their sums.
                shown = head.account.projects.filter { $0.region == head.region }.map(\.pid).sorted()
                guard viewer.may(.documents, inAllOf: shown) else { throw DocumentsProblem.actBeyondView }
            } else if shown.count > ReportsDesk.mostProjects {
                throw DocumentsProblem.tooManyProjects(ReportsDesk.mostProjects)
            }
            var count = 0
            if ask.kind == .granular {
                for pid in shown {
                    count += try records.dayLineCount(
                        in: pid, from: ask.period.from, through: ask.period.through)
                }
            }
            guard count <= most else { throw ProjectsProblem.tooManyRows(most) }
            return Report(
                ask: ask, region: head.region, projects: shown, columns: ReportsDesk.columns(ask.kind),
                rowCount: count)
        }
    }

    /// The next piece of a report, the total with the last; nil as place = there is no more.
    package func rows(
        of report: Report, _ language: Language, from place: ReportPlace?
    ) throws -> (rows: [[ReportCell]], next: ReportPlace?) {
        try store.read { records in
            switch report.ask.kind {
            case .consumption: (rows: try consumption(report, records), next: nil)
            case .accounting: (rows: try accounting(report, language, records), next: nil)
            case .granular: try granular(report, language, from: place, records)
            }
        }
    }

    /// The customer's projects in the region that a viewer may have reports of: all of them, not those a head offers.
    private func projects(_ head: ProjectHead, _ viewer: Viewer) -> [PID] {
        head.account.projects.filter { $0.region == head.region && viewer.may(.reports, in: $0.pid) }
            .map(\.pid).sorted()
    }

    private static func columns(_ kind: ReportAsk.Kind) -> [Phrase] {
        func words(_ en: String, _ ru: String) -> Phrase { Phrase(en: en, ru: ru) }
        let currency = words("currency", "валюта")
        return switch kind {
        case .consumption:
            [
                words("from", "с"), words("through", "по"), words("project", "проект"),
                words("region", "регион"), words("service", "услуга"), words("cost", "сумма"), currency,
            ]
        case .granular:
            [
                words("day", "день"), words("project", "проект"), words("region", "регион"),
                words("service", "услуга"), words("resource ID", "ID ресурса"),
                words("parameter", "параметр"), words("parameter name", "наименование параметра"),
                words("unit", "единица"), words("quantity", "количество"), words("price", "цена"),
                words("cost", "сумма"), words("by bonuses", "бонусами"), words("by payment", "платежами"),
                words("of which by own bank transfers", "из них своими переводами"),
                words("in debt", "в долг"), currency, words("labels", "метки"),
            ]
        case .accounting:
            [
                words("month", "месяц"), words("document", "документ"),
                words("document date", "дата документа"),
                words("service", "услуга"), words("month of service", "месяц услуги"),
                words("VAT rate", "ставка НДС"), words("without VAT", "без НДС"), words("VAT", "НДС"),
                words("total with VAT", "всего с НДС"), currency,
            ]
        }
    }

    private static let total = Phrase(en: "total", ru: "итого")

    // MARK: Consumption

    private func consumption(_ report: Report, _ records: any Records) throws -> [[ReportCell]] {
        struct Line: Hashable, Comparable {
            let start: Day
            let project: PID
            let service: ServiceName

            static func < (a: Self, b: Self) -> Bool {
                (a.start, a.project, a.service) < (b.start, b.project, b.service)
            }
        }
        let period = report.ask.period
        var sums: [Line: Int64] = [:]
        for pid in report.projects {
            for day in try records.spending(in: pid, from: period.from, through: period.through) {
                let line = Line(start: report.ask.step.start(of: day.day), project: pid, service: day.service)
                sums[line] = try Money.sum(sums[line] ?? 0, day.amount)
                guard sums.count <= ReportsDesk.mostSheetRows else {
                    throw ProjectsProblem.tooManyRows(ReportsDesk.mostSheetRows)
                }
            }
        }
        let currency = report.region.profile.currency.rawValue
        let rows = sums.sorted { $0.key < $1.key }.map { line, sum -> [ReportCell] in
            [
                .day(max(line.start, period.from)),
                .day(min(report.ask.step.end(from: line.start), period.through)), .text(line.project.text),
                .text(report.region.rawValue), .text(line.service.text), .sum(sum), .text(currency),
            ]
        }
        let all = try sums.values.reduce(0) { try Money.sum($0, $1) }
        return rows + [
            [
                .day(period.from), .day(period.through), .text(""), .text(report.region.rawValue),
                .text(""), .sum(all), .text(currency),
            ]
        ]
    }

    // MARK: Granular

    private func granular(
        _ report: Report, _ language: Language, from place: ReportPlace?, _ records: any Records
    ) throws -> (rows: [[ReportCell]], next: ReportPlace?) {
        let period = report.ask.period
        var place = place ?? ReportPlace(project: 0, day: period.from, totals: [0, 0, 0, 0, 0])
        let tariff = try records.tariff(in: report.region)
        while place.project < report.projects.count {
            let pid = report.projects[place.project]
            // As many days as make a piece; one day at least.
            var last: Day?
            var lines = 0
            let days = Int(period.through.number) - Int(place.day.number) + 1
            for day in try records.chargedDays(in: pid, from: place.day, limit: min(366, max(0, days)))
            where day.day <= period.through && (last == nil || lines + day.dayLines <= ReportsDesk.pieceRows)
            {
                last = day.day
                lines += day.dayLines
                if lines >= ReportsDesk.pieceRows { break }
            }
            guard let last else {
                place = ReportPlace(project: place.project + 1, day: period.from, totals: place.totals)
                continue
            }
            guard let project = try records.project(pid),
                let account = try records.account(project.project.account)
            else { throw ProjectsProblem.unknownProject(pid.text) }
            let agreements = try records.agreements(of: project, account)
            var totals = place.totals
            let rows = try records.dayLines(in: pid, from: place.day, through: last).map { record in
                let line = record.line
                let price = tariff.price(
                    of: line.key.sku, on: line.key.day, under: agreements.ruling(line.key.day),
                    in: report.region)
                let sums = [line.posted, record.bonus, record.payment, record.bankFunded, record.debt]
                totals = try zip(totals, sums).map { try Money.sum($0, $1) }
                return ReportsDesk.row(report, pid, record, price, sums)
            }
            return (rows: rows, next: ReportPlace(project: place.project, day: last.next, totals: totals))
        }
        let sums = place.totals.map { ReportCell.sum($0) }
        let row: [ReportCell] =
            [.text(ReportsDesk.total.text(language))] + [ReportCell](repeating: .nothing, count: 9) + sums
            + [.text(report.region.profile.currency.rawValue), .nothing]
        return (rows: [row], next: nil)
    }

    private static func row(
        _ report: Report, _ pid: PID, _ record: DayLineRecord, _ price: DayPrice?, _ sums: [Int64]
    ) -> [ReportCell] {
        let line = record.line
        return [
            .day(line.key.day), .text(pid.text), .text(report.region.rawValue), .text(line.service.text),
            .text(line.key.resource.text), .text(line.key.sku.text), .text(price?.listing.name ?? ""),
            .text(line.unit), .number(line.quantity.description),
            price.map { .number($0.price.description) } ?? .nothing,
        ] + sums.map { .sum($0) } + [
            .text(report.region.profile.currency.rawValue),
            .text(line.labels.labels.map { "\($0.name)=\($0.value)" }.joined(separator: ", ")),
        ]
    }

    // MARK: For bookkeepers

    /// The lines of the issued documents; of months not closed yet what a package would say today, marked so.
    private func accounting(
        _ report: Report, _ language: Language, _ records: any Records
    ) throws -> [[ReportCell]] {
        guard let pid = report.projects.first,
            let account = try records.project(pid).flatMap({ try records.account($0.project.account) })
        else { return [] }
        let (first, last) = (report.ask.period.from.month, report.ask.period.through.month)
        var rows: [[ReportCell]] = []
        var totals: [Int64] = [0, 0, 0]
        func add(_ month: Month, _ document: String, _ date: ReportCell, _ lines: [DocumentLine]) throws {
            for line in lines {
                totals = try zip(totals, [line.net, line.vat, line.gross]).map { try Money.sum($0, $1) }
                rows.append([
                    .text(month.description), .text(document), date, .text(line.service.text),
                    .text(line.serviceMonth.description), .text(line.vatRate.phrase.text(language)),
                    .sum(line.net), .sum(line.vat), .sum(line.gross),
                    .text(report.region.profile.currency.rawValue),
                ])
            }
        }
        for content in try shownDocuments(account, report.region, from: first, through: last, records) {
            let name = "\(content.kind.phrase.text(language)) № \(content.number)"
            try add(content.month, name, .day(content.date), content.lines)
        }
        for (month, lines) in try open(account, report, through: last, records) where first <= month {
            try add(
                month,
                Phrase(en: "not closed yet, as it stands", ru: "месяц не закрыт, предварительно").text(
                    language),
                .nothing, lines)
        }
        let total: [ReportCell] =
            [.text(ReportsDesk.total.text(language))] + [ReportCell](repeating: .nothing, count: 5)
        return rows + [
            total + totals.map { .sum($0) } + [.text(report.region.profile.currency.rawValue)]
        ]
    }

    /// One document of each package, in the order they were numbered.
    private func shownDocuments(
        _ account: Account, _ region: Region, from: Month, through: Month, _ records: any Records
    ) throws -> [DocumentContent] {
        let contents = try records.documents(of: account.id, in: region, from: from, through: through)
            .map { try papers.thaw($0.frozen) }
            .filter { $0.counterparty.taxID == account.counterparty.taxID }
        return ShownDocuments.of(contents)
    }

    /// Months behind the last closed one, by the closing's own rule.
    private func open(
        _ account: Account, _ report: Report, through last: Month, _ records: any Records
    ) throws -> [(Month, [DocumentLine])] {
        let region = report.region.profile
        var before = try records.lastClosed(account.id, in: report.region)
        var months: [(Month, [DocumentLine])] = []
        while let month = try records.firstActiveMonth(
            of: account, in: report.region, after: before, before: last.next)
        {
            defer { before = month }
            // What is a former party's is not shown to another.
            let party = account.counterparty(in: month, of: report.region)
            guard let taxID = party.taxID, taxID == account.counterparty.taxID else { continue }
            let planning = Planning(
                region: region, supplier: try records.completedSupplier(report.region),
                supplierVersion: try records.supplierVersion(report.region), month: month, papers: papers,
                at: clock.now())
            var held: [PID: [Portion]] = [:]
            for holding in try records.holdings(of: account, in: report.region) {
                guard let span = holding.span(after: before, through: month) else { continue }
                held[holding.project, default: []] += try records.portions(
                    in: holding.project, after: span.after, through: span.through)
            }
            for package in try planning.packages(
                account, taxID, planning.flows(account, records), Array(held.keys),
                held.sorted { $0.key < $1.key }.flatMap(\.value))
            {
                if let draft = package.draft { months.append((month, draft.lines)) }
            }
        }
        return months
    }
}

extension ReportAsk.Step {
    /// The day on which the step that holds a day begins.
    func start(of day: Day) -> Day {
        switch self {
        case .day: day
        // Day 0, 1 January 1970, was a Thursday.
        case .week: Day(number: day.number - (day.number + 3).flooredRemainder(by: 7))
        case .month: day.month.firstDay
        case .year: Month(index: day.month.index / 12 * 12).firstDay
        }
    }

    func end(from start: Day) -> Day {
        switch self {
        case .day: start
        case .week: Day(number: start.number + 6)
        case .month: start.month.lastDay
        case .year: Month(index: start.month.index + 11).lastDay
        }
    }
}

extension Int32 {
    fileprivate func flooredRemainder(by divisor: Int32) -> Int32 {
        let rest = self % divisor
        return rest < 0 ? rest + divisor : rest
    }
}

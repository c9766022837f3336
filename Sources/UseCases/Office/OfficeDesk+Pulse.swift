package import Access
package import Basics
import Contracts
import Documents
import Projects
package import Regions

extension OfficeDesk {
    /// Which time the charts of money and documents are of.
    package enum Span: Hashable, Sendable {
        /// The last month of bank days there are, so that a quiet month does not show nothing; the last closed month.
        case latest
        case month(Month)
        /// Twelve months.
        case year(ClosedRange<Month>)

        /// Its months, the earliest first; nil = they follow from what there is.
        var months: ClosedRange<Month>? {
            switch self {
            case .latest: nil
            case .month(let month): month...month
            case .year(let months): months
            }
        }
    }

    /// How the house does: money in and out by day or month, what is owed by age, how far documents are.
    package struct Pulse: Sendable {
        package struct OfRegion: Sendable {
            package let region: Region
            package let first: Day
            package let last: Day
            /// By day; of a year by month, each on its first day.
            package let turnovers: [BankTurnover]
            /// What is owed, by the months since the day it was due; where no such day is agreed, since the service.
            package let debts: [(age: Age, amount: Int64)]
            /// Whether some of it is counted from an agreed day.
            package let isByDueDay: Bool
            /// Of each month that has some.
            package let documents: [(month: Month, funnel: PaperFunnel)]
            /// Who owes more than the contract's limit, the largest excess first; and how many there are in all.
            package let above: [Debtor]
            package let aboveCount: Int
        }

        package enum Age: Int, CaseIterable, Sendable {
            case thisMonth
            case oneMonth
            case twoMonths
            case older
            /// An agreed day to pay is not over, or no invoice asks for it yet.
            case notDue
        }

        /// A customer above the limit of its contract.
        package struct Debtor: Sendable {
            package let account: Account
            package let use: CreditUse
        }

        package let span: Span
        /// Months that can be chosen, the latest first.
        package let months: [Month]
        package let regions: [OfRegion]
    }

    private static let days: Int32 = 31
    static let mostDebtors = 5000
    package static let mostAbove = 50

    static let mostPulseMonths: Int32 = 36

    package func pulse(_ span: Span = .latest, for viewer: Viewer) throws -> Pulse {
        try hold(viewer, .balance)
        let now = clock.now()
        return try store.read { records in
            let latest = try records.latestBankDay()
            let debts = try records.debtsByMonth(limit: 1200)
            let debtors = try records.debtorsOnTerms(limit: OfficeDesk.mostDebtors)
            let newest = Region.moscow.profile.zone.day(of: now).month
            return Pulse(
                span: span,
                months: (0..<OfficeDesk.mostPulseMonths).map { Month(index: newest.index - $0) },
                regions: try Region.allCases.compactMap { region in
                    let today = region.profile.zone.day(of: now)
                    var last = min(latest ?? today, today)
                    var first = Day(number: last.number - OfficeDesk.days + 1)
                    if let months = span.months {
                        (first, last) = (months.lowerBound.firstDay, months.upperBound.lastDay)
                    }
                    let turnovers = OfficeDesk.turnovers(
                        try records.bankTurnovers(from: first, through: last).filter { $0.region == region },
                        by: span)
                    var ages = Ages(today)
                    for debt in debts where debt.region == region { ages.add(debt.amount, of: debt.month) }
                    var above: [Pulse.Debtor] = []
                    for debtor in debtors where debtor.region == region {
                        guard let account = try records.account(debtor.account) else { continue }
                        if let use = try records.creditUse(of: account, in: region, on: today), use.isAbove {
                            above.append(Pulse.Debtor(account: account, use: use))
                        }
                        try age(account, in: region, at: now, &ages, records)
                    }
                    above.sort {
                        ($1.use.owed - $1.use.limit, $0.account.id)
                            < ($0.use.owed - $0.use.limit, $1.account.id)
                    }
                    let closed = try records.lastClosed(region)
                    let months = span.months.map {
                        ($0.lowerBound.index...$0.upperBound.index).map(Month.init(index:))
                    }
                    let documents = try (months ?? closed.map { [$0] } ?? [])
                        .map { (month: $0, funnel: try records.paperFunnel(region, month: $0)) }
                        .filter { $0.funnel.issued > 0 }
                    let owed = ages.sums
                    guard !turnovers.isEmpty || !owed.isEmpty || !documents.isEmpty else { return nil }
                    return Pulse.OfRegion(
                        region: region, first: first, last: last, turnovers: turnovers, debts: owed,
                        isByDueDay: ages.isByDueDay,
                        documents: documents, above: Array(above.prefix(OfficeDesk.mostAbove)),
                        aboveCount: above.count)
                })
        }
    }

    private static func turnovers(_ days: [BankTurnover], by span: Span) -> [BankTurnover] {
        guard case .year = span else { return days }
        return Dictionary(grouping: days) { $0.day.month }.sorted { $0.key < $1.key }.map { month, days in
            BankTurnover(
                region: days[0].region, day: month.firstDay,
                received: days.reduce(0) { $0 + $1.received }, spent: days.reduce(0) { $0 + $1.spent })
        }
    }

    /// Counts what a customer with agreed days to pay owes by those days, and no more by the services.
    private func age(
        _ account: Account, in region: Region, at now: Moment, _ ages: inout Ages, _ records: any Records
    ) throws {
        let versions = account.agreements.contracts.filter { $0.region == region }
        guard versions.contains(where: { $0.dueDays != nil }) else { return }
        let isAgreed = account.agreements.contract(on: ages.today, in: region)?.dueDays != nil
        for project in try records.projects(of: account.id, in: region) {
            guard let receivable = try records.receivable(of: project, account, at: now, documents) else {
                continue
            }
            // The latest first, as what is owed is laid upon invoices; what is left is as old as its services.
            var months = try records.debtsByMonth(of: project.project.pid)[...]
            func take(_ amount: Int64, isDue: Bool) {
                var left = amount
                while left > 0, let last = months.popLast() {
                    let part = min(left, last.amount)
                    if part < last.amount { months.append((last.month, last.amount - part)) }
                    if isDue { ages.add(-part, of: last.month) }
                    left -= part
                }
            }
            take(receivable.unasked, isDue: isAgreed)
            if isAgreed { ages.addEarly(receivable.unasked) }
            for part in receivable.asked {
                take(part.open, isDue: part.invoice.due != nil)
                if let day = part.invoice.due { ages.add(part.open, due: day) }
            }
        }
    }
}

/// What is owed by its age on a day.
private struct Ages {
    let today: Day
    private(set) var isByDueDay = false
    private var found: [OfficeDesk.Pulse.Age: Int64] = [:]

    init(_ today: Day) { self.today = today }

    mutating func add(_ amount: Int64, of month: Month) {
        let months = Int(today.month.index - month.index)
        add(amount, months > 2 ? .older : OfficeDesk.Pulse.Age(rawValue: max(0, months)) ?? .older)
    }

    mutating func add(_ amount: Int64, due day: Day) {
        isByDueDay = true
        if today <= day { add(amount, .notDue) } else { add(amount, of: day.month) }
    }

    /// No invoice asks for it yet, and its day is agreed.
    mutating func addEarly(_ amount: Int64) {
        guard amount > 0 else { return }
        isByDueDay = true
        add(amount, .notDue)
    }

    private mutating func add(_ amount: Int64, _ age: OfficeDesk.Pulse.Age) {
        found[age, default: 0] += amount
    }

    /// All ages, or none where nothing is owed; what is not due yet where there is some.
    var sums: [(age: OfficeDesk.Pulse.Age, amount: Int64)] {
        guard found.values.contains(where: { $0 != 0 }) else { return [] }
        let early: [OfficeDesk.Pulse.Age] = found[.notDue] ?? 0 != 0 ? [.notDue] : []
        let old = OfficeDesk.Pulse.Age.allCases.filter { $0 != .notDue }
        return (early + old).map { ($0, found[$0] ?? 0) }
    }
}

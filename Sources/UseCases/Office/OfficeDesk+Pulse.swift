package import Access
package import Basics
package import Regions

extension OfficeDesk {
    /// How the house does: money in and out by day, what is owed by age, how far the last documents are.
    package struct Pulse: Sendable {
        package struct OfRegion: Sendable {
            package let region: Region
            package let first: Day
            package let last: Day
            package let turnovers: [BankTurnover]
            /// What is owed, by the months since the service.
            package let debts: [(age: Age, amount: Int64)]
            package let documents: (month: Month, funnel: PaperFunnel)?
        }

        package enum Age: Int, CaseIterable, Sendable {
            case thisMonth
            case oneMonth
            case twoMonths
            case older
        }

        package let regions: [OfRegion]
    }

    private static let days: Int32 = 31

    /// The last month of bank days there are, so that a quiet month does not show nothing.
    package func pulse(for viewer: Viewer) throws -> Pulse {
        try hold(viewer, .balance)
        let now = clock.now()
        return try store.read { records in
            let latest = try records.latestBankDay()
            let debts = try records.debtsByMonth(limit: 1200)
            return Pulse(
                regions: try Region.allCases.compactMap { region in
                    let today = region.profile.zone.day(of: now)
                    let last = min(latest ?? today, today)
                    let first = Day(number: last.number - OfficeDesk.days + 1)
                    let turnovers = try records.bankTurnovers(from: first, through: last)
                        .filter { $0.region == region }
                    let owed = ages(debts.filter { $0.region == region }, today.month)
                    let documents = try records.lastClosed(region).map {
                        (month: $0, funnel: try records.paperFunnel(region, month: $0))
                    }.flatMap { $0.funnel.issued > 0 ? $0 : nil }
                    guard !turnovers.isEmpty || !owed.isEmpty || documents != nil else { return nil }
                    return Pulse.OfRegion(
                        region: region, first: first, last: last, turnovers: turnovers, debts: owed,
                        documents: documents)
                })
        }
    }

    private func ages(_ debts: [DebtOfMonth], _ now: Month) -> [(age: Pulse.Age, amount: Int64)] {
        var sums: [Pulse.Age: Int64] = [:]
        for debt in debts {
            let months = Int(now.index - debt.month.index)
            sums[Pulse.Age(rawValue: max(0, months)) ?? .older, default: 0] += debt.amount
        }
        guard !sums.isEmpty else { return [] }
        return Pulse.Age.allCases.map { ($0, sums[$0] ?? 0) }
    }
}

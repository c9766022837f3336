import Basics
import Documents
import Notices
import Projects
import Regions
import UseCases

extension Play {
    /// Closes a month in both regions; its invoices wait to be paid.
    mutating func close(_ month: Month) throws {
        for region in Region.allCases {
            current.reports.append(try app.closing.close(month, region: region))
        }
        for content in current.reports.flatMap(\.documents).map(\.content) where content.kind == .invoice {
            invoices.append(
                OpenPaper(
                    taxID: content.counterparty.taxID.text, number: content.number, date: content.date,
                    gross: content.gross))
        }
        current.notes += try stateNotes(month)
        current.notes.sort { $0.day < $1.day }
        months.append(current)
        current = next ?? PlayedMonth(month.next)
        next = nil
    }

    /// Projects that froze or thawed in a month, by the clocks of their region.
    private func stateNotes(_ month: Month) throws -> [PlayedMonth.Note] {
        let here = Cast.all.filter { here in !waiting.contains { $0.draft.account == here.draft.account } }
        return try here.flatMap { customer in
            try customer.pids.flatMap { pid -> [PlayedMonth.Note] in
                let zone = customer.region.profile.zone
                return try app.balances.transitions(of: pid).compactMap { transition in
                    let day = zone.day(of: transition.at)
                    guard day.month == month else { return nil }
                    return PlayedMonth.Note(day: day, text: customer.note(transition.state, of: pid))
                }
            }
        }
    }

    /// Days before the closing already belong to the next month.
    mutating func record(_ day: Day, _ change: (inout PlayedMonth) -> Void) {
        if day.month <= current.month {
            change(&current)
        } else {
            var coming = next ?? PlayedMonth(day.month)
            change(&coming)
            next = coming
        }
    }

    /// What there is when the curtain falls.
    func outcome() throws -> Played {
        var frozen: [Played.FrozenProject] = []
        var freezings = 0
        var thaws = 0
        for customer in Cast.all {
            for pid in customer.pids {
                for transition in try app.balances.transitions(of: pid) {
                    if case .active = transition.state { thaws += 1 }
                    if case .frozen = transition.state { freezings += 1 }
                }
                let balance = try app.balances.balance(of: pid)
                guard case .frozen = balance.state else { continue }
                frozen.append(
                    Played.FrozenProject(
                        pid: pid, region: balance.region, customer: customer.name, state: balance.state,
                        balance: balance.payment))
            }
        }
        return Played(
            customers: Cast.all, months: months, unclear: try app.bank.lines(in: .unclear), held: held,
            frozen: frozen, freezings: freezings, thaws: thaws, people: try people())
    }
}

extension Customer {
    fileprivate func note(_ state: ProjectState, of pid: PID) -> Phrase {
        switch state {
        case .active: Phrase(en: "\(pid) of \(name) thaws", ru: "\(pid) (\(name)) разморожен")
        case .conserved:
            Phrase(en: "\(pid) of \(name) is conserved", ru: "\(pid) (\(name)) законсервирован")
        case .frozen:
            Phrase(
                en: "\(pid) of \(name) freezes: its balance fell below zero",
                ru: "\(pid) (\(name)) заморожен: баланс стал меньше нуля")
        }
    }
}

import Access
import Basics
import Contracts
import Funding
import Metering
import Projects
import Regions

extension Explaining {
    func project(_ pid: PID) throws -> ProjectExplanation? {
        guard sees(.balance, [pid]), let project = try records.project(pid) else { return nil }
        let account = try owner(of: project)
        let transitions = try records.transitions(in: pid)
        let lots = try records.openLots(in: pid).map {
            ProjectExplanation.Rest(fact: try rest($0.id, pid), remaining: $0.remaining)
        }
        let debts = try records.openDebts(in: pid, size)
        let payment = project.lotTotal - project.debtTotal
        let disputes = project.turns == 0 ? [] : try records.disputesByDay(in: pid)
        let isFrozen = if case .frozen = project.state { true } else { false }
        return ProjectExplanation(
            project: pid, region: project.project.region, account: account.id, state: project.state,
            everPaid: project.everPaid, settledUntil: project.cursor.until, payment: payment,
            debt: project.debtTotal, thawsWith: isFrozen ? 1 - payment : nil,
            cause: try cause(transitions, project, account), transitions: Excerpt(transitions, size),
            lots: Excerpt(lots, size),
            grants: Excerpt(
                try records.openGrants(in: pid).map {
                    ProjectExplanation.Rest(fact: try rest($0.id, pid), remaining: $0.remaining)
                }, size),
            debts: Excerpt(
                count: debts.count,
                rows: debts.shown.map { shown in
                    Excerpt.Row(
                        place: shown.place,
                        element: ProjectExplanation.OpenDebt(
                            dayLine: ExplanationAddress.dayLine(pid, shown.line).text, amount: shown.amount))
                }),
            disputedEvents: disputes.reduce(0) { $0 + $1.events },
            disputes: Excerpt(sees(.detail, [pid]) ? disputes : [], size),
            differences: [
                Difference(
                    .balance, pid.text, stated: project.lotTotal,
                    explained: lots.reduce(0) { $0 + $1.remaining }),
                Difference(
                    .balance, pid.text, stated: project.debtTotal,
                    explained: debts.total),
            ].compactMap { $0 })
    }

    private func rest(_ id: CreditID, _ pid: PID) throws -> CreditFact {
        guard let fact = try fact(id) else { throw ExplanationsProblem.unknownAddress(id.text) }
        return fact
    }

    /// Of a frozen project the freezing itself, not what moved its deletion since; else the last change.
    private func cause(
        _ transitions: [StateTransition], _ project: ProjectRecord, _ account: Account
    ) throws -> ProjectExplanation.Cause? {
        var change = transitions.last
        if case .frozen = project.state {
            // The last freezing began where the state before it was none.
            if let start = transitions.lastIndex(where: {
                if case .frozen = $0.state { false } else { true }
            }) {
                change = transitions[(start + 1)...].first
            } else {
                change = transitions.first
            }
        }
        guard let change else { return nil }
        return ProjectExplanation.Cause(at: change.at, movement: try movement(change, project, account))
    }

    private func movement(
        _ change: StateTransition, _ project: ProjectRecord, _ account: Account
    ) throws -> ProjectExplanation.Movement {
        let pid = project.project.pid
        let region = project.project.region
        if change.cause.hasPrefix("scheme/"), let day = Day(change.cause.dropFirst(7)) {
            let ruling = try records.agreements(of: project, account).ruling(day)
            if ruling.schemeSwitches(in: region).contains(day) {
                return .schemeSwitch(day, ruling.scheme(on: day, in: region))
            }
        }
        if change.cause == "conservation/\(change.at)" {
            let turn = try records.conservationTurns(of: pid).first { $0.at == change.at }?.turn
            return .conservation(turn ?? .ended)
        }
        if change.cause == "deferral/\(change.at)" { return .deferral }
        if let fact = try fact(CreditID(change.cause)), fact.credit.project == pid { return .credit(fact) }
        guard let event = try records.event(named: change.cause, in: pid, by: change.at) else {
            return .missing(change.cause)
        }
        let day = region.profile.zone.day(of: event.start)
        let key = DayLineKey(day: day, resource: event.resource, sku: event.sku)
        let price = try tariff(of: region).price(
            of: event.sku, on: day, under: records.agreements(of: project, account).ruling(day), in: region)
        return .charge(
            event, cost: price.map { Accrual(event.quantity, at: $0.price) },
            dayLine: ExplanationAddress.dayLine(pid, key).text)
    }
}

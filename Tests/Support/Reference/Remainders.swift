/// Everything that can be known of a project from its facts.
extension Reference.Life {
    func isSameLine(_ one: Charge, _ other: Charge) -> Bool {
        one.day == other.day && Reference.same(one.usage.sku, other.usage.sku)
            && Reference.same(one.usage.resource, other.usage.resource)
    }

    func facts(of charge: Charge) -> [Fact] {
        facts.filter {
            $0.day == charge.day && Reference.same($0.sku, charge.usage.sku)
                && Reference.same($0.resource, charge.usage.resource)
        }
    }

    func posted(_ charge: Charge) -> Int64 { facts(of: charge).reduce(0) { $0 + $1.amount } }

    func left(of grant: Reference.Grant) -> Int64 {
        grant.amount - paid { Self.names($0, grant: grant.id) }
    }

    func left(of lot: Reference.Lot) -> Int64 { lot.amount - paid { Self.names($0, lot: lot.id) } }

    var debt: Int64 { paid { $0 == .openDebt } }

    var payment: Int64 { lots.reduce(0) { $0 + left(of: $1) } - debt }

    private func paid(by fits: (Reference.Payer) -> Bool) -> Int64 {
        facts.filter { fits($0.payer) }.reduce(0) { $0 + $1.amount }
    }

    private static func names(_ payer: Reference.Payer, grant id: String) -> Bool {
        if case .grant(let name) = payer { Reference.same(name, id) } else { false }
    }

    private static func names(_ payer: Reference.Payer, lot id: String) -> Bool {
        if case .lot(let name, _) = payer { Reference.same(name, id) } else { false }
    }

    /// A project that ever saw real money is given seven days, another three.
    private var state: Reference.State {
        if let conservedAt { return .conserved(at: conservedAt) }
        guard let frozenAt else { return .active }
        let sawMoney = lots.contains { $0.source != .other(.correction) }
        return .frozen(at: frozenAt, deletionDue: frozenAt + (sawMoney ? 7 : 3) * Reference.wholeDay)
    }

    var outcome: Reference.ProjectOutcome {
        let leftLots = lots.map { lot in
            Reference.Lot(
                id: lot.id, source: lot.source, amount: lot.amount, at: lot.at, remaining: left(of: lot))
        }
        let leftGrants = grants.map { grant in
            let gone = grant.expires <= asOf
            return Reference.GrantLeft(
                id: grant.id, bonusType: grant.bonusType, amount: grant.amount,
                remaining: gone ? 0 : left(of: grant), expired: gone ? left(of: grant) : 0)
        }
        return Reference.ProjectOutcome(
            pid: project.pid, account: account.id, region: project.region, payment: payment, debt: debt,
            lots: leftLots, grants: leftGrants, state: state, transitions: transitions, lines: lines,
            disputed: disputed)
    }

    private var lines: [Reference.DayLine] {
        var seen: [Charge] = []
        for charge in charged where !seen.contains(where: { isSameLine($0, charge) }) { seen.append(charge) }
        return seen.map(line).sorted { one, other in
            if one.day != other.day { return one.day < other.day }
            if !Reference.same(one.resource, other.resource) {
                return Reference.before(one.resource, other.resource)
            }
            return Reference.before(one.sku, other.sku)
        }
    }

    private func line(of charge: Charge) -> Reference.DayLine {
        let events = charged.filter { isSameLine($0, charge) }
        var portions: [Reference.Portion] = []
        for fact in facts(of: charge) {
            if let place = portions.firstIndex(where: { $0.payer == fact.payer && $0.month == fact.month }) {
                portions[place] = Reference.Portion(
                    payer: fact.payer, amount: portions[place].amount + fact.amount, month: fact.month)
            } else {
                portions.append(Reference.Portion(payer: fact.payer, amount: fact.amount, month: fact.month))
            }
        }
        return Reference.DayLine(
            resource: charge.usage.resource, sku: charge.usage.sku, day: charge.day,
            service: charge.listed.service,
            quantity: events.reduce(Reference.Ratio.zero) { $0 + $1.usage.quantity },
            cost: events.reduce(Reference.Ratio.zero) { $0 + $1.cost }, posted: posted(charge),
            scheme: terms.scheme(on: charge.day), vatRate: terms.vatRate(on: charge.day), portions: portions)
    }
}

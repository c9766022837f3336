package import Basics

/// What a project can pay with: its lots, grants and open debts (D6–D9). `Line` names what a charge
/// is for; the purse does not look into it. All amounts are minor units.
package struct Purse<Line: Hashable & Sendable>: Sendable {
    /// In crediting order; spent lots stand before `firstLot`.
    package private(set) var lots: [Lot]
    package private(set) var grants: [Grant]
    package private(set) var debts: [Debt<Line>]
    package private(set) var balance: Int64
    /// What stands between `debts[gap - 1]` and `debts[gap]` and is left where it is kept.
    private let unseen: Int64
    private let gap: Int
    private var firstLot = 0
    private var firstDebt = 0

    /// A project may owe by the million lines. Where the first `debts` are more than what comes can pay,
    /// the next ones may stay away: only their sum is told, and the last one, for a charge may add to it.
    package init(
        lots: [Lot], grants: [Grant], debts: [Debt<Line>], unseen: Int64 = 0, last: Debt<Line>? = nil
    ) throws {
        self.lots = lots
        self.grants = grants.sorted { ($0.expires, $0.id) < ($1.expires, $1.id) }
        self.unseen = unseen
        gap = debts.count
        self.debts = debts + (last.map { [$0] } ?? [])
        var balance = -unseen
        for lot in lots { balance = try Money.sum(balance, lot.remaining) }
        for debt in self.debts { balance = try Money.sum(balance, -debt.amount) }
        self.balance = balance
    }

    /// Pays a charge: matching grants, earliest expiry first, then lots first in first out; what is
    /// left becomes debt (D7, D9).
    package mutating func charge(
        _ amount: Int64, type: BonusType?, at instant: Moment, line: Line, scheme: PaymentScheme,
        part: (FundingPart) -> Void
    ) throws {
        var rest = amount
        if let type {
            for index in grants.indices where grants[index].type == type && grants[index].pays(at: instant) {
                let taken = grants[index].spend(rest)
                part(.grant(grants[index], taken))
                rest -= taken
                if rest == 0 { return }
            }
        }
        balance = try Money.sum(balance, -rest)
        while rest > 0, firstLot < lots.count {
            let taken = lots[firstLot].spend(rest)
            if taken > 0 { part(.lot(lots[firstLot], taken)) }
            rest -= taken
            if lots[firstLot].remaining == 0 { firstLot += 1 }
        }
        guard rest > 0 else { return }
        part(.debt(rest))
        owe(rest, line: line, scheme: scheme)
    }

    /// Opens a lot, which pays the debts first, in their order.
    package mutating func credit(
        id: CreditID, source: LotSource, amount: Int64, at instant: Moment,
        settled: (Lot, Debt<Line>) -> Void
    ) throws {
        balance = try Money.sum(balance, amount)
        var lot = Lot(id: id, source: source, creditedAt: instant, amount: amount, remaining: amount)
        while firstDebt < debts.count, lot.remaining > 0 {
            precondition(firstDebt < gap || unseen == 0, "a credit pays past the debts that were loaded")
            let debt = debts[firstDebt]
            let paid = lot.spend(debt.amount)
            settled(lot, Debt(line: debt.line, scheme: debt.scheme, amount: paid))
            if paid == debt.amount {
                firstDebt += 1
            } else {
                debts[firstDebt] = Debt(line: debt.line, scheme: debt.scheme, amount: debt.amount - paid)
            }
        }
        lots.append(lot)
    }

    /// Takes a lot back of which nothing was spent; nil where something was, or it is not here. A whole lot
    /// leaves no debt behind: debts are paid before money lies in lots.
    package mutating func takeBack(_ id: CreditID) -> Lot? {
        guard let index = lots.firstIndex(where: { $0.id == id && $0.remaining == $0.amount }) else {
            return nil
        }
        let whole = lots[index]
        balance -= lots[index].spend(whole.remaining)
        return whole
    }

    /// One lot pays what another has paid: what the first loses the second has again, and the balance stays.
    package mutating func substitute(_ spent: CreditID, by other: CreditID, _ amount: Int64) {
        guard let from = lots.firstIndex(where: { $0.id == spent }),
            let to = lots.firstIndex(where: { $0.id == other })
        else { preconditionFailure("both lots are here") }
        let taken = lots[to].spend(amount)
        precondition(taken == amount, "the transfer has the money")
        lots[from].restore(amount)
        firstLot = min(firstLot, from)
    }

    /// What is left of a payer's transfers becomes another's, each in its place; the answer is those lots as they
    /// were.
    package mutating func assign(from payer: TaxID, to other: TaxID) -> [Lot] {
        var assigned: [Lot] = []
        for index in lots.indices where lots[index].remaining > 0 && lots[index].source.payer == payer {
            assigned.append(lots[index])
            lots[index].assign(to: other)
        }
        return assigned
    }

    package mutating func grant(_ grant: Grant) {
        let at = grants.firstIndex { (grant.expires, grant.id) < ($0.expires, $0.id) } ?? grants.endIndex
        grants.insert(grant, at: at)
    }

    /// Takes what is left of a grant at its end; the answer is posted as expired.
    package mutating func expire(_ id: CreditID) -> Grant? {
        guard let index = grants.firstIndex(where: { $0.id == id && $0.remaining > 0 }) else { return nil }
        let expired = grants[index]
        _ = grants[index].spend(expired.remaining)
        return expired
    }

    /// Debts not paid yet, oldest first, each with its place among all debts that were there and came;
    /// `unseenCount` of them are not here.
    package func openDebts(unseenCount: Int) -> [(place: Int, debt: Debt<Line>)] {
        debts.indices.dropFirst(firstDebt).map { index in
            (place: index < gap ? index : index + unseenCount, debt: debts[index])
        }
    }

    /// Debts not paid yet where all of them are here, oldest first.
    package var openDebts: ArraySlice<Debt<Line>> {
        precondition(unseen == 0, "some debts are not here")
        return debts[firstDebt...]
    }

    /// All that is owed.
    package var debtTotal: Int64 { debts[firstDebt...].reduce(unseen) { $0 + $1.amount } }

    private mutating func owe(_ amount: Int64, line: Line, scheme: PaymentScheme) {
        if debts.count > firstDebt, let last = debts.last, last.line == line, last.scheme == scheme {
            debts[debts.count - 1] = Debt(line: line, scheme: scheme, amount: last.amount + amount)
        } else {
            debts.append(Debt(line: line, scheme: scheme, amount: amount))
        }
    }
}

/// One part of a charge's split.
package enum FundingPart: Hashable, Sendable {
    case grant(Grant, Int64)
    case lot(Lot, Int64)
    case debt(Int64)
}

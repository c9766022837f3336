import Basics
import Funding

/// A project's purse under a test's hand: sums as people write them, the split of every charge kept.
struct Till {
    /// What paid for one part of a charge, or of a debt.
    struct Paid: Hashable, CustomStringConvertible {
        let line: String
        let by: String
        let sum: Int64

        var description: String { "\(line) \(by) \(Money.text(minor: sum))" }
    }

    private(set) var purse: Purse<String>
    private(set) var paid: [Paid] = []

    init(lots: [Lot] = [], grants: [Grant] = [], debts: [Debt<String>] = []) throws {
        purse = try Purse(lots: lots, grants: grants, debts: debts)
    }

    static func bank(_ number: String = "1", _ payer: String? = "7707083893") -> LotSource {
        .bank(payer: payer.map(TaxID.init), number: number, date: The.day("2026-01-01"))
    }

    static func grant(
        _ id: String, _ type: String, _ sum: String, from granted: String = "2026-01-01T00:00:00Z",
        until expires: String = "2026-12-31T00:00:00Z"
    ) -> Grant {
        Grant(
            id: CreditID(id), type: BonusType(type), granted: The.moment(granted),
            expires: The.moment(expires),
            amount: The.sum(sum), remaining: The.sum(sum))
    }

    mutating func credit(
        _ id: String, _ sum: String, by source: LotSource, at: String = "2026-01-01T00:00:00Z"
    ) throws {
        var parts: [Paid] = []
        try purse.credit(id: CreditID(id), source: source, amount: The.sum(sum), at: The.moment(at)) {
            lot, debt in
            parts.append(Paid(line: debt.line, by: lot.id.text, sum: debt.amount))
        }
        paid += parts
    }

    mutating func substitute(_ spent: String, by other: String, _ sum: String) {
        purse.substitute(CreditID(spent), by: CreditID(other), The.sum(sum))
    }

    mutating func grant(_ grant: Grant) { purse.grant(grant) }

    mutating func expire(_ id: String) -> Grant? { purse.expire(CreditID(id)) }

    mutating func charge(
        _ sum: String, _ type: String? = nil, for line: String = "vm", at: String = "2026-02-01T00:00:00Z",
        scheme: PaymentScheme = .prepaid
    ) throws {
        try charge(minor: The.sum(sum), type, for: line, at: The.moment(at), scheme: scheme)
    }

    mutating func charge(
        minor: Int64, _ type: String?, for line: String, at: Moment, scheme: PaymentScheme
    ) throws {
        var parts: [Paid] = []
        try purse.charge(minor, type: type.map(BonusType.init), at: at, line: line, scheme: scheme) { part in
            switch part {
            case .grant(let grant, let sum): parts.append(Paid(line: line, by: grant.id.text, sum: sum))
            case .lot(let lot, let sum): parts.append(Paid(line: line, by: lot.id.text, sum: sum))
            case .debt(let sum): parts.append(Paid(line: line, by: "debt", sum: sum))
            }
        }
        paid += parts
    }

    var told: [String] { paid.map(\.description) }
    var balance: String { Money.text(minor: purse.balance) }
    var lotsLeft: [String] { purse.lots.map { "\($0.id) \(Money.text(minor: $0.remaining))" } }
    var grantsLeft: [String] { purse.grants.map { "\($0.id) \(Money.text(minor: $0.remaining))" } }
    var owed: [String] { purse.openDebts.map { "\($0.line) \(Money.text(minor: $0.amount))" } }
}

import Basics
import Books
import Contracts
import Funding
import Metering

/// What a settlement run does to one day line: its charges, and what paid for them.
struct LineWork {
    let key: DayLineKey
    /// Nil while only its older debts are paid.
    var charged: Charged?
    private(set) var portions: [Portion] = []

    init(key: DayLineKey) { self.key = key }

    /// A line that is charged, with what holds for its SKU on its day.
    struct Charged {
        var line: DayLine
        let price: UnitPrice
        let bonusType: BonusType?

        /// What has to be posted for an event.
        mutating func take(_ event: UsageEvent) throws -> Int64 { try line.take(event, at: price) }
    }

    /// What one source has paid in one month of reporting.
    struct Portion {
        let source: PortionRecord.Source
        let payment: Payment
        let scheme: PaymentScheme
        let recognised: Month
        var amount: Int64 = 0
        /// Of it, what new charges are: the rest moved between debts and the lots that paid them.
        var charged: Int64 = 0

        enum Payment {
            case bonus(BonusType)
            case money(LotSource)
            case debt
        }

        /// How its charges are posted.
        var charge: PostingRule {
            switch payment {
            case .bonus(let type): .chargePaidByBonus(type, charged)
            case .money(let source): .chargePaidByMoney(source, scheme, month: recognised, charged)
            case .debt: .chargeInDebt(scheme, month: recognised, charged)
            }
        }
    }

    mutating func charge(
        _ source: PortionRecord.Source, _ payment: Portion.Payment, _ scheme: PaymentScheme, _ month: Month,
        _ amount: Int64
    ) {
        let place = place(source, payment, scheme, month)
        portions[place].amount += amount
        portions[place].charged += amount
    }

    /// Part of a debt passes to the lot that pays it.
    mutating func move(
        _ amount: Int64, _ source: PortionRecord.Source, _ payment: Portion.Payment, _ scheme: PaymentScheme,
        _ month: Month
    ) {
        portions[place(source, payment, scheme, month)].amount += amount
    }

    private mutating func place(
        _ source: PortionRecord.Source, _ payment: Portion.Payment, _ scheme: PaymentScheme, _ month: Month
    ) -> Int {
        let known = portions.lastIndex {
            $0.recognised == month && $0.scheme == scheme && $0.source == source
        }
        if let known { return known }
        portions.append(Portion(source: source, payment: payment, scheme: scheme, recognised: month))
        return portions.count - 1
    }
}

extension LineWork.Portion: Comparable {
    static func == (a: Self, b: Self) -> Bool {
        a.recognised == b.recognised && a.source == b.source && a.scheme == b.scheme
    }

    static func < (a: Self, b: Self) -> Bool {
        if a.recognised != b.recognised { return a.recognised < b.recognised }
        if a.source != b.source { return a.source.order.precedesBytewise(b.source.order) }
        return a.scheme.rawValue < b.scheme.rawValue
    }
}

extension PortionRecord.Source {
    fileprivate var order: String {
        switch self {
        case .grant(let id): "a\(id)"
        case .lot(let id, _): "b\(id)"
        case .debt: "c"
        }
    }
}

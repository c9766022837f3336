package import Basics

/// Money or bonuses that reached a project, a fact that happened elsewhere.
package struct Credit: Hashable, Sendable {
    package let id: CreditID
    package let project: PID
    package let amount: Int64
    package let at: Moment
    package let kind: Kind

    package enum Kind: Hashable, Sendable {
        /// Money, which opens a lot (D6).
        case money(LotSource)
        /// A bonus grant of a type; pays charges with `at` < instant ≤ `expires` (D8).
        case bonus(BonusType, expires: Moment)
    }

    package init(id: CreditID, project: PID, amount: Int64, at: Moment, kind: Kind) {
        self.id = id
        self.project = project
        self.amount = amount
        self.at = at
        self.kind = kind
    }
}

/// Where a lot's money came from, remembered until the last kopeck is spent (D6).
package enum LotSource: Hashable, Sendable {
    case bank(payer: TaxID?, number: String, date: Day)
    case card(Instrument?)
    case sbp
    case wallet
    case mobile

    /// The tax id of whoever's transfer it is; nil = it has none, or is no transfer.
    package var payer: TaxID? {
        if case .bank(let payer, _, _) = self { payer } else { nil }
    }

    /// The same transfer as another's money; nil = it stays whose it is.
    package func assigned(to other: TaxID?) -> LotSource {
        guard let other, case .bank(_, let number, let date) = self else { return self }
        return .bank(payer: other, number: number, date: date)
    }
}

/// What a card shows of itself: never more than the first six and the last four digits.
package struct Instrument: Hashable, Sendable {
    package let first6: String?
    package let last4: String?
    package let scheme: String?
    package let issuerCountry: String?

    package init(first6: String?, last4: String?, scheme: String?, issuerCountry: String?) {
        self.first6 = first6
        self.last4 = last4
        self.scheme = scheme
        self.issuerCountry = issuerCountry
    }
}

package import Basics
package import Metering
package import Regions

/// A credit forward to what it paid: a lot or a grant, its charges and the documents that show them.
package struct CreditExplanation: Sendable {
    package let fact: CreditFact
    package let region: Region
    package let account: AccountID
    package let standing: Standing
    /// What it paid, minor units.
    package let spent: Int64
    /// What it paid that a transfer pays now, or what it took over from another payment.
    package let substitutions: [Substitution]
    /// When what was left of it became another payer's.
    package let assignments: [KeptAssignment]
    package let months: [MonthSum]
    package let reports: [ReportedSum]
    package let lines: Excerpt<PaidLine>
    package let differences: [Difference]

    package enum Standing: Hashable, Sendable {
        /// Its turn in the settlement has not come.
        case waiting
        case lot(remaining: Int64)
        case grant(remaining: Int64, expired: Int64)
        /// A person took it back, whole.
        case returned(Moment)
    }

    /// A member of staff gave a part of what one credit had paid to another.
    package struct Substitution: Hashable, Sendable {
        package let at: Moment
        package let amount: Int64
        /// The other credit.
        package let other: CreditFact
        /// Whether the other one has taken it over; else this one has.
        package let isGiven: Bool
    }

    /// What was paid for the use of a month.
    package struct MonthSum: Hashable, Sendable {
        package let service: ServiceName
        package let month: Month
        package let dayLines: Int
        package let amount: Int64
    }

    package struct PaidLine: Hashable, Sendable {
        package let address: String
        package let line: DayLine
        package let amount: Int64
    }
}

/// A line of a statement: its match with reasons, and each credit made of it.
package struct BankLineExplanation: Sendable {
    package let line: BankLineRecord
    package let statement: String
    package let credits: [CreditExplanation]
    /// Which invoices the payer quoted, by share.
    package let shares: [BankShare]
    package let differences: [Difference]

    package var address: String { ExplanationAddress.bankLine(line.number).text }
}

package import Basics
package import Metering
package import Regions

/// A day line: the events that make it, price, rounding, what paid for it and who reports it.
package struct DayLineExplanation: Sendable {
    package let project: PID
    package let region: Region
    package let account: AccountID
    package let line: DayLine
    package let scheme: PaymentScheme
    /// Nil only where the price list was tampered with.
    package let price: PriceFact?
    package let rounding: RoundingFact
    package let events: Excerpt<EventFact>
    /// Events of this line that are not charged yet.
    package let waiting: Int
    /// Events of the same use that came while the project was conserved: kept, never charged (D13).
    package let disputed: Int
    package let funding: [FundedPart]
    package let reports: [ReportedSum]
    package let differences: [Difference]

    package var address: String { ExplanationAddress.dayLine(project, line.key).text }

    /// An event with what the line had cost up to it. Taken in the order of time: what arrived late was
    /// posted later, the line is the same.
    package struct EventFact: Hashable, Sendable {
        package let id: String
        package let source: String
        package let start: Moment
        package let end: Moment
        package let quantity: Quantity
        package let cost: Accrual
        package let accrued: Accrual
        /// The rounded cost so far, minor units, and what this event added to it: often nothing.
        package let rounded: Int64
        package let posted: Int64
    }

    package struct FundedPart: Hashable, Sendable {
        package let source: FundingFact
        package let recognised: Month
        package let amount: Int64
        /// The money came after the line's last event: it paid a debt.
        package let isLater: Bool
    }
}

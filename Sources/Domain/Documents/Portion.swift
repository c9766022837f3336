package import Basics
package import Funding

/// A part of a project's charges that waits for a package: one service, one day, one scheme, one
/// source of money.
package struct Portion: Hashable, Sendable {
    package let project: PID
    package let service: ServiceName
    package let day: Day
    package let scheme: PaymentScheme
    package let source: Source
    package let amount: Int64

    package enum Source: Hashable, Sendable {
        case bonus
        case money(LotSource, CreditID)
        case debt
    }

    package init(
        project: PID, service: ServiceName, day: Day, scheme: PaymentScheme, source: Source, amount: Int64
    ) {
        self.project = project
        self.service = service
        self.day = day
        self.scheme = scheme
        self.source = source
        self.amount = amount
    }

    /// Whether a package of the customer reports it (D10): prepaid, money the customer itself
    /// transferred; post-paid, all but bonuses, whatever funds it.
    package func isReported(to counterparty: TaxID) -> Bool {
        switch (scheme, source) {
        case (_, .bonus): false
        case (.postpaid, _): true
        case (.prepaid, .money(.bank(let payer, _, _), _)): payer == counterparty
        case (.prepaid, _): false
        }
    }
}

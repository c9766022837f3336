package import Basics

/// What individuals and legal entities may have, sole proprietors being of either kind by their own choice: the table
/// that the source documents end with (R11).
package enum Difference: CaseIterable, Hashable, Sendable {
    case scheme
    case contract
    case payment
    case registration
    case edm

    package enum Choice: Hashable, Sendable {
        case scheme(PaymentScheme)
        case publicOffer
        case individualContract
        case linkedCard
        case bankTransfer
        case optional
    }

    /// Empty = not to be had.
    package func choices(forCompanies: Bool) -> [Choice] {
        switch (self, forCompanies) {
        case (.scheme, false): [.scheme(.prepaid)]
        case (.scheme, true): [.scheme(.prepaid), .scheme(.postpaid)]
        case (.contract, false): [.publicOffer]
        case (.contract, true): [.publicOffer, .individualContract]
        case (.payment, false): [.linkedCard]
        case (.payment, true): [.bankTransfer]
        case (.registration, false), (.edm, false): []
        case (.registration, true), (.edm, true): [.optional]
        }
    }
}

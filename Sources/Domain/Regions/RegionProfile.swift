package import Basics
package import Requisites

/// What one region's law, supplier and price list lay down, as values with dates.
package struct RegionProfile: Sendable {
    package let region: Region
    package let country: Country
    package let currency: Currency
    /// Civil time, which cuts days and months (D4).
    package let zone: Zone
    /// By which working days are counted (D22).
    package let workCalendar: WorkCalendar
    /// Standard VAT, per cent, by the day of the service (D3).
    package let vat: Dated<Int>
    /// The supplier as far as it is publicly known; settings and datasets complete it (D29).
    package let supplier: Supplier
    package let limits: RegionLimits
    package let deletion: Dated<DeletionTerms>
    package let package: PackageRule
    /// Kinds that have a formalised XML file of the tax service.
    package let formalised: Set<DocumentKind>
    /// Whether documents may travel through an EDM operator (R113).
    package let hasEDM: Bool
    /// Whether customers make payment invoices themselves (R83); where not, the document department
    /// does (D21).
    package let hasPaymentInvoices: Bool
    /// Whether residents fill their details in themselves (R29); where not, the document department does.
    package let hasRegistration: Bool
    /// By which official rates a contract may agree another currency with a non-resident (R14); nil where services are
    /// paid in the region's own alone (R15).
    package let rates: RateTerms?
}

/// The official rates of a country's central bank.
package struct RateTerms: Hashable, Sendable {
    /// How many days the last rate may go on without a new one.
    package let longestDays: Int
}

/// Sums the region allows, in minor units (R73, R79, R95, D16).
package struct RegionLimits: Hashable, Sendable {
    package let minimumTopUp: Int64
    package let testCharge: Int64
    /// Nil where auto top-up is not offered.
    package let autoTopUpAmount: ClosedRange<Int64>?
    package let autoTopUpThreshold: ClosedRange<Int64>?
    package let expenseLimit: ClosedRange<Int64>
}

/// How long a frozen project's objects are kept (D12, R55).
package struct DeletionTerms: Hashable, Sendable {
    package let neverPaidSeconds: Int64
    package let paidSeconds: Int64
}

/// Which documents a month's package holds (R102, D21).
package enum PackageRule: Hashable, Sendable {
    /// The contract chooses among the sets of O33.
    case chosen
    /// The region's own set, whatever a contract says.
    case fixed([DocumentKind])

    /// The kinds of a package in their order; the invoice joins iff the scheme is post-paid.
    package func kinds(chosen: Set<DocumentKind>, scheme: PaymentScheme) -> [DocumentKind] {
        let main: [DocumentKind] =
            switch self {
            case .chosen: chosen.isEmpty ? [.upd] : chosen.sorted()
            case .fixed(let kinds): kinds
            }
        return scheme == .postpaid ? main + [.invoice] : main
    }
}

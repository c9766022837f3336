import Basics
import Requisites

extension RegionProfile {
    /// Kazakhstan: ТОО «QazCloud», tenge. Its number, bank and signatory are nowhere published; they
    /// come from settings or a dataset's suppliers.json (D29).
    static let kazakhstan = RegionProfile(
        region: .kazakhstan,
        country: .kazakhstan,
        currency: .kzt,
        zone: Zone(
            name: "Asia/Almaty", first: 6 * 3600,
            changes: [
                // One zone for the whole country from 2024-03-01: 29 February 2024 lasted 25 hours.
                Zone.Change(from: instant("2024-02-29T18:00:00Z"), offsetSeconds: 5 * 3600)
            ]),
        workCalendar: .kazakhstan,
        // The new Tax Code (214-VIII): 16 % from 2026.
        vat: Dated(12, [(from: day("2026-01-01"), value: 16)]),
        supplier: Supplier(
            region: .kazakhstan,
            name: "Товарищество с ограниченной ответственностью «QazCloud»",
            shortName: "ТОО «QazCloud»",
            taxID: nil),
        limits: RegionLimits(
            minimumTopUp: 100_00, testCharge: 100_00, autoTopUpAmount: nil, autoTopUpThreshold: nil,
            expenseLimit: 1_00...999_999_999_00),
        deletion: Dated(DeletionTerms(neverPaidSeconds: 3 * 86_400, paidSeconds: 7 * 86_400)),
        package: .fixed([.act]),
        formalised: [],
        hasEDM: false,
        hasPaymentInvoices: false,
        hasRegistration: false,
        // R15: services are paid in tenge only, whoever the customer is.
        rates: nil)
}

import Basics
import Requisites

extension RegionProfile {
    /// Moscow: ООО «ВК», roubles.
    static let moscow = RegionProfile(
        region: .moscow,
        country: .russia,
        currency: .rub,
        zone: Zone(
            name: "Europe/Moscow", first: 3 * 3600,
            changes: [
                // The last summer time, 2010.
                Zone.Change(from: instant("2010-03-27T23:00:00Z"), offsetSeconds: 4 * 3600),
                Zone.Change(from: instant("2010-10-30T23:00:00Z"), offsetSeconds: 3 * 3600),
                // The clocks stayed on summer time from 2011-03-27, and went back for good on 2014-10-26.
                Zone.Change(from: instant("2011-03-26T23:00:00Z"), offsetSeconds: 4 * 3600),
                Zone.Change(from: instant("2014-10-25T22:00:00Z"), offsetSeconds: 3 * 3600),
            ]),
        workCalendar: .russia,
        // 20 % since 2019 (303-ФЗ), 22 % from 2026 (425-ФЗ of 28.11.2025).
        vat: Dated(20, [(from: day("2026-01-01"), value: 22)]),
        supplier: Supplier(
            region: .moscow,
            name: "Общество с ограниченной ответственностью «ВК»",
            shortName: "ООО «ВК»",
            taxID: TaxID("7743001840"),
            kpp: "997750001",
            ogrn: "1027739850962",
            bank: BankDetails(
                account: "40702810100000003759", bik: "044525823", bank: "БАНК ГПБ (АО)",
                correspondent: "30101810200000000823"),
            // D29: taken as given there, unverified.
            address: .parts(
                AddressParts(
                    country: .russia, postalCode: "125167", regionCode: "77", regionName: "г. Москва",
                    street: "Ленинградский пр-т", house: "39", rest: "стр. 79")),
            edmID: "2BM-7743001840-2012052807514600749280000000000"),
        limits: RegionLimits(
            minimumTopUp: 10_00, testCharge: 1_00, autoTopUpAmount: 100_00...10_000_00,
            autoTopUpThreshold: 0...9_999_999_00, expenseLimit: 1_00...999_999_999_00),
        deletion: Dated(DeletionTerms(neverPaidSeconds: 3 * 86_400, paidSeconds: 7 * 86_400)),
        package: .chosen,
        formalised: [.upd, .taxInvoice, .act],
        hasEDM: true,
        hasPaymentInvoices: true,
        hasRegistration: true,
        // The Bank of Russia sets none between 31 December and the first working day of January: twelve days in some years.
        rates: RateTerms(longestDays: 14))
}

/// A literal day of a region's table.
func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("not a day: \(text)") }
    return day
}

/// A literal instant of a region's table.
func instant(_ text: String) -> Moment {
    guard let moment = Moment(text) else { preconditionFailure("not an instant: \(text)") }
    return moment
}

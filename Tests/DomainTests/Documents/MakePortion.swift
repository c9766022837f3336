import Basics
import Contracts
import Documents
import Funding
import Regions
import Testing

/// Portions of ООО «Ромашка»'s charges; a test says what differs.
enum MakePortion {
    static let romashka = TaxID("7707083893")

    static func paid(
        _ sum: String, for service: String = "Облачные вычисления", on day: String = "2026-01-20",
        by payer: String? = "7707083893", order: String = "1", dated: String = "2026-01-10",
        project: String = "mcs0000000001", scheme: PaymentScheme = .prepaid
    ) -> Portion {
        let bank = LotSource.bank(payer: payer.map(TaxID.init), number: order, date: The.day(dated))
        return other(
            sum, .money(bank, CreditID("\(order) \(dated)")), for: service, on: day, project: project,
            scheme: scheme)
    }

    static func other(
        _ sum: String, _ source: Portion.Source, for service: String = "Облачные вычисления",
        on day: String = "2026-01-20", project: String = "mcs0000000001", scheme: PaymentScheme = .prepaid
    ) -> Portion {
        Portion(
            project: The.project(project), service: ServiceName(service), day: The.day(day), scheme: scheme,
            source: source, amount: The.sum(sum))
    }

    static func card(_ sum: String, scheme: PaymentScheme = .prepaid) -> Portion {
        other(sum, .money(.card(nil), CreditID("card")), scheme: scheme)
    }

    static func package(
        _ portions: [Portion], month: String = "2026-01", under contracts: [Contract] = [],
        for buyer: TaxID = romashka, isResident: Bool = true, in region: Region = .moscow
    ) -> PackageDraft? {
        do {
            return try PackageDraft.make(
                month: The.month(month), region: region.profile, counterparty: buyer, isResident: isResident,
                agreements: MakeContract.agreements(contracts), portions: portions)
        } catch {
            Issue.record(error)
            return nil
        }
    }
}

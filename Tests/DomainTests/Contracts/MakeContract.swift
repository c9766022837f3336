import Basics
import Contracts
import Regions

/// Contracts as checked values: ООО «Ромашка» in Moscow, in advance, unless told otherwise.
enum MakeContract {
    static func version(
        from: String, date: String? = nil, scheme: PaymentScheme = .prepaid, region: Region = .moscow,
        documents: Set<DocumentKind> = [], vat: VATTreatment = .charged, prices: [ContractPrice] = [],
        number: String = "ВК-17/2026", term: ContractTerm = .open
    ) -> Contract {
        Contract(
            region: region, number: number, date: The.day(date ?? from), from: The.day(from), scheme: scheme,
            documents: documents, perProject: false, vat: vat, prices: prices, term: term)
    }

    static func agreements(
        _ contracts: [Contract] = [], registered: String = "2025-01-10T09:00:00Z", offer: Offer? = nil
    ) -> Agreements {
        Agreements(offer: offer, registered: The.moment(registered), contracts: contracts)
    }

    static func price(_ sku: String, _ price: String, from day: String) -> ContractPrice {
        ContractPrice(sku: SKU(sku), price: The.price(price), validFrom: The.day(day))
    }

    /// An individual contract as typed.
    static func draft(_ change: (inout ContractDraft) -> Void = { _ in }) -> ContractDraft {
        var draft = ContractDraft()
        (draft.type, draft.number, draft.date) = ("individual", "ВК-17/2026", "2026-01-15")
        change(&draft)
        return draft
    }
}

package import Basics
package import Regions

/// One version of an individual contract with the supplier of one region (D28).
package struct Contract: Hashable, Sendable {
    package let region: Region
    package let number: String
    package let date: Day
    /// The day from which this version is in force.
    package let from: Day
    package let scheme: PaymentScheme
    package let documents: Set<DocumentKind>
    package let perProject: Bool
    package let vat: VATTreatment
    package let prices: [ContractPrice]
    package let term: ContractTerm
    /// In which currency invoices ask to be paid; nil = the region's own (R14). The ledger stays in the region's (O39).
    package let currency: AgreedCurrency?
    /// Within how many days of its date a month's invoice is to be paid; nil = nobody has agreed upon it (O19).
    package let dueDays: Int?
    /// How much may be owed in the region before somebody is told, minor units; it stops nothing (O19, R48).
    package let creditLimit: Int64?

    package init(
        region: Region, number: String, date: Day, from: Day, scheme: PaymentScheme,
        documents: Set<DocumentKind>, perProject: Bool, vat: VATTreatment, prices: [ContractPrice],
        term: ContractTerm = .open, currency: AgreedCurrency? = nil, dueDays: Int? = nil,
        creditLimit: Int64? = nil
    ) {
        self.region = region
        self.number = number
        self.date = date
        self.from = from
        self.scheme = scheme
        self.documents = documents
        self.perProject = perProject
        self.vat = vat
        self.prices = prices
        self.term = term
        self.currency = currency
        self.dueDays = dueDays
        self.creditLimit = creditLimit
    }

    /// The last day for paying an invoice of a day; nil = none is agreed.
    package func due(of date: Day) -> Day? { dueDays.map { Day(number: date.number + Int32($0)) } }

    /// Whether it is in force on a day, as long as no later version is.
    package func isInForce(on day: Day) -> Bool {
        guard from <= day else { return false }
        return if case .ends(let last) = term { day <= last } else { true }
    }
}

/// How long a contract holds (R21).
package enum ContractTerm: Hashable, Sendable {
    /// Until somebody ends it.
    case open
    /// For a year from the day named, and for another year each time nobody objects.
    case renews(Day)
    /// Through the day, and the public offer from the next one on: expired or terminated.
    case ends(Day)
}

/// Whether documents show VAT (D3).
package enum VATTreatment: String, Hashable, Sendable {
    case charged
    case none
}

/// A contract's own price of a SKU (R42); counts from the later of its day and the contract's date (D3).
package struct ContractPrice: Hashable, Sendable {
    package let sku: SKU
    package let price: UnitPrice
    package let validFrom: Day

    package init(sku: SKU, price: UnitPrice, validFrom: Day) {
        self.sku = sku
        self.price = price
        self.validFrom = validFrom
    }
}

/// A contract's own price as it holds on a day, and since when.
package struct OwnPricing: Hashable, Sendable {
    package let contract: Contract
    package let price: UnitPrice
    package let from: Day
}

/// The public offer as one customer accepted it.
package struct Offer: Hashable, Sendable {
    package let number: String
    package let date: Day

    package init(number: String, date: Day) {
        self.number = number
        self.date = date
    }
}

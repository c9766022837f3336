package import Basics

/// One row of a region's price list: what a SKU costs from a regional day on, VAT included (R42).
package struct PriceListing: Hashable, Sendable {
    package let sku: SKU
    /// The region's own name, `moscow`; which regions there are is Regions' matter.
    package let region: String
    package let service: ServiceName
    package let name: String
    package let unit: String
    package let price: UnitPrice
    package let currency: Currency
    package let bonusType: BonusType?
    package let validFrom: Day

    package init(
        sku: SKU, region: String, service: ServiceName, name: String, unit: String, price: UnitPrice,
        currency: Currency, bonusType: BonusType?, validFrom: Day
    ) {
        self.sku = sku
        self.region = region
        self.service = service
        self.name = name
        self.unit = unit
        self.price = price
        self.currency = currency
        self.bonusType = bonusType
        self.validFrom = validFrom
    }
}

package import Basics
package import Contracts
package import Regions

/// The price list of one region, all its versions.
package struct Tariff: Sendable {
    private let listings: [SKU: [PriceListing]]

    package init(_ listings: [PriceListing]) {
        self.listings = Dictionary(grouping: listings, by: \.sku)
            .mapValues { $0.sorted { $0.validFrom < $1.validFrom } }
    }

    package func knows(_ sku: SKU) -> Bool { listings[sku] != nil }

    /// The list's row in force on a day; nil before the first.
    package func listing(of sku: SKU, on day: Day) -> PriceListing? {
        listings[sku]?.last { $0.validFrom <= day }
    }

    /// The first day with a price.
    package func firstDay(of sku: SKU) -> Day? { listings[sku]?.first?.validFrom }

    /// What a SKU costs a customer on a day: the contract's own price before the list's. The service,
    /// the unit and the bonus type are always the list's.
    package func price(
        of sku: SKU, on day: Day, under agreements: Agreements, in region: Region
    ) -> DayPrice? {
        guard let listing = listing(of: sku, on: day) else { return nil }
        if let own = agreements.ownPrice(of: sku, on: day, in: region) {
            return DayPrice(listing: listing, price: own, origin: .contract)
        }
        return DayPrice(listing: listing, price: listing.price, origin: .list)
    }
}

/// A SKU's price for one customer on one day, and where it comes from.
package struct DayPrice: Hashable, Sendable {
    package enum Origin: String, Hashable, Sendable {
        case list
        case contract
    }

    package let listing: PriceListing
    package let price: UnitPrice
    package let origin: Origin

    package init(listing: PriceListing, price: UnitPrice, origin: Origin) {
        self.listing = listing
        self.price = price
        self.origin = origin
    }
}

package import Metering
import Regions

/// Publishes prices.
package struct PricesDesk: Sendable {
    let store: any Store
    let clock: Clock

    /// Publishes one row of a price list. The same row again changes nothing; another price for the same
    /// SKU and day, or a price that would change settled days, is refused.
    @discardableResult
    package func publish(_ listing: PriceListing) throws -> Taken { try publish([listing])[0].get() }

    /// Publishes many in one transaction.
    package func publish(_ listings: [PriceListing]) throws -> [Answer] {
        try store.batch(listings) { listing, records in
            guard let region = Region(rawValue: listing.region) else {
                throw MeteringProblem.unknownRegion(listing.region)
            }
            guard listing.currency == region.profile.currency else {
                throw MeteringProblem.wrongCurrency(listing.sku, listing.currency, region: listing.region)
            }
            try records.lock(.prices(region))
            if let known = try records.listing(of: listing.sku, from: listing.validFrom, in: region) {
                guard known == listing else {
                    throw MeteringProblem.otherPrice(listing.sku, listing.validFrom)
                }
                return .duplicate
            }
            if let settled = try records.lastSettledDay(of: listing.sku, in: region),
                settled >= listing.validFrom
            {
                throw MeteringProblem.priceInSettledPast(listing.sku, listing.validFrom, settled: settled)
            }
            try records.insert(listing)
            return .accepted
        }
    }
}

import Basics
package import Metering
import Regions

/// Publishes prices.
package struct PricesDesk: Sendable {
    let store: any Store

    /// Publishes one row of a price list. The same row again changes nothing; another price for the same
    /// SKU and day, or a price that would change settled days, is refused.
    package func publish(_ listing: PriceListing) throws -> Taken {
        guard let region = Region(rawValue: listing.region) else {
            throw MeteringProblem.unknownRegion(listing.region)
        }
        guard listing.currency == region.profile.currency else {
            throw MeteringProblem.wrongCurrency(listing.sku, listing.currency, region: listing.region)
        }
        return try store.transaction { records in
            let same = try records.listings(in: region)
                .first { $0.sku == listing.sku && $0.validFrom == listing.validFrom }
            if let same {
                guard same == listing else {
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

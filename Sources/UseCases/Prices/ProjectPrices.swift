package import Access
package import Basics
package import Contracts
package import Metering
import Regions

/// The prices that hold for a project on a day, a page of them.
package struct ProjectPrices: Sendable {
    package let head: ProjectHead
    package let day: Day
    package let text: String
    package let rows: [Row]
    /// Where the next page goes on; nil = these were the last.
    package let next: SKU?

    package struct Row: Sendable {
        package let listing: PriceListing
        /// Nil = the public list's price holds.
        package let own: OwnPricing?
    }
}

extension PricesDesk {
    package static let rowsPerPage = 50

    /// Prices for whoever may see the project's balance: today's, unless told.
    package func prices(
        for pid: PID, on day: Day?, like text: String, after sku: SKU?, for viewer: Viewer
    ) throws -> ProjectPrices {
        let now = clock.now()
        return try store.read { records in
            let head = try records.head(pid, .balance, at: now, for: viewer)
            let day = day ?? head.region.profile.zone.day(of: now)
            let size = PricesDesk.rowsPerPage
            let found = try records.listings(
                in: head.region, on: day, like: text, after: sku, limit: size + 1)
            return ProjectPrices(
                head: head, day: day, text: text,
                rows: found.prefix(size).map {
                    ProjectPrices.Row(
                        listing: $0,
                        own: head.account.agreements.ownPricing(of: $0.sku, on: day, in: head.region))
                }, next: found.count > size ? found[size - 1].sku : nil)
        }
    }
}

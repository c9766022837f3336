package import Basics
package import Regions

/// Official rates of exchange: added, never changed.
package protocol RateRecords {
    /// The last rate set by a day, among those that were known at a moment: what a sum was reckoned by can be found
    /// again, whatever was imported since.
    func officialRate(
        of currency: AgreedCurrency, in region: Region, by day: Day, knownAt moment: Moment
    ) throws -> OfficialRate?
    /// The rate set for the day itself.
    func officialRate(of currency: AgreedCurrency, in region: Region, on day: Day) throws -> OfficialRate?
    /// How many rates are kept of each day from one on.
    func officialRateCounts(in region: Region, from day: Day) throws -> [Day: Int]
    func insert(_ rate: OfficialRate, in region: Region, by who: String, at moment: Moment) throws
    /// The latest first, then by currency; those behind a place.
    func officialRates(
        in region: Region, of currency: AgreedCurrency?, after place: RatePlace?, limit: Int
    ) throws -> [KeptRate]
}

/// A rate as it was kept.
package struct KeptRate: Hashable, Sendable {
    package let rate: OfficialRate
    package let addedAt: Moment
    /// Who of the staff, or whoever runs the machine.
    package let addedBy: String

    package init(rate: OfficialRate, addedAt: Moment, addedBy: String) {
        self.rate = rate
        self.addedAt = addedAt
        self.addedBy = addedBy
    }
}

/// Where a page of rates ended.
package struct RatePlace: Hashable, Sendable {
    package let day: Day
    package let currency: AgreedCurrency

    package init(day: Day, currency: AgreedCurrency) {
        self.day = day
        self.currency = currency
    }

    package init(_ kept: KeptRate) { self.init(day: kept.rate.day, currency: kept.rate.currency) }

    /// "2026-11-28.EUR"
    package var text: String { "\(day).\(currency)" }

    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = Day(parts[0]), let currency = AgreedCurrency(parts[1]) else {
            return nil
        }
        self.init(day: day, currency: currency)
    }
}

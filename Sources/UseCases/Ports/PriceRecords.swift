package import Basics
package import Metering
package import Regions

/// Price lists.
package protocol PriceRecords {
    func listings(in region: Region) throws -> [PriceListing]
    func listing(of sku: SKU, from day: Day, in region: Region) throws -> PriceListing?
    func insert(_ listing: PriceListing) throws
    /// The price list as it stands now; it is put together anew only where a price came since.
    func tariff(in region: Region) throws -> Tariff
    /// The rows in force on a day, by SKU, behind one of them; a text is a part of a SKU, a name or a service.
    func listings(
        in region: Region, on day: Day, like text: String, after sku: SKU?, limit: Int
    ) throws -> [PriceListing]
    /// The last settled day of a SKU in a region; prices before it are history.
    func lastSettledDay(of sku: SKU, in region: Region) throws -> Day?
}

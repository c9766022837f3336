package import Basics
import Contracts
import Metering
import Regions

/// A price and where it comes from.
package struct PriceFact: Hashable, Sendable {
    package enum Origin: Hashable, Sendable {
        case list
        case contract(number: String, date: Day)
    }

    package let price: UnitPrice
    package let origin: Origin
    /// The first day it counts.
    package let validFrom: Day
    /// What the list asks where a contract asks something else.
    package let listPrice: UnitPrice
    package let bonusType: BonusType?

    /// What a SKU costs a customer on a day; nil where the list does not know it yet.
    init?(_ sku: SKU, on day: Day, tariff: Tariff, agreements: Agreements, region: Region) {
        guard let price = tariff.price(of: sku, on: day, under: agreements, in: region) else { return nil }
        self.price = price.price
        listPrice = price.listing.price
        bonusType = price.listing.bonusType
        switch (price.origin, agreements.ownPricing(of: sku, on: day, in: region)) {
        case (.contract, let own?):
            origin = .contract(number: own.contract.number, date: own.contract.date)
            validFrom = own.from
        case (.list, _), (.contract, nil):
            origin = .list
            validFrom = price.listing.validFrom
        }
    }
}

/// What rounding did to an exact cost.
package enum RoundingFact: String, Hashable, Sendable {
    /// Nothing: the cost is whole kopecks.
    case exact
    /// Less than a kopeck became a kopeck.
    case leastKopeck
    case up
    case down

    init(exact: Accrual, rounded minor: Int64) {
        let after = Int128(minor) * 10_000_000
        if exact.billionths == after {
            self = .exact
        } else if exact.billionths > after {
            self = .down
        } else {
            self = exact.billionths < 10_000_000 ? .leastKopeck : .up
        }
    }
}

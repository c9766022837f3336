package import Basics
package import Regions

/// All that an account has agreed with the suppliers: the offer accepted at registration and the
/// contract versions since. One account, one contract at a time in its region (R21, D28).
package struct Agreements: Hashable, Sendable {
    /// Nil = the supplier's own offer.
    package let offer: Offer?
    package let registered: Moment
    package let contracts: [Contract]

    package init(offer: Offer?, registered: Moment, contracts: [Contract]) {
        self.offer = offer
        self.registered = registered
        self.contracts = contracts.sorted { $0.from < $1.from }
    }

    /// The contract in force in a region on a day; nil = the public offer.
    package func contract(on day: Day, in region: Region) -> Contract? {
        let latest = contracts.last { $0.region == region && $0.from <= day }
        return latest.flatMap { $0.isInForce(on: day) ? $0 : nil }
    }

    /// The scheme in force on a day: a version that begins inside a month switches it from the next
    /// month on (D24); one that was there when the account registered switches nothing.
    package func scheme(on day: Day, in region: Region) -> PaymentScheme {
        let start = region.profile.zone.day(of: registered)
        let ruling = schemes(in: region).last { step in
            let isBoundary = step.from == step.from.month.firstDay || step.from <= start
            return (isBoundary ? step.from : step.from.month.lastDay.next) <= day
        }
        return ruling?.scheme ?? .prepaid
    }

    /// Which scheme begins when: with each version, and in advance again where one has ended and no other follows.
    private func schemes(in region: Region) -> [(from: Day, scheme: PaymentScheme)] {
        let versions = contracts.filter { $0.region == region }
        return versions.enumerated().flatMap { place, version -> [(from: Day, scheme: PaymentScheme)] in
            let begins = (from: version.from, scheme: version.scheme)
            guard case .ends(let last) = version.term else { return [begins] }
            let next = place + 1 < versions.count ? versions[place + 1].from : nil
            return next.map { $0 <= last.next } ?? false ? [begins] : [begins, (last.next, .prepaid)]
        }
    }

    /// The days on which the scheme changes in a region, in order.
    package func schemeSwitches(in region: Region) -> [Day] {
        let boundaries = Set(
            schemes(in: region).flatMap { [$0.from, $0.from.month.lastDay.next] })
        return boundaries.sorted().filter {
            scheme(on: $0, in: region) != scheme(on: $0.previous, in: region)
        }
    }

    /// What a contract says of a SKU's price on a day; nil = the list rules.
    package func ownPrice(of sku: SKU, on day: Day, in region: Region) -> UnitPrice? {
        ownPricing(of: sku, on: day, in: region)?.price
    }

    /// The same price with the contract it stands in and the day it counts from: the latest of the
    /// version's first day, the contract's date and the price's own day (D3).
    package func ownPricing(of sku: SKU, on day: Day, in region: Region) -> OwnPricing? {
        guard let contract = contract(on: day, in: region) else { return nil }
        return contract.prices
            .filter { $0.sku == sku && max($0.validFrom, contract.date) <= day }
            .max { $0.validFrom < $1.validFrom }
            .map { own in
                OwnPricing(
                    contract: contract, price: own.price,
                    from: max(own.validFrom, max(contract.date, contract.from)))
            }
    }

    /// Whether documents of services of a day show VAT: the contract's word; without one it is charged to residents
    /// of the region's country alone (D3).
    package func vat(on day: Day, in region: Region, isResident: Bool) -> VATTreatment {
        contract(on: day, in: region)?.vat ?? (isResident ? .charged : .none)
    }
}

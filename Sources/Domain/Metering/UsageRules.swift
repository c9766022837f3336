package import Basics
package import Contracts
package import Regions

/// What a usage event must be before it is taken.
package enum UsageRules {
    /// Later than this after the clock's now is the far future: a meter's clock gone wrong.
    package static let farFutureSeconds: Int64 = 366 * 86_400

    /// Refuses an event that cannot be charged.
    package static func check(
        _ event: UsageEvent, zone: Zone, tariff: Tariff, agreements: Agreements, region: Region, now: Moment
    ) throws {
        var days = LastDay(zone)
        let day = try day(of: event, by: &days, now: now)
        let price = try price(of: event, on: day, tariff: tariff, agreements: agreements, region: region)
        try check(event, on: day, at: price)
    }

    /// The regional day the event lies in; refuses one without an extent, of the far future or of two days.
    package static func day(of event: UsageEvent, by days: inout LastDay, now: Moment) throws -> Day {
        guard event.quantity.thousandths > 0 else { throw MeteringProblem.notPositive(event.id) }
        guard event.end > event.start else { throw MeteringProblem.endNotAfterStart(event.id) }
        guard event.end <= now.adding(seconds: farFutureSeconds) else {
            throw MeteringProblem.farFuture(event.id, event.end)
        }
        let day = days.day(of: event.start)
        // The end may be the day's last midnight, which zones call the next day.
        guard days.day(of: Moment(microseconds: event.end.microseconds - 1)) == day else {
            throw MeteringProblem.acrossMidnight(event.id, day)
        }
        return day
    }

    /// What the event's SKU costs the customer on the day; refuses one without a price.
    package static func price(
        of event: UsageEvent, on day: Day, tariff: Tariff, agreements: Agreements, region: Region
    ) throws -> UnitPrice {
        guard tariff.knows(event.sku) else { throw MeteringProblem.unknownSKU(event.id, event.sku) }
        guard let price = tariff.price(of: event.sku, on: day, under: agreements, in: region) else {
            throw MeteringProblem.noPrice(event.id, event.sku, day, first: tariff.firstDay(of: event.sku))
        }
        return price.price
    }

    /// Refuses an event whose cost no account could hold.
    package static func check(_ event: UsageEvent, on day: Day, at price: UnitPrice) throws {
        do { _ = try Rounding.dayLine(Accrual(event.quantity, at: price)) } catch {
            throw MeteringProblem.costTooLarge(event.sku, day)
        }
    }
}

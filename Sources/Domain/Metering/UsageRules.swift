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
        guard event.quantity.thousandths > 0 else { throw MeteringProblem.notPositive(event.id) }
        guard event.end > event.start else { throw MeteringProblem.endNotAfterStart(event.id) }
        guard event.end <= now.adding(seconds: farFutureSeconds) else {
            throw MeteringProblem.farFuture(event.id, event.end)
        }
        let day = zone.day(of: event.start)
        // The end may be the day's last midnight, which zones call the next day.
        guard zone.day(of: Moment(microseconds: event.end.microseconds - 1)) == day else {
            throw MeteringProblem.acrossMidnight(event.id, day)
        }
        guard tariff.knows(event.sku) else { throw MeteringProblem.unknownSKU(event.id, event.sku) }
        guard let price = tariff.price(of: event.sku, on: day, under: agreements, in: region) else {
            throw MeteringProblem.noPrice(event.id, event.sku, day, first: tariff.firstDay(of: event.sku))
        }
        do { _ = try Rounding.dayLine(Accrual(event.quantity, at: price.price)) } catch {
            throw MeteringProblem.costTooLarge(event.sku, day)
        }
    }
}

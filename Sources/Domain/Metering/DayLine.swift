package import Basics

/// What makes a day line one: the rounding unit of all charges (D2).
package struct DayLineKey: Hashable, Comparable, Sendable {
    package let day: Day
    package let resource: ResourceID
    package let sku: SKU

    package init(day: Day, resource: ResourceID, sku: SKU) {
        self.day = day
        self.resource = resource
        self.sku = sku
    }

    package static func < (a: Self, b: Self) -> Bool {
        (a.day, a.resource, a.sku) < (b.day, b.resource, b.sku)
    }
}

/// The use of one SKU by one resource on one regional day, and what it has cost so far.
package struct DayLine: Hashable, Sendable {
    package let key: DayLineKey
    package let service: ServiceName
    package let unit: String
    package private(set) var quantity: Quantity
    package private(set) var accrued: Accrual
    /// Always `Rounding.dayLine(accrued)`, in minor units.
    package private(set) var posted: Int64
    package private(set) var labels: LatestLabels

    package init(
        key: DayLineKey, service: ServiceName, unit: String, quantity: Quantity = Quantity(thousandths: 0),
        accrued: Accrual = .zero, posted: Int64 = 0, labels: LatestLabels = LatestLabels()
    ) {
        self.key = key
        self.service = service
        self.unit = unit
        self.quantity = quantity
        self.accrued = accrued
        self.posted = posted
        self.labels = labels
    }

    /// Adds an event at its price and says what has to be posted for it: the difference the rounded
    /// total makes, often nothing.
    package mutating func take(_ event: UsageEvent, at price: UnitPrice) throws -> Int64 {
        let (sum, overflow) = quantity.thousandths.addingReportingOverflow(event.quantity.thousandths)
        guard !overflow else { throw MeteringProblem.costTooLarge(key.sku, key.day) }
        let total = accrued + Accrual(event.quantity, at: price)
        let rounded: Int64
        do { rounded = try Rounding.dayLine(total) } catch {
            throw MeteringProblem.costTooLarge(key.sku, key.day)
        }
        let difference = rounded - posted
        quantity = Quantity(thousandths: sum)
        accrued = total
        posted = rounded
        labels.take(event)
        return difference
    }
}

/// The labels of a line's last event in canonical order, whichever order events arrive in.
package struct LatestLabels: Hashable, Sendable {
    package private(set) var end: Moment
    package private(set) var id: String
    package private(set) var labels: [UsageEvent.Label]

    package init(end: Moment = Moment(microseconds: .min), id: String = "", labels: [UsageEvent.Label] = []) {
        self.end = end
        self.id = id
        self.labels = labels
    }

    mutating func take(_ event: UsageEvent) {
        if event.end < end || (event.end == end && event.id.precedesBytewise(id)) { return }
        // Two sources may give one id and one end: the labels themselves decide, not the arrival.
        if event.end == end, event.id.utf8.elementsEqual(id.utf8), !spelled(labels, before: event.labels) {
            return
        }
        end = event.end
        id = event.id
        labels = event.labels
    }

    private func spelled(_ a: [UsageEvent.Label], before b: [UsageEvent.Label]) -> Bool {
        a.flatMap { [$0.name, $0.value] }
            .lexicographicallyPrecedes(b.flatMap { [$0.name, $0.value] }) { $0.precedesBytewise($1) }
    }
}

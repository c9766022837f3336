import Basics
import Metering
import Regions

/// Usage and prices of a machine in Moscow; a test says what differs.
enum MakeUsage {
    static func listing(
        _ sku: String = "vm", _ price: String = "1.50", from day: String = "2026-01-01",
        service: String = "Облачные вычисления", bonusType: String? = nil
    ) -> PriceListing {
        PriceListing(
            sku: SKU(sku), region: "moscow", service: ServiceName(service), name: sku, unit: "ч",
            price: The.price(price), currency: .rub, bonusType: bonusType.map(BonusType.init),
            validFrom: The.day(day))
    }

    static func event(
        _ sku: String = "vm", quantity: String = "1", from start: String = "2026-10-05T10:00:00Z",
        until end: String = "2026-10-05T11:00:00Z", id: String = "e-1", source: String = "meter",
        labels: [UsageEvent.Label] = []
    ) -> UsageEvent {
        UsageEvent(
            id: id, source: source, type: "cloud.usage.v1", project: The.project("mcs0000000001"),
            resource: ResourceID("vm-1"), sku: SKU(sku), quantity: The.quantity(quantity),
            start: The.moment(start), end: The.moment(end), labels: labels)
    }

    static func line(_ day: String = "2026-10-05") -> DayLine {
        DayLine(
            key: DayLineKey(day: The.day(day), resource: ResourceID("vm-1"), sku: SKU("vm")),
            service: ServiceName("Облачные вычисления"), unit: "ч")
    }
}

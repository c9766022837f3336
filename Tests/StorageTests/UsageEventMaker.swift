import Basics
import Metering

/// Events for tests that speak to the store itself.
enum UsageEventMaker {
    static func event(_ pid: PID, _ resource: String, _ quantity: Int64, _ end: Moment) -> UsageEvent {
        UsageEvent(
            id: "e", source: "test", type: "cloud.usage.v1", project: pid, resource: ResourceID(resource),
            sku: SKU("vm"), quantity: Quantity(thousandths: quantity), start: end.adding(seconds: -300),
            end: end, labels: [])
    }
}

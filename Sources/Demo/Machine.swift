import Basics
import Metering
import Regions

/// What a project runs: a virtual machine with its disk, address and licence, or a bucket of objects.
struct Machine: Sendable {
    let name: String
    let pid: String
    var vcpu = 0
    var memory = 0
    var disk = 0
    var hasAddress = true
    var hasLicence = false
    /// Gigabytes kept at first, and how many more every week.
    var bucket = 0
    var bucketGrowth = 0
    /// Sleeps on Saturdays and Sundays.
    var isOfficeHours = false
    var from: String?
    var until: String?

    /// What it used on a regional day, in the order of the SKUs; half-days where the use may change at noon.
    func events(on day: Day, in region: Region) -> [UsageEvent] {
        if let from = from.flatMap({ Day($0) }), day < from { return [] }
        if let until = until.flatMap({ Day($0) }), until < day { return [] }
        let zone = region.profile.zone
        let start = zone.start(of: day)
        let end = zone.start(of: day.next)
        let noon = start.adding(seconds: 12 * 3600)
        var events: [UsageEvent] = []
        if vcpu > 0, !(isOfficeHours && isWeekend(day)) {
            // The machine grows by a core for half a day now and then, as autoscaled ones do.
            let burst = Int(day.number) * 7 % 5 == 0 ? 1 : 0
            let halves = [(start, noon, vcpu), (noon, end, vcpu + burst)]
            for (from, to, cores) in halves {
                events.append(event(.cores, cores * 720, from, to, region))
                events.append(event(.memory, memory * 720, from, to, region))
            }
            if hasLicence { events.append(event(.licence, 1, start, end, region)) }
        }
        if disk > 0 { events.append(event(.disk, disk * 1440, start, end, region)) }
        if vcpu > 0, hasAddress { events.append(event(.address, 1440, start, end, region)) }
        if bucket > 0 {
            let weeks = Int(day.number - Play.opening.number) / 7
            events.append(event(.objects, (bucket + bucketGrowth * weeks) * 24, start, end, region))
        }
        return events
    }

    /// 1 January 1970 was a Thursday.
    private func isWeekend(_ day: Day) -> Bool { [2, 3].contains(Int(day.number) % 7) }

    private func event(
        _ ware: Ware, _ quantity: Int, _ start: Moment, _ end: Moment, _ region: Region
    ) -> UsageEvent {
        UsageEvent(
            id: "\(pid)/\(name)/\(ware.sku)/\(start)", source: "meter.\(region.rawValue)",
            type: "cloud.usage.v1", project: Play.pid(pid), resource: ResourceID(name), sku: ware.sku,
            quantity: Quantity(thousandths: Int64(quantity) * 1000), start: start, end: end,
            labels: [UsageEvent.Label(name: "env", value: name.hasPrefix("test") ? "test" : "prod")])
    }
}

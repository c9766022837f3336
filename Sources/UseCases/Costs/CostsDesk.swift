package import Access
package import Basics
package import Metering
import Projects
import Regions

/// Shows what a project's month went on: services, their resources, their days.
package struct CostsDesk: Sendable {
    let store: any Store
    let clock: Clock

    package static let mostMonths = 120
    package static let mostResources = 500
    /// Day lines shown at once; of a larger month a resource at a time.
    package static let mostDayLines = 1500
    /// What one download holds at most.
    package static let mostRows = 200_000

    package struct Costs: Sendable {
        package let head: ProjectHead
        /// The months that can be looked at, the latest first, and the one shown.
        package let months: [Month]
        package let month: Month
        package let spending: [ServiceDay]
        /// By service; those that cost most first.
        package let resources: [ResourceCost]
        /// Whether there are more resources than are shown.
        package let isCut: Bool
        /// Of all resources, or of the one asked for; empty where they are too many to be shown at once.
        package let lines: [DayLine]
        package let asked: ResourceChoice?
    }

    /// One resource whose days are asked for.
    package struct ResourceChoice: Hashable, Sendable {
        package let service: ServiceName
        package let resource: ResourceID

        package init(service: ServiceName, resource: ResourceID) {
            self.service = service
            self.resource = resource
        }
    }

    /// A month of a project: the last one it has spent in, unless told.
    package func costs(
        of pid: PID, month asked: Month?, resource: ResourceChoice? = nil, for viewer: Viewer
    ) throws -> Costs {
        let now = clock.now()
        return try store.read { records in
            let head = try records.head(pid, .detail, at: now, for: viewer)
            let months = try records.months(of: pid, limit: CostsDesk.mostMonths)
            let month = asked ?? months.first ?? head.region.profile.zone.day(of: now).month
            let resources = try records.resources(in: pid, month: month, limit: CostsDesk.mostResources + 1)
            let most = CostsDesk.mostDayLines
            let lines =
                if let resource {
                    try records.dayLines(
                        of: resource.resource, service: resource.service, in: pid, month: month, limit: most)
                } else {
                    try records.dayLines(in: pid, month: month, limit: most + 1)
                }
            return Costs(
                head: head, months: months, month: month,
                spending: try records.spending(in: pid, month: month, limit: OverviewDesk.mostServiceDays),
                resources: Array(resources.prefix(CostsDesk.mostResources)),
                isCut: resources.count > CostsDesk.mostResources,
                lines: lines.count > most ? [] : lines, asked: resource)
        }
    }

    /// Twelve months of a project by service.
    package struct Year: Sendable {
        package let head: ProjectHead
        package let months: [Month]
        package let twelve: ClosedRange<Month>
        package let spending: [ServiceMonth]

        package var first: Month { twelve.lowerBound }
        package var month: Month { twelve.upperBound }
    }

    /// What a service cost in a month, minor units.
    package struct ServiceMonth: Hashable, Sendable {
        package let month: Month
        package let service: ServiceName
        package let amount: Int64
    }

    /// Twelve months: those up to the last one it has spent in, unless told.
    package func year(of pid: PID, in asked: ClosedRange<Month>?, for viewer: Viewer) throws -> Year {
        let now = clock.now()
        return try store.read { records in
            let head = try records.head(pid, .detail, at: now, for: viewer)
            let months = try records.months(of: pid, limit: CostsDesk.mostMonths)
            let last = months.first ?? head.region.profile.zone.day(of: now).month
            let twelve = asked ?? last.yearToIt ?? last...last
            let indexes = twelve.lowerBound.index...twelve.upperBound.index
            let spending = try indexes.map(Month.init(index:)).flatMap { month in
                let days = try records.spending(in: pid, from: month.firstDay, through: month.lastDay)
                return Dictionary(grouping: days, by: \.service).sorted { $0.key < $1.key }.map {
                    ServiceMonth(month: month, service: $0.key, amount: $0.value.reduce(0) { $0 + $1.amount })
                }
            }
            return Year(head: head, months: months, twelve: twelve, spending: spending)
        }
    }

    /// One day's lines, by resource and SKU, a page at a time.
    package struct OfDay: Sendable {
        package let head: ProjectHead
        package let day: Day
        /// What each service cost that day.
        package let spending: [ServiceDay]
        /// The one whose lines are shown; nil = those of all.
        package let service: ServiceName?
        package let lines: [DayLine]
        /// Where the next page begins; nil = these were the last.
        package let next: DayLinePlace?
    }

    package static let linesPerPage = 500

    package func costs(
        of pid: PID, on day: Day, service: ServiceName? = nil, after place: DayLinePlace? = nil,
        for viewer: Viewer
    ) throws -> OfDay {
        let now = clock.now()
        return try store.read { records in
            let head = try records.head(pid, .detail, at: now, for: viewer)
            let most = CostsDesk.linesPerPage
            let lines = try records.dayLines(
                in: pid, on: day, of: service, after: place?.key(on: day), limit: most + 1)
            return OfDay(
                head: head, day: day, spending: try records.spending(in: pid, from: day, through: day),
                service: service, lines: Array(lines.prefix(most)),
                next: lines.count > most ? DayLinePlace(lines[most - 1].key) : nil)
        }
    }

    /// A month's day lines with what paid for them, for a download; one that would not end is refused.
    package func report(of pid: PID, month: Month, for viewer: Viewer) throws -> [DayLineRecord] {
        let now = clock.now()
        return try store.read { records in
            _ = try records.head(pid, .reports, at: now, for: viewer)
            guard try records.dayLineCount(in: pid, month: month) <= CostsDesk.mostRows else {
                throw ProjectsProblem.tooManyRows(CostsDesk.mostRows)
            }
            return try records.dayLines(in: pid, month: month)
        }
    }

    /// The months a report can be had of, the latest first.
    package func months(of pid: PID, for viewer: Viewer) throws -> [Month] {
        let now = clock.now()
        return try store.read { records in
            _ = try records.head(pid, .reports, at: now, for: viewer)
            return try records.months(of: pid, limit: CostsDesk.mostMonths)
        }
    }
}

/// Where a page of a day's lines ended.
package struct DayLinePlace: Hashable, Sendable {
    let resource: ResourceID
    let sku: SKU

    init(_ key: DayLineKey) {
        resource = key.resource
        sku = key.sku
    }

    /// "vm-42/compute.vcpu", as a page's address says it.
    package var text: String { "\(AddressPart.escaped(resource.text))/\(AddressPart.escaped(sku.text))" }

    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        resource = ResourceID(AddressPart.plain(String(parts[0])))
        sku = SKU(AddressPart.plain(String(parts[1])))
    }

    func key(on day: Day) -> DayLineKey { DayLineKey(day: day, resource: resource, sku: sku) }
}

import Access
import Basics
import Metering
import Projects
import Support
import Testing
import UseCases

/// What a month went on.
@Suite struct CostsTests {
    private let pid = "mcs0000000001"

    private func town() throws -> Town {
        let town = try Town(opened: "2026-09-01")
        try town.register(Make.romashka())
        try town.price("vm", "10")
        try town.price("disk", "3", service: "Диски")
        for (resource, sku, quantity) in [("vm-1", "vm", "1"), ("vm-2", "vm", "4"), ("d-1", "disk", "2")] {
            for day in ["03", "04"] {
                try town.use(
                    sku, quantity: quantity, in: pid, until: "2026-09-\(day)T12:00:00Z", resource: resource)
            }
        }
        try town.use("vm", in: pid, until: "2026-08-20T12:00:00Z")
        try town.settle()
        return town
    }

    private func owner(_ town: Town) throws -> Viewer {
        .customer(UserID("u"), [try town.project(pid): [.owner]])
    }

    @Test func `a month's days, resources and lines make the same sum`() throws {
        let town = try town()
        let costs = try town.app.costs.costs(of: town.project(pid), month: nil, for: owner(town))
        #expect(costs.month == Month("2026-09") && costs.months.count == 2)
        let sums = [
            costs.spending.reduce(0) { $0 + $1.amount }, costs.resources.reduce(0) { $0 + $1.amount },
            costs.lines.reduce(0) { $0 + $1.posted },
        ]
        #expect(sums == [112_00, 112_00, 112_00])
        // By service, the dearest first.
        #expect(costs.resources.map(\.resource.text) == ["d-1", "vm-2", "vm-1"])
        #expect(costs.resources.map(\.days) == [2, 2, 2])
    }

    @Test func `one resource of a month is asked for by its service and name`() throws {
        let town = try town()
        let choice = CostsDesk.ResourceChoice(
            service: ServiceName("Облачные вычисления"), resource: ResourceID("vm-2"))
        let costs = try town.app.costs.costs(
            of: town.project(pid), month: Month("2026-09"), resource: choice, for: owner(town))
        #expect(costs.lines.map(\.posted) == [40_00, 40_00] && costs.resources.count == 3)
    }

    @Test func `a report is for those who may download, and they may not see the page for it`() throws {
        let town = try town()
        let own = try town.project(pid)
        let month = try #require(Month("2026-09"))
        let accountant = Viewer.customer(UserID("a"), [own: [.accountant]])
        #expect(try town.app.costs.report(of: own, month: month, for: accountant).count == 6)
        #expect(try town.app.costs.months(of: own, for: accountant).count == 2)
        #expect(throws: ProjectsProblem.unknownProject(pid)) {
            try town.app.costs.costs(of: own, month: nil, for: accountant)
        }
        let viewer = Viewer.customer(UserID("v"), [own: [.projectAdministrator]])
        #expect(throws: ProjectsProblem.unknownProject(pid)) {
            try town.app.costs.report(of: own, month: month, for: viewer)
        }
    }

    @Test func `twelve months make the sum of their months, service by service`() throws {
        let town = try town()
        let own = try town.project(pid)
        let year = try town.app.costs.year(of: own, in: nil, for: owner(town))
        #expect(year.month == Month("2026-09") && year.first == Month("2025-10"))
        for month in year.months {
            let alone = try town.app.costs.costs(of: own, month: month, for: owner(town)).spending
            for service in Set(alone.map(\.service)) {
                let sum = alone.filter { $0.service == service }.reduce(0) { $0 + $1.amount }
                #expect(
                    year.spending.filter { $0.month == month && $0.service == service }.map(\.amount) == [sum]
                )
            }
        }
        #expect(year.spending.reduce(0) { $0 + $1.amount } == 122_00)
        let before = try town.app.costs.year(
            of: own, in: Month("2026-08")?.yearToIt, for: owner(town))
        #expect(before.spending.reduce(0) { $0 + $1.amount } == 10_00)
        let accountant = Viewer.customer(UserID("a"), [own: [.accountant]])
        #expect(throws: (any Error).self) {
            try town.app.costs.year(of: own, in: nil, for: accountant)
        }
    }
}

import Access
import Basics
import Funding
import Projects
import Support
import Testing
import UseCases

/// Movements, the latest first, as people look for them.
@Suite struct DetailTests {
    private static let pids = ["mcs0000000001", "mcs0000000011"]

    /// Two projects of one customer: charges, money, bonuses that end, at equal instants too.
    private static func town() throws -> Town {
        let town = try Town(opened: "2026-09-01")
        try town.register(Make.romashka(pids: pids))
        try town.price("vm", "10", bonusType: "compute")
        for pid in pids {
            try town.grant(
                "125.00", "compute", to: pid, at: "2026-09-02T10:00:00Z", expires: "2026-09-20T21:00:00Z")
            try town.credit("100.00", to: pid, at: "2026-09-03T10:00:00Z")
            try town.credit("7.00", to: pid, at: "2026-09-03T10:00:00Z", id: "again/\(pid)")
            for day in 4...12 {
                try town.use("vm", in: pid, until: "2026-09-\(day < 10 ? "0" : "")\(day)T12:00:00Z")
            }
            try town.credit("50.00", to: pid, at: "2026-09-25T10:00:00Z")
        }
        try town.use("vm", quantity: "3", in: pids[0], until: "2026-09-25T12:00:00Z")
        try town.settle()
        try town.go(to: "2026-09-30T09:00:00Z")
        return town
    }

    private func viewer(_ town: Town, _ roles: Set<CustomerRole> = [.owner]) throws -> Viewer {
        .customer(
            UserID("u"),
            Dictionary(uniqueKeysWithValues: try DetailTests.pids.map { (try town.project($0), roles) }))
    }

    private func search(
        _ town: Town, all: Bool = false, from: String? = nil, through: String? = nil,
        kind: MovementSearch.Kind? = nil
    ) throws -> MovementSearch {
        MovementSearch(
            projects: all ? try DetailTests.pids.map(town.project) : [], from: from.flatMap { Day($0) },
            through: through.flatMap { Day($0) }, kind: kind)
    }

    /// All pages of a size, one after the other.
    private func walk(_ town: Town, _ search: MovementSearch, by limit: Int) throws -> [ProjectMovement] {
        let pid = try town.project(DetailTests.pids[0])
        var (place, rows): (MovementPlace?, [ProjectMovement]) = (nil, [])
        while true {
            let page = try town.app.movements.detail(
                of: pid, search, after: place, limit: limit, for: viewer(town))
            rows += page.rows
            guard let next = page.next else { return rows }
            #expect(page.rows.count == limit)
            place = MovementPlace(next.text)
            #expect(place == next)
        }
    }

    @Test func `however long a page, the pages make one list in the reverse order of movements`() throws {
        let town = try DetailTests.town()
        for all in [false, true] {
            let whole = try walk(town, search(town, all: all), by: 1000)
            #expect(whole.count == (all ? 29 : 15))
            #expect(zip(whole, whole.dropFirst()).allSatisfy { $0.place > $1.place })
            for limit in [1, 2, 3, 7] { #expect(try walk(town, search(town, all: all), by: limit) == whole) }
        }
    }

    @Test func `all movements of a project make its balances, as those of the other list do`() throws {
        let town = try DetailTests.town()
        let pid = try town.project(DetailTests.pids[0])
        let rows = try walk(town, search(town), by: 5)
        let balance = try town.balance(pid.text)
        let bonuses = balance.bonuses.reduce(0) { $0 + $1.amount.minor }
        #expect(rows.reduce(0) { $0 + $1.movement.amount } == balance.payment.minor + bonuses)
        let old = try town.app.movements.movements(of: pid, limit: 1000)
        #expect(rows.map(\.movement) == old.reversed())
    }

    @Test func `a period is of regional days, both bounds inside`() throws {
        let town = try DetailTests.town()
        // The grant ends on the 21st at midnight by Moscow's clocks.
        let found = try walk(town, search(town, from: "2026-09-21", through: "2026-09-25"), by: 50)
        #expect(found.map(\.movement.amount) == [-30_00, 50_00, -35_00])
        let kinds = try MovementSearch.Kind.allCases.map {
            try walk(town, search(town, from: "2026-09-03", through: "2026-09-30", kind: $0), by: 4).count
        }
        #expect(kinds == [10, 3, 1])
    }

    @Test func `the sums of a period are those of its rows, kind by kind`() throws {
        let town = try DetailTests.town()
        let pid = try town.project(DetailTests.pids[0])
        for kind in [nil] + MovementSearch.Kind.allCases.map(Optional.some) {
            let asked = try search(town, all: true, from: "2026-09-02", through: "2026-09-21", kind: kind)
            let page = try town.app.movements.detail(of: pid, asked, limit: 1000, for: viewer(town))
            #expect(page.period == page.sums, "\(String(describing: kind))")
        }
        let open = try town.app.movements.detail(of: pid, search(town), for: viewer(town))
        #expect(open.period == nil)
    }

    @Test func `projects are the viewer's alone, and by the right that is asked for`() throws {
        let town = try DetailTests.town()
        let own = try town.project(DetailTests.pids[0])
        let one = Viewer.customer(UserID("u"), [own: [.owner]])
        #expect(try town.app.movements.detail(of: own, search(town), for: one).choice == [own])
        #expect(throws: ProjectsProblem.unknownProject(DetailTests.pids[1])) {
            try town.app.movements.detail(of: own, search(town, all: true), for: one)
        }
        // Default: the page's own project, whatever else there is.
        #expect(try town.app.movements.detail(of: own, search(town), for: viewer(town)).shown == [own])
        let accountant = try viewer(town, [.accountant])
        #expect(throws: (any Error).self) {
            try town.app.movements.detail(of: own, search(town), for: accountant)
        }
        #expect(
            try !town.app.movements.detail(of: own, search(town), right: .reports, for: accountant).rows
                .isEmpty)
    }

    @Test func `a place that somebody made up leads nowhere`() {
        #expect(MovementPlace("mcs0000000001") == nil && MovementPlace("x!1.0.a") == nil)
        #expect(MovementPlace("mcs0000000001!1.9.a") == nil)
    }
}

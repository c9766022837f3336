import Access
import Basics
import Documents
import Metering
import Pages
import Payments
import Projects
import Regions
import Support
import Testing
import UseCases
import Wording

/// The rows that a sum on a page leads to make that sum.
@Suite struct SumRowsTests {
    private static let visit = Visit(
        asked: "en", preferred: .en, look: Look(styles: ["/assets/sheet.css"], icon: "/assets/icon.svg"))

    /// A project with more day lines in a day than any page holds.
    private func town(resources: Int) throws -> (town: Town, pid: PID) {
        let town = try Town(opened: "2026-09-01")
        try town.price("vm", "1.37")
        try town.price("disk", "0.71", service: "Облачные диски")
        try town.register(Make.romashka())
        try town.register(Make.sidorov())
        for number in 0..<resources {
            try town.use(
                number.isMultiple(of: 2) ? "vm" : "disk", quantity: "1", in: "mcs0000000001",
                until: "2026-09-05T12:00:00Z", resource: "vm/\(number)")
        }
        try town.use("vm", quantity: "2", in: "mcs0000000001", until: "2026-09-06T12:00:00Z")
        try town.use("vm", quantity: "2", in: "mcs0000000004", until: "2026-09-05T12:00:00Z")
        try town.go(to: "2026-09-10T09:00:00Z")
        try town.settle()
        return (town, try town.project("mcs0000000001"))
    }

    @Test func `every line of a day is reached, however many there are, and they make the day's charge`()
        throws
    {
        let (town, pid) = try town(resources: CostsDesk.mostDayLines + 20)
        let owner = Viewer.customer(UserID("u"), [pid: [.owner]])
        let day = try #require(Day("2026-09-05"))
        let month = try town.app.costs.costs(of: pid, month: day.month, for: owner)
        #expect(month.lines.isEmpty)
        let page = CostsPage(month, SumRowsTests.visit).markup.text
        #expect(
            page.contains("/projects/\(pid)/costs?day=2026-09-05&amp;service=")
                || page.contains("/projects/\(pid)/costs?day=2026-09-05&service="))
        let moved = try town.app.movements.detail(of: pid, MovementSearch(kind: .charges), for: owner)
        #expect(
            DetailPage(moved, SumRowsTests.visit).markup.text.contains(
                "/projects/\(pid)/costs?day=2026-09-05"))
        for service in [nil, ServiceName("Облачные диски")] {
            var (place, sum, seen) = (DayLinePlace?.none, Int64(0), Set<DayLineKey>())
            var whole: Int64 = 0
            repeat {
                let part = try town.app.costs.costs(
                    of: pid, on: day, service: service, after: place, for: owner)
                #expect(part.lines.count <= CostsDesk.linesPerPage)
                sum += part.lines.reduce(0) { $0 + $1.posted }
                seen.formUnion(part.lines.map(\.key))
                whole = part.spending.filter { service == nil || $0.service == service }
                    .reduce(0) { $0 + $1.amount }
                let markup = DayCostsPage(part, after: place?.text ?? "", SumRowsTests.visit).markup.text
                #expect(markup.contains("/explain?address="))
                place = part.next.flatMap { DayLinePlace($0.text) }
                #expect(place == part.next)
            } while place != nil
            #expect(sum == whole && whole > 0)
            #expect(
                seen.count == (service == nil ? CostsDesk.mostDayLines + 20 : CostsDesk.mostDayLines / 2 + 10)
            )
        }
        // The charge that the movements list is the sum of these lines.
        let charge = moved.rows.first {
            if case .charges(let of) = $0.movement.step { of.day == day } else { false }
        }
        let all = try town.app.costs.costs(of: pid, on: day, for: owner).spending.reduce(0) { $0 + $1.amount }
        #expect(charge?.movement.amount == -all)
        #expect(throws: ProjectsProblem.unknownProject("mcs0000000004")) {
            try town.app.costs.costs(of: town.project("mcs0000000004"), on: day, for: owner)
        }
    }

    @Test func `a region's sums are those of the projects its list shows, and so are those of a state`()
        throws
    {
        let (town, _) = try town(resources: 3)
        try town.register(Make.altyn())
        try town.grant(
            "3.00", "disks", to: "mcs0000000001", at: "2026-09-10T08:00:00Z",
            expires: "2026-12-01T00:00:00Z")
        try town.credit("500.00", to: "mcs0000000004", at: "2026-09-10T08:00:00Z")
        try town.settle()
        let overview = town.app.overview
        let plain = try overview.projects(ProjectSearch(), for: .house)
        #expect(plain.found == nil && plain.regions.count == 2)
        for region in plain.regions {
            let list = try overview.projects(
                ProjectSearch(region: region.region), for: .house)
            #expect(list.found == region)
            #expect(list.rows.allSatisfy { $0.project.project.region == region.region })
            #expect(list.rows.reduce(0) { $0 + $1.project.lotTotal - $1.project.debtTotal } == region.payment)
            #expect(list.rows.reduce(0) { $0 + $1.bonuses } == region.bonuses)
            let owing = try overview.projects(
                ProjectSearch(state: .owing, region: region.region), for: .house)
            #expect(owing.rows.reduce(0) { $0 + $1.project.debtTotal } == region.debt)
            #expect(owing.found?.debt == region.debt)
        }
        #expect(plain.regions.contains { $0.debt > 0 && $0.bonuses == 300 && $0.payment > 400_00 })
        let pid = try town.project("mcs0000000001")
        let own = try overview.projects(
            ProjectSearch(region: .moscow), for: .customer(UserID("u"), [pid: [.owner]]))
        #expect(own.found == nil && own.regions.isEmpty && own.rows.count == 1)
    }

    @Test func `a month of many customers is read to its end, each document and each customer once`() throws {
        let town = try Town(opened: "2026-09-05")
        try town.completeSuppliers()
        try town.price("vm", "1")
        let (payers, count) = (OverviewDesk.documentsPerPage + 2, OverviewDesk.closingsPerPage + 3)
        for number in 1...count {
            let pid = "mcs000000\(number + 1000)"
            try town.register(Make.company(number, pid: pid))
            guard number <= payers else { continue }
            let transfer = Make.Transfer(
                "10.00", from: Make.inn(number), for: pid, on: "2026-09-01", number: "\(number)")
            try town.transfer([transfer], named: "s\(number).txt")
            try town.use("vm", quantity: "1", in: pid, until: "2026-09-05T08:00:00Z")
        }
        try town.close("2026-09")
        let month = try #require(Month("2026-09"))
        let first = try #require(try town.app.overview.month(month).first)
        var place = OverviewDesk.MonthPlace()
        (place.document, place.closing) = (try #require(first.nextDocument), first.nextClosing)
        #expect(place.closing != nil)
        #expect(OverviewDesk.ClosingPlace(first.nextClosing?.text ?? "") == first.nextClosing)
        let rest = try #require(try town.app.overview.month(month, from: [.moscow: place]).first)
        #expect(rest.nextDocument == nil && rest.nextClosing == nil)
        let documents = (first.documents + rest.documents).map(\.key.text)
        let customers =
            (first.tieOuts + rest.tieOuts).map(\.account.id)
            + (first.skipped + rest.skipped).map(\.account.id)
        #expect(documents.count == payers && Set(documents).count == payers)
        #expect(customers.count == count && Set(customers).count == count)
    }

    @Test func `the money of a day is the bank lines of that day`() throws {
        let (town, _) = try town(resources: 1)
        try town.transfer([
            Make.Transfer("50.00", for: "mcs0000000001", on: "2026-09-02", number: "1"),
            Make.Transfer("70.50", for: "непонятно", on: "2026-09-02", number: "2"),
            Make.Transfer("900.00", for: "mcs0000000001", on: "2026-09-03", number: "3"),
        ])
        let pulse = try #require(try town.app.office.pulse(for: .house).regions.first)
        #expect(pulse.turnovers.count == 2)
        for turnover in pulse.turnovers {
            for (direction, sum) in [
                (PaymentDirection.incoming, turnover.received), (.outgoing, turnover.spent),
            ] {
                let lines = try town.app.office.bank(
                    nil, of: BankDay(region: turnover.region, day: turnover.day, direction: direction),
                    before: nil, statements: nil, for: .house
                ).lines.lines
                #expect(lines.reduce(0) { $0 + $1.amount } == sum)
                #expect(lines.allSatisfy { $0.creditedOn == turnover.day })
            }
        }
    }
}

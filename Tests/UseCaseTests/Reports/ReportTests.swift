import Access
import Basics
import Documents
import Regions
import Support
import Testing
import UseCases
import Wording

/// Billing reports: what is in them, and that their sums are those of the books and the documents.
@Suite struct ReportTests {
    private let own = "mcs0000000001"
    private let other = "mcs0000000002"

    private func town() throws -> Town {
        let town = try Town(opened: "2026-09-01")
        try town.completeSuppliers()
        try town.price("vm", "1.5")
        try town.price("disk", "0.7", service: "Облачные диски", bonusType: "storage")
        try town.register(Make.romashka(pids: [own, other]))
        try town.transfer([
            Make.Transfer("500.00", for: "Пополнение \(own)", on: "2026-09-01", number: "1"),
            Make.Transfer("100.00", for: "Пополнение \(other)", on: "2026-09-01", number: "2"),
        ])
        try town.credit("10.00", to: other, at: "2026-08-31T20:00:00Z")
        try town.grant(
            "5.00", "storage", to: own, at: "2026-09-01T00:00:00Z", expires: "2027-01-01T00:00:00Z")
        for day in ["07", "13", "14"] {
            try town.use("vm", quantity: "10", in: own, until: "2026-09-\(day)T12:00:00Z")
            try town.use(
                "disk", quantity: "3.1", in: own, until: "2026-09-\(day)T13:00:00Z", resource: "=d-1")
            try town.use("vm", quantity: "4", in: other, until: "2026-09-\(day)T12:00:00Z")
        }
        try town.close("2026-09")
        try town.use("vm", quantity: "2", in: own, until: "2026-10-02T12:00:00Z")
        try town.settle()
        return town
    }

    private func rows(
        _ town: Town, _ kind: ReportAsk.Kind, _ from: String, _ through: String,
        step: ReportAsk.Step = .month,
        projects: [String] = [], for viewer: Viewer = .house
    ) throws -> [[ReportCell]] {
        let ask = ReportAsk(
            kind: kind,
            period: try ReconciledPeriod(from: #require(Day(from)), through: #require(Day(through))),
            step: step,
            projects: try projects.map(town.project))
        let report = try town.app.reports.report(ask, of: town.project(own), most: 1000, for: viewer)
        var rows: [[ReportCell]] = []
        var place: ReportPlace?
        repeat {
            let piece = try town.app.reports.rows(of: report, .ru, from: place)
            rows += piece.rows
            place = piece.next
        } while place != nil
        for row in rows { #expect(row.count == report.columns.count) }
        return rows
    }

    private func sum(_ cell: ReportCell) -> Int64 { if case .sum(let minor) = cell { minor } else { 0 } }

    @Test func `consumption by weeks begins on Mondays, within the period, and ends with its total`() throws {
        let town = try town()
        let rows = try rows(town, .consumption, "2026-09-08", "2026-09-20", step: .week, projects: [own])
        let day = { (text: String) in ReportCell.day(Day(text) ?? Day(number: 0)) }
        // 7 September 2026 is a Monday, and left out; the 13th is the Sunday of its week.
        #expect(
            rows.map { $0[0] } == [
                day("2026-09-08"), day("2026-09-08"), day("2026-09-14"), day("2026-09-14"), day("2026-09-08"),
            ])
        #expect(rows.map { $0[1] }.first == day("2026-09-13"))
        #expect(rows.map { sum($0[5]) } == [15_00, 2_17, 15_00, 2_17, 34_34])
        let years = try self.rows(town, .consumption, "2026-01-01", "2026-12-31", step: .year)
        #expect(years.last.map { sum($0[5]) } == 72_51)
    }

    @Test func `the granular report has every line with its price and what paid for it`() throws {
        let town = try town()
        let rows = try rows(town, .granular, "2026-09-01", "2026-09-30")
        #expect(rows.count == 10)
        let wanted: [ReportCell] = [
            .day(try #require(Day("2026-09-07"))), .text(own), .text("moscow"), .text("Облачные диски"),
            .text("=d-1"), .text("disk"), .text("disk"), .text("ед."), .number("3.1"), .number("0.70"),
            .sum(2_17), .sum(2_17), .sum(0), .sum(0), .sum(0), .text("RUB"), .text(""),
        ]
        #expect(rows[0] == wanted)
        // 54.51 charged in both: 5.00 of bonuses, 10.00 of the card, the rest by own transfers.
        #expect(rows.last.map { $0[10...14].map(sum) } == [69_51, 5_00, 64_51, 54_51, 0])
    }

    @Test func `for bookkeepers the totals are those of the documents`() throws {
        let town = try town()
        let rows = try rows(town, .accounting, "2026-09-01", "2026-09-30")
        let documents = try town.app.closing.documents(try #require(Month("2026-09")), region: .moscow)
        let gross = documents.map(\.content).reduce(0) { $0 + $1.gross }
        #expect(gross == 54_51)
        #expect(rows.last.map { sum($0[8]) } == gross)
        #expect(rows.dropLast().map { sum($0[6]) + sum($0[7]) } == rows.dropLast().map { sum($0[8]) })
        #expect(rows.first?[1] == .text("УПД № 1"))
        // October is not closed: what a package would say today stands there, marked so.
        let both = try self.rows(town, .accounting, "2026-09-01", "2026-10-31")
        #expect(both.contains { $0[1] == .text("месяц не закрыт, предварительно") && sum($0[8]) == 3_00 })
        #expect(both.last.map { sum($0[8]) } == gross + 3_00)
    }

    @Test func `a report is of the projects that the viewer holds the right in, and of no others`() throws {
        let town = try town()
        let (first, second) = (try town.project(own), try town.project(other))
        let one = Viewer.customer(UserID("u"), [first: [.owner]])
        #expect(try rows(town, .granular, "2026-09-01", "2026-09-30", for: one).count == 7)
        #expect(throws: (any Error).self) {
            try rows(town, .granular, "2026-09-01", "2026-09-30", projects: [other], for: one)
        }
        #expect(throws: DocumentsProblem.actBeyondView) {
            try rows(town, .accounting, "2026-09-01", "2026-09-30", for: one)
        }
        let accountant = Viewer.customer(UserID("u"), [first: [.accountant], second: [.accountant]])
        #expect(try rows(town, .accounting, "2026-09-01", "2026-09-30", for: accountant).count == 3)
        let viewer = Viewer.customer(UserID("u"), [first: [.viewer]])
        #expect(throws: (any Error).self) {
            try rows(town, .consumption, "2026-09-01", "2026-09-30", for: viewer)
        }
    }

    @Test func `a report with more rows than a file holds is refused before it begins`() throws {
        let town = try town()
        let ask = ReportAsk(
            kind: .granular,
            period: try ReconciledPeriod(
                from: #require(Day("2026-09-01")), through: #require(Day("2026-09-30"))))
        let pid = try town.project(own)
        #expect(throws: (any Error).self) { try town.app.reports.report(ask, of: pid, most: 8, for: .house) }
        #expect(try town.app.reports.report(ask, of: pid, most: 9, for: .house).rowCount == 9)
    }

    @Test func `for bookkeepers days inside a month are refused, not widened`() throws {
        let town = try town()
        for (from, through) in [("2026-09-02", "2026-09-30"), ("2026-09-01", "2026-09-29")] {
            #expect(throws: DocumentsProblem.notWholeMonths) { try rows(town, .accounting, from, through) }
        }
    }

    @Test func `of a hundred and one projects none is left out unsaid: fewer must be chosen`() throws {
        let town = try Town(opened: "2026-09-01")
        try town.completeSuppliers()
        try town.price("vm", "1.5")
        let pids = (1...101).map { "mcs0000000\(String(1000 + $0).suffix(3))" }
        try town.register(Make.romashka(pids: pids))
        try town.use("vm", quantity: "10", in: pids[100], until: "2026-09-07T12:00:00Z")
        try town.close("2026-09")
        for kind in [ReportAsk.Kind.consumption, .granular] {
            for chosen in [[], pids] {
                #expect(throws: DocumentsProblem.tooManyProjects(100)) {
                    try rows(town, kind, "2026-09-01", "2026-09-30", projects: chosen)
                }
            }
            // The last of them is to choose as well.
            let rest = try rows(town, kind, "2026-09-01", "2026-09-30", projects: Array(pids.dropFirst()))
            #expect(rest.count == 2, "\(kind)")
        }
        let choice = try town.app.reports.choice(of: town.project(own), for: .house)
        #expect(choice.projects.map(\.text) == pids)
        #expect(try rows(town, .accounting, "2026-09-01", "2026-09-30").count == 1)
    }

    @Test func `days of nothing make a total of nothing`() throws {
        let town = try town()
        for kind in ReportAsk.Kind.allCases {
            let rows = try rows(town, kind, "2019-01-01", "2019-01-31")
            #expect(rows.count == 1, "\(kind)")
        }
    }
}

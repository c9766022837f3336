import Access
import Basics
import Contracts
import Documents
import Pages
import Projects
import Regions
import Support
import Testing
import UseCases
import Wording

/// Pages as a town shows them, read as golden files.
@Suite struct PagesGoldenTests {
    private static let visit = Visit(
        asked: "ru", preferred: .en, look: Look(styles: ["/assets/sheet.css"], icon: "/assets/icon.svg"))

    /// ООО «Ромашка» spends two services' worth over three days, pays by transfer, and has its month closed.
    private static func town() throws -> Town {
        let town = try Town(opened: "2026-09-01")
        try town.completeSuppliers()
        try town.price("vm", "1.5")
        try town.price("disk", "0.7", service: "Облачные диски")
        try town.register(Make.romashka())
        try town.register(Make.sidorov())
        try town.transfer([
            Make.Transfer("500.00", for: "Пополнение mcs0000000001", on: "2026-09-01")
        ])
        for day in ["02", "03", "05"] {
            try town.use("vm", quantity: "40", in: "mcs0000000001", until: "2026-09-\(day)T12:00:00Z")
            try town.use("disk", quantity: "13", in: "mcs0000000001", until: "2026-09-\(day)T13:00:00Z")
        }
        try town.use("vm", quantity: "7", in: "mcs0000000004", until: "2026-09-07T12:00:00Z")
        try town.app.flow.ask(of: town.project("mcs0000000001"), seen: 0, for: .house) { region, open in
            Make.flow(
                region, from: open, .paper(.courier(phone: "+7 916 000-00-00"), recipient: "Смирнова О. И."),
                copies: .monthly(["buh@romashka.example"]))
        }
        try town.close("2026-09")
        return town
    }

    @Test func `pages of a small town are what they were`() throws {
        let town = try PagesGoldenTests.town()
        let visit = PagesGoldenTests.visit
        let overview = town.app.overview
        let pid = try town.project("mcs0000000001")
        let owner = Viewer.customer(UserID("u"), [pid: [.owner]])
        let signed = Visit(
            asked: "ru", preferred: .en, look: Look(styles: ["/assets/sheet.css"], icon: "/assets/icon.svg"),
            person: .user(name: "Анна", isStaff: false), formToken: "token")
        let fresh = try Town(opened: "2026-09-01")
        try fresh.register(Make.sidorov(pids: ["mcs0000000001"]))
        let month = try #require(Month("2026-09"))
        let key = try #require(DocumentKey("moscow/upd/2026/1"))
        let pages: [(String, Markup)] = [
            (
                "projects",
                ProjectsPage(try overview.projects(ProjectSearch(), for: .house), visit).markup
            ),
            (
                "balance",
                BalancePage(try town.app.balances.standing(of: pid, for: owner), signed).markup
            ),
            (
                "balance-new",
                BalancePage(try fresh.app.balances.standing(of: pid, for: owner), signed).markup
            ),
            (
                "detail",
                DetailPage(try town.app.movements.detail(of: pid, MovementSearch(), for: owner), signed)
                    .markup
            ),
            ("costs", CostsPage(try town.app.costs.costs(of: pid, month: nil, for: owner), signed).markup),
            (
                "costs-year",
                YearCostsPage(try town.app.costs.year(of: pid, in: nil, for: owner), signed).markup
            ),
            (
                "project-documents",
                ProjectDocumentsPage(
                    try town.app.documents.documents(of: pid, DocumentSearch(), after: nil, for: owner),
                    signed
                ).markup
            ),
            ("reconciliation", try act(town, pid, owner, signed)),
            (
                "reports",
                ReportPage(
                    try town.app.reports.choice(of: pid, for: owner),
                    ReportAsk(
                        kind: .consumption,
                        period: try ReconciledPeriod(from: month.firstDay, through: month.lastDay)), signed
                ).markup
            ),
            ("flow", try flow(town, pid, owner, signed)),
            ("conservation", try charged(signed)), ("conserved", try conserved(signed)),
            ("limits", LimitsPage(try town.app.limits.list(around: pid, for: owner), signed).markup),
            (
                "prices",
                PricesPage(
                    try town.app.prices.prices(for: pid, on: nil, like: "", after: nil, for: owner),
                    isToday: true,
                    signed
                ).markup
            ),
            ("settings", SettingsPage(try fresh.app.profiles.profile(of: pid, for: owner), signed).markup),
            (
                "settings-company",
                SettingsPage(try town.app.profiles.profile(of: pid, for: owner), signed).markup
            ),
            (
                "supplier",
                SupplierPage(try town.app.accounts.supplier(.moscow), papers: try papers(town), signed).markup
            ),
            ("months", MonthsPage(try overview.months(), visit).markup),
            ("month", MonthPage(month, try overview.month(month), visit).markup),
            ("document", DocumentPage(try overview.document(key, for: .house).document, visit).markup),
            ("problem", ProblemPage(ProjectsProblem.unknownProject("mcs0000000009"), visit).markup),
        ]
        PagesGoldenTests.compare(pages)
    }

    /// A project whose owner thinks of conserving it.
    private func charged(_ visit: Visit) throws -> Markup {
        let town = try Town(opened: "2026-09-06")
        try town.price("vm", "1.5")
        try town.price("disk", "0.7", service: "Облачные диски")
        try town.register(Make.romashka())
        for (sku, day, resource) in [("vm", "04", "vm-1"), ("vm", "05", "vm-1"), ("disk", "05", "data")] {
            try town.use(
                sku, quantity: "40", in: "mcs0000000001", until: "2026-09-\(day)T12:00:00Z",
                resource: resource)
        }
        try town.settle()
        let pid = try town.project("mcs0000000001")
        return ConservationPage(
            try town.app.conservation.view(of: pid, for: .customer(UserID("u"), [pid: [.owner]])), visit
        ).markup
    }

    /// A project that is conserved and used all the same.
    private func conserved(_ visit: Visit) throws -> Markup {
        let town = try PagesGoldenTests.town()
        let pid = try town.project("mcs0000000001")
        try town.go(to: "2026-10-03T08:00:00Z")
        try town.app.conservation.take(.begun, of: pid, by: .house)
        for end in ["2026-10-03T09:00:00Z", "2026-10-04T09:00:00Z"] {
            try town.use("vm", quantity: "40", in: "mcs0000000001", until: end)
        }
        try town.go(to: "2026-10-05T09:00:00Z")
        _ = try town.app.settlement.settle()
        return ConservationPage(
            try town.app.conservation.view(of: pid, for: .customer(UserID("u"), [pid: [.owner]])), visit
        ).markup
    }

    /// Paper that waits for an address.
    private func flow(_ town: Town, _ pid: PID, _ owner: Viewer, _ visit: Visit) throws -> Markup {
        FlowPage(try town.app.flow.overview(of: pid, for: owner), visit).markup
    }

    private static func compare(_ pages: [(String, Markup)]) {
        for (name, page) in pages {
            let difference = Golden.difference(page.bytes, from: "Pages/\(name).html")
            #expect(difference == nil, "\(difference ?? "")")
        }
    }

    @Test func `pages of the office in a small town are what they were`() throws {
        let town = try PagesGoldenTests.town()
        let anna = Visit(
            asked: "ru", preferred: .en, look: Look(styles: ["/assets/sheet.css"], icon: "/assets/icon.svg"),
            person: .user(name: "Анна", isStaff: true), formToken: "token")
        let booked = try town.transfer(
            [
                Make.Transfer("70.00", for: "за облако", on: "2026-10-02", number: "2"),
                Make.Transfer("80.00", from: "7707083893", for: "непонятно", on: "2026-10-02", number: "3"),
            ], named: "october.txt")
        let line = try #require(booked.lines.last).number
        let file = try #require(
            try town.app.office.bank(nil, before: nil, statements: nil, for: .house).statements.first)
        try town.app.audit.keep(
            .closeMonth, on: "closing/moscow/2026-09",
            by: Author(user: nil, name: "anna@office.example", reason: "Срок пришёл"))
        let month = try #require(Month("2026-09"))
        let zone = Region.moscow.profile.zone
        let book = try #require(try town.app.office.books(after: "", for: .house).books.last?.chain)
        let pages: [(String, Markup)] = [
            (
                "office-bank",
                BankPage(
                    try town.app.office.bank(.unclear, before: nil, statements: nil, for: .house),
                    isFirst: true, anna
                ).markup
            ),
            (
                "office-statement",
                StatementPage(
                    try town.app.office.statement(file.digest, nil, before: nil, for: .house), isFirst: true,
                    anna
                ).markup
            ),
            (
                "office-bank-line",
                BankLinePage(try town.app.office.line(line, asking: "сидоров", for: .house), anna).markup
            ),
            (
                "office-closings",
                ClosingsPage(
                    [
                        .init(
                            region: .moscow,
                            open: try town.app.closing.openMonths(through: month.next, in: .moscow),
                            current: zone.day(of: town.app.clock.now()).month, running: nil)
                    ], closed: try town.app.overview.months(), anna
                ).markup
            ),
            (
                "office-closing",
                ClosingPage(
                    month, .moscow, try town.app.closing.standing(of: month, in: .moscow), nil,
                    try town.app.office.funnel(.moscow, month, for: .house), anna
                ).markup
            ),
            (
                "office-account",
                AccountPage(
                    try town.app.office.story(of: AccountID("romashka"), before: nil, for: .house),
                    isFirst: true, anna
                ).markup
            ),
            (
                "office-search",
                SearchPage(try town.app.office.search("ромашка", for: .house), anna).markup
            ),
            (
                "office-search-nothing",
                SearchPage(try town.app.office.search("нет такого", for: .house), anna).markup
            ),
            (
                "office-books",
                BooksPage(try town.app.office.books(after: "", for: .house), isFirst: true, anna).markup
            ),
            (
                "office-book",
                BookPage(
                    try #require(
                        try town.app.office.book(
                            book, JournalSearch(account: "", cause: ""), before: nil, for: .house)),
                    isFirst: true, anna
                ).markup
            ),
            (
                "office-audit",
                AuditPage(
                    try town.app.audit.entries(
                        AuditSearch(), before: nil, limit: 50, for: .house), next: nil, isFirst: true,
                    AuditPage.Filter(who: "", action: "", object: "", from: "", until: ""), anna
                ).markup
            ),
            (
                "office-sending",
                SendingPage(
                    try town.app.flow.queue(.moscow, month, .copies, for: .house), after: nil, anna
                ).markup
            ),
            ("office-verify", VerifyPage(nil, anna).markup),
        ]
        PagesGoldenTests.compare(pages)
    }

    private func papers(_ town: Town) throws -> [FoundingPaper] {
        _ = try town.app.founding.add(
            Make.scan, named: "<b>.pdf", title: "Устав <общества>", dated: try #require(Day("2020-02-29")),
            in: .moscow, for: .house, by: .operatorAtMachine)
        return try town.app.founding.papers(in: .moscow)
    }

    /// An act that was made, and the same days shown again.
    private func act(_ town: Town, _ pid: PID, _ owner: Viewer, _ visit: Visit) throws -> Markup {
        let month = try #require(Month("2026-09"))
        let period = try ReconciledPeriod(from: month.firstDay, through: month.lastDay)
        _ = try town.app.reconciliations.make(of: pid, period, for: owner)
        return ReconciliationPage(
            try town.app.reconciliations.overview(of: pid, for: owner), from: "2026-09-01",
            through: "2026-09-30", .act(try town.app.reconciliations.preview(of: pid, period, for: owner)),
            visit
        ).markup
    }

    @Test func `the tie-out of a closed month is found again in the records`() throws {
        let town = try PagesGoldenTests.town()
        let regions = try town.app.overview.month(try #require(Month("2026-09")))
        let sums = try #require(regions.first?.tieOuts.first?.sums)
        #expect(sums.agrees && sums.documents.minor == 20_730, "\(sums)")
    }

    @Test func `projects are found by a part of PID, name or tax id, and by state`() throws {
        let town = try PagesGoldenTests.town()
        func found(_ text: String, _ state: ProjectSearch.State? = nil) throws -> [String] {
            try town.app.overview.projects(ProjectSearch(text: text, state: state), for: .house)
                .rows.map(\.project.project.pid.text)
        }
        #expect(try found("") == ["mcs0000000001", "mcs0000000004"])
        #expect(try found("ромашка") == ["mcs0000000001"])
        #expect(try found("0000004") == ["mcs0000000004"])
        #expect(try found(Make.romashkaINN) == ["mcs0000000001"])
        #expect(try found("", .frozen) == ["mcs0000000004"])
        #expect(try found("%") == [])
        try town.app.conservation.take(.begun, of: town.project("mcs0000000001"), by: .house)
        #expect(try found("", .conserved) == ["mcs0000000001"] && found("", .active).isEmpty)
        #expect(try found("", .disputed).isEmpty)
        try town.use("vm", in: "mcs0000000001", until: "2026-11-01T12:00:00Z")
        try town.go(to: "2026-11-02T12:00:00Z")
        _ = try town.app.settlement.settle()
        #expect(try found("", .disputed) == ["mcs0000000001"])
    }

    @Test func `whatever a name holds, it stays text`() {
        let hostile = "<script>alert(1)</script>\"'&\u{0}\u{202E}"
        let markup: Markup = "<a title=\"\(hostile)\">\(hostile)</a>"
        let text = String(decoding: markup.bytes, as: UTF8.self)
        #expect(!text.contains("<script") && !text.contains("\u{0}"))
        #expect(text.filter { $0 == "\"" }.count == 2)
    }
}

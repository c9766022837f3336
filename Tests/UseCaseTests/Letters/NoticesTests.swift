import Basics
import Support
import Testing
import UseCases

/// What customers are told of their frozen projects, when (D12).
@Suite struct NoticesTests {
    /// A project that was paid for, or never, and freezes on 2 September at noon.
    private func town(paid: Bool) throws -> Town {
        let town = try Town(opened: "2026-09-01")
        try town.price("vm", "1")
        try town.register(Make.sidorov(pids: ["mcs0000000004"]))
        if paid { try town.credit("10.00", to: "mcs0000000004", at: "2026-09-01T10:00:00Z", id: "first") }
        try town.go(to: "2026-09-02T10:00:00Z")
        try town.use("vm", quantity: "100", in: "mcs0000000004", until: "2026-09-02T09:00:00Z", id: "much")
        try town.settle()
        return town
    }

    /// The kinds of letters there are by an instant, the oldest first.
    private func kinds(_ town: Town, by instant: String) throws -> [String] {
        try town.go(to: instant)
        while try town.app.notices.write() > 0 {}
        _ = try town.app.notices.write()
        return try town.app.letters.list().reversed().map(\.kind)
    }

    @Test func `who has paid before is told at once, at half time, a day before and at the end, once each`()
        throws
    {
        let town = try town(paid: true)
        #expect(try kinds(town, by: "2026-09-02T10:00:05Z") == ["frozen"])
        #expect(try kinds(town, by: "2026-09-05T20:59:00Z") == ["frozen"])
        #expect(try kinds(town, by: "2026-09-05T21:01:00Z") == ["frozen", "half-term"])
        #expect(try kinds(town, by: "2026-09-08T08:59:00Z") == ["frozen", "half-term"])
        #expect(try kinds(town, by: "2026-09-08T09:01:00Z") == ["frozen", "half-term", "last-day"])
        let all = ["frozen", "half-term", "last-day", "term-over"]
        #expect(try kinds(town, by: "2026-09-09T09:01:00Z") == all)
        #expect(try kinds(town, by: "2026-12-01T09:01:00Z") == all)
        #expect(try town.app.outbox.waiting(.notice).isEmpty)
    }

    @Test func `whose documents are ready is led to where they lie`() throws {
        let town = try Town(opened: "2026-09-01")
        try town.completeSuppliers()
        try town.price("vm", "10")
        try town.register(Make.romashka())
        try town.transfer([Make.Transfer("500.00", for: "mcs0000000001", on: "2026-09-02")])
        try town.use("vm", in: "mcs0000000001", until: "2026-09-05T12:00:00Z")
        try town.go(to: "2026-10-02T09:00:00Z")
        try town.settle()
        try town.close("2026-09")
        _ = try town.desks(notices: NoticeTerms(cabinet: "https://cabinet.example")).notices.write()
        let letters = try town.app.letters.list()
        #expect(letters.map(\.kind) == ["documents-ready"])
        #expect(letters[0].body.contains("https://cabinet.example/projects/mcs0000000001/documents"))
    }

    @Test func `who never paid has three days and no half of them`() throws {
        let town = try town(paid: false)
        #expect(try kinds(town, by: "2026-09-04T08:59:00Z") == ["frozen"])
        #expect(try kinds(town, by: "2026-09-04T09:01:00Z") == ["frozen", "last-day"])
        #expect(try kinds(town, by: "2026-09-05T09:01:00Z") == ["frozen", "last-day", "term-over"])
        #expect(try kinds(town, by: "2026-09-20T09:01:00Z") == ["frozen", "last-day", "term-over"])
    }

    @Test func `a first payment that does not thaw makes the term longer, and the reminders later`() throws {
        let town = try town(paid: false)
        #expect(try kinds(town, by: "2026-09-03T10:00:00Z") == ["frozen"])
        try town.credit("1.00", to: "mcs0000000004", at: "2026-09-03T10:00:00Z", id: "little")
        try town.settle()
        #expect(try kinds(town, by: "2026-09-04T09:01:00Z") == ["frozen"])
        #expect(try kinds(town, by: "2026-09-05T21:01:00Z") == ["frozen", "half-term"])
        #expect(
            try kinds(town, by: "2026-09-09T09:01:00Z") == ["frozen", "half-term", "last-day", "term-over"])
    }

    @Test func `who pays in time is told that all works again, and of nothing else`() throws {
        let town = try town(paid: true)
        #expect(try kinds(town, by: "2026-09-02T10:00:05Z") == ["frozen"])
        try town.go(to: "2026-09-03T10:00:00Z")
        try town.credit("500.00", to: "mcs0000000004", at: "2026-09-03T10:00:00Z", id: "enough")
        try town.settle()
        #expect(try kinds(town, by: "2026-10-03T10:00:00Z") == ["frozen", "thawed"])
        #expect(try town.app.outbox.waiting(.notice).isEmpty)
    }
}

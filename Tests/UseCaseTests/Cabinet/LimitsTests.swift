import Access
import Basics
import Projects
import Support
import Testing
import UseCases
import Wording

/// A month that costs more than its limit is told to the owner, once (R95).
@Suite struct LimitsTests {
    private let pid = "mcs0000000001"

    private func town(limit: String? = "100", notifies: Bool = true) throws -> Town {
        let town = try Town(opened: "2026-09-01")
        try town.register(Make.romashka())
        try town.price("vm", "10", bonusType: "compute")
        if let limit { try town.app.limits.set(limit, notifies: notifies, of: town.project(pid), by: .house) }
        return town
    }

    private func use(_ town: Town, _ quantity: String, on day: String) throws {
        try town.use("vm", quantity: quantity, in: pid, until: "\(day)T06:00:00Z")
        if let then = Moment("\(day)T09:00:00Z"), town.now < then { try town.go(to: "\(day)T09:00:00Z") }
        try town.settle()
    }

    private func letters(_ town: Town) throws -> [Letter] {
        try town.app.letters.list().filter { $0.kind == "limit-exceeded" }.reversed()
    }

    @Test func `above the limit a letter goes out, at the limit none, and one a month is enough`() throws {
        let town = try town()
        try use(town, "10", on: "2026-09-05")
        #expect(try letters(town).isEmpty)
        try use(town, "1", on: "2026-09-06")
        let first = try #require(try letters(town).first)
        #expect(first.to.text == "romashka@example.test" && first.language == .ru)
        #expect(first.body.contains("110,00") && first.body.contains("100,00") && first.subject.contains(pid))
        try use(town, "50", on: "2026-09-20")
        #expect(try letters(town).count == 1)
        // A new month, a new letter.
        try use(town, "11", on: "2026-10-03")
        #expect(try letters(town).count == 2)
    }

    @Test func `bonuses count as spending and are told apart`() throws {
        let town = try town()
        try town.grant(
            "60.00", "compute", to: pid, at: "2026-09-01T10:00:00Z", expires: "2026-12-01T00:00:00Z")
        try use(town, "11", on: "2026-09-05")
        let body = try #require(try letters(town).first).body
        #expect(body.contains("110,00") && body.contains("60,00"))
    }

    @Test func `the owner reads it in the owner's language`() throws {
        let town = try town()
        try town.app.users.create(
            email: "owner@romashka.example", name: "Anna", password: "a kettle on the stove",
            .member(town.project(pid), [.owner]), in: .en, by: .house)
        try use(town, "11", on: "2026-09-05")
        let letter = try #require(try letters(town).first)
        #expect(letter.to.text == "owner@romashka.example" && letter.language == .en)
        #expect(letter.body.contains("September 2026") && letter.body.contains("₽110.00"))
    }

    @Test func `raised, the limit is watched anew; lowered or switched off, it is not told again`() throws {
        let town = try town()
        let own = try town.project(pid)
        try use(town, "11", on: "2026-09-05")
        try town.app.limits.set("50", notifies: true, of: own, by: .house)
        try use(town, "1", on: "2026-09-06")
        #expect(try letters(town).count == 1)
        try town.app.limits.set("200", notifies: true, of: own, by: .house)
        try use(town, "1", on: "2026-09-07")
        #expect(try letters(town).count == 1)
        try use(town, "10", on: "2026-09-08")
        #expect(try letters(town).count == 2)
        try town.app.limits.set("300", notifies: false, of: own, by: .house)
        try use(town, "100", on: "2026-09-09")
        #expect(try letters(town).count == 2)
    }

    @Test func `late usage of another month does not count, and a project without a limit is not watched`()
        throws
    {
        let town = try town()
        try use(town, "5", on: "2026-09-05")
        try use(town, "90", on: "2026-08-20")
        #expect(try letters(town).isEmpty)
        let free = try self.town(limit: nil)
        try use(free, "900", on: "2026-09-05")
        #expect(try letters(free).isEmpty)
    }

    @Test func `two that settle the same project at once send one letter`() throws {
        let town = try town()
        try town.use("vm", quantity: "11", in: pid, until: "2026-09-01T06:00:00Z")
        let pids = [try town.project(pid)]
        let reports = try (0..<3).map { _ in try town.desks().settlement.settle(pids) }
        #expect(reports.reduce(0) { $0 + $1.events } == 1)
        #expect(try letters(town).count == 1)
    }

    @Test func `a letter and its charges are written together or not at all`() throws {
        let town = try town()
        try town.use("vm", quantity: "11", in: pid, until: "2026-09-01T06:00:00Z")
        let pids = [try town.project(pid)]
        #expect(throws: CutStore.Cut.self) {
            try town.desks(over: CutStore(store: town.store)).settlement.settle(pids)
        }
        #expect(try letters(town).isEmpty)
        try town.settle()
        #expect(try letters(town).count == 1)
    }

    @Test func `a limit is set by the owner or a superadministrator, and who did is a fact`() throws {
        let town = try town(limit: nil)
        let own = try town.project(pid)
        for role in CustomerRole.allCases {
            let viewer = Viewer.customer(UserID("u-\(role.rawValue)"), [own: [role]])
            if [.owner, .superadministrator].contains(role) {
                try town.app.limits.set("77", notifies: true, of: own, by: viewer)
            } else {
                #expect(throws: ProjectsProblem.unknownProject(pid)) {
                    try town.app.limits.set("77", notifies: true, of: own, by: viewer)
                }
            }
        }
        let facts = try town.store.read { records in
            var facts: [String] = []
            try records.forEachRow(
                of: "facts", ["body"], where: ["chain": .text("limits/\(pid)")], by: ["sequence"]
            ) { if case .text(let text) = $0[0] { facts.append(text) } }
            return facts
        }
        // The second set the same and changed nothing.
        #expect(facts.count == 1 && facts[0].contains("u-owner") && facts[0].contains("i7700"))
        #expect(try town.app.verification.verify().findings.isEmpty)
    }

    @Test func `a limit that staff set for a customer leaves its trace with the reason`() throws {
        let town = try town(limit: nil)
        let own = try town.project(pid)
        let author = Author(user: nil, name: "anna@office.example", reason: "asked by telephone")
        for _ in 0..<2 { try town.app.limits.set("77", notifies: true, of: own, by: .house, as: author) }
        let entries = try town.app.audit.entries(AuditSearch(action: .setLimit), limit: 10, for: .house)
        #expect(
            entries.count == 1 && entries[0].reason == "asked by telephone" && entries[0].detail == "77.00")
    }

    @Test func `the list holds the projects whose limits the viewer may set, with what the month has cost`()
        throws
    {
        let town = try Town(opened: "2026-09-01")
        try town.register(Make.romashka(pids: [pid, "mcs0000000011", "mcs0000000012"]))
        try town.price("vm", "10")
        try use(town, "3", on: "2026-09-05")
        let (own, other, third) = try (
            town.project(pid), town.project("mcs0000000011"), town.project("mcs0000000012")
        )
        let viewer = Viewer.customer(
            UserID("u"), [own: [.owner], other: [.superadministrator], third: [.viewer]])
        try town.app.limits.set("5", notifies: true, of: other, by: viewer)
        let list = try town.app.limits.list(around: own, for: viewer)
        #expect(list.all.map(\.project.project.pid) == [own, other])
        #expect(list.own.limit == nil && list.own.spent == 30_00)
        #expect(list.all[1].limit?.amount == 5_00)
    }
}

/// A store whose power fails at the end of every transaction.
private struct CutStore: Store {
    struct Cut: Error {}

    let store: any Store

    func read<Result>(_ body: (any Records) throws -> Result) throws -> Result { try store.read(body) }
    func transaction<Result>(_ body: (any Records) throws -> Result) throws -> Result {
        try store.transaction { records in
            _ = try body(records)
            throw Cut()
        }
    }
}

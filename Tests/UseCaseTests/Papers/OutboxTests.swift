import Basics
import Documents
import Regions
import Support
import Synchronization
import Testing
import UseCases

@Suite struct OutboxTests {
    /// A press that fails as often as it is told, and counts what it printed.
    private final class Jammed: Sendable {
        let jams: Mutex<Int>
        let printed = Mutex<[String]>([])

        init(jams: Int) { self.jams = Mutex(jams) }

        struct Jam: Error {}

        var printer: Printer {
            Printer(
                places: 1,
                print: { [self] _, name in
                    let isJammed = jams.withLock { left in
                        left -= 1
                        return left >= 0
                    }
                    if isJammed { throw Jam() }
                    printed.withLock { $0.append(name) }
                    return Array("paper of \(name)".utf8)
                }, trouble: { _ in "the press is jammed" })
        }
    }

    /// January is closed for two companies: a UPD each.
    private func town(_ press: Jammed) throws -> Town {
        let town = try Town(opened: "2026-01-01", printer: press.printer)
        try town.completeSuppliers()
        try town.register(Make.romashka())
        try town.register(Make.petrov())
        try town.price("vm", "300")
        try town.transfer([
            Make.Transfer("1000.00", for: "mcs0000000001", on: "2026-01-05", number: "1"),
            Make.Transfer(
                "700.00", from: Make.petrovINN, for: "mcs0000000002", on: "2026-01-07", number: "2"),
        ])
        try town.use("vm", in: "mcs0000000001", until: "2026-01-20T10:00:00Z")
        try town.use("vm", in: "mcs0000000002", until: "2026-01-20T10:00:00Z")
        try town.go(to: "2026-02-02T09:00:00Z")
        _ = try town.close("2026-01")
        return town
    }

    private func key(_ text: String) throws -> PaperKey { try #require(PaperKey(text)) }

    @Test func `a document asks for its paper in the transaction that issues it`() throws {
        let press = Jammed(jams: 0)
        let town = try town(press)
        #expect(
            try town.app.outbox.waiting(.paper).map(\.message.subject)
                == ["moscow/upd/2026/1", "moscow/upd/2026/2"])
        for key in try town.app.papers.due(limit: 10) { _ = try town.app.papers.paper(key) }
        #expect(try town.app.outbox.waiting(.paper).isEmpty)
        #expect(press.printed.withLock { $0 } == ["moscow/upd/2026/1", "moscow/upd/2026/2"])
        #expect(try town.app.verification.verify().findings.map(\.sentence) == [])
    }

    @Test func `a press that jams loses no paper: it is tried later and later, then done once`() throws {
        let press = Jammed(jams: 3)
        let town = try town(press)
        let first = try key("moscow/upd/2026/1")
        for (minute, wait) in [(0, 30), (10, 60), (20, 120)] as [(Int, Int64)] {
            try town.go(to: "2026-02-02T10:\(minute == 0 ? "00" : "\(minute)"):00Z")
            #expect(throws: Jammed.Jam.self) { try town.app.papers.paper(first) }
            let waiting = try #require(
                try town.app.outbox.waiting(.paper).first { $0.message.subject == first.text })
            #expect(waiting.trouble == "the press is jammed")
            #expect(waiting.dueAt == town.now.adding(seconds: wait))
            #expect(try !town.app.papers.due(limit: 10).contains(first))
        }
        #expect(try town.app.outbox.count(.paper).failing == 1)
        try town.go(to: "2026-02-02T11:00:00Z")
        #expect(try town.app.papers.due(limit: 10).contains(first))
        let pdf = try town.app.papers.paper(first)
        #expect(try town.app.papers.paper(first) == pdf)
        #expect(press.printed.withLock { $0 } == [first.text])
        #expect(try town.app.outbox.count(.paper).waiting == 1)
    }

    @Test func `a paper asked for that was never issued is refused by its address`() throws {
        let town = try town(Jammed(jams: 0))
        for address in ["moscow/upd/2026/3", "kazakhstan/upd/2026/1", "moscow/paymentInvoice/2026/1"] {
            let asked = try key(address)
            #expect(throws: SealsProblem.unknownDocument(address)) { try town.app.papers.paper(asked) }
        }
        for text in ["moscow/upd/2026", "moscow/upd/2026/0", "berlin/upd/2026/1", "moscow/letter/2026/1"] {
            #expect(PaperKey(text) == nil, "\(text)")
        }
    }

    @Test func `a payment invoice whose paper failed can be printed again`() throws {
        let press = Jammed(jams: 1)
        let town = try town(press)
        let made = try town.app.invoices.make(for: town.project("mcs0000000001"), amount: 100_00)
        #expect(made.key.text == "moscow/paymentInvoice/2026/1")
        #expect(throws: Jammed.Jam.self) { try town.app.papers.paper(made.key) }
        #expect(try !town.app.papers.paper(made.key).isEmpty)
        #expect(try town.app.verification.verify().findings.map(\.sentence) == [])
    }

    @Test func `a customer is told of a freezing and of its thaw, and of nothing that is no news`() throws {
        let town = try Town(opened: "2026-01-01")
        try town.completeSuppliers()
        try town.register(Make.romashka())
        try town.price("vm", "300")
        try town.use("vm", in: "mcs0000000001", until: "2026-01-02T10:00:00Z")
        // A month later: the freezing of January is no news any more.
        try town.go(to: "2026-02-02T09:00:00Z")
        try town.settle()
        #expect(try town.app.outbox.waiting(.notice).isEmpty)
        try town.transfer([Make.Transfer("1000.00", for: "mcs0000000001", on: "2026-02-02", number: "1")])
        try town.settle()
        try town.use("vm", quantity: "3", in: "mcs0000000001", until: "2026-02-02T10:00:00Z")
        try town.go(to: "2026-02-02T11:00:00Z")
        try town.settle()
        #expect(
            try town.app.outbox.waiting(.notice).map { String($0.message.subject.prefix(20)) }
                == ["thawed/mcs0000000001", "frozen/mcs0000000001"])
    }

    @Test func `a project with a contract and no usage is looked at once a day, not at every tick`() throws {
        let town = try Town(opened: "2026-01-01")
        try town.register(Make.romashka(contract: Make.contract()))
        var runs: [Int] = []
        for time in ["01T09:00:00Z", "01T10:00:00Z", "01T20:00:00Z", "01T22:00:00Z", "01T23:00:00Z"] {
            try town.go(to: "2026-02-\(time)")
            runs.append(try town.app.settlement.settle().projects)
        }
        // 22:00 is the next day in Moscow.
        #expect(runs == [1, 0, 0, 1, 0])
    }
}

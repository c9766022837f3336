import API
import Basics
import Glibc
import Regions
import Support
import Synchronization
import Testing
import UseCases

@testable import kontragent

/// Schedules of several nodes on one database, in one process: they share the work, and take over what a
/// dead one held. Real time, for it is a race.
@Suite struct SharedScheduleTests {
    /// What a schedule told, gathered.
    private final class News: Sendable {
        private struct Told {
            var settled = 0
            var events = 0
            var printed: [PaperKey] = []
            var shares: [SharedWork: [String]] = [:]
            var failures: [String] = []
            var seals: [Int64] = []
        }

        private let told = Mutex(Told())

        func take(_ news: Schedule.News) {
            told.withLock { told in
                switch news {
                case .settled(let report, _):
                    told.settled += report.projects
                    told.events += report.events
                case .printed(let key): told.printed.append(key)
                case .share(let work, let names, _): told.shares[work] = names
                case .sealed(let number): told.seals.append(number)
                case .failed(let what, let error): told.failures.append("\(what): \(error)")
                default: break
                }
            }
        }

        var settled: Int { told.withLock { $0.settled } }
        var events: Int { told.withLock { $0.events } }
        var printed: [PaperKey] { told.withLock { $0.printed } }
        var failures: [String] { told.withLock { $0.failures } }
        var seals: [Int64] { told.withLock { $0.seals } }
        func share(_ work: SharedWork) -> [String] { told.withLock { $0.shares[work] ?? [] } }
    }

    /// A node at work.
    private struct Worker {
        let membership: Membership
        let schedule: Schedule
        let news: News

        init(_ app: App, closingDay: Int? = nil) throws {
            let news = News()
            self.news = news
            membership = Membership(app: app, works: true) { news.take($0) }
            var times = Schedule.Times()
            times.settleEverySeconds = 0.1
            times.printEverySeconds = 0.1
            times.sealEverySeconds = 0.1
            times.closeEverySeconds = 0.1
            times.closingDay = closingDay
            schedule = Schedule(
                app: app, membership: membership,
                closings: ClosingRuns(app: app, turns: membership.closingTurns) { _, _ in },
                clock: app.clock, times: times
            ) { news.take($0) }
            try membership.begin()
            schedule.start()
        }

        func end() throws {
            schedule.stop()
            try membership.leave()
        }
    }

    private func wait(_ what: String, _ isSo: () throws -> Bool) throws {
        for _ in 0..<600 {
            if try isSo() { return }
            usleep(50_000)
        }
        Issue.record("waited in vain: \(what)")
    }

    /// January of twenty projects, with a UPD of each of two companies that waits for its paper.
    private func town() throws -> (Town, [PID]) {
        let town = try Town(opened: "2026-01-01")
        try town.completeSuppliers()
        try town.register(Make.romashka())
        try town.register(Make.petrov())
        try town.price("vm", "300")
        try town.transfer([
            Make.Transfer("900.00", for: "mcs0000000001", on: "2026-01-05", number: "1"),
            Make.Transfer(
                "900.00", from: Make.petrovINN, for: "mcs0000000002", on: "2026-01-05", number: "2"),
        ])
        for pid in ["mcs0000000001", "mcs0000000002"] {
            try town.use("vm", in: pid, until: "2026-01-20T10:00:00Z", id: "paid-\(pid)")
        }
        try town.close("2026-01")
        let pids = try (101..<121).map { try town.project("mcs0000000\($0)") }
        try town.register(Make.sidorov(pids: pids.map(\.text)))
        try town.go(to: "2026-02-20T09:00:00Z")
        return (town, pids)
    }

    @Test func `two nodes share settlement and papers; each event is charged once`() throws {
        let (town, pids) = try town()
        let app = SharedScheduleTests.app(town)
        let first = try Worker(app)
        try wait("all pieces with the first") { first.news.share(.settlement).count == 16 }
        let second = try Worker(app)
        try wait("eight each") {
            first.news.share(.settlement).count == 8 && second.news.share(.settlement).count == 8
                && first.news.share(.papers).count == 8 && second.news.share(.papers).count == 8
        }
        #expect(Set(first.news.share(.settlement)).isDisjoint(with: second.news.share(.settlement)))
        let before = (first.news.events, second.news.events)
        for round in 0..<3 {
            for (index, pid) in pids.enumerated() {
                try town.use(
                    "vm", in: pid.text, until: "2026-02-1\(round)T10:00:00Z", id: "e-\(round)-\(index)")
            }
        }
        try wait("all settled") { first.news.events + second.news.events - before.0 - before.1 >= 60 }
        #expect(first.news.events > before.0 && second.news.events > before.1, "both had a part in it")
        try wait("all of it sealed") { first.news.seals.count + second.news.seals.count > 1 }
        try wait("papers printed") { try town.app.outbox.waiting(.paper).isEmpty }
        try first.end()
        // What the one gave back the other has at its next turn.
        try wait("all pieces with the second") { second.news.share(.settlement).count == 16 }
        try second.end()
        #expect(first.news.events + second.news.events - before.0 - before.1 == 60, "none twice")
        let printed = first.news.printed + second.news.printed
        #expect(printed.map(\.text).sorted() == ["moscow/upd/2026/1", "moscow/upd/2026/2"])
        // Where nothing grew since, the last seal is told once more.
        let seals = Set(first.news.seals + second.news.seals)
        #expect(seals.sorted() == Array(1...Int64(seals.count)), "one chain of seals, whoever made them")
        #expect(first.news.failures + second.news.failures == [])
        #expect(try town.app.nodes.list().map(\.state) == [.left, .left])
        #expect(try town.app.verification.verify().findings.isEmpty)
    }

    @Test func `a month is closed by the schedule on its day, once between two nodes`() throws {
        let (town, _) = try town()
        try town.use("vm", in: "mcs0000000001", until: "2026-02-10T10:00:00Z", id: "february")
        let february = try #require(Month("2026-02"))
        let app = town.desks()
        try town.go(to: "2026-03-02T09:00:00Z")
        let early = try Worker(app, closingDay: 3)
        try wait("the early one at work") { early.news.share(.settlement).count == 16 }
        try early.end()
        #expect(try !town.app.closing.standing(of: february, in: .moscow).isClosed, "its day has not come")
        let workers = [try Worker(app, closingDay: 2), try Worker(app, closingDay: 2)]
        try wait("February closed") {
            try town.app.closing.standing(of: february, in: .moscow).isClosed
        }
        for worker in workers { try worker.end() }
        let documents = try town.app.closing.documents(february, region: .moscow)
        #expect(documents.map(\.key.text) == ["moscow/upd/2026/3"])
        #expect(workers.flatMap(\.news.failures) == [])
        #expect(try town.app.verification.verify().findings.isEmpty)
    }

    @Test func `what a dead node held is taken over, and its late write is refused`() throws {
        let (town, pids) = try town()
        let app = SharedScheduleTests.app(town)
        // It takes everything and is never heard of again.
        let dead = Node(id: NodeID("dead"), host: "h", process: 1, program: "p", works: true)
        try app.nodes.join(dead)
        let holds = try app.nodes.share(of: .settlement, [], for: dead.id).holds
        #expect(holds.count == 16)
        for (index, pid) in pids.enumerated() {
            try town.use("vm", in: pid.text, until: "2026-02-10T10:00:00Z", id: "e-\(index)")
        }
        let living = try Worker(app)
        try wait("taken over") { living.news.share(.settlement).count == 16 }
        try wait("all settled") { living.news.events >= pids.count }
        for hold in holds {
            #expect(throws: NodesProblem.leaseLost(hold.lease.name)) {
                try app.under(hold).settlement.settle(pids)
            }
        }
        try living.end()
        #expect(living.news.events == pids.count && living.news.failures == [])
        #expect(try town.app.verification.verify().findings.isEmpty)
    }

    @Test func `a region that another node closes is not closed here`() throws {
        let (town, _) = try town()
        let app = SharedScheduleTests.app(town)
        let here = Membership(app: app, works: true) { _ in }
        let there = Membership(app: app, works: true) { _ in }
        try here.begin()
        try there.begin()
        let runs = ClosingRuns(app: app, turns: here.closingTurns) { _, _ in }
        let month = try #require(Month("2026-02"))
        let lease = try #require(try app.nodes.take("closing/moscow", for: there.node.id))
        let held = NodesProblem.heldElsewhere(
            "closing/moscow", host: there.node.host, process: there.node.process)
        #expect(throws: held) { try runs.start(month, in: .moscow, dryRun: false) }
        try runs.close(month, in: .moscow)
        #expect(try town.app.closing.standing(of: month, in: .moscow).isClosed == false)
        try app.nodes.release(lease)
        try runs.close(month, in: .moscow)
        #expect(try town.app.closing.standing(of: month, in: .moscow).isClosed)
        #expect(try app.nodes.list().allSatisfy { $0.leases.isEmpty }, "both gave it back")
        try here.leave()
        try there.leave()
    }

    /// The town's desks by the real clock, with short leases.
    private static func app(_ town: Town) -> App {
        town.desks(
            by: Wiring.systemClock,
            leases: LeaseTimes(leaseSeconds: 2, beatSeconds: 1, marginSeconds: 1))
    }
}

import Basics
import Dispatch
import Formats
import Foundation
import Glibc
import Storage
import Synchronization
import UseCases

/// Measures the hot paths through the real desks and doors. Absolute figures depend on the machine; the
/// ratio to what was measured beside them in the same run does not.
final class Bench {
    /// How much is measured.
    struct Plan: Sendable {
        /// Only the groups whose name holds the word.
        var only: String?
        /// Events that are there already before intake is measured.
        var stored = 1_000_000
        /// Events a measured run of intake takes.
        var perRun = 100_000
        /// Events of the imported month.
        var month = 1_000_000
        /// Companies whose month is closed.
        var companies = [1_000]
        var runs = 3
        /// Posts of one event, over all connections.
        var singles = 16_000
        /// Times a page or a balance is asked for.
        var questions = 2_000
        /// A database of its own on a server.
        var postgres: String?

        static let quick: Plan = {
            var plan = Plan()
            (plan.stored, plan.perRun, plan.month, plan.runs) = (20_000, 20_000, 20_000, 1)
            (plan.companies, plan.singles, plan.questions) = ([50], 1_600, 200)
            return plan
        }()

        static let full: Plan = {
            var plan = Plan()
            (plan.stored, plan.companies) = (10_000_000, [1_000, 10_000])
            return plan
        }()
    }

    let folder: String
    let terminal: Terminal
    let plan: Plan
    let paper: PaperOptions
    private(set) var lines: [Measured] = []
    static let clock = Clock.stopped(at: Moment(microseconds: 1_791_000_000_000_000))

    init(folder: String, terminal: Terminal, plan: Plan, paper: PaperOptions) {
        self.paper = paper
        self.folder = folder
        self.terminal = terminal
        self.plan = plan
    }

    func run() throws {
        var groups: [(name: String, measure: () throws -> Void)] = [
            ("intake", IntakeBench(self).measure), ("http", HTTPBench(self).measure),
            ("month, settlement, start, verify", MonthBench(self).measure),
            ("closing, papers", ClosingBench(self).measure), ("answers, pages", AnswersBench(self).measure),
        ]
        if let url = plan.postgres { groups.append(("postgres", PostgresBench(self, url).measure)) }
        for group in groups where plan.only.map({ group.name.contains($0) }) ?? true {
            terminal.tell("— \(group.name)")
            try group.measure()
        }
        // The largest of its processes: servers and printers run beside it.
        let peak = [RUSAGE_SELF.rawValue, RUSAGE_CHILDREN.rawValue].map { who -> Int in
            var usage = rusage()
            getrusage(__rusage_who_t(who), &usage)
            return usage.ru_maxrss
        }
        note(
            Measured(
                name: "peak memory of all that", figure: Double(peak.max() ?? 0) / 1024, unit: "MiB",
                aims: [.atMost(512)]))
    }

    func note(_ line: Measured) {
        lines.append(line)
        terminal.tell(line.cells.filter { !$0.isEmpty }.joined(separator: "  "))
    }

    func say() {
        terminal.table(Measured.header, lines.map(\.cells), right: [2, 3, 4])
    }

    func progress(_ text: String) { terminal.tell("  \(text)") }

    func open(_ name: String) throws -> any DatabaseStore {
        try Wiring.writing("\(folder)/\(name)", clock: Bench.clock)
    }

    static func seconds(_ body: () throws -> Void) rethrows -> Double {
        let start = ContinuousClock.now
        try body()
        return (ContinuousClock.now - start) / .seconds(1)
    }

    /// A batch the one way, then the same the other, so that both have the same neighbours on the machine:
    /// the seconds of each.
    static func byTurns<Batch, Prepared>(
        _ batches: [Batch], _ own: (Batch) throws -> Void, _ prepare: (Batch) -> Prepared,
        _ other: (Prepared) throws -> Void
    ) rethrows -> (own: Double, other: Double) {
        var sums = (own: 0.0, other: 0.0)
        for batch in batches {
            sums.own += try seconds { try own(batch) }
            let prepared = prepare(batch)
            sums.other += try seconds { try other(prepared) }
        }
        return sums
    }

    static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

    /// The value that one in a hundred passes.
    static func p99(_ values: [Double]) -> Double {
        values.sorted()[min(values.count - 1, values.count * 99 / 100)]
    }

    static func chunks<Element>(_ list: [Element], of size: Int) -> [[Element]] {
        stride(from: 0, to: list.count, by: size).map { Array(list[$0..<min($0 + size, list.count)]) }
    }

    /// The same work on several threads; returns when all have ended, the first failure is thrown.
    static func together(_ count: Int, _ work: @escaping @Sendable (Int) throws -> Void) throws {
        let running = DispatchGroup()
        let shared = Failure()
        for place in 0..<count {
            running.enter()
            Thread {
                do { try work(place) } catch { shared.keep(error) }
                running.leave()
            }.start()
        }
        running.wait()
        try shared.rethrow()
    }

    private final class Failure: Sendable {
        private let first = Mutex<(any Error)?>(nil)

        func keep(_ error: any Error) { first.withLock { if $0 == nil { $0 = error } } }

        func rethrow() throws { if let error = first.withLock({ $0 }) { throw error } }
    }
}

/// What must not happen while it is measured: then the figure would mean something else.
struct BenchFault: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }

    static func hold(_ condition: Bool, _ text: @autoclosure () -> String) throws {
        if !condition { throw BenchFault(text()) }
    }
}

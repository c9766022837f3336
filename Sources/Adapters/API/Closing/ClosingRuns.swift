package import Basics
import Glibc
import NIOPosix
package import Regions
import Synchronization
package import UseCases

/// What a closing is done under, where other processes could close the same region: looked at before it
/// begins, held while it runs.
package struct ClosingTurns: Sendable {
    let admit: @Sendable (Region) throws -> Void
    let hold: @Sendable (Region, (ClosingDesk) throws -> Void) throws -> Void

    package init(
        admit: @escaping @Sendable (Region) throws -> Void,
        hold: @escaping @Sendable (Region, (ClosingDesk) throws -> Void) throws -> Void
    ) {
        self.admit = admit
        self.hold = hold
    }
}

/// Closings on their way, one at a time in each region, on threads of their own. What is closed stands in
/// the books; here is only what of it happens now, and what the last one said.
package final class ClosingRuns: Sendable {
    package struct Run: Sendable {
        package let month: Month
        package let region: Region
        package let isDryRun: Bool
        package let startedAt: Moment
        package fileprivate(set) var endedAt: Moment?
        package fileprivate(set) var progress: ClosingDesk.Progress?
        /// Documents of the month when it ended; of a dry run those it would issue.
        package fileprivate(set) var documents = 0
        package fileprivate(set) var skipped: [ClosingReport.Skipped] = []
        package fileprivate(set) var blocked: [ClosingReport.Blocked] = []
        package fileprivate(set) var tieOuts: [ClosingReport.TieOut] = []
        package fileprivate(set) var problem: (any Problem)?
        /// Tells one state of it from another.
        package fileprivate(set) var version = 0
    }

    private let closing: ClosingDesk
    private let turns: ClosingTurns
    private let clock: Clock
    private let thread = NIOThreadPool(numberOfThreads: Region.allCases.count)
    private let tell: @Sendable (Result<ClosingReport, any Error>, Region) -> Void
    private let runs = Mutex<[Region: Run]>([:])

    /// `tell` hears of each that has ended and was no dry run.
    package init(
        app: App, turns: ClosingTurns,
        tell: @escaping @Sendable (Result<ClosingReport, any Error>, Region) -> Void
    ) {
        closing = app.closing
        self.turns = turns
        clock = app.clock
        self.tell = tell
        thread.start()
    }

    /// The last one of a region, if it was of this month.
    package func last(_ month: Month, in region: Region) -> Run? {
        runs.withLock { $0[region] }.flatMap { $0.month == month ? $0 : nil }
    }

    /// The one of a region that runs now, of whatever month.
    package func running(in region: Region) -> Run? {
        runs.withLock { $0[region] }.flatMap { $0.endedAt == nil ? $0 : nil }
    }

    /// Starts one behind the caller's back. The same one that runs already is answered; another refused.
    package func start(_ month: Month, in region: Region, dryRun: Bool) throws {
        if !dryRun {
            try closing.admit(month, in: region)
            try turns.admit(region)
        }
        guard try take(month, region, dryRun) else { return }
        thread.submit { [self] _ in try? work(month, region, dryRun) }  // told to whoever asks
    }

    /// Closes on the caller's own thread; nothing is done where one runs in the region, here or elsewhere.
    package func close(_ month: Month, in region: Region) throws {
        do { try turns.admit(region) } catch NodesProblem.heldElsewhere { return }
        guard (try? take(month, region, false)) == true else { return }
        try work(month, region, false)
    }

    /// Waits until none runs, for a bounded time; what is cut off then is begun again by the next closing.
    package func finish(within seconds: Double) {
        let end = ContinuousClock.now.advanced(by: .seconds(seconds))
        while ContinuousClock.now < end, Region.allCases.contains(where: { running(in: $0) != nil }) {
            usleep(20_000)
        }
    }

    /// True where the region was free; false where this very closing runs.
    private func take(_ month: Month, _ region: Region, _ dryRun: Bool) throws(APIProblem) -> Bool {
        let now = clock.now()
        let running = runs.withLock { runs -> Run? in
            if let run = runs[region], run.endedAt == nil { return run }
            runs[region] = Run(month: month, region: region, isDryRun: dryRun, startedAt: now)
            return nil
        }
        guard let running else { return true }
        guard running.month == month, running.isDryRun == dryRun else {
            throw .otherClosing(running.month.description)
        }
        return false
    }

    private func work(_ month: Month, _ region: Region, _ dryRun: Bool) throws {
        do {
            let report = try report(month, region, dryRun)
            if !dryRun { tell(.success(report), region) }
            end(region) {
                $0.documents = report.documents.count
                $0.skipped = report.skipped
                $0.blocked = report.blocked
                $0.tieOuts = report.tieOuts
            }
        } catch {
            if !dryRun { tell(.failure(error), region) }
            end(region) { $0.problem = (error as? any Problem) ?? APIProblem.unexpected("closing") }
            throw error
        }
    }

    private func report(_ month: Month, _ region: Region, _ dryRun: Bool) throws -> ClosingReport {
        // A dry run writes nothing and needs nobody's leave.
        if dryRun { return try report(month, region, by: closing, dryRun: true) }
        var report: ClosingReport?
        try turns.hold(region) { report = try self.report(month, region, by: $0, dryRun: false) }
        guard let report else { preconditionFailure("a closing under a lease was not begun") }
        return report
    }

    private func report(
        _ month: Month, _ region: Region, by desk: ClosingDesk, dryRun: Bool
    ) throws -> ClosingReport {
        try desk.close(month, region: region, dryRun: dryRun) { progress in
            change(region) { $0.progress = progress }
        }
    }

    private func end(_ region: Region, _ body: (inout Run) -> Void) {
        let now = clock.now()
        change(region) {
            body(&$0)
            $0.progress = nil
            $0.endedAt = now
        }
    }

    private func change(_ region: Region, _ body: (inout Run) -> Void) {
        runs.withLock { runs in
            guard var run = runs[region] else { return }
            body(&run)
            run.version += 1
            runs[region] = run
        }
    }
}

import API
import Basics
import Dispatch
import Documents
import Foundation
import Regions
import Synchronization
import UseCases

/// The work that nobody asks for: settles behind the watermark, prints what waits, seals, closes months
/// if told so. Each kind has a thread of its own; a failure is told and tried again at the next turn.
final class Schedule: Sendable {
    struct Times: Sendable {
        var settleEverySeconds = 5.0
        var printEverySeconds = 2.0
        var sealEverySeconds = 60.0
        var closeEverySeconds = 300.0
        /// How long events may take to arrive before a project is settled over them.
        var watermarkSeconds: Int64 = SettlementDesk.watermarkSeconds
        /// The day of the month from which on the month before is closed; nil = by hand only.
        var closingDay: Int?
    }

    /// What became of a turn, for the log and the metrics.
    enum News: Sendable {
        /// `behind`: how long ago the last instant lies that is settled now.
        case settled(SettlementDesk.Report, behind: Double)
        case printed(PaperKey)
        case closed(ClosingReport, Region)
        case sealed(number: Int64)
        case failed(String, any Error)
    }

    private let app: App
    private let closings: ClosingRuns
    private let clock: Clock
    private let times: Times
    private let tell: @Sendable (News) -> Void
    private let isStopping = Mutex(false)
    private let wake = NSCondition()
    private let running = DispatchGroup()

    init(
        app: App, closings: ClosingRuns, clock: Clock, times: Times, tell: @escaping @Sendable (News) -> Void
    ) {
        self.app = app
        self.closings = closings
        self.clock = clock
        self.times = times
        self.tell = tell
    }

    func start() {
        every(times.settleEverySeconds, "settlement") { try $0.settle() }
        every(times.sealEverySeconds, "seal") { try $0.seal() }
        for place in 0..<app.papers.places {
            every(times.printEverySeconds, "papers") { try $0.print(place) }
        }
        if times.closingDay != nil { every(times.closeEverySeconds, "closing") { try $0.close() } }
    }

    /// Lets every turn in hand end, then returns; nothing new begins.
    func stop() {
        isStopping.withLock { $0 = true }
        wake.lock()
        wake.broadcast()
        wake.unlock()
        running.wait()
    }

    private var stopping: Bool { isStopping.withLock { $0 } }

    private func every(
        _ seconds: Double, _ name: String, _ turn: @escaping @Sendable (Schedule) throws -> Void
    ) {
        running.enter()
        let thread = Thread { [self] in
            while !stopping {
                do { try turn(self) } catch { tell(.failed(name, error)) }
                pause(seconds)
            }
            running.leave()
        }
        thread.name = name
        thread.start()
    }

    private func pause(_ seconds: Double) {
        let end = Date(timeIntervalSinceNow: seconds)
        wake.lock()
        while !stopping, wake.wait(until: end) {}
        wake.unlock()
    }

    private func settle() throws {
        let began = DispatchTime.now().uptimeNanoseconds
        let now = clock.now()
        var report = try app.settlement.settle(until: now.adding(seconds: -times.watermarkSeconds))
        // Money is not kept waiting for the watermark: it thaws at once.
        report.add(try app.settlement.settleCredited())
        let seconds = Double(DispatchTime.now().uptimeNanoseconds - began) / 1e9
        tell(.settled(report, behind: Double(times.watermarkSeconds) + seconds))
        for failure in report.failed { tell(.failed("settlement of \(failure.project)", failure.problem)) }
    }

    private func seal() throws {
        if let seal = try app.seals.seal() { tell(.sealed(number: seal.number)) }
    }

    /// Each thread takes its share of the addresses, so that none prints what another does.
    private func print(_ place: Int) throws {
        let places = app.papers.places
        while !stopping {
            let due = try app.papers.due(limit: 32 * places)
            let mine = due.filter { Int($0.text.utf8.reduce(0) { $0 &+ UInt32($1) }) % places == place }
            guard !mine.isEmpty else { return }
            for key in mine where !stopping {
                do {
                    _ = try app.papers.paper(key)
                    tell(.printed(key))
                } catch { tell(.failed("paper \(key.text)", error)) }
            }
        }
    }

    private func close() throws {
        guard let closingDay = times.closingDay else { return }
        for region in Region.allCases where !stopping {
            let today = region.profile.zone.day(of: clock.now())
            guard today.dayNumber >= closingDay else { continue }
            do {
                for month in try app.closing.openMonths(through: today.month.previous, in: region) {
                    // It tells by itself what became of it, as of one that somebody asked for.
                    do { try closings.close(month, in: region) } catch { break }
                }
            } catch { tell(.failed("closing of \(region.rawValue)", error)) }
        }
    }
}

import API
import Access
import Basics
import NIOPosix
import Synchronization
import UseCases

/// What staff set going that takes longer than a page: closings, and the auditor.
final class OfficeRuns: Sendable {
    /// The last verification this process did, or the one on its way.
    struct Verification: Sendable {
        let startedAt: Moment
        fileprivate(set) var endedAt: Moment?
        fileprivate(set) var progress: VerificationDesk.Progress?
        fileprivate(set) var report: VerificationDesk.Report?
        fileprivate(set) var problem: (any Problem)?
        /// Tells one state of it from another.
        fileprivate(set) var version = 0
    }

    let closings: ClosingRuns
    let streams: ClosingStreams
    private let app: App
    private let thread = NIOThreadPool(numberOfThreads: 1)
    private let last = Mutex<Verification?>(nil)
    private let lastPulses = Mutex<[OfficeDesk.Span: (at: Moment, pulse: OfficeDesk.Pulse)]>([:])

    init(app: App, closings: ClosingRuns, streams: ClosingStreams) {
        self.app = app
        self.closings = closings
        self.streams = streams
        thread.start()
    }

    /// How the house does, reckoned anew once a minute at the most: it reads more than a page should.
    func pulse(_ span: OfficeDesk.Span, for viewer: Viewer) throws -> OfficeDesk.Pulse {
        let now = app.clock.now()
        if let known = lastPulses.withLock({ $0[span] }), now < known.at.adding(seconds: 60), known.at <= now
        {
            return known.pulse
        }
        let pulse = try app.office.pulse(span, for: viewer)
        lastPulses.withLock { known in
            known = known.filter { $0.value.at <= now && now < $0.value.at.adding(seconds: 60) }
            known[span] = (now, pulse)
        }
        return pulse
    }

    var verification: Verification? { last.withLock { $0 } }

    /// Begins one behind the caller's back, unless one is on its way: false then.
    func verify() -> Bool {
        let now = app.clock.now()
        let isFree = last.withLock { last in
            if let running = last, running.endedAt == nil { return false }
            last = Verification(startedAt: now)
            return true
        }
        guard isFree else { return false }
        thread.submit { [self] _ in
            do {
                let report = try app.verification.verify { progress in
                    last.withLock {
                        $0?.progress = progress
                        $0?.version += 1
                    }
                }
                end { $0.report = report }
            } catch {
                end { $0.problem = (error as? any Problem) ?? APIProblem.unexpected("verification") }
            }
        }
        return true
    }

    private func end(_ body: (inout Verification) -> Void) {
        let now = app.clock.now()
        last.withLock { last in
            guard var ended = last else { return }
            body(&ended)
            ended.endedAt = now
            ended.progress = nil
            ended.version += 1
            last = ended
        }
    }
}

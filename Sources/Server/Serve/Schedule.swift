import API
import Access
import Basics
import Dispatch
import Documents
import Foundation
import Regions
import Synchronization
import UseCases

/// The work that nobody asks for: settles behind the watermark, prints what waits, seals, closes months
/// if told so. Each kind has a thread of its own and does what this node holds leases of; a failure is told
/// and tried again at the next turn.
final class Schedule: Sendable {
    struct Times: Sendable {
        var settleEverySeconds = 5.0
        var printEverySeconds = 2.0
        var sealEverySeconds = 60.0
        var letterEverySeconds = 2.0
        var sweepEverySeconds = 600.0
        var mailboxEverySeconds = 60.0
        var ratesEverySeconds = 1800.0
        var closeEverySeconds = 10.0
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
        case letter(Letter, LettersDesk.Outcome)
        /// So many sign-ups that nobody confirmed are gone.
        case swept(Int)
        case received(ReceivedLetter)
        /// A mailbox cannot be looked into, and why; nil = it can again.
        case mailbox(String, fault: String?)
        case rates(RatesDesk.Fetched)
        /// What this node holds of a shared work from now on, and how many leases in all.
        case share(SharedWork, [String], inAll: Int)
        case lost(String)
        case failed(String, any Error)
    }

    private let app: App
    private let membership: Membership
    private let closings: ClosingRuns
    private let clock: Clock
    private let times: Times
    private let tell: @Sendable (News) -> Void
    private let turns: Turns
    private let lastDone = Mutex<[SharedWork: ContinuousClock.Instant]>([:])
    private let faults = Mutex<[String: Fault]>([:])

    init(
        app: App, membership: Membership, closings: ClosingRuns, clock: Clock, times: Times,
        tell: @escaping @Sendable (News) -> Void
    ) {
        self.app = app
        self.membership = membership
        self.closings = closings
        self.clock = clock
        self.times = times
        self.tell = tell
        turns = Turns { tell(.failed($0, $1)) }
    }

    func start() {
        turns.every(times.settleEverySeconds, "settlement") { [self] in try settle() }
        turns.every(min(times.sealEverySeconds, Schedule.shareSeconds), "seal") { [self] in try seal() }
        turns.every(times.printEverySeconds, "papers") { [self] in try print() }
        turns.every(times.letterEverySeconds, "letters") { [self] in try write() }
        turns.every(times.sweepEverySeconds, "sign-ups") { [self] in try sweep() }
        if !app.mailbox.mailboxes.isEmpty {
            turns.every(min(times.mailboxEverySeconds, Schedule.shareSeconds), "mailboxes") { [self] in
                try receive()
            }
        }
        if app.rates.hasSource {
            turns.every(min(times.ratesEverySeconds, Schedule.shareSeconds), "rates") { [self] in
                try fetchRates()
            }
        }
        if times.closingDay != nil {
            turns.every(times.closeEverySeconds, "closing") { [self] in try close() }
        }
    }

    /// Lets every turn in hand end, then returns; nothing new begins.
    func stop() { turns.stop() }

    private var stopping: Bool { turns.areStopping }

    private func settle() throws {
        let began = DispatchTime.now().uptimeNanoseconds
        let until = clock.now().adding(seconds: -times.watermarkSeconds)
        let shares = try membership.share(of: .settlement)
        var report = SettlementDesk.Report()
        try settle(try app.settlement.unsettled(until: until), until: until, shares, &report)
        // Money is not kept waiting for the watermark: it thaws at once.
        try settle(try app.settlement.credited(), until: nil, shares, &report)
        let seconds = Double(DispatchTime.now().uptimeNanoseconds - began) / 1e9
        tell(.settled(report, behind: Double(times.watermarkSeconds) + seconds))
        for failure in report.failed { tell(.failed("settlement of \(failure.project)", failure.problem)) }
    }

    /// Settles those of the projects that fall into a piece this node holds, each piece under its lease.
    private func settle(
        _ pids: [PID], until: Moment?, _ shares: [(shard: Int, name: String, app: App)],
        _ report: inout SettlementDesk.Report
    ) throws {
        let pieces = Dictionary(grouping: pids) { SharedWork.settlement.shard(of: $0.text) }
        for share in shares where !stopping && membership.has(share.name) {
            guard let mine = pieces[share.shard] else { continue }
            do {
                report.add(try share.app.settlement.settle(mine, until: until))
            } catch NodesProblem.leaseLost(let name) {
                membership.drop(name)
            }
        }
    }

    /// Work that is seldom due is looked at as often as other work, so that a dead node's share is soon taken over.
    private static let shareSeconds = 5.0

    /// Whether a work's own interval is over; then it begins anew.
    private func isDue(_ work: SharedWork, every seconds: Double) -> Bool {
        let now = ContinuousClock.now
        return lastDone.withLock { last in
            if let before = last[work], (now - before) / .seconds(1) < seconds { return false }
            last[work] = now
            return true
        }
    }

    private func seal() throws {
        let shares = try membership.share(of: .seals)
        guard !shares.isEmpty, isDue(.seals, every: times.sealEverySeconds) else { return }
        for share in shares {
            if let seal = try share.app.seals.seal() { tell(.sealed(number: seal.number)) }
        }
    }

    /// Writes what customers are to be told, and sends what is written.
    private func write() throws {
        for share in try membership.share(of: .letters) {
            do {
                _ = try share.app.notices.write { !stopping }
                for (letter, outcome) in try share.app.letters.send(while: { !stopping }) {
                    tell(.letter(letter, outcome))
                }
            } catch NodesProblem.leaseLost(let name) { membership.drop(name) }
        }
    }

    /// Sweeps sign-ups that nobody confirmed: by the node that writes the letters, of which they wait for one.
    private func sweep() throws {
        for share in try membership.share(of: .letters) {
            do {
                let sweep = try share.app.signUp.sweep { !stopping }
                if sweep.swept > 0 { tell(.swept(sweep.swept)) }
                for (user, error) in sweep.failed { tell(.failed("sign-up \(user.text)", error)) }
            } catch NodesProblem.leaseLost(let name) { membership.drop(name) }
        }
    }

    /// How often in a row a mailbox could not be looked into, and when it is tried again.
    private struct Fault {
        let count: Int
        let until: Moment
    }

    /// Takes what came into the mailboxes. A server that fails is told once and left alone for longer and longer, a
    /// quarter of an hour at the most.
    private func receive() throws {
        let shares = try membership.share(of: .mailboxes)
        guard !shares.isEmpty, isDue(.mailboxes, every: times.mailboxEverySeconds) else { return }
        for share in shares {
            for mailbox in share.app.mailbox.mailboxes where !stopping && membership.has(share.name) {
                let before = faults.withLock { $0[mailbox.name] }
                if let before, before.until > clock.now() { continue }
                do {
                    try share.app.mailbox.fetch(mailbox, while: { !stopping }) { tell(.received($0)) }
                    if faults.withLock({ $0.removeValue(forKey: mailbox.name) }) != nil {
                        tell(.mailbox(mailbox.name, fault: nil))
                    }
                } catch let fault as MailboxFault {
                    let count = (before?.count ?? 0) + 1
                    let pause = min(900, Int64(times.mailboxEverySeconds) << min(count - 1, 10))
                    let until = clock.now().adding(seconds: pause)
                    faults.withLock { $0[mailbox.name] = Fault(count: count, until: until) }
                    if before == nil { tell(.mailbox(mailbox.name, fault: fault.reason)) }
                } catch NodesProblem.leaseLost(let name) { membership.drop(name) }
            }
        }
    }

    /// Asks the bank for the rates that are missing.
    private func fetchRates() throws {
        let shares = try membership.share(of: .rates)
        guard !shares.isEmpty, isDue(.rates, every: times.ratesEverySeconds) else { return }
        for share in shares {
            do {
                for region in RatesDesk.regions {
                    let fetched = try share.app.rates.fetch(in: region, for: .house) { !stopping }
                    tell(.rates(fetched))
                    if let problem = fetched.failed { tell(.failed("rates", problem)) }
                }
            } catch NodesProblem.leaseLost(let name) { membership.drop(name) }
        }
    }

    /// Prints what waits and is this node's, as many at a time as the press has places.
    private func print() throws {
        while !stopping {
            let shares = try membership.share(of: .papers).map { ($0.shard, ($0.name, $0.app.papers)) }
            let desks = Dictionary(uniqueKeysWithValues: shares)
            let places = app.papers.places
            guard !desks.isEmpty else { return }
            let due = try app.papers.due(limit: 32 * places) {
                desks[SharedWork.papers.shard(of: $0.text)] != nil
            }
            guard !due.isEmpty else { return }
            let next = Mutex(0)
            DispatchQueue.concurrentPerform(iterations: places) { _ in
                while !stopping, let key = Schedule.take(from: due, next) {
                    guard let (lease, desk) = desks[SharedWork.papers.shard(of: key.text)],
                        membership.has(lease)
                    else { continue }
                    do {
                        _ = try desk.paper(key)
                        tell(.printed(key))
                    } catch NodesProblem.leaseLost(let name) { membership.drop(name) } catch {
                        tell(.failed("paper \(key.text)", error))
                    }
                }
            }
        }
    }

    private static func take(from keys: [PaperKey], _ next: borrowing Mutex<Int>) -> PaperKey? {
        let index = next.withLock { next in
            next += 1
            return next - 1
        }
        return index < keys.count ? keys[index] : nil
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

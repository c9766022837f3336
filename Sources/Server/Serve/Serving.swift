import API
import Basics
import Formats
import Foundation
import Glibc
import Hashing
import Logging
import NIOPosix
import Regions
import Storage
import Synchronization
import UseCases

/// The program as a process that stays: a node among others, its doors over its desks, opened together and
/// closed in order.
final class Serving: Sendable {
    let app: App
    let membership: Membership
    let metrics = Metrics()
    let log: Logger
    private let closings: ClosingRuns
    private let heartbeatSeconds: Double
    private let store: any DatabaseStore
    private let news: WorkNews
    private let stopping = Stopping()
    private let settings: DoorSettings
    private let threads = NIOThreadPool(numberOfThreads: 8)
    private let intake = NIOThreadPool(numberOfThreads: 1)
    /// Of the door for those who look after it: they are answered however much the others ask.
    private let control = NIOThreadPool(numberOfThreads: 1)
    private let listeners = Mutex<(front: Listener?, back: Listener?)>((nil, nil))

    /// `works`: whether it takes a share of the work that nobody asks for.
    init(
        store: any DatabaseStore, settings: DoorSettings, work: WorkOptions, works: Bool, logRequests: Bool,
        heartbeatSeconds: Double, registry: Registry? = nil, vault: Vault? = nil
    ) throws {
        self.store = store
        let metrics = metrics
        app = Wiring.app(
            store: store, paper: work.paper, leases: work.leases, mailer: work.mail.mailer,
            notices: work.mail.notices, registry: registry, rateSource: work.rates.source,
            mailboxes: work.mailboxes.mailboxes,
            trusted: work.mailboxes.authserv, vault: vault
        ) { report in
            metrics.count(.freezeTransitions, ["to": "frozen"], by: report.freezes)
            metrics.count(.freezeTransitions, ["to": "active"], by: report.thaws)
        }
        let level: Logger.Level = logRequests ? .info : .notice
        log = Logger(label: "kontragent") { _ in LogLines(clock: Wiring.systemClock, level: level) }
        self.heartbeatSeconds = heartbeatSeconds
        let news = WorkNews(app: app, metrics: metrics, log: log, clock: Wiring.systemClock)
        self.news = news
        membership = Membership(app: app, works: works) { news.take($0) }
        closings = ClosingRuns(app: app, turns: membership.closingTurns) { result, region in
            switch result {
            case .success(let report): news.take(.closed(report, region))
            case .failure(let error): news.take(.failed("closing of \(region.rawValue)", error))
            }
        }
        // As many connections as the system has numbers for, less what files and threads need.
        let most = Serving.raiseFileLimit() - 64
        var bounded = settings
        bounded.connections = max(1, min(settings.connections, most))
        self.settings = bounded
        threads.start()
        intake.start()
        control.start()
    }

    /// Ports as they came about: with 0 the kernel chose them; nil = no such door.
    var port: Int? { listeners.withLock { $0.front?.port } }
    var controlPort: Int? { listeners.withLock { $0.back?.port } }

    /// Enters the process among the nodes; what a killed one held before it is free at once where that one
    /// can live no more.
    func join() throws {
        try app.office.indexNames()
        try app.nodes.inherit()
        try membership.begin()
        log.notice("node", metadata: ["node": "\(membership.node.id)", "host": "\(membership.node.host)"])
    }

    /// The door for those who look after it, and the one for everybody if there is to be one.
    func open(
        listen: Address?, control: Address?, sites: PageSites?, look: LookFiles?, orAnyPort: Bool
    ) throws {
        let desks = Desks(app: app, threads: threads)
        let queue = IntakeQueue(usage: app.usage, thread: intake, metrics: metrics)
        let streams = ClosingStreams(heartbeatSeconds: heartbeatSeconds, stopping: stopping)
        let routes = [
            UsageRoutes.all(queue: queue, metrics: metrics), ProjectRoutes.all(), MovementRoutes.all(),
            CatalogRoutes.all(), CreditRoutes.all(), BankRoutes.all(), InvoiceRoutes.all(),
            DocumentRoutes.all(), ClosingRoutes.all(runs: closings, streams: streams),
            ExplanationRoutes.all(), OutboxRoutes.all(), NodeRoutes.all(), CloudBalance.all(),
        ].flatMap(\.self)
        let store = store
        let membership = membership
        let checks = [
            ControlRoutes.Check("heartbeat") { try membership.checkBeat() },
            ControlRoutes.Check("database") { _ = try store.schemaVersion() },
            ControlRoutes.Check("schema") {
                guard try store.isCurrent() else { throw StorageProblem.wrongSetting("schema", "old") }
            },
        ]
        metrics.set(.startTime, Date().timeIntervalSince1970)
        let pages: PageRoutes? =
            if let sites, let look {
                PageRoutes(
                    sites, look, isBehindTLS: settings.isBehindTLS,
                    runs: OfficeRuns(app: app, closings: closings, streams: streams))
            } else { nil }
        let front = try door(
            routes + [OpenAPI.route(describing: routes)] + (pages?.all() ?? []), desks,
            strangers: pages?.refuse)
        let back = try door(
            ControlRoutes.all(metrics: metrics, stopping: stopping, checks: checks),
            Desks(app: app, threads: self.control))
        var says: Logger.Metadata = [:]
        if let listen {
            let listener = try Serving.listening(front, listen, orAnyPort: orAnyPort, log)
            listeners.withLock { $0.front = listener }
            says["listen"] = "\(listen.host):\(listener.port)"
        }
        if let control {
            let listener = try Serving.listening(back, control, orAnyPort: orAnyPort, log)
            listeners.withLock { $0.back = listener }
            says["control"] = "\(control.host):\(listener.port)"
        }
        log.notice(listen == nil ? "working" : "serving", metadata: says)
    }

    private static func listening(
        _ door: Door, _ address: Address, orAnyPort: Bool, _ log: Logger
    ) throws -> Listener {
        let open = { @Sendable (port: Int) in
            try waiting { try await Listener.open(door, host: address.host, port: port, log: log) }
        }
        do {
            do { return try open(address.port) } catch {
                guard orAnyPort, address.port != 0 else { throw error }
                return try open(0)
            }
        } catch {
            throw SettingsProblem.noListening("\(address)", "\(error)")
        }
    }

    /// The work behind the doors; its news go to the log and the figures.
    func schedule(_ times: Schedule.Times) -> Schedule {
        let news = news
        return Schedule(
            app: app, membership: membership, closings: closings, clock: Wiring.systemClock, times: times
        ) { news.take($0) }
    }

    /// The same for whoever runs it inside a process of its own: a second signal ends it at once.
    func close(onSecondSignal signals: StopSignals, unreadySeconds: Int, finishing work: () -> Void) {
        Thread.detachNewThread {
            signals.wait()
            _exit(1)
        }
        close(unreadySeconds: unreadySeconds, finishing: work)
    }

    /// First it is ready no more; after a while for those who send requests to hear of it, it finishes what
    /// is on its way, for a bounded time, gives back its leases and leaves the nodes. What was answered is
    /// on the disk either way.
    func close(unreadySeconds: Int = 0, finishing work: () -> Void = {}) {
        stopping.begin()
        log.notice("stopping")
        if unreadySeconds > 0 { sleep(UInt32(unreadySeconds)) }
        let (front, back) = listeners.withLock { $0 }
        if let front { Serving.waiting { await front.close() } }
        work()
        closings.finish(within: settings.stopSeconds)
        do { try membership.leave() } catch { log.error("not left", metadata: ["error": "\(error)"]) }
        // Last: who looks after the process can watch it end.
        if let back { Serving.waiting { await back.close() } }
        intake.shutdownGracefully { _ in }
        self.control.shutdownGracefully { _ in }
        do { try store.settleDown() } catch { log.error("not settled down", metadata: ["error": "\(error)"]) }
        log.notice("stopped")
    }

    private func door(
        _ routes: [Route], _ desks: Desks, strangers: Route.Dress? = nil
    ) throws -> Door {
        Door(
            routes: routes, desks: desks, clock: Wiring.systemClock, digest: Sodium.digest,
            settings: settings, metrics: metrics, stopping: stopping, log: log, strangers: strangers)
    }

    /// Waits on this thread, which has nothing else to do, for work that does not wait.
    private static func waiting<Result: Sendable>(
        _ body: @escaping @Sendable () async throws -> Result
    ) throws -> Result {
        let done = DispatchSemaphore(value: 0)
        let result = Mutex<Swift.Result<Result, any Error>?>(nil)
        Task {
            let found: Swift.Result<Result, any Error>
            do { found = .success(try await body()) } catch { found = .failure(error) }
            result.withLock { $0 = found }
            done.signal()
        }
        done.wait()
        guard let found = result.withLock({ $0 }) else { preconditionFailure("it was signalled") }
        return try found.get()
    }

    private static func waiting(_ body: @escaping @Sendable () async -> Void) {
        let done = DispatchSemaphore(value: 0)
        Task {
            await body()
            done.signal()
        }
        done.wait()
    }

    /// The number of files the process may have open, raised to what the system allows it.
    private static func raiseFileLimit() -> Int {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        limit.rlim_cur = min(limit.rlim_max, 65_536)
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        return Int(min(limit.rlim_cur, 65_536))
    }
}

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

/// The program as a server: its doors over its desks, opened together and closed in order.
final class Serving: Sendable {
    let app: App
    let metrics = Metrics()
    let log: Logger
    private let closings: ClosingRuns
    private let heartbeatSeconds: Double
    private let store: any DatabaseStore
    private let stopping = Stopping()
    private let settings: DoorSettings
    private let threads = NIOThreadPool(numberOfThreads: 8)
    private let intake = NIOThreadPool(numberOfThreads: 1)
    private let listeners = Mutex<[Listener]>([])

    init(
        store: any DatabaseStore, settings: DoorSettings, paper: PaperOptions, logRequests: Bool,
        heartbeatSeconds: Double
    ) throws {
        self.store = store
        app = Wiring.app(store: store, paper: paper)
        let level: Logger.Level = logRequests ? .info : .notice
        log = Logger(label: "kontragent") { _ in LogLines(clock: Wiring.systemClock, level: level) }
        self.heartbeatSeconds = heartbeatSeconds
        let news = WorkNews(app: app, metrics: metrics, log: log, clock: Wiring.systemClock)
        closings = ClosingRuns(app: app) { result, region in
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
    }

    /// Ports as they came about: with 0 the kernel chose them.
    var port: Int { listeners.withLock { $0[0].port } }
    var controlPort: Int { listeners.withLock { $0[1].port } }

    func open(listen: Address, control: Address, openPages: Bool, orAnyPort: Bool) throws {
        let desks = Desks(app: app, threads: threads)
        let queue = IntakeQueue(usage: app.usage, thread: intake, metrics: metrics)
        let streams = ClosingStreams(heartbeatSeconds: heartbeatSeconds, stopping: stopping)
        let routes = [
            UsageRoutes.all(queue: queue, metrics: metrics), ProjectRoutes.all(), MovementRoutes.all(),
            CatalogRoutes.all(), CreditRoutes.all(), BankRoutes.all(), InvoiceRoutes.all(),
            DocumentRoutes.all(), ClosingRoutes.all(runs: closings, streams: streams),
            ExplanationRoutes.all(), OutboxRoutes.all(), CloudBalance.all(),
        ].flatMap(\.self)
        let store = store
        let checks = [
            ControlRoutes.Check("database") { _ = try store.schemaVersion() },
            ControlRoutes.Check("schema") {
                guard try store.isCurrent() else { throw StorageProblem.wrongSetting("schema", "old") }
            },
        ]
        metrics.set(.startTime, Date().timeIntervalSince1970)
        let pages = openPages ? PageRoutes(digest: Sodium.digest) : nil
        let front = try door(
            routes + [OpenAPI.route(describing: routes)] + (pages?.all() ?? []), desks,
            strangers: pages?.refuse)
        let back = try door(
            ControlRoutes.all(metrics: metrics, stopping: stopping, checks: checks), desks)
        let log = log
        for (door, address) in [(front, listen), (back, control)] {
            do {
                let open = { @Sendable (port: Int) in
                    try Serving.waiting {
                        try await Listener.open(door, host: address.host, port: port, log: log)
                    }
                }
                let listener: Listener
                do { listener = try open(address.port) } catch {
                    guard orAnyPort, address.port != 0 else { throw error }
                    listener = try open(0)
                }
                listeners.withLock { $0.append(listener) }
            } catch {
                throw SettingsProblem.noListening("\(address)", "\(error)")
            }
        }
        log.notice(
            "serving",
            metadata: ["listen": "\(listen.host):\(port)", "control": "\(control.host):\(controlPort)"])
    }

    /// The work behind the doors; its news go to the log and the figures.
    func schedule(_ times: Schedule.Times) -> Schedule {
        let news = WorkNews(app: app, metrics: metrics, log: log, clock: Wiring.systemClock)
        return Schedule(app: app, closings: closings, clock: Wiring.systemClock, times: times) {
            news.take($0)
        }
    }

    /// Finishes what is on its way, for a bounded time; a second signal ends it at once. What was
    /// answered is on the disk either way.
    func close(onSecondSignal signals: StopSignals, finishing work: () -> Void) {
        Thread.detachNewThread {
            signals.wait()
            _exit(1)
        }
        close(finishing: work)
    }

    func close(finishing work: () -> Void = {}) {
        stopping.begin()
        log.notice("stopping")
        let all = listeners.withLock { $0 }
        Serving.waiting {
            // The control door last: who looks after the process can watch it end.
            for listener in all { await listener.close() }
        }
        work()
        intake.shutdownGracefully { _ in }
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

import Basics
import Hashing
import Metering
import Storage
import UseCases

/// Intake through the use case beside raw prepared inserts of the same bytes under the same unique key,
/// with many events there already: ids in the order of time and random ones, then all of them once more.
struct IntakeBench {
    private let bench: Bench
    private let world = BenchWorld(companies: 20)

    init(_ bench: Bench) { self.bench = bench }

    func measure() throws {
        for isRandom in [false, true] { try measure(isRandom) }
    }

    private func measure(_ isRandom: Bool) throws {
        let name = isRandom ? "random ids" : "ids in order"
        let app = Wiring.app(store: try bench.open("intake-\(isRandom).db"), clock: Bench.clock)
        try world.register(app)
        let raw = try RawInserts(path: "\(bench.folder)/intake-\(isRandom)-raw.db")
        var made = 0
        func events(_ count: Int) -> [UsageEvent] {
            defer { made += count }
            return world.events(made..<made + count, perCompany: total / world.companies, isRandom: isRandom)
        }
        while made < bench.plan.stored {
            let batch = events(min(10_000, bench.plan.stored - made))
            try IntakeBench.take(batch, app)
            try raw.insert(IntakeBench.identified(batch))
            if made % 500_000 == 0 { bench.progress("\(name): \(made) of \(bench.plan.stored) stored") }
        }
        var last: [UsageEvent] = []
        var first: [Double] = []
        for size in [1_000, 10_000] {
            var own: [Double] = []
            var engine: [Double] = []
            for _ in 0..<bench.plan.runs {
                last = events(bench.plan.perRun)
                let (mine, its) = try Bench.byTurns(
                    Bench.chunks(last, of: size), { try IntakeBench.take($0, app) }, IntakeBench.identified,
                    { try raw.insert($0) })
                own.append(mine)
                engine.append(its)
            }
            first = own
            var aims: [Measured.Aim] = [.share(0.6)]
            if !isRandom, size == 10_000 { aims.append(.atLeast(100_000)) }
            bench.note(
                Measured(
                    name: "intake, \(name), batches of \(size), \(bench.plan.stored) stored",
                    figure: rate(own), unit: "events/s", baseline: rate(engine),
                    aims: aims))
        }
        try again(last, app, name, beside: rate(first))
    }

    /// What comes twice is known, and the same id with another day is another body: beside its first sending.
    private func again(_ events: [UsageEvent], _ app: App, _ name: String, beside first: Double) throws {
        let batches = Bench.chunks(events, of: 10_000)
        let same = try Bench.seconds {
            for batch in batches {
                try BenchFault.hold(
                    try app.usage.take(batch).allSatisfy { $0.isTaken(as: .duplicate) },
                    "an event sent twice was taken twice")
            }
        }
        bench.note(
            Measured(
                name: "the same resent, \(name)", figure: rate([same]), unit: "events/s",
                baseline: first))
        let moved = batches.map { $0.map { $0.moved(bySeconds: 86_400) } }
        let other = try Bench.seconds {
            for batch in moved {
                try BenchFault.hold(
                    try app.usage.take(batch).allSatisfy { !$0.isTaken },
                    "an id with another body was taken")
            }
        }
        bench.note(
            Measured(
                name: "the same ids on another day, \(name)", figure: rate([other]), unit: "events/s",
                baseline: first))
    }

    static func take(_ batch: [UsageEvent], _ app: App) throws {
        try BenchFault.hold(
            try app.usage.take(batch).allSatisfy { $0.isTaken(as: .accepted) }, "a new event was not taken")
    }

    private func rate(_ seconds: [Double]) -> Double {
        Double(bench.plan.perRun) / Bench.median(seconds)
    }

    private var total: Int { bench.plan.stored + 2 * bench.plan.runs * bench.plan.perRun }

    static func identified(_ events: [UsageEvent]) -> [IdentifiedEvent] {
        events.map {
            IdentifiedEvent(
                event: $0, identity: Sodium.eventIdentity(id: $0.id, source: $0.source), body: [])
        }
    }
}

extension Answer {
    var isTaken: Bool { if case .taken = self { true } else { false } }

    func isTaken(as taken: Taken) -> Bool { if case .taken(taken) = self { true } else { false } }
}

extension UsageEvent {
    fileprivate func moved(bySeconds seconds: Int64) -> UsageEvent {
        UsageEvent(
            id: id, source: source, type: type, project: project, resource: resource, sku: sku,
            quantity: quantity, start: start.adding(seconds: -seconds), end: end.adding(seconds: -seconds),
            labels: labels)
    }
}

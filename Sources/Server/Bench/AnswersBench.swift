import Basics
import Metering
import Synchronization
import UseCases

/// How long a balance takes to be told while events pour in, and a page while nothing else is asked.
struct AnswersBench {
    private let bench: Bench
    private let world = BenchWorld(companies: 20)

    init(_ bench: Bench) { self.bench = bench }

    func measure() throws {
        let door = try BenchDoor(try bench.open("answers.db"), world)
        defer { door.close() }
        let size = min(10_000, bench.plan.perRun)
        for batch in 0..<10 {
            _ = try door.app.usage.take(
                world.events(0..<size, perCompany: size, isRandom: false, suffix: "/before-\(batch)"))
        }
        _ = try door.app.settlement.settleAll()
        let quiet = try AnswersBench.balances(world, bench.plan.questions, door)
        let loaded = try underLoad(door, size)
        bench.note(
            Measured(
                name: "balance call under intake, p99, beside the same without", figure: loaded * 1000,
                unit: "ms", baseline: quiet * 1000, aims: [.atMost(5)]))
        for (name, path) in [
            ("projects", "/"), ("a project", "/projects/\(world.pid(3))?month=\(BenchWorld.month)"),
            ("months", "/months"), ("why a balance is so", "/explain?address=\(world.pid(3))"),
        ] {
            bench.note(
                Measured(
                    name: "page: \(name), p99", figure: try page(path, 200, door) * 1000, unit: "ms",
                    baseline: try page("/no-such-page", 404, door) * 1000, aims: [.atMost(50)]))
        }
    }

    /// A page's p99, in seconds; one that is not there costs what the door itself does.
    private func page(_ path: String, _ status: Int, _ door: BenchDoor) throws -> Double {
        let wire = try Wire(port: door.port, token: door.token)
        return Bench.p99(
            try (0..<bench.plan.questions / 4).map { _ in
                try Bench.seconds {
                    let answer = try wire.get(path)
                    try BenchFault.hold(answer.status == status, "\(path) answered \(answer.status)")
                }
            })
    }

    private static func balances(
        _ world: BenchWorld, _ questions: Int, _ door: BenchDoor
    ) throws -> Double {
        let wire = try Wire(port: door.port, token: door.token)
        return Bench.p99(
            try (0..<questions).map { n in
                try Bench.seconds {
                    let answer = try wire.get(
                        "/billing/public/v1/projects/\(world.pid(n % 20))/balances/amount")
                    try BenchFault.hold(answer.status == 200, "answered \(answer.status)")
                }
            })
    }

    /// Batches come one behind the other until the balances are told.
    private func underLoad(_ door: BenchDoor, _ size: Int) throws -> Double {
        let load = Load()
        let (world, questions) = (world, bench.plan.questions)
        try Bench.together(2) { place in
            if place == 0 {
                defer { load.end() }
                load.keep(try AnswersBench.balances(world, questions, door))
                return
            }
            let wire = try Wire(port: door.port, token: door.token)
            var batch = 0
            while !load.isEnded {
                let events = world.events(
                    0..<size, perCompany: size, isRandom: false, suffix: "/load-\(batch)")
                let body = Array(events.map(world.line).joined().utf8)
                let answer = try wire.post("/v1/usage/events", type: "application/x-ndjson", body)
                try BenchFault.hold(answer.status == 200, "answered \(answer.status)")
                batch += 1
            }
        }
        return load.seconds
    }
}

/// Until when events pour in, and what was found meanwhile.
private final class Load: Sendable {
    private let state = Mutex((isEnded: false, seconds: 0.0))

    var isEnded: Bool { state.withLock { $0.isEnded } }
    var seconds: Double { state.withLock { $0.seconds } }

    func keep(_ seconds: Double) { state.withLock { $0.seconds = seconds } }

    func end() { state.withLock { $0.isEnded = true } }
}

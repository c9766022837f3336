import API
import Basics
import Metering
import Storage
import Synchronization
import UseCases

/// Intake over HTTP on loopback, beside the same through the use case; posts of one event from many
/// connections, beside a commit for each.
struct HTTPBench {
    private let bench: Bench
    private let world = BenchWorld(companies: 20)
    private static let connections = 32
    private static let batches = 10

    init(_ bench: Bench) { self.bench = bench }

    func measure() throws {
        let door = try BenchDoor(try bench.open("http.db"), world)
        defer { door.close() }
        try send(door, "NDJSON", "application/x-ndjson") { $0.joined() }
        try send(door, "CloudEvents", "application/cloudevents-batch+json") {
            "[" + $0.joined(separator: ",") + "]"
        }
        try singles(door, in: "")
    }

    private func send(
        _ door: BenchDoor, _ name: String, _ type: String, _ join: ([String]) -> String
    ) throws {
        var rates: [Double] = []
        var desk: [Double] = []
        let size = min(10_000, bench.plan.perRun)
        for run in 0..<bench.plan.runs {
            let bodies = (0..<HTTPBench.batches).map { batch in
                let events = world.events(
                    0..<size, perCompany: size, isRandom: false, suffix: "/\(name)-\(run)-\(batch)")
                return Array(join(events.map(world.line)).utf8)
            }
            // Two, so that one body is read while the other is on its way to the disk.
            let seconds = try Bench.seconds {
                try Bench.together(2) { place in
                    let wire = try Wire(port: door.port, token: door.token)
                    for body in bodies[(place * 5)..<(place * 5 + 5)] {
                        let answer = try wire.post("/v1/usage/events", type: type, body)
                        try BenchFault.hold(answer.status == 200, "answered \(answer.status)")
                        try BenchFault.hold(
                            answer.text.contains("\"accepted\":\(size)"), "not all was taken: \(answer.text)")
                    }
                }
            }
            rates.append(Double(HTTPBench.batches * size) / seconds)
            let events = Bench.chunks(
                world.events(
                    0..<HTTPBench.batches * size, perCompany: size * 10, isRandom: false,
                    suffix: "/\(name)-desk-\(run)"), of: size)
            let alone = try Bench.seconds { for batch in events { _ = try door.app.usage.take(batch) } }
            desk.append(Double(HTTPBench.batches * size) / alone)
        }
        bench.note(
            Measured(
                name: "\(name) over HTTP, batches of \(size), beside the use case",
                figure: Bench.median(rates), unit: "events/s", baseline: Bench.median(desk),
                aims: [.atLeast(50_000)]))
    }

    /// The door must be one of the same world.
    func singles(_ door: BenchDoor, in engine: String) throws {
        let each = bench.plan.singles / HTTPBench.connections
        var grouped: [Double] = []
        var alone: [Double] = []
        let world = world
        for run in 0..<bench.plan.runs {
            let mark = "\(door.name)-single-\(run)"
            let seconds = try Bench.seconds {
                try Bench.together(HTTPBench.connections) { place in
                    let wire = try Wire(port: door.port, token: door.token)
                    for event in world.events(
                        0..<each, perCompany: each, isRandom: false, suffix: "/\(mark)-\(place)")
                    {
                        let answer = try wire.post(
                            "/v1/usage/events", type: "application/cloudevents+json",
                            Array(world.line(event).utf8))
                        try BenchFault.hold(answer.status == 200, "answered \(answer.status)")
                    }
                }
            }
            grouped.append(Double(each * HTTPBench.connections) / seconds)
            let events = world.events(
                0..<bench.plan.singles / 8, perCompany: bench.plan.singles, isRandom: false,
                suffix: "/\(mark)-alone")
            let single = try Bench.seconds { for event in events { _ = try door.app.usage.take([event]) } }
            alone.append(Double(events.count) / single)
        }
        bench.note(
            Measured(
                name: "\(engine)single posts, \(HTTPBench.connections) connections, beside a commit each",
                figure: Bench.median(grouped), unit: "events/s", baseline: Bench.median(alone),
                aims: [.share(5)]))
    }
}

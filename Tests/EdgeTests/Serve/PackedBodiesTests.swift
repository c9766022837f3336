import Foundation
import Testing

/// Bodies that come packed: a small one may claim much memory.
@Suite struct PackedBodiesTests {
    /// The most memory a process has held, in KiB.
    private func peak(_ server: Server) throws -> Int {
        let text = try String(contentsOfFile: "/proc/\(server.running.pid)/status", encoding: .utf8)
        let line = text.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return Int(line?.split(separator: " ").dropLast().last ?? "") ?? 0
    }

    @Test func `a hundred megabytes of nothing, packed small, are refused and given back`() throws {
        let (folder, tokens) = try Server.stocked()
        let made = try folder.run(
            "/bin/sh", ["-c", "head -c 100000000 /dev/zero | gzip -9 > bomb.gz"])
        #expect(made.status == 0)
        let bomb = try folder.bytes("bomb.gz")
        #expect(bomb.count < 200_000)
        let server = try Server(folder)
        let before = try peak(server)
        let usage = try #require(tokens["usage"])
        // More than all bodies together may have, if one of them were not given back.
        for round in 0..<8 {
            let answer = try server.wire().ask(
                "POST", DoorTests.events, token: usage, type: DoorTests.lines, body: bomb,
                fields: ["Content-Encoding: gzip"])
            #expect(answer.status == 413, "round \(round): \(answer.text)")
            #expect(try answer.json["code"].text == "api.body-too-large")
        }
        // Sixteen at once: refused as too large, or asked to come again; none of it stays.
        let port = server.port
        let statuses = try together(16) { _ in
            try Wire(port: port, seconds: 60).ask(
                "POST", DoorTests.events, token: usage, type: DoorTests.lines, body: bomb,
                fields: ["Content-Encoding: gzip"]
            ).status
        }
        #expect(statuses.allSatisfy { $0 == 413 || $0 == 503 }, "\(statuses)")
        let after = try peak(server)
        #expect(after - before < 450 << 10, "\(after) KiB")
        // What is packed honestly comes in, and what was refused holds no place.
        try folder.write(
            (0..<2000).map { Dataset.event("packed-\($0)", on: "2026-02-05") }.joined(separator: "\n"),
            to: "lines")
        #expect(try folder.run("/bin/sh", ["-c", "gzip lines"]).status == 0)
        let honest = try server.wire().ask(
            "POST", DoorTests.events, token: usage, type: DoorTests.lines,
            body: try folder.bytes("lines.gz"), fields: ["Content-Encoding: gzip"])
        #expect(try honest.json["accepted"].int == 2000)
    }

    @Test func `packed bodies that are cut, damaged, doubled or none are refused by name`() throws {
        let (folder, tokens) = try Server.stocked()
        try folder.write(Dataset.event("p", on: "2026-02-05"), to: "one")
        #expect(try folder.run("/bin/sh", ["-c", "gzip one"]).status == 0)
        let whole = try folder.bytes("one.gz")
        var damaged = whole
        damaged[whole.count / 2] ^= 0xFF
        let server = try Server(folder)
        for body in [
            Array(whole.dropLast(9)), damaged, whole + whole, Array("{}".utf8), Array(whole.prefix(3)),
        ] {
            let answer = try server.wire().ask(
                "POST", DoorTests.events, token: tokens["usage"], type: DoorTests.lines, body: body,
                fields: ["Content-Encoding: gzip"])
            #expect(
                try answer.status == 415 && answer.json["code"].text == "api.bad-encoding", "\(body.count)")
        }
        let whole2 = try server.wire().ask(
            "POST", DoorTests.events, token: tokens["usage"], type: DoorTests.lines, body: whole,
            fields: ["Content-Encoding: gzip"])
        #expect(try whole2.json["accepted"].int == 1, "nothing was kept of the others")
    }

    /// The same on as many threads; the answers in any order.
    private func together(_ count: Int, _ work: @escaping @Sendable (Int) throws -> Int) throws -> [Int] {
        let results = Results()
        DispatchQueue.concurrentPerform(iterations: count) { place in
            results.add(Result { try work(place) })
        }
        return try results.all().map { try $0.get() }
    }

    private final class Results: @unchecked Sendable {
        private let lock = NSLock()
        private var kept: [Result<Int, any Error>] = []

        func add(_ result: Result<Int, any Error>) { lock.withLock { kept.append(result) } }

        func all() -> [Result<Int, any Error>] { lock.withLock { kept } }
    }
}

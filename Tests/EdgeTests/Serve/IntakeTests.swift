import Foundation
import Glibc
import Support
import Synchronization
import Testing

/// Usage over HTTP: each event is answered by itself, durably, once.
@Suite struct IntakeTests {
    @Test func `each event of a batch has an answer of its own`() throws {
        let (folder, tokens) = try Server.stocked()
        let server = try Server(folder)
        let wire = try server.wire()
        let usage = tokens["usage"]
        func event(_ id: String, _ quantity: String = "1") -> String {
            Dataset.event(id, quantity: quantity, on: "2026-02-05")
        }
        let deep = String(repeating: "[", count: 60) + String(repeating: "]", count: 60)
        let batch = [
            event("a"), event("a"), event("a", "2"), "5", "{}",
            event("b").replacing("}}", with: "},\"x\":\(deep)}"),
            Dataset.event("c", on: "2026-02-05", sku: "none"),
        ]
        let report = try wire.ask(
            "POST", DoorTests.events, token: usage, type: DoorTests.batch,
            body: Array("[\(batch.joined(separator: ","))]".utf8)
        ).json
        #expect(
            report["events"].list.map { $0["result"].text } == [
                "accepted", "duplicate", "conflict", "refused", "refused", "accepted", "refused",
            ])
        #expect(report["accepted"].int == 2 && report["duplicate"].int == 1)
        #expect(report["conflict"].int == 1 && report["refused"].int == 3)
        #expect(report["events"][2]["code"].text == "metering.other-body")
        #expect(report["events"][6]["code"].text == "metering.unknown-sku")
        let lines = [event("d"), "{bad", "", event("e")]
        let second = try wire.ask(
            "POST", DoorTests.events, token: usage, type: DoorTests.lines,
            body: Array(lines.joined(separator: "\r\n").utf8)
        ).json
        #expect(second["events"].list.map { $0["result"].text } == ["accepted", "refused", "accepted"])
        #expect(second["events"][1]["line"].int == 2)
        // One by itself is answered by its status.
        func alone(_ text: String) throws -> Int {
            try wire.ask(
                "POST", DoorTests.events, token: usage, type: DoorTests.single, body: Array(text.utf8)
            ).status
        }
        #expect(try alone(event("f")) == 200 && alone(event("f")) == 200)
        #expect(try alone(event("f", "3")) == 409)
        #expect(try alone(Dataset.event("g", on: "2026-02-05", sku: "none")) == 422)
        #expect(try alone("{bad") == 400)
    }

    @Test func `hostile JSON is refused whole and the server stays up`() throws {
        let (folder, tokens) = try Server.stocked()
        let server = try Server(folder)
        let event = Dataset.event("x", on: "2026-02-05")
        let bad: [(String, String, Int)] = [
            (DoorTests.batch, String(repeating: "[", count: 1_000_000), 400),
            (DoorTests.batch, "[" + String(repeating: "{\"a\":", count: 100_000), 400),
            (DoorTests.batch, "[\(event),", 400), (DoorTests.batch, "[\(event)]]", 400),
            (DoorTests.batch, event, 400), (DoorTests.batch, "", 400), (DoorTests.batch, "[]", 400),
            (DoorTests.batch, "[\"\\ud800\"]", 400), (DoorTests.batch, "[\"\u{1}\"]", 400),
            (DoorTests.batch, "[01]", 400), (DoorTests.batch, "\u{FEFF}[]", 400),
            (DoorTests.single, event.replacing("\"id\":\"x\"", with: "\"id\":\"x\",\"id\":\"y\""), 400),
            (DoorTests.single, event.replacing("\"quantity\":\"1\"", with: "\"quantity\":1e999"), 422),
            (DoorTests.single, event.replacing("\"x\"", with: "\"\\ud800\""), 400),
            (DoorTests.single, String(repeating: "{\"data\":", count: 100_000), 400),
            (DoorTests.lines, "\n\n\n", 400),
            (DoorTests.lines, String(repeating: "{}\n", count: 10_001), 413),
            (DoorTests.batch, "[" + String(repeating: "0,", count: 20_000) + "0]", 413),
        ]
        let wire = try server.wire()
        for (type, text, status) in bad {
            let answer = try wire.ask(
                "POST", DoorTests.events, token: tokens["usage"], type: type, body: Array(text.utf8))
            #expect(answer.status == status, "\(text.prefix(60)): \(answer.text)")
            #expect(try answer.json["code"].text != nil)
        }
        let long = try wire.ask(
            "POST", DoorTests.events, token: tokens["usage"], type: DoorTests.lines,
            body: [UInt8](repeating: 0x61, count: 5 << 20))
        #expect(try long.json["events"][0]["code"].text == "dataset.line-too-long")
        #expect(try wire.json(ofEvents: 1, try #require(tokens["usage"]))["accepted"].int == 1)
    }

    @Test func `events of thirty-two clients share their way to the disk`() throws {
        let (folder, tokens) = try Server.stocked()
        let server = try Server(folder, ["--quiet"])
        let token = try #require(tokens["usage"])
        let (clients, each) = (32, 25)
        let port = server.port
        try IntakeTests.together(clients) { client in
            let wire = try Wire(port: port)
            for number in 0..<each {
                let body = Array(Dataset.event("s-\(client)-\(number)", on: "2026-02-05").utf8)
                let answer = try wire.ask(
                    "POST", DoorTests.events, token: token, type: DoorTests.single, body: body)
                guard try answer.json["accepted"].int == 1 else { throw Wire.Broken.noAnswer(answer.text) }
            }
        }
        #expect(try server.metric(#"usage_events_total{result="accepted"}"#) == clients * each)
        let commits = try server.metric("commit_batch_size_count")
        #expect(commits < clients * each / 2, "\(commits) commits for \(clients * each) events")
    }

    @Test func `killed while it takes usage, it has every event it answered, and a resend doubles none`()
        throws
    {
        let seed = UInt64.random(in: 0..<1_000_000)
        print("intake kills: seed \(seed)")
        var random = SplitMix64(seed: seed)
        let (folder, tokens) = try Server.stocked()
        let token = try #require(tokens["usage"])
        let sent = Mutex<Set<String>>([])
        let answered = Mutex<Set<String>>([])
        for round in 0..<4 {
            let server = try Server(folder, ["--quiet"])
            let (pid, port) = (server.running.pid, server.port)
            let pause = UInt32.random(in: 100_000...500_000, using: &random)
            let killer = Thread {
                usleep(pause)
                kill(pid, SIGKILL)
            }
            killer.start()
            try IntakeTests.together(8) { client in
                guard let wire = try? Wire(port: port) else { return }
                for number in 0..<100_000 {
                    let ids = (0..<(number % 7 + 1)).map { "k-\(round)-\(client)-\(number)-\($0)" }
                    sent.withLock { $0.formUnion(ids) }
                    let lines = ids.map { Dataset.event($0, on: "2026-02-05") }.joined(separator: "\n")
                    guard
                        let answer = try? wire.ask(
                            "POST", DoorTests.events, token: token, type: DoorTests.lines,
                            body: Array(lines.utf8)), answer.status == 200
                    else { return }
                    answered.withLock { $0.formUnion(ids) }
                }
            }
            #expect(server.end(with: SIGKILL).status == -SIGKILL)
        }
        let (all, known) = (sent.withLock { $0.sorted() }, answered.withLock { $0 })
        #expect(known.count > 100, "there was something to lose: \(known.count)")
        // Everything once more: what was answered is there, and the rest is taken now, once.
        let server = try Server(folder)
        let wire = try server.wire()
        var taken = 0
        for start in stride(from: 0, to: all.count, by: 1000) {
            let ids = all[start..<min(start + 1000, all.count)]
            let lines = ids.map { Dataset.event($0, on: "2026-02-05") }.joined(separator: "\n")
            let report = try wire.ask(
                "POST", DoorTests.events, token: token, type: DoorTests.lines, body: Array(lines.utf8)
            ).json
            for entry in report["events"].list {
                let id = entry["id"].text ?? ""
                if entry["result"].text == "accepted" { taken += 1 }
                if known.contains(id) { #expect(entry["result"].text == "duplicate", "seed \(seed): \(id)") }
            }
        }
        print("intake kills: \(known.count) answered, \(taken) sent and not kept")
        let ended = server.end()
        #expect(ended.status == 0)
        let count = try folder.run(
            "/usr/bin/sqlite3", ["kontragent.db", "SELECT COUNT(*), COUNT(DISTINCT id) FROM usage_events"])
        #expect(count.out == "\(all.count)|\(all.count)\n")
    }

    @Test func `stopped while it takes usage, it finishes what it has begun and loses nothing`() throws {
        let (folder, tokens) = try Server.stocked()
        let token = try #require(tokens["usage"])
        let server = try Server(folder, ["--quiet"])
        let answered = Mutex(0)
        let begun = ContinuousClock.now
        let (pid, port, controlPort) = (server.running.pid, server.port, server.controlPort)
        #expect(try Wire(port: controlPort).ask("GET", "/livez").status == 200)
        #expect(try Wire(port: controlPort).ask("GET", "/readyz").json["ready"] == .bool(true))
        let killer = Thread {
            usleep(400_000)
            kill(pid, SIGTERM)
        }
        killer.start()
        try IntakeTests.together(8) { client in
            for number in 0..<100_000 {
                guard let wire = try? Wire(port: port),
                    let answer = try? wire.ask(
                        "POST", DoorTests.events, token: token, type: DoorTests.single,
                        body: Array(Dataset.event("g-\(client)-\(number)", on: "2026-02-05").utf8))
                else { return }
                #expect(answer.status == 200, "\(answer.text)")
                answered.withLock { $0 += 1 }
            }
        }
        let ended = server.wait()
        #expect(ended.status == 0, "\(ended.err)")
        #expect(ContinuousClock.now - begun < .seconds(20))
        let count = try folder.run(
            "/usr/bin/sqlite3", ["kontragent.db", "SELECT COUNT(*) FROM usage_events"])
        let kept = Int(count.out.prefix { $0 != "\n" }) ?? 0
        #expect(kept >= answered.withLock { $0 } && kept > 0)
    }

    /// Runs a body on so many threads at once, and waits for all; the first failure is thrown.
    static func together(_ count: Int, _ body: @escaping @Sendable (Int) throws -> Void) throws {
        let failure = Mutex<(any Error)?>(nil)
        let group = DispatchGroup()
        for number in 0..<count {
            group.enter()
            Thread {
                do { try body(number) } catch { failure.withLock { $0 = $0 ?? error } }
                group.leave()
            }.start()
        }
        group.wait()
        if let failure = failure.withLock({ $0 }) { throw failure }
    }
}

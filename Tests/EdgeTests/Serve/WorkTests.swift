import Foundation
import Glibc
import Testing

/// What serve does behind its doors, without being asked.
@Suite struct WorkTests {
    private func state(_ server: Server, _ token: String?) throws -> String? {
        try server.wire().ask("GET", "/v1/projects/mcs0000000001", token: token).json["state"].text
    }

    static func instant(_ seconds: Int) -> String {
        ISO8601DateFormatter().string(from: Date(timeIntervalSince1970: Double(seconds)))
    }

    private func use(_ server: Server, _ token: String?) throws {
        let answer = try server.wire().ask(
            "POST", DoorTests.events, token: token, type: DoorTests.batch,
            body: Array("[\(Dataset.event("a", on: "2026-02-05"))]".utf8))
        #expect(answer.status == 200, "\(answer.text)")
    }

    @Test func `a project that runs out is frozen within seconds, nobody asks for it`() throws {
        let (folder, tokens) = try Server.stocked()
        let server = try Server(folder)
        #expect(try state(server, tokens["read"]) == "active")
        try use(server, tokens["usage"])
        var waited = 0
        while try state(server, tokens["read"]) != "frozen", waited < 600 {
            usleep(100_000)
            waited += 1
        }
        #expect(try state(server, tokens["read"]) == "frozen", "after \(waited) tenths of a second")
        #expect(try server.metric("freeze_transitions_total{to=\"frozen\"}") == 1)
        // Money thaws it before the answer, and that is counted like what the work behind does.
        let paid = try server.wire().ask(
            "POST", "/v1/credits", token: tokens["money"], type: RoutesTests.json,
            body: Array(Dataset.credit("thaw", "card", "mcs0000000001", amount: "900.00").utf8))
        #expect(paid.status == 201, "\(paid.text)")
        #expect(try state(server, tokens["read"]) == "active")
        #expect(try server.metric("freeze_transitions_total{to=\"active\"}") == 1)
        let ended = server.end()
        #expect(ended.status == 0)
        #expect(ended.err.contains("\"event\":\"state\""))
        #expect(try folder.kontragent("verify").status == 0)
        // The freezing was of February: no news any more; the thaw is of today, and is or will be a letter.
        #expect(try folder.kontragent("settle").status == 0)
        let letters = try JSON.read(try folder.kontragent("letters", "--json").out).list
        let waiting = try JSON.read(try folder.kontragent("outbox", "--json").out).list
        #expect(
            letters.map { $0["kind"].text } == (waiting.isEmpty ? ["thawed"] : []), "\(letters) \(waiting)")
    }

    @Test func `events may still arrive behind the watermark: until then nothing is charged`() throws {
        let (folder, tokens) = try Server.stocked()
        let ended = Int(Date().timeIntervalSince1970) / 60 * 60 - 60
        let event = Dataset.event(
            "late", start: WorkTests.instant(ended - 60), end: WorkTests.instant(ended))
        for (words, isCharged) in [([], false), (["--watermark-seconds", "0"], true)] {
            let server = try Server(folder, words)
            let answer = try server.wire().ask(
                "POST", DoorTests.events, token: tokens["usage"], type: DoorTests.batch,
                body: Array("[\(event)]".utf8))
            #expect(answer.status == 200, "\(answer.text)")
            func movements() throws -> [JSON] {
                try server.wire().ask(
                    "GET", "/v1/projects/mcs0000000001/movements", token: tokens["read"]
                ).json["items"].list
            }
            // Longer than the time between two turns, and as long again on a slow machine.
            for _ in 0..<(isCharged ? 300 : 65) where try movements().isEmpty { usleep(100_000) }
            #expect(try movements().map { $0["kind"].text } == (isCharged ? ["charges"] : []))
            #expect(server.end().status == 0)
        }
    }

    @Test func `a bonus ends by itself when its time is over`() throws {
        let (folder, tokens) = try Server.stocked()
        let server = try Server(folder, ["--watermark-seconds", "0"])
        let now = Int(Date().timeIntervalSince1970)
        let grant = Dataset.grant(
            "short", amount: "10.00", granted: WorkTests.instant(now - 5), expires: WorkTests.instant(now + 3)
        )
        let taken = try server.wire().ask(
            "POST", "/v1/credits", token: tokens["money"], type: RoutesTests.json, body: Array(grant.utf8))
        #expect(taken.status == 201, "\(taken.text)")
        func kinds() throws -> [String?] {
            try server.wire().ask(
                "GET", "/v1/projects/mcs0000000001/movements", token: tokens["read"]
            ).json["items"].list.map { $0["kind"].text }
        }
        for _ in 0..<300 where try kinds() != ["credit", "expiry"] { usleep(100_000) }
        #expect(try kinds() == ["credit", "expiry"])
        #expect(server.end().status == 0)
        #expect(try folder.kontragent("verify").status == 0)
    }

    @Test func `serve with --no-work leaves the work to commands`() throws {
        let (folder, tokens) = try Server.stocked()
        let server = try Server(folder, ["--no-work"])
        try use(server, tokens["usage"])
        // Longer than the time between two turns.
        usleep(6_500_000)
        #expect(try state(server, tokens["read"]) == "active")
        #expect(server.end().status == 0)
        #expect(try folder.kontragent("settle").status == 0)
        #expect(try folder.kontragent("balance", "mcs0000000001").out.contains("frozen"))
    }

    @Test func `a day to close on is one that every month has`() throws {
        let folder = try TestFolder.quick()
        for words in [["--close-on-day", "29"], ["--close-on-day", "0"], ["--watermark-seconds", "-1"]] {
            #expect(try folder.run(Tool.path, ["serve"] + words).status == 64)
        }
    }
}

import Foundation
import Glibc
import Testing

/// What serve does behind its doors, without being asked.
@Suite struct WorkTests {
    private func state(_ server: Server, _ token: String?) throws -> String? {
        try server.wire().ask("GET", "/v1/projects/mcs0000000001", token: token).json["state"].text
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
        let ended = server.end()
        #expect(ended.status == 0)
        #expect(ended.err.contains("\"event\":\"state\""))
        #expect(try folder.kontragent("verify").status == 0)
        // What is told to the customer is of February: no news any more.
        #expect(try folder.kontragent("outbox", "--json").out == "[]\n")
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

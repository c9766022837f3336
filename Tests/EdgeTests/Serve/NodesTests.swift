import Foundation
import Glibc
import Testing

/// The program as a node: what it holds while it lives, what becomes of that when it ends or is killed.
@Suite struct NodesTests {
    /// Waits until the nodes are as told, and answers with them.
    private func nodes(_ folder: TestFolder, until isSo: ([JSON]) -> Bool) throws -> [JSON] {
        var found: [JSON] = []
        for _ in 0..<300 {
            let ran = try folder.kontragent("nodes", "--json")
            #expect(ran.status == 0, "\(ran.err)")
            found = try JSON.read(ran.out).list
            if isSo(found) { return found }
            usleep(50_000)
        }
        Issue.record("the nodes stay \(found)")
        return found
    }

    private func leases(_ node: JSON) -> [String: Int] {
        Dictionary(
            uniqueKeysWithValues: node["leases"].list.map { ($0["name"].text ?? "", $0["token"].int ?? 0) })
    }

    /// Sixteen pieces of settlement, sixteen of papers, the seals, the letters.
    private static let all = 34

    @Test func `a server shows what it holds, gives it back when it ends, and loses it when killed`() throws {
        let (folder, tokens) = try Server.stocked()
        let first = try Server(folder)
        var seen = try nodes(folder) { $0.last.map { leases($0).count } == NodesTests.all }
        #expect(seen.count == 1 && seen[0]["state"].text == "alive" && seen[0]["works"] == .bool(true))
        #expect(seen[0]["process"].int == Int(first.running.pid))
        #expect(leases(seen[0]).values.allSatisfy { $0 == 1 })
        let asked = try first.wire().ask("GET", "/v1/nodes", token: tokens["read"]).json["items"].list
        #expect(asked.map { $0["node"] } == seen.map { $0["node"] })
        #expect(asked.map(leases) == seen.map(leases))
        // The figure is told a moment after the lease is taken.
        let control = try Wire(port: first.controlPort)
        var figures = ""
        for _ in 0..<200 {
            figures = try control.ask("GET", "/metrics").text
            if figures.contains("\nleases_held \(Double(NodesTests.all))\n") { break }
            usleep(50_000)
        }
        #expect(figures.contains("\nleases_held \(Double(NodesTests.all))\n"), "\(figures)")
        let ended = first.end()
        #expect(ended.status == 0 && !ended.err.contains("work failed"), "\(ended.err)")
        seen = try nodes(folder) { _ in true }
        #expect(seen.map { $0["state"].text } == ["left"] && leases(seen[0]).isEmpty)
        // Killed: it is shown as it was last seen. The next one knows that it is gone, for it has the lock.
        let second = try Server(folder)
        _ = try nodes(folder) { $0.last.map { leases($0).count } == NodesTests.all }
        second.end(with: SIGKILL)
        seen = try nodes(folder) { _ in true }
        #expect(seen.map { $0["state"].text } == ["left", "alive"])
        let third = try Server(folder)
        seen = try nodes(folder) { $0.last.map { leases($0).count } == NodesTests.all }
        #expect(seen.map { $0["state"].text } == ["left", "left", "alive"])
        #expect(leases(seen[2]).values.allSatisfy { $0 == 3 }, "the token grew with every taking")
        let table = try folder.kontragent("nodes", "--language", "en").out
        #expect(table.contains("settlement/0#3") && table.contains("alive"), "\(table)")
        #expect(third.end().status == 0)
        try Hamlet.expectClean(folder, "three servers")
    }

    @Test func `work does what waits without a door, and is one writer beside which no other starts`() throws
    {
        let (folder, tokens) = try Server.stocked()
        let server = try Server(folder, ["--no-work"])
        #expect(try nodes(folder) { _ in true }.map { $0["works"] } == [.bool(false)])
        let sent = try server.wire().ask(
            "POST", DoorTests.events, token: tokens["usage"], type: DoorTests.batch,
            body: Array("[\(Dataset.event("a", on: "2026-02-05"))]".utf8))
        #expect(sent.status == 200)
        #expect(server.end().status == 0)
        let working = try folder.start(Tool.path, ["work", "--quiet"])
        var waited = 0
        while try !folder.kontragent("balance", "mcs0000000001").out.contains("frozen"), waited < 300 {
            usleep(50_000)
            waited += 1
        }
        #expect(try folder.kontragent("balance", "mcs0000000001").out.contains("frozen"))
        let other = try folder.kontragent("work")
        #expect(other.status == 3 && other.err.contains("storage.other-writer"), "\(other.err)")
        kill(working.pid, SIGTERM)
        let ended = working.end()
        #expect(ended.status == 0, "\(ended.err)")
        #expect(try nodes(folder) { _ in true }.map { $0["state"].text } == ["left", "left"])
        try Hamlet.expectClean(folder, "work")
    }

    @Test func `stopped, it is ready no more before it closes its doors; told twice, it ends at once`() throws
    {
        let (folder, tokens) = try Server.stocked()
        let server = try Server(folder, ["--unready-seconds", "60"])
        let control = try Wire(port: server.controlPort)
        #expect(try control.ask("GET", "/readyz").status == 200)
        kill(server.running.pid, SIGTERM)
        var ready = 200
        for _ in 0..<100 where ready == 200 {
            usleep(20_000)
            ready = try control.ask("GET", "/readyz").status
        }
        #expect(ready == 503)
        #expect(
            try server.wire().ask("GET", "/v1/projects/mcs0000000001", token: tokens["read"]).status == 200,
            "who has not heard of it yet is served")
        let ended = server.end()
        #expect(ended.status == 1, "\(ended.err)")
        // A worker has a control port if it is told one.
        let working = try folder.start(Tool.path, ["work", "--control", "127.0.0.1:0"])
        var said: [Substring] = []
        for _ in 0..<500 where said.count < 2 {
            usleep(20_000)
            let out = FileManager.default.contents(atPath: working.out) ?? Data()
            said = String(decoding: out, as: UTF8.self).split(separator: "\n")
        }
        let port = try #require(said.last?.split(separator: ":").last.flatMap { Int($0) })
        #expect(try Wire(port: port).ask("GET", "/readyz").status == 200)
        kill(working.pid, SIGINT)
        #expect(working.end().status == 0)
    }

    @Test func `a server that can write nothing is not ready, and is again when it can`() throws {
        let (folder, _) = try Server.stocked()
        let server = try Server(
            folder, ["--no-work", "--lease-seconds", "2", "--beat-seconds", "1", "--margin-seconds", "1"])
        let control = try Wire(port: server.controlPort)
        #expect(try control.ask("GET", "/readyz").json["heartbeat"]["state"].text == "ok")
        let holder = try folder.start(
            "/bin/sh", ["-c", "(echo 'BEGIN IMMEDIATE;'; sleep 5; echo 'COMMIT;') | sqlite3 kontragent.db"])
        var told: JSON?
        for _ in 0..<60 where told == nil {
            usleep(100_000)
            let answer = try control.ask("GET", "/readyz")
            if answer.status == 503 { told = try answer.json }
        }
        #expect(
            told?["heartbeat"]["state"].text?.contains("nothing could be written") == true, "\(told ?? .null)"
        )
        #expect(holder.end().status == 0)
        var status = 503
        for _ in 0..<100 where status == 503 {
            usleep(100_000)
            status = try control.ask("GET", "/readyz").status
        }
        #expect(status == 200)
        #expect(server.end().status == 0)
    }

    @Test func `leases that would end between two signs of life are refused`() throws {
        let folder = try TestFolder.quick()
        for words in [
            ["--lease-seconds", "9"], ["--beat-seconds", "0"], ["--beat-seconds", "-5"],
            ["--margin-seconds", "-1"], ["--lease-seconds", "3601"], ["--unready-seconds", "601"],
        ] {
            for command in ["serve", "work"] {
                #expect(try folder.run(Tool.path, [command] + words).status == 64, "\(command) \(words)")
            }
        }
    }
}

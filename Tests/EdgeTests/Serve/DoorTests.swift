import Foundation
import Glibc
import Testing

/// The HTTP door: who may come in, what is refused and how it is said.
@Suite struct DoorTests {
    static let lines = "application/x-ndjson"
    static let single = "application/cloudevents+json"
    static let batch = "application/cloudevents-batch+json"
    static let events = "/v1/usage/events"
    static let project = "/v1/projects/mcs0000000001"
    static let balance = "/billing/public/v1/projects/mcs0000000001/balances/amount"

    @Test func `each token opens the routes of its scopes and no others`() throws {
        let (folder, tokens) = try Server.stocked()
        let server = try Server(folder)
        let event = Array(Dataset.event("e", on: "2026-02-05").utf8)
        let allowed: [String: Set<String>] = [
            "usage": [DoorTests.events], "read": [DoorTests.project, DoorTests.balance],
            "balance": [DoorTests.project, DoorTests.balance],
        ]
        let wire = try server.wire()
        for (name, token) in tokens where name != "own" && name != "revoked" {
            for path in [DoorTests.events, DoorTests.project, DoorTests.balance] {
                let isPost = path == DoorTests.events
                let answer = try wire.ask(
                    isPost ? "POST" : "GET", path, token: token, type: isPost ? DoorTests.lines : nil,
                    body: isPost ? event : [])
                let wanted = allowed[name]?.contains(path) == true ? 200 : 403
                #expect(answer.status == wanted, "\(name) \(path): \(answer.text)")
            }
        }
        // A token of one project: others are as if they were not there.
        let own = tokens["own"]
        #expect(try wire.ask("GET", "/v1/projects/mcs0000000002", token: own).status == 200)
        let foreign = try wire.ask("GET", DoorTests.project, token: own)
        let missing = try wire.ask("GET", "/v1/projects/mcs0999999999", token: own)
        #expect(foreign.status == 404 && missing.status == 404)
        #expect(try foreign.json["code"] == missing.json["code"])
        let mixed = [
            Dataset.event("own-1", "mcs0000000002", on: "2026-02-05"),
            Dataset.event("own-2", on: "2026-02-05"),
        ]
        let report = try wire.ask(
            "POST", DoorTests.events, token: own, type: DoorTests.lines,
            body: Array(mixed.joined(separator: "\n").utf8)
        ).json
        #expect(report["accepted"].int == 1)
        #expect(report["events"][1]["code"].text == "metering.unknown-project")
    }

    @Test func `without a token, with a wrong, a revoked or a misspelt one nobody comes in`() throws {
        let (folder, tokens) = try Server.stocked()
        let server = try Server(folder)
        let wire = try server.wire()
        let cases: [(fields: [String], code: String)] = [
            ([], "api.no-token"), (["Authorization: Basic YTpi"], "api.no-token"),
            (["Authorization: Bearer"], "api.no-token"), (["X-Auth-Token: "], "api.no-token"),
            (["Authorization: Bearer kt_0000"], "tokens.unknown"),
            (["X-Auth-Token: \(try #require(tokens["read"]))x"], "tokens.unknown"),
            (["X-Auth-Token: \(try #require(tokens["revoked"]))"], "tokens.revoked"),
        ]
        for (fields, code) in cases {
            let answer = try wire.ask("GET", DoorTests.project, fields: fields)
            #expect(answer.status == 401, "\(fields)")
            #expect(try answer.json["code"].text == code, "\(fields)")
            #expect(answer.fields["www-authenticate"]?.hasPrefix("Bearer") == true)
            #expect(answer.fields["content-type"] == "application/problem+json")
        }
        #expect(try wire.ask("GET", DoorTests.project, token: tokens["read"]).status == 200)
        #expect(try folder.kontragent("token", "revoke", "read").status == 0, "beside the server")
        // It is heeded within a second; a request every 50 ms sees it.
        var status = 200
        for _ in 0..<100 where status == 200 {
            usleep(50_000)
            status = try wire.ask("GET", DoorTests.project, token: tokens["read"]).status
        }
        #expect(status == 401)
        let log = server.end().err
        for token in tokens.values { #expect(!log.contains(token), "no token stands in the log") }
        #expect(log.contains(#""token":"read""#), "its name does")
    }

    @Test func `what is not there, not taken or not understood is said in words`() throws {
        let (folder, tokens) = try Server.stocked()
        let server = try Server(folder)
        let wire = try server.wire()
        let usage = tokens["usage"]
        let nothing = try wire.ask("GET", "/v2", fields: ["Accept-Language: ru-RU,ru;q=0.9,en;q=0.8"])
        #expect(nothing.status == 404)
        #expect(try nothing.json["detail"].text?.contains("По этому адресу") == true)
        #expect(try nothing.json["request"].text == nothing.fields["x-request-id"])
        for path in ["/", "/v1/projects/", "/v1/projects/%zz", "/v1/projects/a/b/c", "//", "/v1/%2e%2e/x"] {
            #expect(try wire.ask("GET", path, token: tokens["read"]).status == 404, "\(path)")
        }
        let other = try wire.ask("DELETE", DoorTests.project)
        #expect(other.status == 405 && other.fields["allow"] == "GET, HEAD, PUT")
        #expect(try wire.ask("GET", DoorTests.events).status == 405)
        let head = try wire.ask("HEAD", "/v1/openapi.json")
        #expect(
            head.status == 200 && head.body.isEmpty && Int(head.fields["content-length"] ?? "") ?? 0 > 500)
        for type in ["text/plain", "application/xml", ""] {
            let answer = try wire.ask("POST", DoorTests.events, token: usage, type: type, body: [0x7B])
            #expect(answer.status == 415, "\(type)")
        }
        let own = try wire.ask(
            "GET", DoorTests.project, token: tokens["read"], fields: ["X-Request-ID: mine-7"])
        #expect(own.fields["x-request-id"] == "mine-7")
        let vk = try wire.ask(
            "GET", DoorTests.balance.replacing("mcs0000000001", with: "mcs0999999999"),
            token: tokens["balance"])
        #expect(vk.status == 404 && vk.text == #"{"error":"project not found"}"#)
        let misspelt = try wire.ask(
            "GET", DoorTests.balance.replacing("mcs0000000001", with: "x"), token: tokens["balance"])
        #expect(misspelt.status == 422)
        #expect(try misspelt.json["loc"][1].text == "pid")
        #expect(try wire.ask("GET", DoorTests.balance, fields: []).json["error"].text != nil)
        #expect(
            try wire.ask("GET", DoorTests.balance, token: tokens["balance"]).text
                == #"{"base":0.00,"bonus":0.00}"#)
    }

    @Test func `every route of the description is there and asks for a token`() throws {
        let (folder, _) = try Server.stocked()
        let server = try Server(folder)
        let wire = try server.wire()
        let answer = try wire.ask("GET", "/v1/openapi.json", fields: ["Accept-Encoding: gzip"])
        #expect(answer.status == 200 && answer.fields["content-encoding"] == "gzip")
        let paths = try wire.ask("GET", "/v1/openapi.json").json["paths"]
        #expect(paths.keys.count >= 4)
        for path in paths.keys where path != "/v1/openapi.json" {
            for method in paths[path].keys {
                let real = path.replacing("{pid}", with: "mcs0000000001").replacing("{", with: "")
                    .replacing("}", with: "")
                let answer = try wire.ask(method.uppercased(), real)
                #expect(answer.status == 401, "\(method) \(path)")
                #expect(!paths[path][method]["x-scopes"].list.isEmpty, "\(method) \(path)")
            }
        }
    }

    @Test func `bodies that are too large, broken off or slow are refused and nothing of them is kept`()
        throws
    {
        let (folder, tokens) = try Server.stocked()
        let server = try Server(folder, ["--body-seconds", "0.3"])
        let usage = try #require(tokens["usage"])
        let start =
            "POST \(DoorTests.events) HTTP/1.1\r\nHost: t\r\nAuthorization: Bearer \(usage)\r\n"
            + "Content-Type: \(DoorTests.lines)\r\n"
        // Too large: said at once, without reading it.
        let large = try server.wire()
        try large.send(start + "Content-Length: 100000000\r\n\r\n{")
        let refused = try large.answer()
        #expect(refused.status == 413 && refused.fields["connection"] == "close")
        #expect(large.isEnded)
        // Broken off: by length and in chunks; one whole event has come each time.
        let event = Dataset.event("cut", on: "2026-02-05") + "\n"
        let byLength = try server.wire()
        try byLength.send(start + "Content-Length: 5000\r\n\r\n" + event)
        byLength.endSending()
        #expect(try byLength.answer().status == 400)
        let inChunks = try server.wire()
        try inChunks.send(
            start + "Transfer-Encoding: chunked\r\n\r\n\(String(event.utf8.count, radix: 16))\r\n\(event)\r\n"
        )
        inChunks.endSending()
        #expect(try inChunks.answer().status == 400)
        let badChunk = try server.wire()
        try badChunk.send(
            start
                + "Transfer-Encoding: chunked\r\n\r\n\(String(event.utf8.count, radix: 16))\r\n\(event)\r\nzz\r\n"
        )
        #expect(try badChunk.answer().status == 400)
        // Slow: it stops in the middle and the connection stays open.
        let slow = try server.wire()
        try slow.send(start + "Content-Length: 5000\r\n\r\n" + event)
        #expect(try slow.answer().status == 408)
        #expect(slow.isEnded)
        // Whole, in chunks: kept, and it is new.
        let whole = try server.wire()
        try whole.send(
            start
                + "Transfer-Encoding: chunked\r\n\r\n\(String(event.utf8.count, radix: 16))\r\n\(event)\r\n0\r\n\r\n"
        )
        #expect(try whole.answer().json["accepted"].int == 1, "nothing was kept of the others")
        // Packed, and too large only when unpacked, and damaged.
        let packed = try whole.ask(
            "POST", DoorTests.events, token: usage, type: DoorTests.lines, body: [0x1F, 0x8B, 1, 2, 3],
            fields: ["Content-Encoding: gzip"])
        #expect(packed.status == 415)
        #expect(try whole.json(ofEvents: 1, usage)["accepted"].int == 1, "the connection goes on")
    }

    @Test func `slow heads and idle connections are ended`() throws {
        let (folder, tokens) = try Server.stocked()
        let server = try Server(folder, ["--head-seconds", "0.3", "--idle-seconds", "0.3"])
        let slow = try server.wire()
        try slow.send("GET /v1/op")
        #expect(try slow.answer().status == 408)
        #expect(slow.isEnded)
        let idle = try server.wire()
        #expect(try idle.ask("GET", DoorTests.project, token: tokens["read"]).status == 200)
        #expect(idle.isEnded)
    }

    @Test func `who asks before sending is told to go on, or is refused before sending`() throws {
        let (folder, tokens) = try Server.stocked()
        let server = try Server(folder)
        let event = Array(Dataset.event("e", on: "2026-02-05").utf8)
        func head(_ token: String) -> String {
            "POST \(DoorTests.events) HTTP/1.1\r\nHost: t\r\nAuthorization: Bearer \(token)\r\n"
                + "Content-Type: \(DoorTests.single)\r\nContent-Length: \(event.count)\r\n"
                + "Expect: 100-continue\r\n\r\n"
        }
        let wire = try server.wire(seconds: 5)
        try wire.send(head(try #require(tokens["usage"])))
        #expect(try wire.answer(informational: true).status == 100)
        try wire.send(event)
        #expect(try wire.answer().status == 200)
        let refused = try server.wire(seconds: 5)
        try refused.send(head("wrong"))
        #expect(try refused.answer(informational: true).status == 401)
        // What the head says already is not asked for either.
        let own = head(try #require(tokens["usage"]))
        for (head, status) in [
            (own.replacing(DoorTests.single, with: "text/plain"), 415),
            (own.replacing("Content-Length: \(event.count)", with: "Content-Length: 100000000"), 413),
            (own.replacing("Expect:", with: "Content-Encoding: br\r\nExpect:"), 415),
        ] {
            let wire = try server.wire(seconds: 5)
            try wire.send(head)
            #expect(try wire.answer(informational: true).status == status)
            #expect(wire.isEnded, "\(status): the rest would not be read")
        }
    }

    @Test func `what is for those who look after it is not there at the door of all`() throws {
        let (folder, tokens) = try Server.stocked()
        let server = try Server(folder, ["--no-work", "--open-pages"])
        for path in ["/metrics", "/livez", "/readyz"] {
            let (front, back) = (try server.wire(), try Wire(port: server.controlPort))
            #expect(try back.ask("GET", path).status == 200, "\(path)")
            #expect(try front.ask("GET", path).status == 404, "\(path)")
            #expect(try front.ask("GET", path, token: tokens["read"]).status == 404, "\(path)")
            try front.send("GET \(path) HTTP/1.1\r\nHost: localhost\r\n\r\n")
            #expect(try front.answer().status == 404, "\(path)")
            #expect(try back.ask("GET", DoorTests.project, token: tokens["read"]).status == 404, "\(path)")
        }
        // Packing would wait for the thread that asks the database.
        let wire = try Wire(port: server.controlPort)
        try wire.send("GET /metrics HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n\r\n")
        let figures = try wire.answer()
        #expect(figures.text.utf8.count > 1024 && figures.fields["content-encoding"] == nil)
    }

    @Test func `what is no HTTP is refused and the server goes on`() throws {
        let (folder, tokens) = try Server.stocked()
        let server = try Server(folder)
        let garbage = [
            "GARBAGE\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\u{0}\u{1}\u{2}\r\n\r\n", "GET  /\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef",
            "POST / HTTP/1.1\r\nHost: t\r\nContent-Length: -1\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: t\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: t\r\nX: a\u{1}b\r\n\r\n", "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}",
        ]
        for text in garbage {
            let wire = try server.wire(seconds: 5)
            try wire.send(text)
            wire.endSending()
            let answer = try? wire.answer()
            #expect(answer == nil || (answer?.status ?? 0) / 100 == 4, "\(text.debugDescription)")
        }
        let large = try server.wire(seconds: 5)
        try large.send("GET / HTTP/1.1\r\nHost: t\r\nX: \(String(repeating: "x", count: 20_000))\r\n\r\n")
        #expect(try large.answer().status == 431)
        let many = try server.wire(seconds: 5)
        try many.send(
            "GET / HTTP/1.1\r\n" + (0..<300).map { "X-\($0): 1\r\n" }.joined() + "\r\n")
        #expect(try many.answer().status == 431)
        // A good request, then garbage: the good one is answered.
        let mixed = try server.wire(seconds: 5)
        try mixed.send(
            Wire.request("GET", DoorTests.project, token: tokens["read"]) + Array("GARBAGE\r\n\r\n".utf8))
        #expect(try mixed.answer().status == 200)
        #expect(mixed.isEnded)
        #expect(try server.wire().ask("GET", DoorTests.project, token: tokens["read"]).status == 200)
    }

    @Test func `an argument that means no text is refused by name, not overlooked`() throws {
        let (folder, tokens) = try Server.stocked()
        let server = try Server(folder)
        let wire = try server.wire()
        let path = "/v1/projects/mcs0000000001/documents"
        for broken in ["limit=%00", "limit=%4", "after=%FF", "%00=1", "x=1&limit=%zz"] {
            let answer = try wire.ask("GET", "\(path)?\(broken)", token: tokens["read"])
            #expect(try answer.status == 400 && answer.json["code"].text == "api.bad-parameter", "\(broken)")
        }
        #expect(try wire.ask("GET", "\(path)?limit=%31", token: tokens["read"]).status == 200)
    }

    @Test func `requests sent without waiting are answered in their order`() throws {
        let (folder, tokens) = try Server.stocked()
        let server = try Server(folder)
        let wire = try server.wire()
        var bytes: [UInt8] = []
        for number in 0..<50 {
            bytes += Wire.request(
                "GET", DoorTests.project, token: tokens["read"], fields: ["X-Request-ID: n-\(number)"])
        }
        try wire.send(bytes)
        for number in 0..<50 {
            let answer = try wire.answer()
            #expect(answer.status == 200 && answer.fields["x-request-id"] == "n-\(number)")
        }
    }

    @Test func `one client cannot take all connections, and too many requests are slowed down`() throws {
        let (folder, tokens) = try Server.stocked()
        let server = try Server(folder, ["--connections-per-address", "20", "--requests-per-second", "5"])
        // A thousand tries: no more than twenty stay open.
        var wires: [Wire] = []
        var refused = 0
        for _ in 0..<1000 {
            guard let wire = try? server.wire(seconds: 1) else { continue }
            if wires.count < 20 {
                wires.append(wire)
            } else if (try? wire.answer())?.status == 503 {
                refused += 1
            }
        }
        #expect(refused > 900, "\(refused)")
        #expect(try server.metric(#"http_connections_ended_total{reason="too-many"}"#) >= refused)
        var statuses: [Int] = []
        for _ in 0..<30 {
            let answer = try wires[0].ask("GET", DoorTests.project, token: tokens["read"])
            statuses.append(answer.status)
            if answer.status == 429 { #expect(answer.fields["retry-after"] != nil) }
        }
        #expect(statuses.prefix(5).allSatisfy { $0 == 200 } && statuses.contains(429), "\(statuses)")
        #expect(
            try wires[1].ask("GET", DoorTests.project, token: tokens["balance"]).status == 200,
            "another token")
    }

    @Test func `who guesses tokens is slowed down; one who called before is still heard`() throws {
        let (folder, tokens) = try Server.stocked()
        let server = try Server(folder, ["--no-work", "--unknown-tokens-per-second", "5"])
        let wire = try server.wire()
        #expect(try wire.ask("GET", DoorTests.project, token: tokens["read"]).status == 200)
        var statuses: [Int] = []
        for number in 0..<60 {
            let answer = try wire.ask("GET", DoorTests.project, token: "kt_\(number)")
            statuses.append(answer.status)
            if answer.status == 429 { #expect(answer.fields["retry-after"] != nil) }
        }
        #expect(statuses.prefix(5).allSatisfy { $0 == 401 } && statuses.last == 429, "\(statuses)")
        #expect(try wire.ask("GET", DoorTests.project, token: tokens["read"]).status == 200)
        #expect(try wire.ask("GET", "/v1/openapi.json").status == 200, "what needs no token is open")
        #expect(server.end().status == 0)
    }

    @Test func `ten thousand connections of one client are refused by name and harm nobody`() throws {
        let (folder, tokens) = try Server.stocked()
        // Those that stay say nothing for as long as the tries last.
        let server = try Server(
            folder, ["--connections-per-address", "100", "--head-seconds", "120", "--idle-seconds", "120"])
        let began = ContinuousClock.now
        var held: [Wire] = []
        var tried = 0
        // Bounded in time, too: a machine with much else to do tries fewer.
        while tried < 10_000, ContinuousClock.now - began < .seconds(60) {
            tried += 1
            guard let wire = try? server.wire(seconds: 5) else { continue }
            // Every fiftieth stays as long as it can; the others go at once, refused or not.
            if tried % 50 == 1 { held.append(wire) }
        }
        #expect(tried > 1000, "\(tried)")
        #expect(try server.metric(#"http_connections_ended_total{reason="too-many"}"#) > 0)
        // Those that stay are let in or refused; the server answers nobody else worse for it.
        let answers = held.map { wire in
            (try? wire.ask("GET", DoorTests.project, token: tokens["read"]))?.status ?? 503
        }
        #expect(answers.allSatisfy { $0 == 200 || $0 == 503 }, "\(Set(answers))")
        #expect(answers.filter { $0 == 200 }.count <= 100)
        #expect(answers.contains(503))
        held = []
        var status = 0
        // Ten thousand that went are seen off one by one.
        for _ in 0..<600 where status != 200 {
            status = (try? server.wire().ask("GET", DoorTests.project, token: tokens["read"]))?.status ?? 0
            if status != 200 { usleep(50_000) }
        }
        #expect(status == 200, "once they are gone there is room again")
        #expect(server.end().status == 0)
    }

    @Test func `who asks and takes nothing of the answers is let go, and the others are served`() throws {
        let (folder, tokens) = try Server.stocked()
        let server = try Server(folder, ["--stall-seconds", "0.5"])
        let deaf = try server.wire(seconds: 1)
        // Answers of many kilobytes each, more than both sides' buffers hold; nobody reads one.
        let request = Wire.request("GET", "/v1/openapi.json")
        do { for _ in 0..<2000 { try deaf.send(request) } } catch {
            // Its own buffer is full, or it was let go already.
        }
        var ended = 0
        for _ in 0..<200 where ended == 0 {
            #expect(
                try server.wire().ask("GET", DoorTests.project, token: tokens["read"]).status == 200)
            ended = try server.metric(#"http_connections_ended_total{reason="stalled"}"#)
            if ended == 0 { usleep(50_000) }
        }
        #expect(ended == 1)
    }

    @Test func `a token that has run out opens no route of the description`() throws {
        let (folder, tokens) = try Server.stocked()
        let text = try folder.token(
            "--name", "old", "--scope", "read", "--scope", "usage", "--scope", "catalog", "--scope", "money",
            "--scope", "closing", "--scope", "balance", "--expires-days", "1")
        let aged = try folder.run(
            "/usr/bin/sqlite3", ["kontragent.db", "UPDATE tokens SET expires_at = 1 WHERE name = 'old'"])
        #expect(aged.status == 0, "\(aged.err)")
        let server = try Server(folder)
        let wire = try server.wire()
        let paths = try wire.ask("GET", "/v1/openapi.json").json["paths"]
        var tried = 0
        for path in paths.keys where path != "/v1/openapi.json" {
            for method in paths[path].keys {
                let verb = method.uppercased()
                let expired = try wire.ask(verb, RoutesTests.real(path), token: text)
                #expect(expired.status == 401, "\(verb) \(path)")
                // The call that VK Cloud publishes says it in VK Cloud's form.
                if !path.hasPrefix("/billing") {
                    #expect(try expired.json["code"].text == "tokens.expired", "\(verb) \(path)")
                }
                tried += 1
            }
        }
        #expect(tried >= 20, "\(tried)")
        #expect(try wire.ask("GET", DoorTests.project, token: tokens["read"]).status == 200)
    }

    @Test func `an address that is taken, and a second server on one database, are refused`() throws {
        let (folder, _) = try Server.stocked()
        let server = try Server(folder)
        let second = try folder.kontragent("serve", "--listen", "127.0.0.1:0", "--control", "127.0.0.1:0")
        #expect(second.status == 3 && second.err.contains("storage.other-writer"))
        let (other, _) = try Server.stocked()
        let taken = try other.kontragent(
            "serve", "--listen", "127.0.0.1:\(server.port)", "--control", "127.0.0.1:0")
        #expect(taken.status == 2 && taken.err.contains("settings.no-listening"), "\(taken.err)")
    }
}

extension Wire {
    /// Sends new events as lines and reads the report.
    func json(ofEvents count: Int, _ token: String, from first: Int = 0, name: String = "n") throws -> JSON {
        let lines = (first..<first + count).map { Dataset.event("\(name)-\($0)", on: "2026-02-05") }
        return try ask(
            "POST", DoorTests.events, token: token, type: DoorTests.lines,
            body: Array(lines.joined(separator: "\n").utf8)
        ).json
    }
}

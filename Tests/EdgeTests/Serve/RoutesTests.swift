import Foundation
import Glibc
import Testing

/// Every route of the interface over a small world that has lived two months.
@Suite struct RoutesTests {
    static let json = "application/json"

    /// Hamlet with everything imported, and a token that may do all.
    static func world() throws -> (folder: TestFolder, all: String, own: String) {
        let folder = try Hamlet.folder()
        #expect(try folder.kontragent("import", "data").status == 0)
        let scopes = ["usage", "catalog", "money", "closing", "read", "balance"].flatMap { ["--scope", $0] }
        let all = try folder.run(Tool.path, ["token", "create", "--name", "all"] + scopes)
        let own = try folder.run(
            Tool.path, ["token", "create", "--name", "own", "--project", Hamlet.pids[1]] + scopes)
        let text = { (ran: Tool.Ran) in String(ran.out.prefix { $0 != "\n" }) }
        return (folder, text(all), text(own))
    }

    /// Closes a month over HTTP and waits for its end.
    static func close(_ month: String, _ region: String, _ wire: Wire, _ token: String) throws -> JSON {
        let started = try wire.ask(
            "POST", "/v1/months/\(month)/closing", token: token, type: json,
            body: Array(#"{"region":"\#(region)"}"#.utf8))
        #expect(started.status == 202, "\(started.text)")
        return try ended(started, wire, token)
    }

    /// The state of a closing that was begun, after its end.
    static func ended(_ started: Wire.Answer, _ wire: Wire, _ token: String) throws -> JSON {
        let place = try #require(started.fields["location"])
        for _ in 0..<600 {
            let state = try wire.ask("GET", place, token: token).json
            if state["run"]["endedAt"].text != nil { return state }
            usleep(50_000)
        }
        throw ToolProblem.notStarted("closing", "took too long")
    }

    @Test func `a cloud lives over HTTP: every route answers as the description says`() throws {
        let (folder, all, own) = try RoutesTests.world()
        let server = try Server(folder)
        let wire = try server.wire()
        let description = try wire.ask("GET", "/v1/openapi.json").json
        let shapes = Shapes(description: description)
        var seen: Set<String> = []
        /// Asks, and holds the answer against the description of its route.
        func ask(
            _ method: String, _ template: String, _ path: String, _ wanted: Int, body: String? = nil,
            bytes: [UInt8]? = nil, type: String = RoutesTests.json, fields: [String] = []
        ) throws -> Wire.Answer {
            let bytes = bytes ?? body.map { Array($0.utf8) }
            let answer = try wire.ask(
                method, path, token: all, type: bytes == nil ? nil : type, body: bytes ?? [], fields: fields)
            #expect(answer.status == wanted, "\(method) \(path): \(answer.text.prefix(500))")
            let route = description["paths"][template][method.lowercased()]
            #expect(route != .null, "\(method) \(template) is described")
            seen.insert("\(method) \(template)")
            let shape = route["responses"][String(answer.status)]
            let content = (shape == .null ? route["responses"]["default"] : shape)["content"]
            let found = answer.fields["content-type"]?.prefix { $0 != ";" }
            #expect(content.keys.first.map { $0 == found ?? "" } ?? false, "\(path): \(found ?? "")")
            if found?.hasSuffix("json") == true, let first = content.keys.first {
                let flaw = shapes.flaw(of: try answer.json, content[first]["schema"])
                #expect(flaw == nil, "\(method) \(path): \(flaw ?? "")")
            }
            return answer
        }
        let pid = Hamlet.pids[0]
        let begun = try ask(
            "POST", "/v1/months/{month}/closing", "/v1/months/2026-01/closing", 202,
            body: #"{"region":"moscow"}"#)
        let january = try RoutesTests.ended(begun, wire, all)
        #expect(january["state"].text == "closed", "\(january)")
        #expect((january["documents"].int ?? 0) > 0 && january["run"]["problem"] == .null)
        #expect(january["run"]["tieOuts"].list.allSatisfy { $0["agrees"] == .bool(true) })
        _ = try ask(
            "GET", "/v1/months/{month}/closing", "/v1/months/2026-01/closing?region=moscow", 200)
        _ = try ask(
            "POST", "/v1/months/{month}/closing", "/v1/months/2099-01/closing", 409,
            body: #"{"region":"moscow"}"#)
        // Movements make the balance: all pages of two.
        var (minor, after) = (0, "")
        repeat {
            let path = "/v1/projects/\(pid)/movements?limit=2" + (after.isEmpty ? "" : "&after=\(after)")
            let page = try ask("GET", "/v1/projects/{pid}/movements", path, 200).json
            for item in page["items"].list { minor += RoutesTests.minor(item["amount"].text) }
            after = page["next"].text ?? ""
        } while !after.isEmpty
        let balance = try ask("GET", "/v1/projects/{pid}", "/v1/projects/\(pid)", 200).json
        let bonuses = balance["bonuses"].keys.map { RoutesTests.minor(balance["bonuses"][$0].text) }
        #expect(minor == RoutesTests.minor(balance["payment"].text) + bonuses.reduce(0, +))
        let lines = try ask(
            "GET", "/v1/projects/{pid}/day-lines", "/v1/projects/\(pid)/day-lines?month=2026-01", 200
        ).json["items"].list
        #expect(lines.count == 8)
        // Page by page the same as at once.
        var paged: [JSON] = []
        repeat {
            let path =
                "/v1/projects/\(pid)/day-lines?month=2026-01&limit=3"
                + (after.isEmpty ? "" : "&after=\(after)")
            let page = try ask("GET", "/v1/projects/{pid}/day-lines", path, 200).json
            #expect(page["items"].list.count <= 3)
            paged += page["items"].list
            after = page["next"].text ?? ""
        } while !after.isEmpty
        #expect(paged == lines)
        _ = try ask(
            "GET", "/v1/projects/{pid}/day-lines", "/v1/projects/\(pid)/day-lines?month=2026-01&after=00", 400
        )
        // Documents, page by page the same as at once, and each as JSON and XML with a tag that is known.
        let documents = try ask("GET", "/v1/documents", "/v1/documents?month=2026-01", 200).json["items"].list
        let first = try ask("GET", "/v1/documents", "/v1/documents?month=2026-01&limit=1", 200).json
        let rest = try ask(
            "GET", "/v1/documents", "/v1/documents?month=2026-01&after=\(first["next"].text ?? "")", 200
        ).json
        #expect(first["items"].list + rest["items"].list == documents && documents.count > 1)
        let address = try #require(documents[0]["address"].text)
        let template = "/v1/documents/{region}/{kind}/{year}/{number}"
        let frozen = try ask("GET", "\(template).json", "/v1/documents/\(address).json", 200)
        #expect(frozen.fields["etag"] == "W/\"\(documents[0]["sha256"].text ?? "")\"")
        let again = try wire.ask(
            "GET", "/v1/documents/\(address).json", token: all,
            fields: ["If-None-Match: \(frozen.fields["etag"] ?? "")"])
        #expect(again.status == 304)
        _ = try ask("GET", "\(template).xml", "/v1/documents/\(address).xml", 200)
        let paper = try ask("GET", "\(template).pdf", "/v1/documents/\(address).pdf", 200)
        #expect(paper.body.starts(with: Array("%PDF".utf8)))
        _ = try ask("GET", "\(template).json", "/v1/documents/moscow/upd/2026/0999.json", 404)
        _ = try ask("GET", "/v1/projects/{pid}/documents", "/v1/projects/\(pid)/documents", 200)
        let encoded = address.replacing("/", with: "%2F")
        for path in ["\(address)", encoded, "\(encoded)%231", pid, "credit/card"] {
            let told = try ask("GET", "/v1/explanations/{id}", "/v1/explanations/\(path)", 200).json
            #expect(told["addsUp"] == .bool(true))
        }
        _ = try ask("GET", "/v1/explanations/{id}", "/v1/explanations/nothing", 404)
        _ = try ask("GET", "/v1/outbox", "/v1/outbox?limit=1", 200)
        let nodes = try ask("GET", "/v1/nodes", "/v1/nodes?limit=1", 200).json
        #expect(nodes["items"].list.map { $0["state"].text } == ["alive"], "\(nodes)")
        let others = try ask("GET", "/v1/nodes", "/v1/nodes?after=\(nodes["next"].text ?? "")", 200).json
        #expect(others["items"].list.isEmpty && others["next"] == .null)
        _ = try ask("GET", "/v1/nodes", "/v1/nodes?after=00", 400)
        // The catalogue: new, again, another body.
        let account = Dataset.company(7, pids: ["mcs0000000070"])
        for status in [201, 200] {
            _ = try ask("PUT", "/v1/accounts/{id}", "/v1/accounts/company-7", status, body: account)
        }
        _ = try ask(
            "PUT", "/v1/accounts/{id}", "/v1/accounts/company-7", 409,
            body: account.replacing("company-7@", with: "other@"))
        _ = try ask("PUT", "/v1/accounts/{id}", "/v1/accounts/company-8", 422, body: account)
        let project = #"{"account":"company-7","region":"moscow"}"#
        for status in [201, 200] {
            _ = try ask("PUT", "/v1/projects/{pid}", "/v1/projects/mcs0000000071", status, body: project)
        }
        _ = try ask("PUT", "/v1/accounts/{id}", "/v1/accounts/company-7", 200, body: account)
        _ = try ask(
            "PUT", "/v1/projects/{pid}", "/v1/projects/mcs0000000071", 409,
            body: project.replacing("moscow", with: "kazakhstan"))
        let prices = [Dataset.priceHeader, Dataset.price("gpu", "3"), "bad"].joined(separator: "\n")
        for result in ["accepted", "duplicate"] {
            let report = try ask("PUT", "/v1/prices", "/v1/prices", 200, body: prices, type: "text/csv").json
            #expect(report[result].int == 1 && report["refused"].int == 1)
        }
        // Money: a credit is on the balance when it is answered, a transfer too.
        let credit = Dataset.credit("http-1", "card", "mcs0000000071", amount: "70.07")
        for status in [201, 200] {
            _ = try ask("POST", "/v1/credits", "/v1/credits", status, body: credit)
        }
        #expect(
            try wire.ask("GET", "/v1/projects/mcs0000000071", token: all).json["payment"].text == "70.07")
        _ = try ask("POST", "/v1/credits", "/v1/credits", 409, body: credit.replacing("70.07", with: "7.00"))
        let invoice = try ask(
            "POST", "/v1/projects/{pid}/invoices", "/v1/projects/mcs0000000071/invoices", 201,
            body: #"{"amount":"5000.00"}"#)
        let place = try #require(invoice.fields["location"])
        #expect(try wire.ask("GET", place, token: all).body.starts(with: Array("%PDF".utf8)))
        let statement = Statement([
            .init(amount: "10.00", payer: CheckDigits.inn(7), purpose: "mcs0000000071", number: "70"),
            .init(amount: "11.00", payer: "7707083893", purpose: "непонятно за что", number: "71"),
        ])
        for result in ["accepted", "duplicate"] {
            let booked = try ask(
                "POST", "/v1/bank/statements", "/v1/bank/statements?name=f.txt", 200, bytes: statement.bytes,
                type: "text/plain"
            ).json
            #expect(booked["lines"].list.map { $0["result"].text } == [result, result], "\(booked)")
            #expect(booked["lines"].list.map { $0["state"].text } == ["matched", "unclear"])
            #expect(booked["lines"].list.allSatisfy { !$0["reasons"].list.isEmpty })
        }
        let empty = try ask(
            "POST", "/v1/bank/statements", "/v1/bank/statements", 400, body: "", type: "text/plain")
        #expect(try empty.json["code"].text == "api.no-records")
        let unclear = try ask("GET", "/v1/bank/lines", "/v1/bank/lines?state=unclear", 200).json["items"].list
        let number = try #require(unclear.last?["line"].int)
        let nowhere = try ask(
            "POST", "/v1/bank/lines/{id}/matching", "/v1/bank/lines/\(number)/matching", 422,
            body: #"{"project":"mcs0000000999"}"#
        ).json
        #expect(nowhere["code"].text == "projects.unknown-project")
        let matched = try ask(
            "POST", "/v1/bank/lines/{id}/matching", "/v1/bank/lines/\(number)/matching", 200,
            body: #"{"project":"mcs0000000071"}"#
        ).json
        #expect(matched["state"].text == "matched")
        #expect(
            try wire.ask("GET", "/v1/projects/mcs0000000071", token: all).json["payment"].text == "91.07")
        _ = try ask(
            "POST", "/v1/usage/events", "/v1/usage/events", 200,
            body: Dataset.event("http-e", "mcs0000000071", on: "2026-02-20"),
            type: "application/cloudevents+json")
        _ = try ask(
            "GET", DoorTests.balance.replacing("mcs0000000001", with: "{pid}"),
            DoorTests.balance.replacing("mcs0000000001", with: pid), 200)
        _ = try ask("GET", "/v1/openapi.json", "/v1/openapi.json", 200)
        let usage = description["paths"]["/v1/usage/events"]["post"]["requestBody"]["content"]
        #expect(usage["application/cloudevents-batch+json"]["schema"]["type"].text == "array")
        #expect(usage["application/cloudevents+json"]["schema"]["type"].text == "object")
        #expect(usage["application/x-ndjson"]["schema"]["type"].text == "string")
        let watched = description["paths"]["/v1/months/{month}/closing"]["get"]["responses"]["200"]["content"]
        #expect(Set(watched.keys) == ["application/json", "text/event-stream"])
        let described = description["paths"].keys.flatMap { path in
            description["paths"][path].keys.map { "\($0.uppercased()) \(path)" }
        }
        #expect(Set(described).subtracting(seen) == [])
        // A token of one project: what is another's or nobody's is not there.
        for (path, status) in [
            ("/v1/projects/\(pid)/movements", 404), ("/v1/projects/\(pid)/day-lines?month=2026-01", 404),
            ("/v1/projects/\(pid)/documents", 404), ("/v1/explanations/\(pid)", 404),
            ("/v1/explanations/credit/card", 404), ("/v1/documents/\(address).json", 404),
            ("/v1/documents?month=2026-01", 403), ("/v1/outbox", 403), ("/v1/nodes", 403),
            ("/v1/bank/lines", 403),
            ("/v1/months/2026-01/closing?region=moscow", 403),
            ("/v1/projects/\(Hamlet.pids[1])/movements", 200), ("/v1/explanations/\(Hamlet.pids[1])", 200),
        ] {
            #expect(try wire.ask("GET", path, token: own).status == status, "\(path)")
        }
        let foreign = try wire.ask(
            "POST", "/v1/credits", token: own, type: RoutesTests.json, body: Array(credit.utf8))
        #expect(try foreign.status == 422 && foreign.json["code"].text == "funding.unknown-project")
        #expect(server.end().status == 0)
        try Hamlet.expectClean(folder, "a life over HTTP")
    }

    @Test func `sixteen at once under one key make one invoice, and a repeat is answered the same`() throws {
        let (folder, all, _) = try RoutesTests.world()
        let server = try Server(folder)
        let path = "/v1/projects/\(Hamlet.sidorov)/invoices"
        let (answers, port) = (Answers(), server.port)
        try IntakeTests.together(16) { _ in
            let answer = try Wire(port: port).ask(
                "POST", path, token: all, type: RoutesTests.json, body: Array(#"{"amount":"500.00"}"#.utf8),
                fields: ["Idempotency-Key: one"])
            answers.add("\(answer.status) \(answer.text) \(answer.fields["location"] ?? "")")
        }
        #expect(answers.different == 1, "\(answers)")
        let wire = try server.wire()
        let other = try wire.ask(
            "POST", path, token: all, type: RoutesTests.json, body: Array(#"{"amount":"501.00"}"#.utf8),
            fields: ["Idempotency-Key: one"])
        #expect(try other.status == 422 && other.json["code"].text == "tokens.other-request")
        // An argument is part of what was asked.
        let argued = try wire.ask(
            "POST", path + "?lang=ru", token: all, type: RoutesTests.json,
            body: Array(#"{"amount":"500.00"}"#.utf8), fields: ["Idempotency-Key: one"])
        #expect(argued.status == 422)
        // Killed, and asked again: still one.
        server.end(with: SIGKILL)
        let next = try Server(folder)
        let again = try next.wire().ask(
            "POST", path, token: all, type: RoutesTests.json, body: Array(#"{"amount":"500.00"}"#.utf8),
            fields: ["Idempotency-Key: one"])
        #expect(again.status == 201 && again.fields["idempotent-replayed"] == "true")
        let count = try folder.run(
            "/usr/bin/sqlite3", ["kontragent.db", "SELECT COUNT(*) FROM payment_invoices"])
        #expect(count.out == "1\n")
    }

    @Test func `hostile bodies, wrong types and foreign tokens are refused on every route`() throws {
        let (folder, all, _) = try RoutesTests.world()
        let server = try Server(folder)
        let wire = try server.wire()
        let paths = try wire.ask("GET", "/v1/openapi.json").json["paths"]
        let hostile = [
            "", "{", "[]", "null", "\u{0}", String(repeating: "[", count: 100_000),
            String(repeating: #"{"a":"#, count: 100_000), #"{"amount":"1","amount":"2"}"#,
            #"{"amount":1e999}"#, #"{"id":"\ud800"}"#, #"{"account":"\u0000"}"#,
        ]
        var tried = 0
        for path in paths.keys {
            let real = RoutesTests.real(path)
            for method in paths[path].keys where path != "/v1/openapi.json" {
                let verb = method.uppercased()
                for token in ["kt_" + String(repeating: "0", count: 64), "x"] {
                    #expect(try wire.ask(verb, real, token: token).status == 401, "\(verb) \(real)")
                }
                let types = paths[path][method]["requestBody"]["content"].keys
                guard let type = types.first else { continue }
                tried += 1
                let wrong = try wire.ask(verb, real, token: all, type: "application/x-nothing", body: [0x7B])
                #expect(wrong.status == 415, "\(verb) \(real)")
                for text in hostile {
                    let answer = try wire.ask(verb, real, token: all, type: type, body: Array(text.utf8))
                    #expect(
                        (400..<500).contains(answer.status),
                        "\(verb) \(real) «\(text.prefix(40))»: \(answer.status) \(answer.text.prefix(200))")
                }
                let head =
                    "\(verb) \(real) HTTP/1.1\r\nHost: t\r\nAuthorization: Bearer \(all)\r\nContent-Type: \(type)\r\n"
                let large = try server.wire()
                try large.send(head + "Content-Length: 100000000\r\n\r\n{")
                #expect(try large.answer().status == 413, "\(verb) \(real)")
                let cut = try server.wire()
                try cut.send(head + "Content-Length: 500\r\n\r\n{")
                cut.endSending()
                #expect(try cut.answer().status == 400, "\(verb) \(real)")
            }
        }
        #expect(tried >= 8)
        #expect(server.end().status == 0)
        try Hamlet.expectClean(folder, "hostile bodies")
    }

    @Test func `who watches a closing hears signs of life while it waits, and its end`() throws {
        let (folder, all, _) = try RoutesTests.world()
        let server = try Server(folder, ["--heartbeat-seconds", "0.3", "--no-work"])
        // Somebody holds the database for two seconds: the closing waits.
        let holder = try folder.start(
            "/bin/sh", ["-c", "(echo 'BEGIN IMMEDIATE;'; sleep 2; echo 'COMMIT;') | sqlite3 kontragent.db"])
        usleep(500_000)
        let wire = try server.wire()
        let started = try wire.ask(
            "POST", "/v1/months/2026-01/closing", token: all, type: RoutesTests.json,
            body: Array(#"{"region":"kazakhstan"}"#.utf8))
        #expect(started.status == 202)
        let other = try wire.ask(
            "POST", "/v1/months/2026-02/closing", token: all, type: RoutesTests.json,
            body: Array(#"{"region":"kazakhstan","dryRun":true}"#.utf8))
        #expect(other.status == 409, "one at a time: \(other.text)")
        let events = try server.wire().ask(
            "GET", started.fields["location"] ?? "", token: all, fields: ["Accept: text/event-stream"])
        #expect(events.fields["content-type"] == "text/event-stream")
        #expect(events.text.contains("event: progress\n") && events.text.contains(": still here\n"))
        let last = events.text.components(separatedBy: "\n\n").last { !$0.isEmpty } ?? ""
        #expect(last.hasPrefix("event: end\ndata: {") && last.contains(#""state":"closed""#), "\(last)")
        #expect(holder.end().status == 0)
        // After a kill the books say what is closed.
        server.end(with: SIGKILL)
        let next = try Server(folder)
        let state = try next.wire().ask("GET", started.fields["location"] ?? "", token: all).json
        #expect(state["state"].text == "closed" && state["run"] == .null)
    }

    @Test func `told to stop while a month is being closed, it closes it first`() throws {
        let (folder, all, _) = try RoutesTests.world()
        let server = try Server(folder, ["--no-work"])
        // Somebody holds the database for two seconds: the closing waits.
        let holder = try folder.start(
            "/bin/sh", ["-c", "(echo 'BEGIN IMMEDIATE;'; sleep 2; echo 'COMMIT;') | sqlite3 kontragent.db"])
        usleep(500_000)
        let started = try server.wire().ask(
            "POST", "/v1/months/2026-01/closing", token: all, type: RoutesTests.json,
            body: Array(#"{"region":"moscow"}"#.utf8))
        #expect(started.status == 202)
        #expect(server.end().status == 0)
        #expect(holder.end().status == 0)
        let closed = try folder.run(
            "/usr/bin/sqlite3", ["kontragent.db", "SELECT COUNT(*) > 0 FROM closed_months"])
        #expect(closed.out == "1\n")
        try Hamlet.expectClean(folder, "stopped while closing")
    }

    static func real(_ path: String) -> String {
        path.replacing("{pid}", with: Hamlet.pids[0]).replacing("{month}", with: "2026-01")
            .replacing("{id}", with: "1").replacing(
                "{region}/{kind}/{year}/{number}", with: "moscow/upd/2026/1")
    }

    private static func minor(_ text: String?) -> Int {
        Int((text ?? "").replacing(".", with: "")) ?? .min / 4
    }

    /// What many threads were answered.
    final class Answers: @unchecked Sendable, CustomStringConvertible {
        private let lock = NSLock()
        private var texts: [String] = []

        func add(_ text: String) { lock.withLock { texts.append(text) } }
        var different: Int { lock.withLock { Set(texts).count } }
        var description: String { lock.withLock { "\(Set(texts))" } }
    }
}

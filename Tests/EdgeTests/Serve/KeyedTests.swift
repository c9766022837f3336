import Testing

/// Requests about money that may come twice: under one key they are done once and answered the same.
@Suite struct KeyedTests {
    private static let frozen = "mcs0000000001"
    private static let company = "mcs0000000002"

    /// Somebody in debt, a company, and a token for money.
    private func served() throws -> (server: Server, token: String) {
        let folder = try TestFolder.quick()
        var data = Dataset()
        data.accounts = [
            Dataset.sidorov(pids: [KeyedTests.frozen]), Dataset.company(pids: [KeyedTests.company]),
        ]
        data.prices = [Dataset.price()]
        data.usage["a.jsonl"] = [Dataset.event("e", KeyedTests.frozen, quantity: "5", on: "2026-02-05")]
        try data.write(in: folder)
        let imported = try folder.kontragent("import", "data")
        try #require(imported.status == 0, "\(imported.err)")
        let token = try folder.token("--name", "keyed", "--scope", "money", "--scope", "read")
        return (try Server(folder, ["--no-work"]), token)
    }

    /// Asks twice under one key, then asks for another thing under it, then under keys that are none.
    private func hold(
        _ path: String, _ body: [UInt8], other: [UInt8], type: String, _ server: Server, _ token: String
    ) throws -> Wire.Answer {
        let wire = try server.wire()
        func ask(_ body: [UInt8], _ key: String, at place: String? = nil) throws -> Wire.Answer {
            try wire.ask(
                "POST", place ?? path, token: token, type: type, body: body,
                fields: ["Idempotency-Key: \(key)"])
        }
        // Keys that are none come first: nothing is done under them.
        for bad in ["", "a b", String(repeating: "k", count: 256)] {
            let refused = try ask(body, bad)
            #expect(
                try refused.status == 400 && refused.json["code"].text == "api.bad-key", "\(path) «\(bad)»")
        }
        let first = try ask(body, path)
        #expect((200...201).contains(first.status), "\(path): \(first.text)")
        #expect(first.fields["idempotent-replayed"] == nil, "\(path)")
        for _ in 0..<2 {
            let again = try ask(body, path)
            #expect(again.status == first.status && again.body == first.body, "\(path): \(again.text)")
            #expect(again.fields["idempotent-replayed"] == "true", "\(path)")
        }
        for changed in [try ask(other, path), try ask(body, path, at: "\(path)?lang=ru")] {
            #expect(
                try changed.status == 422 && changed.json["code"].text == "tokens.other-request", "\(path)")
        }
        return first
    }

    @Test func `a credit sent twice under its key is taken once, and the thaw it brings is counted once`()
        throws
    {
        let (server, token) = try served()
        let wire = try server.wire()
        let project = "/v1/projects/\(KeyedTests.frozen)"
        let thaws = #"freeze_transitions_total{to="active"}"#
        #expect(try wire.ask("GET", project, token: token).json["state"].text == "frozen")
        let credit = Dataset.credit("keyed", "card", KeyedTests.frozen, amount: "900.00")
        let first = try hold(
            "/v1/credits", Array(credit.utf8), other: Array(credit.replacing("900.00", with: "901.00").utf8),
            type: RoutesTests.json, server, token)
        #expect(try first.status == 201 && first.json["result"].text == "accepted")
        #expect(try server.metric(thaws) == 1)
        let after = try wire.ask("GET", project, token: token).json
        #expect(after["state"].text == "active" && after["payment"].text == "850.00", "\(after)")
        // The same without its key is known by its id.
        let bare = try wire.ask(
            "POST", "/v1/credits", token: token, type: RoutesTests.json, body: Array(credit.utf8))
        #expect(try bare.status == 200 && bare.json["result"].text == "duplicate")
        #expect(try server.metric(thaws) == 1)
        #expect(server.end().status == 0)
        try Hamlet.expectClean(server.folder, "a keyed credit")
    }

    @Test func `a statement and a person's choice sent twice under their keys are booked once`() throws {
        let (server, token) = try served()
        let wire = try server.wire()
        func statement(_ purpose: String) -> [UInt8] {
            Statement([
                .init(amount: "10.00", purpose: KeyedTests.company, number: "70"),
                .init(amount: "60.00", payer: "7702070139", purpose: purpose, number: "71"),
            ]).bytes
        }
        let booked = try hold(
            "/v1/bank/statements", statement("непонятно за что"), other: statement("за что-то"),
            type: "text/plain", server, token
        ).json
        #expect(booked["lines"].list.map { $0["result"].text } == ["accepted", "accepted"], "\(booked)")
        #expect(booked["lines"].list.map { $0["state"].text } == ["matched", "unclear"], "\(booked)")
        #expect(try wire.ask("GET", "/v1/bank/lines", token: token).json["items"].list.count == 2)
        let number = try #require(booked["lines"][1]["line"].int)
        let thaws = #"freeze_transitions_total{to="active"}"#
        #expect(try server.metric(thaws) == 0)
        func choice(_ pid: String) -> [UInt8] { Array(#"{"project":"\#(pid)"}"#.utf8) }
        let matched = try hold(
            "/v1/bank/lines/\(number)/matching", choice(KeyedTests.frozen), other: choice(KeyedTests.company),
            type: RoutesTests.json, server, token
        ).json
        #expect(
            matched["state"].text == "matched" && matched["projects"].list.map(\.text) == [KeyedTests.frozen])
        #expect(try server.metric(thaws) == 1)
        for (pid, sum) in [(KeyedTests.frozen, "10.00"), (KeyedTests.company, "10.00")] {
            let balance = try wire.ask("GET", "/v1/projects/\(pid)", token: token).json
            #expect(balance["payment"].text == sum && balance["state"].text == "active", "\(balance)")
        }
        // A key belongs to one route.
        let elsewhere = try wire.ask(
            "POST", "/v1/credits", token: token, type: RoutesTests.json, body: choice(KeyedTests.frozen),
            fields: ["Idempotency-Key: /v1/bank/lines/\(number)/matching"])
        #expect(elsewhere.status == 422, "\(elsewhere.text)")
        #expect(server.end().status == 0)
        try Hamlet.expectClean(server.folder, "a keyed statement")
    }
}

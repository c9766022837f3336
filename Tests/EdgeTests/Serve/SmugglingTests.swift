import Testing

/// Requests that two programs could read as different ones: what stands in front of the door and the door must not
/// disagree where one request ends and the next begins.
@Suite struct SmugglingTests {
    /// Stands where one way of reading sees a body and the other a request.
    private static let hidden = "GET /v1/openapi.json HTTP/1.1\r\nHost: t\r\nX-Request-ID: hidden\r\n\r\n"
    private static let after = "GET /v1/openapi.json HTTP/1.1\r\nHost: t\r\nX-Request-ID: after\r\n\r\n"

    /// All that is answered on a connection that sends these bytes and nothing more.
    private func answers(_ text: String, _ server: Server) throws -> [Wire.Answer] {
        let wire = try server.wire(seconds: 5)
        try wire.send(text)
        wire.endSending()
        var answers: [Wire.Answer] = []
        // Silence is right: how a connection ends is no answer.
        while let answer = try? wire.answer() { answers.append(answer) }
        return answers
    }

    private func head(_ token: String) -> String {
        "POST \(DoorTests.events) HTTP/1.1\r\nHost: t\r\nAuthorization: Bearer \(token)\r\n"
            + "Content-Type: \(DoorTests.lines)\r\n"
    }

    @Test func `a head that leaves open where its body ends is refused, and nothing behind it is read`()
        throws
    {
        let (folder, tokens) = try Server.stocked()
        let server = try Server(folder, ["--no-work"])
        let head = head(try #require(tokens["usage"]))
        let codings = [
            "chunked, identity", "chunked\r\nTransfer-Encoding: chunked", "chunked, chunked", "xchunked",
            "chunkedx",
            "chunked\r\nTransfer-Encoding: identity", "\u{B}chunked", "chunked;q=1", "\"chunked\"",
            "chunked ,",
            "identity", "\r\n chunked", "chun\r\n ked", "chunked\r\nContent-Length: 5",
            "xchunked\r\nContent-Length: \(5 + SmugglingTests.hidden.utf8.count)",
        ].map { "Transfer-Encoding: \($0)" }
        let lengths = ["+0", "0x0", "0, 0", "0\r\nContent-Length: 0", "", "0e1", "-0", "0\r\n "]
            .map { "Content-Length: \($0)" }
        // A space before the colon, a line folded into the one before, lines ended by LF or CR alone.
        let lines = [
            "Transfer-Encoding : chunked", "Transfer-Encoding\t: chunked", "Content-Length : 0", "X: a\r\n b",
            " X: a", "X: y\nTransfer-Encoding: chunked", "X: y\rTransfer-Encoding: chunked",
        ]
        for line in codings + lengths + lines {
            let found = try answers("\(head)\(line)\r\n\r\n0\r\n\r\n\(SmugglingTests.hidden)", server)
            #expect(
                found.count == 1 && found.first?.status == 400,
                "\(line.debugDescription): \(found.map(\.status))")
        }
        let bare = (head + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n").replacing("\r\n", with: "\n")
        #expect(try answers(bare + SmugglingTests.hidden, server).map(\.status) == [400])
        #expect(try server.wire().ask("GET", "/v1/openapi.json").status == 200)
    }

    @Test func `chunks are read as they are said, or not at all`() throws {
        let (folder, tokens) = try Server.stocked()
        let server = try Server(folder, ["--no-work"])
        let head = head(try #require(tokens["usage"])) + "Transfer-Encoding: chunked\r\n\r\n"
        for body in [
            "5\r\n{bad}\r\n0\r\n\r\n", "5;a=b;c=\"d\"\r\n{bad}\r\n0;x\r\n\r\n", "05\r\n{bad}\r\n000\r\n\r\n",
        ] {
            let found = try answers(head + body + SmugglingTests.after, server)
            #expect(found.map(\.status) == [200, 200], "\(body.debugDescription)")
            #expect(found.last?.fields["x-request-id"] == "after", "\(body.debugDescription)")
            #expect(found.first?.text.contains("dataset.bad-json") == true)
        }
        for body in [
            "5;a\n{bad}\r\n0\r\n\r\n", "5\n{bad}\n0\n\n", "5 \r\n{bad}\r\n0\r\n\r\n",
            "0x5\r\n{bad}\r\n0\r\n\r\n",
            "-5\r\n{bad}\r\n0\r\n\r\n", "5;a\rb\r\n{bad}\r\n0\r\n\r\n", "5\r\n{bad}0\r\n\r\n",
            "5\r\n{bad}\rX0\r\n\r\n",
            String(repeating: "5", count: 30) + "\r\n{bad}\r\n0\r\n\r\n",
            "5\r\n{bad}\r\n0\r\nContent-Length: 60\r\n\r\n",
        ] {
            let found = try answers(head + body + SmugglingTests.after, server)
            #expect(found.map(\.status) == [400], "\(body.debugDescription)")
        }
    }

    @Test func `a length said with a blank or zeros around it is that length`() throws {
        let (folder, tokens) = try Server.stocked()
        let server = try Server(folder, ["--no-work"])
        let head = head(try #require(tokens["usage"]))
        for length in ["5", "5 ", "00005"] {
            let found = try answers(
                "\(head)Content-Length: \(length)\r\n\r\n{bad}\(SmugglingTests.after)", server)
            #expect(
                found.map(\.status) == [200, 200] && found.last?.fields["x-request-id"] == "after",
                "\(length)")
        }
    }
}

import Testing

@testable import API
@testable import kontragent

/// A form with a file, as browsers send it and as nobody should.
@Suite struct MultipartTests {
    private let type = "multipart/form-data; boundary=----line"

    private func body(_ parts: [(head: String, text: String)], end: String = "--\r\n") -> [UInt8] {
        Array(
            (parts.map { "------line\r\n\($0.head)\r\n\r\n\($0.text)\r\n" }.joined() + "------line" + end)
                .utf8)
    }

    private func field(_ name: String, _ file: String? = nil) -> String {
        "Content-Disposition: form-data; name=\"\(name)\"" + (file.map { "; filename=\"\($0)\"" } ?? "")
            + "\r\nContent-Type: text/plain"
    }

    @Test func `fields and a file are told apart, and the file's bytes are as they were`() throws {
        let text = "1CClientBankExchange\r\n----lin\r\n--\r\n\u{0}"
        let form = try FormBody(
            multipart: body([(field("form"), "token"), (field("file", "выписка.txt"), text)]),
            contentType: type)
        #expect(form("form") == "token")
        #expect(form.file?.name == "выписка.txt")
        #expect(form.file.map { String(decoding: $0.bytes, as: UTF8.self) } == text)
    }

    @Test(arguments: [
        "../../etc/passwd", "C:\\Users\\anna\\etc/passwd", "/etc/passwd", "..\\..\\passwd",
    ])
    func `of a file's name only its last piece is shown`(name: String) throws {
        let form = try FormBody(multipart: body([(field("file", name), "x")]), contentType: type)
        #expect(form.file?.name == "passwd")
    }

    @Test func `an empty choice of a file is no file`() throws {
        let form = try FormBody(
            multipart: body([(field("file", ""), ""), (field("asBooked"), "true")]), contentType: type)
        #expect(form.file == nil && form("asBooked") == "true")
    }

    @Test func `what is not as browsers write it is refused`() {
        let right = body([(field("file", "a"), "x")])
        #expect(throws: APIProblem.malformed) {
            try FormBody(multipart: right, contentType: "multipart/form-data")
        }
        #expect(throws: APIProblem.malformed) {
            try FormBody(multipart: right, contentType: "multipart/form-data; boundary=other")
        }
        let long = String(repeating: "x", count: 71)
        #expect(throws: APIProblem.malformed) {
            try FormBody(multipart: right, contentType: "multipart/form-data; boundary=\(long)")
        }
        // Cut at every byte: nothing crashes, nothing is taken.
        for end in 0..<(right.count - 4) {
            #expect(throws: APIProblem.malformed) {
                try FormBody(multipart: Array(right.prefix(end)), contentType: type)
            }
        }
        #expect(throws: APIProblem.malformed) {
            try FormBody(multipart: body([("X-Other: y", "x")]), contentType: type)
        }
        let many = (0..<40).map { (field("f\($0)"), "x") }
        #expect(throws: APIProblem.malformed) { try FormBody(multipart: body(many), contentType: type) }
        #expect(throws: APIProblem.malformed) {
            try FormBody(
                multipart: body([(field("reason"), String(repeating: "x", count: 17_000))]), contentType: type
            )
        }
        #expect(throws: APIProblem.bodyTooLarge(limit: MultipartBody.limit)) {
            try FormBody(
                multipart: [UInt8](repeating: 45, count: MultipartBody.limit + 1), contentType: type)
        }
    }
}

import Foundation

/// A browser of the tests' own over the network: it keeps cookies, brings a form's token back and follows nothing by
/// itself.
final class Guest {
    let host: String
    private let server: Server
    private var cookies: [String: String] = [:]
    /// What was answered where something was refused or led elsewhere.
    private(set) var refusals: [String] = []

    /// `host` is a site's name; links and forms have the server's port behind it.
    init(_ server: Server, host: String = "cabinet.localhost") {
        self.server = server
        self.host = "\(host):\(server.port)"
    }

    func get(_ path: String) throws -> Wire.Answer { try send("GET", path, [], nil) }

    func post(_ path: String, _ form: [(String, String)]) throws -> Wire.Answer {
        let token = Guest.hidden("form", in: try get("/reset").text)
        let body = (form + [("form", token)]).map { "\($0.0)=\(Visitor.escaped($0.1))" }.joined(
            separator: "&")
        let fields = [
            "Origin: http://\(host)", "Sec-Fetch-Site: same-origin",
            "Content-Type: application/x-www-form-urlencoded",
        ]
        return try send("POST", path, fields, Array(body.utf8))
    }

    @discardableResult
    func signIn(_ email: String, _ password: String) throws -> Wire.Answer {
        try post("/sign-in", [("email", email), ("password", password)])
    }

    /// The value of a field that a page holds.
    static func hidden(_ name: String, in page: String) -> String {
        guard let start = page.range(of: "name=\"\(name)\" value=\"") else { return "" }
        return String(page[start.upperBound...].prefix { $0 != "\"" })
    }

    private func send(
        _ method: String, _ path: String, _ fields: [String], _ body: [UInt8]?
    ) throws -> Wire.Answer {
        // The number is the tests' own: one by chance could look like anything.
        var lines =
            ["\(method) \(path) HTTP/1.1", "Host: \(host)", "Accept: text/html", "X-Request-ID: guest"]
            + fields
        if !cookies.isEmpty {
            lines.append("Cookie: " + cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; "))
        }
        if let body { lines.append("Content-Length: \(body.count)") }
        let wire = try server.wire()
        try wire.send(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + (body ?? []))
        let answer = try wire.answer()
        for line in (answer.fields["set-cookie"] ?? "").split(separator: "\n") {
            let pair = line.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1).map(String.init)
            cookies[pair[0]] = line.contains("Max-Age=0") ? nil : pair.last
        }
        if answer.status >= 300 {
            refusals.append("\(method) \(answer.status) \(answer.fields) \(answer.text)")
        }
        return answer
    }
}

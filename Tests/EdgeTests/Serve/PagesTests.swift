import Foundation
import Testing

/// Pages to look at: whole, safe, and for this machine alone.
@Suite struct PagesTests {
    private static let hostile = #"<script>alert('x')</script><b a=c>"#

    /// A company, a resource and a credit whose names try to be more than names.
    private static func served() throws -> Server {
        let folder = try TestFolder.quick()
        var dataset = Dataset()
        let party = Dataset.companyParty(0).replacingOccurrences(of: "Ромашка", with: hostile)
        dataset.accounts = [Dataset.company(party: party), Dataset.altyn()]
        dataset.prices = [Dataset.price(service: "<i>\u{202E}Услуга</i>")]
        dataset.credits = [Dataset.credit("<img src=x>&\(hostile)")]
        dataset.usage["a.jsonl"] = [
            Dataset.event("e1", on: "2026-02-06", resource: "</td>\(hostile)"),
            Dataset.event("e2", on: "2026-02-07", resource: "vm/2 & #3"),
        ]
        try dataset.write(in: folder)
        let imported = try folder.kontragent("import", "data")
        #expect(imported.status == 0, "\(imported.out)\(imported.err)")
        let closed = try folder.kontragent("close", "2026-02")
        #expect(closed.status == 0, "\(closed.err)")
        return try Server(folder, ["--open-pages", "--no-work"])
    }

    private static func ask(
        _ wire: Wire, _ path: String, host: String = "127.0.0.1:1", method: String = "GET"
    ) throws -> Wire.Answer {
        try wire.send("\(method) \(path) HTTP/1.1\r\nHost: \(host)\r\nAccept: text/html\r\n\r\n")
        return try wire.answer()
    }

    @Test func `every link of every page leads somewhere, and every page is well-formed and safe`() throws {
        let server = try PagesTests.served()
        let wire = try server.wire()
        let xmllint = try #require(Tool.installed("xmllint"))
        var waiting = ["/", "/?lang=ru", "/months", "/months/2026-02", "/?q=nobody"]
        var seen: Set<String> = []
        while let path = waiting.popLast() {
            guard seen.insert(path).inserted, seen.count < 400, !path.contains(".pdf") else { continue }
            let answer = try PagesTests.ask(wire, path)
            #expect(answer.status == 200, "\(path.removingPercentEncoding ?? path)")
            #expect(answer.fields["content-security-policy"]?.contains("default-src 'none'") == true)
            #expect(answer.fields["content-security-policy"]?.contains("frame-ancestors 'none'") == true)
            #expect(answer.fields["x-content-type-options"] == "nosniff")
            guard answer.fields["content-type"]?.hasPrefix("text/html") == true else { continue }
            #expect(!answer.text.contains("<script") && !answer.text.contains("<img"), "\(path)")
            try server.folder.write(answer.text, to: "page.html")
            let checked = try server.folder.run(xmllint, ["--noout", "--nonet", "page.html"])
            #expect(checked.status == 0, "\(path): \(checked.err)")
            waiting += PagesTests.links(answer.text)
        }
        for part in ["/projects/mcs0000000001", "/projects/mcs0000000003", "/explain", "/months/2026-02"] {
            #expect(seen.contains { $0.hasPrefix(part) }, "\(part)")
        }
        #expect(seen.count < 400, "links come to an end")
    }

    @Test func `what is not there is said in words, with the right status`() throws {
        let server = try PagesTests.served()
        let wire = try server.wire()
        let missing = [
            "/projects/mcs0999999999", "/projects/nobody", "/months/2026-13", "/documents/moscow/upd/2026/9",
            "/explain?address=nothing", "/explain?address=\(Visited.escaped(PagesTests.hostile))", "/nowhere",
        ]
        for path in missing {
            let answer = try PagesTests.ask(wire, path)
            #expect(answer.status == 404, "\(path)")
            #expect(answer.text.contains("<h1>") && !answer.text.contains("<script"), "\(path)")
            #expect(answer.fields["content-security-policy"] != nil, "\(path)")
        }
        // Nothing can be changed through a page.
        #expect(try PagesTests.ask(wire, "/", method: "DELETE").status == 405)
    }

    @Test func `pages are served to this machine alone`() throws {
        let server = try PagesTests.served()
        // A name of somebody's that was made to lead to this machine.
        for host in ["evil.example", "127.0.0.1.evil.example", "127.evil"] {
            #expect(try PagesTests.ask(server.wire(), "/", host: host).status == 404, "\(host)")
        }
        #expect(try PagesTests.ask(server.wire(), "/", host: "localhost:8080").status == 200)
        for address in ["0.0.0.0:0", "192.168.0.1:0", "127.evil.example:0"] {
            let refused = try server.folder.kontragent(
                "serve", "--db", "other.db", "--listen", address, "--open-pages", "--language", "en")
            #expect(refused.status == 2, "\(address)")
            #expect(refused.err.hasPrefix("settings.open-pages-off-loopback"), "\(refused.err)")
        }
    }

    @Test func `without being asked for, pages are not there, and a taken port is told`() throws {
        let (folder, _) = try Server.stocked()
        let server = try Server(folder)
        #expect(try PagesTests.ask(server.wire(), "/").status == 404)
        let second = try Server(
            TestFolder.quick(),
            ["--listen", "127.0.0.1:\(server.port)", "--or-any-port", "--language", "en"])
        #expect(second.port != server.port)
        #expect(second.end().err.contains("port \(server.port) is taken"))
    }

    private static func links(_ page: String) -> [String] {
        page.components(separatedBy: "href=\"").dropFirst().compactMap { rest in
            let link = rest.prefix { $0 != "\"" }.replacingOccurrences(of: "&amp;", with: "&")
            guard link.hasPrefix("/") else { return nil }
            return String(link.prefix { $0 != "#" })
        }
    }
}

private enum Visited {
    static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

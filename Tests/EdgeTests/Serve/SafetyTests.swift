import Foundation
import Testing

/// What a browser is told to keep to: on every route, whether it answers or refuses.
@Suite struct SafetyTests {
    private static let always = [
        "x-content-type-options": "nosniff", "referrer-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin", "cross-origin-resource-policy": "same-origin",
    ]

    /// `scripts`: whose scripts a page may run.
    static func check(_ answer: Wire.Answer, _ what: String, scripts: String = "'none'") {
        for (name, value) in always { #expect(answer.fields[name] == value, "\(what): \(name)") }
        let policy = answer.fields["content-security-policy"] ?? ""
        let parts = Set(policy.components(separatedBy: "; "))
        let isPage = answer.fields["content-type"]?.hasPrefix("text/html") == true
        #expect(
            parts.isSuperset(of: ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]),
            "\(what)")
        let form = isPage ? "form-action 'self'" : "form-action 'none'"
        #expect(parts.contains(form), "\(what): \(policy)")
        #expect(!policy.contains("unsafe") && !policy.contains("*"), "\(what): \(policy)")
        if isPage {
            #expect(
                parts.isSuperset(of: ["script-src \(scripts)", "style-src 'self'", "object-src 'none'"]),
                "\(what)")
        }
        let denied = answer.fields["permissions-policy"] ?? ""
        for name in ["camera", "microphone", "geolocation", "payment", "usb"] {
            #expect(denied.contains("\(name)=()"), "\(what): \(name)")
        }
    }

    @Test func `every route tells a browser what to keep to, answering and refusing`() throws {
        let (folder, all, _) = try RoutesTests.world()
        let server = try Server(folder, ["--open-pages", "--no-work"])
        let wire = try server.wire()
        let description = try JSONSerialization.jsonObject(
            with: Data(wire.ask("GET", "/v1/openapi.json").body))
        let paths = try #require((description as? [String: Any])?["paths"] as? [String: [String: Any]])
        var asked = 0
        for (template, methods) in paths {
            let path = template.replacingOccurrences(
                of: #"\{[^}]+\}"#, with: Hamlet.pids[0], options: .regularExpression)
            for method in methods.keys.map({ $0.uppercased() })
            where ["GET", "POST", "PUT", "DELETE"].contains(method) {
                // With a token and without; a stream of a closing that is not there ends by itself.
                for token in [nil, all] {
                    let answer = try wire.ask(method, path, token: token, type: "application/json", body: [])
                    SafetyTests.check(answer, "\(method) \(template) \(answer.status)")
                    #expect(answer.fields["strict-transport-security"] == nil)
                    asked += 1
                }
            }
        }
        #expect(asked > 40, "\(asked) asked")
        for path in ["/livez", "/readyz", "/metrics", "/nowhere"] {
            SafetyTests.check(try Wire(port: server.controlPort).ask("GET", path), path)
        }
    }

    @Test func `pages, their files and their refusals tell it too, and TLS only where it is in front`() throws
    {
        let (folder, _) = try Server.stocked()
        let server = try Server(folder, ["--open-pages", "--no-work", "--behind-tls"])
        let wire = try server.wire()
        let host = ["Host: localhost", "Accept: text/html"]
        func ask(_ path: String, _ method: String = "GET", _ more: [String] = []) throws -> Wire.Answer {
            try wire.send("\(method) \(path) HTTP/1.1\r\n\((host + more).joined(separator: "\r\n"))\r\n\r\n")
            return try wire.answer(toHead: method == "HEAD")
        }
        let first = try ask("/")
        let sheets = first.text.matches(of: #/href="(\/assets\/[^"]+)"/#).map { String($0.1) }
        #expect(sheets.count == 3, "\(sheets)")
        let paths =
            [
                "/", "/projects/mcs0000000001", "/projects/mcs0999999999", "/months", "/months/2026-02",
                "/explain",
            ]
            + [
                "/explain?address=mcs0000000001", "/documents/moscow/upd/2026/1",
                "/documents/moscow/upd/2026/1.pdf",
            ]
            + ["/nowhere", "/assets/nothing.css", "/favicon.ico"] + sheets
        for path in paths {
            for method in ["GET", "HEAD", "DELETE"] {
                let answer = try ask(path, method)
                SafetyTests.check(answer, "\(method) \(path)")
                #expect(answer.fields["strict-transport-security"] == "max-age=31536000", "\(path)")
            }
        }
        let chosen = try ask("/theme/dark?to=/months", "POST", ["Content-Length: 0"])
        SafetyTests.check(chosen, "the choice of a look")
        #expect(
            chosen.fields["set-cookie"]
                == "__Host-theme=dark; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly; Secure")
    }

    @Test func `sheets are kept by a browser for good, and told apart by what they hold`() throws {
        let (folder, _) = try Server.stocked()
        let server = try Server(folder, ["--open-pages", "--no-work"])
        let wire = try server.wire()
        func ask(_ path: String, _ more: [String] = []) throws -> Wire.Answer {
            try wire.send(
                "GET \(path) HTTP/1.1\r\nHost: localhost\r\n" + more.map { $0 + "\r\n" }.joined() + "\r\n")
            return try wire.answer()
        }
        let page = try ask("/").text
        let sheets = page.matches(of: #/rel="stylesheet" href="([^"]+)"/#).map { String($0.1) }
        #expect(sheets.count == 2 && sheets[0].hasPrefix("/assets/bootstrap-"), "\(sheets)")
        for sheet in sheets {
            let answer = try ask(sheet)
            #expect(answer.status == 200 && answer.fields["content-type"] == "text/css; charset=utf-8")
            #expect(answer.fields["cache-control"] == "public, max-age=31536000, immutable")
            let tag = try #require(answer.fields["etag"])
            let name = try #require(sheet.split(separator: "-").last?.split(separator: ".").first)
            #expect(tag.contains(name), "\(tag) \(sheet)")
            #expect(try ask(sheet, ["If-None-Match: \(tag)"]).status == 304)
        }
        #expect(try ask(sheets[0] + "x").status == 404)
        #expect(try ask("/assets/..%2f..%2fetc%2fpasswd").status == 404)
    }

    @Test func `without Bootstrap the program says what to install, and its pages stay readable`() throws {
        let (folder, _) = try Server.stocked()
        let server = try Server(
            folder,
            ["--open-pages", "--no-work", "--quiet", "--language", "en", "--bootstrap", "/no/such.css"])
        let wire = try server.wire()
        try wire.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        let page = try wire.answer()
        #expect(page.status == 200)
        #expect(page.text.matches(of: #/rel="stylesheet"/#).count == 1)
        let said = server.end().err
        #expect(
            said.contains("settings.no-bootstrap: ") && said.contains("apt-get install libjs-bootstrap5"),
            "\(said)")
    }

    @Test
    func `light or dark is kept in a cookie, leads back to this site alone, and is nobody else's to choose`()
        throws
    {
        let (folder, _) = try Server.stocked()
        let server = try Server(folder, ["--open-pages", "--no-work"])
        let wire = try server.wire()
        func ask(_ method: String, _ path: String, _ more: [String] = []) throws -> Wire.Answer {
            try wire.send(
                "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n"
                    + more.map { $0 + "\r\n" }.joined() + "\r\n")
            return try wire.answer()
        }
        let chosen = try ask("POST", "/theme/dark?to=%2Fmonths%3Flang%3Dru", ["Sec-Fetch-Site: same-origin"])
        #expect(chosen.status == 303 && chosen.fields["location"] == "/months?lang=ru")
        #expect(chosen.fields["set-cookie"] == "theme=dark; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly")
        #expect(try ask("GET", "/", ["Cookie: a=b; theme=dark"]).text.contains("data-theme=\"dark\""))
        #expect(try !ask("GET", "/", ["Cookie: theme=<script>"]).text.contains("data-theme"))
        #expect(try ask("POST", "/theme/auto").fields["set-cookie"]?.contains("Max-Age=0") == true)
        for elsewhere in [
            "//evil.example", "https://evil.example", "/%5Cevil.example", "%0d%0aX:y", "/a%0d%0aX:y",
        ] {
            #expect(try ask("POST", "/theme/dark?to=\(elsewhere)").fields["location"] == "/", "\(elsewhere)")
        }
        for site in ["cross-site", "same-site"] {
            #expect(try ask("POST", "/theme/dark", ["Sec-Fetch-Site: \(site)"]).status == 404)
        }
        #expect(try ask("POST", "/theme/pink").status == 404)
        #expect(try ask("GET", "/theme/dark").status == 405)
    }
}

import Access
import Basics
import Foundation
import Hashing
import Testing

/// Passwords, codes and tokens are used, right and wrong; none of them is told to whoever looks after the program.
@Suite struct SecretsTests {
    /// A secret of RFC 4648 as an authenticator reads it.
    private static func bytes(_ base32: String) -> [UInt8] {
        let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
        var (bytes, buffer, bits): ([UInt8], UInt32, Int) = ([], 0, 0)
        for sign in base32.utf8 {
            buffer = buffer << 5 | UInt32(signs.firstIndex(of: sign) ?? 0)
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
                buffer &= (1 << UInt32(bits)) - 1
            }
        }
        return bytes
    }

    /// The code of the moment, or of the next one: each works once.
    private static func code(_ base32: String, next: Bool) -> String {
        let now = Moment(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
        return OneTimePassword(secret: bytes(base32)).code(
            step: OneTimePassword.step(at: now) + (next ? 1 : 0), LibCrypto.hmacSHA1)
    }

    /// The code in the link of a letter.
    private static func code(_ path: String, _ guest: Guest) throws -> String {
        let rest = try guest.get("/dev/mail").text.components(separatedBy: "\(path)?code=").dropFirst().first
        return String(try #require(rest, "\(path)").prefix(64))
    }

    @Test func `no password, code or token that was used stands in the log, the figures or a refusal`() throws
    {
        let folder = try TestFolder.quick()
        #expect(try folder.kontragent("migrate").status == 0)
        let made = try folder.token("--name", "program", "--scope", "read")
        let server = try Server(folder, ["--demo-sign-in"])
        let guest = Guest(server)
        let email = "zimorodok@example.com"
        let (first, second, wrong) = (
            "zimorodok-first-password", "zimorodok-second-password", "zimorodok-no-password"
        )
        var secrets: [String: String] = ["first": first, "second": second, "wrong": wrong, "program": made]

        // Signing up, by the letter; a password that is too short is one too.
        let person = [("email", email), ("name", "Анна"), ("kind", "individual")]
        secrets["short"] = "zimo-1"
        #expect(try guest.post("/sign-up", person + [("password", "zimo-1")]).status == 422)
        #expect(try guest.post("/sign-up", person + [("password", first)]).status == 303)
        let confirmation = try SecretsTests.code("/confirmation", guest)
        secrets["confirmation"] = confirmation
        #expect(try guest.post("/confirmation", [("code", confirmation), ("password", wrong)]).status == 422)
        #expect(try guest.post("/confirmation", [("code", confirmation), ("password", first)]).status == 303)
        #expect(try guest.signIn(email, wrong).status == 422)
        #expect(try guest.signIn(email, first).fields["location"] == "/")

        // The second step: its secret, a wrong code, the right one.
        #expect(try guest.post("/security/second-step", [("password", wrong)]).status == 422)
        #expect(try guest.post("/security/second-step", [("password", first)]).status == 303)
        let page = try guest.get("/security").text
        let secret = try #require(page.firstMatch(of: #/<code>([A-Z2-7]{16,})<\/code>/#).map { String($0.1) })
        secrets["secret"] = secret
        secrets["wrong code"] = "zimo99"
        #expect(try guest.post("/security/second-step/confirmation", [("code", "zimo99")]).status == 422)
        let code = SecretsTests.code(secret, next: false)
        secrets["code"] = code
        #expect(try guest.post("/security/second-step/confirmation", [("code", code)]).status == 303)

        // Another password; a project and a token for it, made with a wrong and a right password.
        #expect(try guest.post("/security/password", [("old", wrong), ("new", second)]).status == 422)
        #expect(try guest.post("/security/password", [("old", first), ("new", second)]).status == 303)
        let project = try #require(try guest.post("/new-project", []).fields["location"])
        let pid = try #require(project.split(separator: "/").last.map(String.init))
        let draft = [("name", "mine"), ("project", pid), ("scope", "balance"), ("days", "3")]
        #expect(try guest.post("/tokens", draft + [("password", wrong)]).status == 422)
        let told = try guest.post("/tokens", draft + [("password", second)])
        let own = try #require(
            told.text.firstMatch(of: #/<code class="secret">([^<]+)</#).map { String($0.1) })
        secrets["own"] = own

        // Signing in anew, with the second step; a used code is none.
        let other = Guest(server)
        #expect(try other.signIn(email, second).fields["location"] == "/second-step")
        #expect(try other.post("/second-step", [("code", code)]).status == 422)
        let later = SecretsTests.code(secret, next: true)
        secrets["later code"] = later
        #expect(try other.post("/second-step", [("code", later)]).fields["location"] == "/")

        // A lost password, by the letter.
        #expect(try other.post("/reset", [("email", email)]).status == 303)
        let reset = try SecretsTests.code("/new-password", other)
        secrets["reset"] = reset
        #expect(try other.post("/new-password", [("code", reset), ("password", "zimo-1")]).status == 422)
        #expect(try other.get("/invitation?code=\(reset)").status == 404)

        // Programs: with a token, without, with a wrong one, as a field, in the address, too large, where nothing is.
        let wire = try server.wire()
        var refusals = guest.refusals + other.refusals
        let unknown = "kt_zimorodok0000000000000000000000000000000000000000000000000000000000"
        secrets["unknown"] = unknown
        for token in [made, own, unknown] {
            for (method, path, type) in [
                ("GET", "/v1/projects/\(pid)", nil), ("GET", "/v1/projects/\(pid)?token=\(token)", nil),
                ("GET", "/v1/projects/mcs0999999999", nil), ("GET", "/v1/nothing/\(token)", nil),
                ("POST", "/v1/credits", "application/json"), ("POST", "/v1/usage/events", "text/plain"),
                ("DELETE", "/v1/projects/\(pid)", nil),
            ] as [(String, String, String?)] {
                for field in [
                    "Authorization: Bearer \(token)", "X-Auth-Token: \(token)", "Authorization: \(token)",
                ] {
                    let answer = try wire.ask(
                        method, path, type: type,
                        body: type == nil ? [] : Array("{\"token\":\"\(token)\"}".utf8),
                        fields: [field, "X-Request-ID: program"])
                    if answer.status >= 300 { refusals.append("\(answer.fields) \(answer.text)") }
                }
            }
        }
        #expect(try wire.ask("GET", "/v1/projects/\(pid)", token: own).status == 200)
        let figures = try Wire(port: server.controlPort).ask("GET", "/metrics").text
        let ended = server.end()
        #expect(ended.status == 0)
        // The instants of the lines are figures of their own.
        let log = (ended.err + ended.out).replacing(#/"time":"[^"]*"/#, with: "")
        #expect(log.contains("\"token\":\"program\"") && log.contains("/sign-in"), "what was done is there")
        #expect(figures.contains("http_request_duration_seconds") && refusals.count > 40)
        for (name, text) in secrets {
            #expect(!log.contains(text), "\(name) in the log")
            #expect(!figures.contains(text), "\(name) in the figures")
            // A form that failed is shown again: with the code of its link, or with the secret that is being set up.
            for refusal in refusals where !["confirmation", "reset", "secret"].contains(name) {
                #expect(!refusal.contains(text), "\(name) in \(refusal.prefix(300))")
            }
        }
    }
}

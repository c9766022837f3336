import API
import HTTPTypes
import Pages

/// The reader's choice of light or dark: kept in a cookie, so that it needs neither a script nor a sign-in.
struct ThemeRoute: Sendable {
    let isBehindTLS: Bool

    private var cookie: String { isBehindTLS ? "__Host-theme" : "theme" }

    /// What a request's cookies say; without one, as the system has it.
    func theme(_ fields: HTTPFields) -> Theme {
        for pair in (fields[.cookie] ?? "").split(separator: ";") {
            let halves = pair.split(separator: "=", maxSplits: 1)
            if halves.count == 2, halves[0].drop(while: { $0 == " " }) == cookie,
                let theme = Theme(rawValue: String(halves[1]))
            {
                return theme
            }
        }
        return .auto
    }

    /// Takes the choice and leads back to the page it was made on. A form of another site cannot make it.
    func answer(_ call: Call) throws -> Reply {
        guard let theme = Theme(rawValue: call.name("theme")),
            ["same-origin", "none", nil].contains(call.fields[.secFetchSite])
        else { throw APIProblem.noRoute }
        var reply = Reply(303, type: "text/plain; charset=utf-8", body: .bytes([]))
        reply.fields[.location] = ThemeRoute.own(call.query("to") ?? "/")
        let life = theme == .auto ? 0 : 31_536_000
        reply.fields[.setCookie] =
            "\(cookie)=\(theme.rawValue); Path=/; Max-Age=\(life); SameSite=Lax; HttpOnly"
            + (isBehindTLS ? "; Secure" : "")
        return reply
    }

    /// An address of this site alone: a path, not the name of another host.
    private static func own(_ text: String) -> String {
        let bytes = Array(text.utf8.prefix(2000))
        let isPlain = bytes.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }
        guard bytes.first == UInt8(ascii: "/"), isPlain, bytes.dropFirst().first != UInt8(ascii: "/")
        else { return "/" }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension HTTPField.Name {
    fileprivate static let secFetchSite: HTTPField.Name = {
        guard let name = HTTPField.Name("Sec-Fetch-Site") else { preconditionFailure("it is a token") }
        return name
    }()
}

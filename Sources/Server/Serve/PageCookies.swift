import API
import Access
import HTTPTypes

/// The cookies of a site: each side has names of its own, and none is seen by scripts or other sites' forms.
struct PageCookies: Sendable {
    enum Kind: String, Sendable {
        case session
        /// Before there is a session: what the sign-in form is bound to.
        case visit
        /// The mark of a browser that has signed in before.
        case device
    }

    let side: AccessSide
    let isPlain: Bool

    func value(_ kind: Kind, in call: Call) -> String? {
        let wanted = name(kind) + "="
        for field in call.fields[values: .cookie] {
            for pair in field.split(separator: ";") {
                let text = pair.drop { $0 == " " }
                if text.hasPrefix(wanted) { return String(text.dropFirst(wanted.count)) }
            }
        }
        return nil
    }

    /// Nil takes it away.
    func set(_ kind: Kind, _ value: String?, on reply: inout Reply) {
        reply.fields.append(HTTPField(name: .setCookie, value: text(kind, value)))
    }

    /// What tells a browser to keep it.
    func text(_ kind: Kind, _ value: String?) -> String {
        var text = "\(name(kind))=\(value ?? ""); Path=/; HttpOnly; SameSite=Lax"
        if !isPlain { text += "; Secure" }
        if value == nil { text += "; Max-Age=0" } else if kind == .device { text += "; Max-Age=31536000" }
        return text
    }

    /// Whether an answer sets it already.
    func isSet(_ kind: Kind, on reply: Reply) -> Bool {
        reply.fields[values: .setCookie].contains { $0.hasPrefix(name(kind) + "=") }
    }

    /// `__Host-`: a browser takes it only over TLS, for this very host, and from nobody else.
    private func name(_ kind: Kind) -> String {
        "\(isPlain ? "" : "__Host-")kontragent-\(side.rawValue)-\(kind.rawValue)"
    }
}

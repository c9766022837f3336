import Access
import Basics
import Foundation
import UseCases

/// The head of a letter (RFC 5322), its words in ASCII (RFC 2047). Nothing of it can begin a line of its own.
struct MailHead {
    let fields: [String]

    init(_ letter: Letter, from: String, name: String) {
        let host = from.split(separator: "@").last.map(String.init) ?? "localhost"
        let sender = name.isEmpty ? "<\(from)>" : "\(MailHead.encoded(name)) <\(from)>"
        fields = [
            "Date: \(MailHead.date(letter.createdAt))", "From: \(sender)", "To: <\(letter.to.text)>",
            "Subject: \(MailHead.encoded(letter.subject))",
            "Message-ID: <\(letter.messageWord)@\(host)>", "Auto-Submitted: auto-generated",
            "X-Kontragent-Kind: \(letter.kind)",
        ]
    }

    /// Encoded words of 75 characters at most, a scalar never cut; ASCII as it is.
    static func encoded(_ text: String) -> String {
        let shown = text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : String($0) }
            .joined()
        if shown.utf8.allSatisfy({ $0 < 0x80 }), !shown.contains("=?"), shown.utf8.count <= 60 {
            return shown
        }
        var words: [String] = []
        var chunk = ""
        for scalar in shown.unicodeScalars {
            if chunk.utf8.count + String(scalar).utf8.count > 45 {
                words.append(chunk)
                chunk = ""
            }
            chunk.unicodeScalars.append(scalar)
        }
        words.append(chunk)
        return words.map { "=?utf-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }

    /// How a file's part is named (RFC 2183); what is not plain ASCII stands in pieces of RFC 2231.
    static func disposition(of name: String) -> String {
        let isPlain = name.utf8.allSatisfy { (0x20..<0x7F).contains($0) && $0 != 0x22 && $0 != 0x5C }
        let field = "Content-Disposition: attachment;"
        if isPlain, name.utf8.count <= 60 { return "\(field) filename=\"\(name)\"" }
        var pieces = ["utf-8''"]
        for byte in name.utf8 {
            let isSafe =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte) || [0x2D, 0x2E, 0x5F].contains(byte)
            let word = isSafe ? String(UnicodeScalar(byte)) : "%" + Hex.text([byte]).uppercased()
            if pieces[pieces.count - 1].utf8.count + word.utf8.count > 60 { pieces.append("") }
            pieces[pieces.count - 1] += word
        }
        let parts = pieces.enumerated().map { "\r\n filename*\($0.offset)*=\($0.element)" }
        return field + parts.joined(separator: ";")
    }

    private static func date(_ moment: Moment) -> String {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(secondsFromGMT: 0)
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss Z"
        return format.string(from: Date(timeIntervalSince1970: Double(moment.microseconds) / 1e6))
    }
}

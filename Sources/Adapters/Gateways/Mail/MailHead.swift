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

    private static func date(_ moment: Moment) -> String {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(secondsFromGMT: 0)
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss Z"
        return format.string(from: Date(timeIntervalSince1970: Double(moment.microseconds) / 1e6))
    }
}

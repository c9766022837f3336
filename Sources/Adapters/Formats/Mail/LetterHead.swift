import Basics
import CGMime
import UseCases

/// The head of a letter.
struct LetterHead {
    private(set) var letter = IncomingLetter()

    private static let mostAnswers = 20
    private static let mostFields = 500

    init(_ message: UnsafeMutablePointer<GMimeMessage>) {
        let object = kontragent_mime_object(message)
        func text(_ name: String, most: Int = 998) -> String {
            guard let value = g_mime_object_get_header(object, name) else { return "" }
            return ShownText.line(String(cString: value), most: most)
        }
        letter.messageID =
            g_mime_message_get_message_id(message)
            .map { ShownText.line(String(cString: $0), most: 250) } ?? ""
        letter.answers = LetterHead.ids(text("In-Reply-To")) + LetterHead.ids(text("References", most: 8000))
        letter.answers = Array(letter.answers.prefix(LetterHead.mostAnswers))
        letter.subject =
            g_mime_message_get_subject(message)
            .map { ShownText.line(String(cString: $0), most: 300) } ?? ""
        if let date = g_mime_message_get_date(message) {
            let seconds = g_date_time_to_unix(date)
            // What a clock gone mad says is no date.
            if (0..<4_102_444_800).contains(seconds) {
                letter.writtenAt = Moment(microseconds: Int64(seconds) * 1_000_000)
            }
        }
        readSender(message)
        let precedence = text("Precedence").lowercased()
        let auto = text("Auto-Submitted").lowercased()
        letter.isAutomatic =
            !auto.isEmpty && auto != "no" || ["bulk", "junk", "list", "auto_reply"].contains(precedence)
            || text("Return-Path") == "<>"
            || ["List-Id", "X-Kontragent-Kind", "X-Autoreply", "X-Autorespond"]
                .contains { !text($0).isEmpty }
        readChecks(object)
    }

    /// Two senders are none: who of them would be asked?
    private mutating func readSender(_ message: UnsafeMutablePointer<GMimeMessage>) {
        guard let from = g_mime_message_get_from(message), internet_address_list_length(from) == 1,
            let address = internet_address_list_get_address(from, 0)
        else { return }
        if let name = internet_address_get_name(address) {
            letter.senderName = ShownText.line(String(cString: name), most: 100)
        }
        guard let mailbox = kontragent_mime_mailbox(address),
            let text = internet_address_mailbox_get_addr(mailbox)
        else { return }
        letter.sender = ShownText.line(String(cString: text), most: 254).lowercased()
    }

    private mutating func readChecks(_ object: UnsafeMutablePointer<GMimeObject>?) {
        guard let list = g_mime_object_get_header_list(object) else { return }
        for place in 0..<min(Int(g_mime_header_list_get_count(list)), LetterHead.mostFields) {
            guard let header = g_mime_header_list_get_header_at(list, Int32(place)),
                let name = g_mime_header_get_name(header),
                // Nothing decoded: an encoded word may hold whatever a stranger wants to have said.
                let value = g_mime_header_get_raw_value(header),
                String(cString: name).lowercased() == "authentication-results"
            else { continue }
            let text = String(String(cString: value).map { $0.isWhitespace ? " " : $0 }.prefix(4000))
            letter.checks.append(SenderCheckText.read(text))
        }
    }

    /// Message-IDs between their angles, the last first.
    private static func ids(_ text: String) -> [String] {
        text.split(separator: "<").compactMap { piece in
            piece.contains(">") ? String(piece.prefix { $0 != ">" }.prefix(250)) : nil
        }.filter { !$0.isEmpty }.reversed()
    }
}

/// `mx.example; dmarc=pass header.from=romashka.example; spf=pass smtp.mailfrom=…` (RFC 8601).
enum SenderCheckText {
    static func read(_ text: String) -> IncomingLetter.SenderCheck {
        // Comments and quotes may say anything; nobody's word stands in them.
        let parts = bare(text).split(separator: ";").map { $0.split(separator: " ").map(String.init) }
        let passed = parts.dropFirst().compactMap { words -> IncomingLetter.SenderCheck.Passed? in
            guard let first = words.first?.lowercased(), first.hasSuffix("=pass") else { return nil }
            let method = String(first.dropLast(5))
            let names =
                switch method {
                case "dmarc": ["header.from="]
                case "spf": ["smtp.mailfrom=", "smtp.mail="]
                case "dkim": ["header.d="]
                default: [String]()
                }
            for word in words.dropFirst() {
                let low = word.lowercased()
                guard let name = names.first(where: { low.hasPrefix($0) }) else { continue }
                let value = low.dropFirst(name.count)
                return .init(method: method, domain: String(value.split(separator: "@").last ?? ""))
            }
            return nil
        }
        return IncomingLetter.SenderCheck(
            server: parts.first?.first?.lowercased() ?? "", passed: passed)
    }

    /// Without comments and what is quoted; nothing where one of them has no end.
    private static func bare(_ text: String) -> String {
        var (depth, isQuoted, isEscaped, kept) = (0, false, false, "")
        for sign in text {
            if isEscaped {
                isEscaped = false
                continue
            }
            switch sign {
            case "\\": isEscaped = true
            case "\"" where depth == 0: isQuoted.toggle()
            case "(" where !isQuoted: depth += 1
            case ")" where !isQuoted: depth = max(0, depth - 1)
            default: if depth == 0, !isQuoted { kept.append(sign) }
            }
        }
        return depth == 0 && !isQuoted ? kept : ""
    }
}

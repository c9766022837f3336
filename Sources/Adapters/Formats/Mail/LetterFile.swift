import Basics
import CGMime
package import UseCases

/// A letter's bytes (RFC 5322, MIME) read by GMime. Whatever they are, something comes of it: what is broken is read as
/// far as it goes, what is too deep or too much is counted.
package enum LetterFile {
    private static let ready: Void = g_mime_init()

    /// A letter of people has a few; one that has more is there to hurt.
    private static let mostBoundaries = 100
    private static let mostDepth = 20
    private static let mostParts = 500
    /// Of one text, before it is decoded.
    private static let mostTextBytes = 128 << 10
    private static let mostFileBytes = 25 << 20

    package static func read(_ bytes: [UInt8]) -> IncomingLetter {
        _ = ready
        let isWild = boundaries(bytes) > mostBoundaries
        let known = isWild ? Array(head(bytes)) : bytes
        return known.withUnsafeBytes { raw in
            guard
                let message = kontragent_mime_read(
                    raw.baseAddress?.assumingMemoryBound(to: CChar.self), known.count)
            else { return IncomingLetter() }
            defer { kontragent_mime_free(message) }
            var letter = LetterHead(message).letter
            if isWild {
                letter.leftOut += 1
                return letter
            }
            var reading = Reading()
            if let part = g_mime_message_get_mime_part(message) { reading.walk(part, 0) }
            letter.text = reading.text
            letter.files = reading.files
            letter.leftOut += reading.leftOut
            // Within a letter of a person it is something to read.
            let isReport = g_mime_message_get_mime_part(message).flatMap {
                g_mime_object_get_content_type($0)
            }
            .map { g_mime_content_type_is_type($0, "multipart", "report").isTrue }
            letter.bounce = isReport == true ? reading.bounce : nil
            if letter.bounce != nil { letter.isAutomatic = true }
            return letter
        }
    }

    /// The head alone.
    private static func head(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        var lines = 0
        for place in bytes.indices {
            if bytes[place] == 0x0A {
                lines += 1
                if lines == 2 { return bytes[..<place] }
            } else if bytes[place] != 0x0D {
                lines = 0
            }
        }
        return bytes[...]
    }

    /// How often a boundary may be named, for each costs time in every line.
    private static func boundaries(_ bytes: [UInt8]) -> Int {
        let word = Array("boundary".utf8)
        var (count, matched) = (0, 0)
        for byte in bytes {
            let low = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
            matched = low == word[matched] ? matched + 1 : low == word[0] ? 1 : 0
            if matched == word.count { (count, matched) = (count + 1, 0) }
        }
        return count
    }

    /// What is gathered on the way through the parts.
    private struct Reading {
        var plain: [String] = []
        var html: [String] = []
        var files: [IncomingLetter.File] = []
        var leftOut = 0
        var bounce: IncomingLetter.Bounce?
        private var parts = 0
        private var fileBytes = 0

        /// Markup is read only where there is nothing else.
        var text: String {
            let all = plain.contains { $0.contains { !$0.isWhitespace } } ? plain : html.map(HTMLText.text)
            return ShownText.lines(all.joined(separator: "\n\n"), most: IncomingLetter.mostText)
        }

        mutating func walk(_ object: UnsafeMutablePointer<GMimeObject>, _ depth: Int) {
            parts += 1
            guard depth <= mostDepth, parts <= mostParts else {
                leftOut += 1
                return
            }
            if let many = kontragent_mime_multipart(object) {
                let count = max(0, g_mime_multipart_get_count(many))
                for place in 0..<count {
                    // The others are counted, not looked at.
                    guard parts < mostParts else {
                        leftOut += Int(count - place)
                        return
                    }
                    if let part = g_mime_multipart_get_part(many, place) { walk(part, depth + 1) }
                }
            } else if let inner = kontragent_mime_inner(object) {
                if bounce != nil {
                    bounce?.original = LetterHead(inner).letter.messageID
                } else if let part = g_mime_message_get_mime_part(inner) {
                    walk(part, depth + 1)
                }
            } else if let part = kontragent_mime_part(object) {
                take(part, object)
            }
        }

        private mutating func take(
            _ part: UnsafeMutablePointer<GMimePart>, _ object: UnsafeMutablePointer<GMimeObject>
        ) {
            let type = g_mime_object_get_content_type(object)
            let kind = type.flatMap { g_mime_content_type_get_mime_type($0) }.map { pointer in
                defer { g_free(pointer) }
                return String(cString: pointer).lowercased()
            }
            let name = g_mime_part_get_filename(part).map { String(cString: $0) }
            switch kind {
            case "message/delivery-status":
                bounce = LetterFile.bounce(LetterFile.text(part, object))
            case "text/rfc822-headers":
                bounce?.original = LetterFile.field("message-id", LetterFile.text(part, object))
                    .filter { !"<> ".contains($0) }
            case "text/plain" where name == nil && !g_mime_part_is_attachment(part).isTrue:
                plain.append(LetterFile.text(part, object))
            case "text/html" where name == nil && !g_mime_part_is_attachment(part).isTrue:
                html.append(LetterFile.text(part, object))
            default:
                guard files.count < IncomingLetter.mostFiles, fileBytes < mostFileBytes else {
                    leftOut += 1
                    return
                }
                let bytes = LetterFile.bytes(part)
                fileBytes += bytes.count
                files.append(
                    IncomingLetter.File(name: ShownText.line(name ?? kind ?? "", most: 200), bytes: bytes))
            }
        }
    }

    private static func bytes(_ part: UnsafeMutablePointer<GMimePart>) -> [UInt8] {
        guard let array = kontragent_mime_bytes(part) else { return [] }
        defer { g_byte_array_unref(array) }
        return Array(UnsafeBufferPointer(start: array.pointee.data, count: Int(array.pointee.len)))
    }

    private static func text(
        _ part: UnsafeMutablePointer<GMimePart>, _ object: UnsafeMutablePointer<GMimeObject>
    ) -> String {
        let bytes = bytes(part).prefix(mostTextBytes)
        let charset = g_mime_object_get_content_type_parameter(object, "charset")
        return bytes.withUnsafeBytes { raw in
            guard let start = raw.baseAddress?.assumingMemoryBound(to: CChar.self),
                let text = kontragent_mime_utf8(charset, start, bytes.count)
            else { return "" }
            defer { g_free(text) }
            return String(cString: text)
        }
    }

    private static func bounce(_ text: String) -> IncomingLetter.Bounce {
        var bounce = IncomingLetter.Bounce()
        let address = field("final-recipient", text)
        bounce.recipient = ShownText.line(
            address.split(separator: ";").last.map(String.init) ?? "", most: 254
        ).lowercased()
        bounce.isFinal = field("action", text).lowercased() == "failed"
        bounce.reason = ShownText.line(
            field("status", text) + " " + field("diagnostic-code", text), most: 300)
        return bounce
    }

    /// The first field of that name among lines of `Name: value`.
    private static func field(_ name: String, _ text: String) -> String {
        for line in text.split(whereSeparator: \.isNewline).prefix(200) {
            let parts = line.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, parts[0].lowercased() == name else { continue }
            return ShownText.bare(String(parts[1]))
        }
        return ""
    }
}

extension gboolean {
    fileprivate var isTrue: Bool { self != 0 }
}

/// The text of markup: what stands between tags, lines where blocks end. No tag, script or style of it is kept.
enum HTMLText {
    static func text(_ markup: String) -> String {
        var out: [UInt8] = []
        var rest = Array(markup.utf8)[...]
        while let byte = rest.first {
            if byte == UInt8(ascii: "<") {
                tag(&rest, &out)
            } else if byte == UInt8(ascii: "&") {
                entity(&rest, &out)
            } else {
                // Lines of the source are no lines of the text.
                out.append(byte == 0x0A || byte == 0x0D ? 0x20 : byte)
                rest.removeFirst()
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static let blocks: Set<String> = [
        "p", "br", "div", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote", "ul", "ol",
    ]
    private static let silent: Set<String> = ["script", "style", "head", "title", "template", "noscript"]

    private static func tag(_ rest: inout ArraySlice<UInt8>, _ out: inout [UInt8]) {
        if rest.starts(with: Array("<!--".utf8)) {
            rest = after("-->", rest.dropFirst(4))
            return
        }
        let name = String(
            decoding: rest.dropFirst().prefix(12).prefix {
                isLetter($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "/")
            }, as: UTF8.self
        ).lowercased()
        let isTag = !name.isEmpty || rest.dropFirst().first.map { "!?".utf8.contains($0) } == true
        guard isTag else {
            out.append(rest.removeFirst())
            return
        }
        rest = after(">", rest.dropFirst())
        let bare = name.filter { $0 != "/" }
        if silent.contains(name) {
            rest = after("</\(name)", rest)
            rest = after(">", rest)
        } else if blocks.contains(bare) {
            out.append(0x0A)
        } else if bare == "td" {
            out.append(0x20)
        }
    }

    /// Behind the next such word; where there is none, at the end.
    private static func after(_ word: String, _ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let word = Array(word.utf8)
        var place = rest.startIndex
        while place < rest.endIndex {
            if rest[place] | 0x20 == word[0] | 0x20,
                rest[place...].prefix(word.count).elementsEqual(word, by: { $0 | 0x20 == $1 | 0x20 })
            {
                return rest[(place + word.count)...]
            }
            place += 1
        }
        return []
    }

    private static let entities: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "laquo": "«", "raquo": "»",
        "mdash": "—", "ndash": "–", "hellip": "…", "copy": "©", "shy": "", "bull": "•", "numero": "№",
    ]

    private static func entity(_ rest: inout ArraySlice<UInt8>, _ out: inout [UInt8]) {
        let word = rest.dropFirst().prefix(10).prefix { $0 != UInt8(ascii: ";") }
        let end = word.endIndex
        guard end < rest.endIndex, rest[end] == UInt8(ascii: ";") else {
            out.append(rest.removeFirst())
            return
        }
        let name = String(decoding: word, as: UTF8.self)
        let scalar: UnicodeScalar? =
            if name.lowercased().hasPrefix("#x") {
                UInt32(name.dropFirst(2), radix: 16).flatMap(UnicodeScalar.init)
            } else if name.hasPrefix("#") {
                UInt32(name.dropFirst()).flatMap(UnicodeScalar.init)
            } else { nil }
        guard let text = scalar.map({ String($0) }) ?? entities[name] else {
            out.append(rest.removeFirst())
            return
        }
        out += text.utf8
        rest = rest[(end + 1)...]
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}

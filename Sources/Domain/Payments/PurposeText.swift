/// A purpose made easy to read: lower case, ё as е, Cyrillic look-alikes as Latin letters, invisible
/// marks dropped, every kind of space one space.
struct PurposeText {
    private let plain: [Unicode.Scalar]
    /// The same places as the payer wrote them.
    private let written: [Unicode.Scalar]

    init(_ text: String) {
        var plain: [Unicode.Scalar] = []
        var written: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars where !PurposeText.isInvisible(scalar) {
            plain.append(PurposeText.plain(scalar))
            written.append(scalar)
        }
        self.plain = plain
        self.written = written
    }

    var indices: Range<Int> { plain.indices }

    /// A line end beyond the text, so that looking ahead needs no bounds.
    subscript(_ index: Int) -> Unicode.Scalar { plain.indices.contains(index) ? plain[index] : "\n" }

    func isWordPart(_ index: Int) -> Bool { PurposeText.isWordPart(self[index]) }

    static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return isDigit(scalar) || ("a"..."z").contains(scalar) }
        let properties = scalar.properties
        return properties.isAlphabetic || properties.numericType != nil
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// The word begins here: no letter or digit stands before it.
    func startsWord(_ word: String, at index: Int) -> Bool {
        guard self[index] == word.unicodeScalars.first, !isWordPart(index - 1) else { return false }
        return zip(index..., word.unicodeScalars).allSatisfy { self[$0] == $1 }
    }

    func skipSpace(_ index: inout Int) {
        if self[index] == " " { index += 1 }
    }

    func skipSpaces(_ index: inout Int) {
        while self[index] == " " { index += 1 }
    }

    /// The digits that stand here, at most so many.
    func digits(at index: Int, atMost limit: Int) -> String {
        var text = String.UnicodeScalarView()
        var at = index
        while at - index < limit, PurposeText.isDigit(self[at]) {
            text.append(self[at])
            at += 1
        }
        return String(text)
    }

    /// The letters that stand here, at most 20: no word we look for is longer.
    func word(at index: Int) -> String {
        var text = String.UnicodeScalarView()
        var at = index
        while at - index < 20, isWordPart(at), !PurposeText.isDigit(self[at]) {
            text.append(self[at])
            at += 1
        }
        return String(text)
    }

    func written(_ range: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: written[range.clamped(to: written.indices)])
        return String(text)
    }

    /// The form in which a word of ours stands in the plain text.
    static func plain(_ word: String) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: word.unicodeScalars.map(plain))
        return String(text)
    }

    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let lower = lowered(scalar)
        if lower.isASCII { return lower == "\t" ? " " : lower }
        if let twin = twins[lower] { return twin }
        return lower.properties.generalCategory == .spaceSeparator ? " " : lower
    }

    /// Latin and Russian letters only: one scalar for one, whatever the Unicode version says.
    private static func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar {
        case "A"..."Z", "А"..."Я": Unicode.Scalar(scalar.value + 32) ?? scalar
        case "Ё", "ё": "е"
        case "Ѕ": "ѕ"
        default: scalar
        }
    }

    private static let twins: [Unicode.Scalar: Unicode.Scalar] = [
        "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "х": "x", "у": "y", "к": "k", "м": "m", "т": "t",
        "в": "b", "н": "h", "ѕ": "s",
    ]

    /// Soft hyphens, zero-width and direction marks: seen by nobody, copied by many.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: true
        default: false
        }
    }
}

import Notices
import Testing

/// What holds for every phrase.
enum SpeechChecks {
    /// Beyond what is quoted, Russian is written in Cyrillic, English in Latin letters, and neither in the
    /// program's own names.
    static func check(_ phrase: Phrase, _ name: String) {
        // A supplier's name is the same in every language.
        let english = plain(phrase.en).split(separator: "ТОО").joined()
        let russian = plain(phrase.ru)
        #expect(english.contains(where: isLatin), "\(name): \(phrase.en)")
        #expect(!english.contains(where: isCyrillic), "\(name): \(phrase.en)")
        #expect(russian.contains(where: isCyrillic), "\(name): \(phrase.ru)")
        for text in [english, russian] {
            for word in text.split(whereSeparator: { !isLatin($0) }) {
                #expect(!isTypeName(word), "\(name): \(text)")
            }
        }
    }

    /// Without what stands in «…»: names and texts of others.
    private static func plain(_ text: String) -> String {
        var depth = 0
        return text.filter { letter in
            if letter == "«" { depth += 1 }
            defer { if letter == "»" { depth -= 1 } }
            return depth == 0
        }
    }

    private static func isTypeName(_ word: Substring) -> Bool {
        if ["Optional", "Problem", "Error", "Swift", "nil"].contains(word) { return true }
        return zip(word, word.dropFirst()).contains { $0.isLowercase && $1.isUppercase }
    }

    private static func isLatin(_ letter: Character) -> Bool { letter.isASCII && letter.isLetter }

    private static func isCyrillic(_ letter: Character) -> Bool {
        letter.unicodeScalars.contains { (0x0400...0x04FF).contains($0.value) }
    }
}

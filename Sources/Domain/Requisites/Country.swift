/// A country of ISO 3166 as the Russian classifier ОКСМ numbers and names it.
package struct Country: Hashable, Sendable, CustomStringConvertible {
    package let alpha2: String
    /// Three digits, leading zeros kept.
    package let digits: String
    /// The short Russian name: "Казахстан".
    package let name: String

    package static let russia = Country(alpha2: "RU", digits: "643", name: "Россия")
    package static let kazakhstan = Country(alpha2: "KZ", digits: "398", name: "Казахстан")

    /// Every country, in the order of the letters.
    package static let all: [Country] = table.split(separator: "\n").map { line in
        let parts = line.split(separator: " ", maxSplits: 2)
        return Country(alpha2: String(parts[0]), digits: String(parts[1]), name: String(parts[2]))
    }

    private static let byLetters = Dictionary(uniqueKeysWithValues: all.map { ($0.alpha2, $0) })
    private static let byDigits = Dictionary(uniqueKeysWithValues: all.map { ($0.digits, $0) })

    private init(alpha2: String, digits: String, name: String) {
        self.alpha2 = alpha2
        self.digits = digits
        self.name = name
    }

    /// Nil where ISO 3166 has no such country; capitals only.
    package init?(_ alpha2: String) {
        guard let country = Country.byLetters[alpha2] else { return nil }
        self = country
    }

    /// By the three digits that exchange files carry.
    package init?(digits: String) {
        guard let country = Country.byDigits[digits] else { return nil }
        self = country
    }

    package var description: String { alpha2 }
}

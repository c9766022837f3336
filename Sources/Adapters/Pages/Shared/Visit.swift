package import Access
import Basics
import Notices
import Regions
package import Wording

/// Who looks and how: the language, the look, and the addresses of pages that keep the language.
package struct Visit: Sendable {
    package let language: Language
    /// Whether the language was asked for by the address, which links then go on saying.
    let isAsked: Bool
    let look: Look
    let person: Person
    /// What a form brings back, so that it is known to come from a page of ours.
    let formToken: String
    /// What whoever looks may do in the whole house; empty for customers and where nobody signs in.
    let office: Set<Right>

    /// `asked` is what `?lang=` says; the other is what the browser prefers.
    package init(
        asked: String?, preferred: Language, look: Look, person: Person = .anybody, formToken: String = "",
        office: Set<Right> = []
    ) {
        self.office = office
        switch asked {
        case "ru": (language, isAsked) = (.ru, true)
        case "en": (language, isAsked) = (.en, true)
        default: (language, isAsked) = (preferred == .en ? .en : .ru, false)
        }
        self.look = look
        self.person = person
        self.formToken = formToken
    }

    /// The languages that pages are written in, by their own names; a third comes here and into `words`.
    static let languages: [(language: Language, name: String)] = [(.ru, "Русский"), (.en, "English")]

    func words(_ en: String, _ ru: String) -> String { language == .en ? en : ru }

    /// A sum as the region's paper has it, its sign apart by a whole gap and its threes by a thin one.
    func sum(_ minor: Int64, _ region: Region) -> String {
        let sign = Sums.sign(region.profile.currency)
        let bare = bare(minor)
        guard language == .en else { return bare + Sums.gap + sign }
        return bare.hasPrefix(Visit.minus) ? "\(Visit.minus)\(sign)\(bare.dropFirst())" : sign + bare
    }

    /// A sum without its sign.
    func bare(_ minor: Int64) -> String { set(Sums.text(Money(minor: minor, .rub), language)) }

    func quantity(_ quantity: Quantity) -> String { set(Sums.text(quantity, language)) }

    /// A price of one unit, as exact as it is kept.
    func price(_ price: UnitPrice) -> String { set(Sums.text(price, language)) }

    func count(_ number: Int) -> String { set(Sums.grouped(number, language)) }

    private static let thin = "\u{202F}"

    /// The figures of a text with thin gaps between their threes; its other gaps stay.
    func thin(_ text: String) -> String {
        guard text.utf8.contains(0xA0) else { return text }
        let scalars = Array(text.unicodeScalars)
        var result = ""
        for (place, scalar) in scalars.enumerated() {
            let isBetween =
                place > 0 && place + 3 < scalars.count && ("0"..."9").contains(scalars[place - 1])
                && scalars[(place + 1)...(place + 3)].allSatisfy { ("0"..."9").contains($0) }
            result.unicodeScalars.append(scalar == "\u{A0}" && isBetween ? "\u{202F}" : scalar)
        }
        return result
    }

    private static let minus = "\u{2212}"

    /// A number as type is set: thin gaps that do not break, and a minus as wide as a digit.
    private func set(_ number: String) -> String {
        let spaced = number.replacing(Sums.gap, with: Visit.thin)
        return spaced.hasPrefix("-") ? Visit.minus + spaced.dropFirst() : spaced
    }

    /// What a form hands on so that its answer speaks the same language.
    var kept: Markup? {
        isAsked ? "<input type=\"hidden\" name=\"lang\" value=\"\(language.rawValue)\"/>" : nil
    }

    func month(_ month: Month) -> String { Dates.month(month, language) }

    func moment(_ moment: Moment, _ region: Region) -> String {
        Phrase(moment, in: region.profile.zone).text(language)
    }

    func region(_ region: Region) -> String { region.phrase.text(language) }

    /// The address of a page with its parameters; empty ones are left away.
    package func link(_ path: String, _ query: [(String, String)] = [], to place: String = "") -> String {
        let all = query.filter { !$0.1.isEmpty } + (isAsked ? [("lang", language.rawValue)] : [])
        let text = all.map { "\($0.0)=\(Visit.escaped($0.1))" }.joined(separator: "&")
        return path + (text.isEmpty ? "" : "?" + text) + (place.isEmpty ? "" : "#" + place)
    }

    /// Who contracts with a region's customers.
    func supplier(_ region: Region) -> String { link("/supplier", [("region", region.rawValue)]) }

    func explain(_ address: String) -> String { link("/explain", [("address", address)]) }

    static func escaped(_ text: String) -> String {
        let hex = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95, 126, 47: bytes.append(byte)
            default: bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

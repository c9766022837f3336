import Basics
import Notices
import Regions
package import Wording

/// Who looks and how: the language, and the addresses of pages that keep it.
package struct Visit: Sendable {
    package let language: Language
    /// Whether the language was asked for by the address, which links then go on saying.
    let isAsked: Bool
    let digest: String
    let person: Person
    /// What a form brings back, so that it is known to come from a page of ours.
    let formToken: String

    /// `asked` is what `?lang=` says; the other is what the browser prefers.
    package init(
        asked: String?, preferred: Language, styleHash: String, person: Person = .anybody,
        formToken: String = ""
    ) {
        switch asked {
        case "ru": (language, isAsked) = (.ru, true)
        case "en": (language, isAsked) = (.en, true)
        default: (language, isAsked) = (preferred == .en ? .en : .ru, false)
        }
        digest = styleHash
        self.person = person
        self.formToken = formToken
    }

    func words(_ en: String, _ ru: String) -> String { language == .en ? en : ru }

    func sum(_ minor: Int64, _ region: Region) -> String {
        Sums.signed(Money(minor: minor, region.profile.currency), language)
    }

    /// A sum without its sign.
    func bare(_ minor: Int64) -> String { Sums.text(Money(minor: minor, .rub), language) }

    func month(_ month: Month) -> String { Dates.month(month, language) }

    func moment(_ moment: Moment, _ region: Region) -> String {
        Phrase(moment, in: region.profile.zone).text(language)
    }

    func region(_ region: Region) -> String { region.phrase.text(language) }

    /// The address of a page with its parameters; empty ones are left away.
    package func link(_ path: String, _ query: [(String, String)] = [], to place: String = "") -> String {
        let all = query.filter { !$0.1.isEmpty } + (isAsked ? [("lang", language == .en ? "en" : "ru")] : [])
        let text = all.map { "\($0.0)=\(Visit.escaped($0.1))" }.joined(separator: "&")
        return path + (text.isEmpty ? "" : "?" + text) + (place.isEmpty ? "" : "#" + place)
    }

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

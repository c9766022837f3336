package import Basics
import Regions
import Wording

/// Days, sums and names inside a sentence. Russian takes days in figures, which no case changes and no
/// «г.» ends.
extension Phrase {
    init(_ same: String) { self.init(en: same, ru: same) }

    init(_ day: Day) { self.init(en: Dates.long(day, .en), ru: Dates.short(day)) }

    init(_ month: Month) { self.init(en: Dates.month(month, .en), ru: Dates.month(month, .ru)) }

    /// A sum without its sign, so the currency given to the figures does not show.
    init(minor: Int64) {
        let sum = Money(minor: minor, .rub)
        self.init(en: Sums.text(sum, .en), ru: Sums.text(sum, .ru))
    }

    /// By the clocks of a region: "1 November 2026, 00:05", «01.11.2026, 00:05».
    package init(_ moment: Moment, in zone: Zone) {
        let day = Phrase(zone.day(of: moment))
        let local = moment.microseconds + zone.offsetSeconds(at: moment) * 1_000_000
        let minutes = local.flooredDivision(by: 60_000_000)
        let time = minutes - minutes.flooredDivision(by: 1440) * 1440
        let clock = "\(Phrase.twoDigits(time / 60)):\(Phrase.twoDigits(time % 60))"
        self.init(en: "\(day.en), \(clock)", ru: "\(day.ru), \(clock)")
    }

    /// A region by the text that names it, which may be none of ours.
    init(regionNamed name: String) { self = Region(rawValue: name)?.phrase ?? Phrase(name.shown) }

    /// The texts by which data name regions.
    static var regionTexts: Phrase {
        let texts = Region.allCases.map { "«\($0.rawValue)»" }
        return Phrase(en: texts.joined(separator: " or "), ru: texts.joined(separator: " или "))
    }

    static func list(_ items: [Phrase]) -> Phrase {
        Phrase(en: items.map(\.en).joined(separator: ", "), ru: items.map(\.ru).joined(separator: ", "))
    }

    private static func twoDigits(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension String {
    /// What somebody typed, fit for a sentence: on one line and short.
    package var shown: String {
        let clean = String(String.UnicodeScalarView(unicodeScalars.map { $0.properties.isShown ? $0 : " " }))
        return clean.unicodeScalars.count > 120 ? String(clean.unicodeScalars.prefix(119)) + "…" : clean
    }
}

extension Unicode.Scalar.Properties {
    /// Control characters and marks of direction could pass one text off as another.
    fileprivate var isShown: Bool {
        switch generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}

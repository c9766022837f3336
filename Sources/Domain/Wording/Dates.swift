package import Basics

/// Days and months as people read them.
package enum Dates {
    /// «31 октября 2026 г.», "31 October 2026", «2026 ж. 31 қазан».
    package static func long(_ day: Day, _ language: Language) -> String {
        let month = MonthNames.genitive(day.monthNumber, language)
        return switch language {
        case .ru: "\(day.dayNumber) \(month) \(day.year) г."
        case .en: "\(day.dayNumber) \(month) \(day.year)"
        case .kk: "\(day.year) ж. \(day.dayNumber) \(month)"
        }
    }

    /// "31.10.2026": in tables and registers, whatever the language.
    package static func short(_ day: Day) -> String { day.dotted }

    /// «октябрь 2026 г.», "October 2026", «2026 ж. қазан».
    package static func month(_ month: Month, _ language: Language) -> String {
        let name = MonthNames.nominative(month.monthNumber, language)
        return switch language {
        case .ru: "\(name) \(month.year) г."
        case .en: "\(name) \(month.year)"
        case .kk: "\(month.year) ж. \(name)"
        }
    }
}

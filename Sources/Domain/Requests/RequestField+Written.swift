import Basics

extension RequestField {
    /// A value as people write it in a letter, brought to the form in which a request holds it: «31.03.2026»,
    /// «1 500,50 руб.», «да», «ЭДО». What is none stays as it is, for `check` to refuse.
    package func value(written text: String) -> String {
        let low = text.lowercased()
        switch shape {
        case .day: return RequestField.day(text) ?? text
        case .period:
            let days = text.split { $0.isWhitespace || "/—–".contains($0) }.compactMap {
                RequestField.day($0)
            }
            return days.count == 2 ? days.joined(separator: "/") : text
        case .amount:
            return String(text.filter { $0.isNumber || $0 == "," || $0 == "." }.replacing(",", with: "."))
                .droppingLastDot
        case .flag:
            return low.hasPrefix("да") || low == "yes"
                ? "yes" : low.hasPrefix("нет") || low == "no" ? "no" : text
        case .choice(let words):
            let known = ["эдо": "edm", "бума": "paper", "пдф": "pdf", "почт": "post", "курьер": "courier"]
            let found = words.first { low.contains($0) } ?? known.first { low.contains($0.key) }?.value
            return found.flatMap { words.contains($0) ? $0 : nil } ?? text
        case .digits: return text.filter { !$0.isWhitespace && !"*•-".contains($0) }
        case .project: return low
        default: return text
        }
    }

    /// «31.03.2026» or «2026-03-31».
    private static func day(_ text: some StringProtocol) -> String? {
        if Day(String(text)) != nil { return String(text) }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 3, parts[0].count == 2, parts[1].count == 2 else { return nil }
        let day = "\(parts[2].prefix(4))-\(parts[1])-\(parts[0])"
        return Day(day) == nil ? nil : day
    }
}

extension String {
    /// «1500.50 руб.» leaves its dot behind.
    fileprivate var droppingLastDot: String { hasSuffix(".") ? String(dropLast()) : self }
}

import Basics

/// СпосПодтПолном by the ground the signatory acts on.
enum SigningPower {
    /// The head acts by the charter; the certificate itself says so.
    case certificate
    /// A power of attorney on paper, with its number and date.
    case paper(number: String, date: Day)
    /// Anything else; the ground stands in words beside it.
    case other

    init(basis: String) {
        let words = basis.lowercased()
        if words.contains("довер") {
            guard let number = SigningPower.number(in: basis), let date = SigningPower.date(in: basis) else {
                self = .other
                return
            }
            self = .paper(number: number, date: date)
        } else {
            self = words.contains("устав") ? .certificate : .other
        }
    }

    var code: String {
        switch self {
        case .certificate: "1"
        case .paper: "5"
        case .other: "6"
        }
    }

    var pieces: [XMLPiece] {
        guard case .paper(let number, let date) = self else { return [] }
        return [XMLPiece("СвДоверБум", ["ДатаВыдДовер": date.dotted, "ВнНомДовер": number.fitted(50)])]
    }

    /// The word after «№».
    private static func number(in basis: String) -> String? {
        guard let sign = basis.firstIndex(of: "№") else { return nil }
        return basis[basis.index(after: sign)...].split(separator: " ").first.map(String.init)
    }

    /// The first "01.02.2026".
    private static func date(in basis: String) -> Day? {
        let words = basis.split { !($0.isNumber || $0 == ".") }
        return words.lazy.compactMap { Day(dotted: String($0.prefix(10))) }.first
    }
}

import Basics

/// The values of НалСт that the format lists, and since when.
enum VATRateSet {
    static let withoutVAT = "без НДС"
    static let byAgent = "НДС исчисляется налоговым агентом"

    /// Rates of the schema of 2025.
    private static let before2026: Set<String> = [
        "0%", "5%", "7%", "9,09%", "10%", "16,67%", "20%", "5/105", "7/107", "10/110", "20/120",
        withoutVAT, byAgent,
    ]

    /// What the schema of 2026 adds: 22 %, in force from that year on (D3), and the old 18 %.
    private static let since2026: Set<String> = ["18%", "18,03%", "22%", "18/118", "22/122"]

    static func isKnown(_ text: String) -> Bool { before2026.contains(text) || since2026.contains(text) }

    static func allows(_ text: String, on day: Day) -> Bool {
        before2026.contains(text) || (day.year >= 2026 && since2026.contains(text))
    }

    /// As НалСт writes the rate; nil where the format has no such value.
    static func text(_ rate: VATRate) -> String? {
        switch rate {
        case .none: withoutVAT
        case .percent(let percent): isKnown("\(percent)%") ? "\(percent)%" : nil
        }
    }

    /// Per cent of a rate written as "22%" or "22/122"; nil for the others.
    static func percent(_ text: String) -> Int128? {
        let digits = text.prefix { $0.isNumber }
        guard text == "\(digits)%" || Int128(digits).map({ text == "\(digits)/\($0 + 100)" }) == true
        else { return nil }
        return Int128(digits)
    }
}

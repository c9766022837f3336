import Formats
import Foundation

/// A line of the table: what was measured, what stood beside it in the same run, what was aimed at.
struct Measured {
    enum Aim {
        case atLeast(Double)
        case atMost(Double)
        /// Of the baseline.
        case share(Double)
    }

    let name: String
    let figure: Double
    let unit: String
    var baseline: Double?
    var aims: [Aim] = []

    /// The figure by the baseline.
    var ratio: Double? { baseline.map { $0 > 0 ? figure / $0 : 0 } }

    /// Whether every aim is reached; nil where there is none.
    var isReached: Bool? {
        aims.isEmpty
            ? nil
            : aims.allSatisfy { aim in
                switch aim {
                case .atLeast(let least): figure >= least
                case .atMost(let most): figure <= most
                case .share(let share): (ratio ?? 0) >= share
                }
            }
    }

    static let header = ["measured", "aim", "figure", "beside it", "ratio", ""]

    var cells: [String] {
        [
            name, aims.map(text).joined(separator: ", "), "\(Measured.spelled(figure)) \(unit)",
            baseline.map(Measured.spelled) ?? "", ratio.map(Measured.times) ?? "",
            isReached.map { $0 ? "✓" : "✗" } ?? "",
        ]
    }

    var json: JSONValue {
        func number(_ value: Double?) -> JSONValue {
            value.map { .number(String(format: "%.3f", $0)) } ?? .null
        }
        return [
            "name": .string(name), "unit": .string(unit), "figure": number(figure),
            "baseline": number(baseline), "ratio": number(ratio),
            "aim": .string(aims.map(text).joined(separator: ", ")),
            "reached": isReached.map { .bool($0) } ?? .null,
        ]
    }

    private func text(_ aim: Aim) -> String {
        switch aim {
        case .atLeast(let least): "≥ \(Measured.spelled(least))"
        case .atMost(let most): "≤ \(Measured.spelled(most))"
        case .share(let share): "≥ \(Measured.times(share))"
        }
    }

    private static func times(_ ratio: Double) -> String {
        ratio < 2 ? "\(Int((100 * ratio).rounded())) %" : String(format: "%.1f×", ratio)
    }

    /// Three digits are enough to compare by; thousands apart.
    private static func spelled(_ value: Double) -> String {
        if value < 10 { return String(format: "%.2f", value) }
        if value < 100 { return String(format: "%.1f", value) }
        var digits = String(Int(value.rounded()))
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return ([digits] + groups).joined(separator: " ")
    }
}

/// One thing wrong with a seller's title: which rule, where, and in words for both languages.
package struct UPDFinding: Hashable, Sendable {
    package enum Level: String, Hashable, Sendable {
        /// The tax service or an operator would not take the file.
        case error
        /// It would pass, and yet somebody should look.
        case warning
    }

    package enum Rule: Hashable, Sendable {
        case wellFormed
        /// Elements and attributes: which, in what order, how many.
        case structure
        /// What stands in them: patterns, lengths, lists.
        case value
        case encoding
        /// VAT rates against the document's date and sums.
        case rate
        /// Sums that must add up.
        case footing
        case checkDigits
        /// The fourteen conditions the schema's own grammar cannot say.
        case condition(Int)

        /// Stable, for programs: "upd.rule-7".
        package var code: String {
            switch self {
            case .wellFormed: "upd.well-formed"
            case .structure: "upd.structure"
            case .value: "upd.value"
            case .encoding: "upd.encoding"
            case .rate: "upd.rate"
            case .footing: "upd.footing"
            case .checkDigits: "upd.check-digits"
            case .condition(let number): "upd.rule-\(number)"
            }
        }

        /// Of the fourteen conditions.
        package var number: Int? {
            guard case .condition(let number) = self else { return nil }
            return number
        }
    }

    package let rule: Rule
    package let level: Level
    /// "/Файл/Документ/ТаблСчФакт/СведТов[2]/@НалСт"
    package let element: String
    package let line: Int
    package let russian: String
    package let english: String
}

/// Gathers findings; a hostile file may have a million, and nobody reads more than these.
struct UPDFindings {
    static let limit = 200
    private(set) var list: [UPDFinding] = []

    mutating func add(
        _ rule: UPDFinding.Rule, at node: XMLNode, _ attribute: String? = nil,
        level: UPDFinding.Level = .error, ru russian: @autoclosure () -> String,
        en english: @autoclosure () -> String
    ) {
        guard list.count < UPDFindings.limit else { return }
        let path = attribute.map { "\(node.path)/@\($0)" } ?? node.path
        list.append(
            UPDFinding(
                rule: rule, level: level, element: path, line: node.line, russian: russian(),
                english: english()))
    }
}

extension String {
    /// For a sentence: short enough to read.
    var quoted: String { "«\(unicodeScalars.count > 80 ? String(unicodeScalars.prefix(79)) + "…" : self)»" }
}

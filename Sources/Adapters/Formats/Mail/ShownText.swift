/// Strangers' texts made fit to be shown: without signs that steer, hide or turn what stands beside them.
enum ShownText {
    static func line(_ text: String, most: Int) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(most * 4) {
            if scalar.properties.isWhitespace {
                // One blank for however many.
                if let last = kept.last, last != " " { kept.append(" ") }
            } else if isShown(scalar) {
                kept.append(scalar)
            }
        }
        return bare(String(String.UnicodeScalarView(kept.prefix(most))))
    }

    /// Of several lines, with no more than one empty one between two.
    static func lines(_ text: String, most: Int) -> String {
        var kept = String.UnicodeScalarView()
        var (count, breaks, wasReturn) = (0, 2, false)
        for scalar in text.unicodeScalars {
            if count == most { break }
            let isReturn = scalar == "\r"
            defer { wasReturn = isReturn }
            if isReturn || scalar == "\n" || scalar == "\u{2028}" || scalar == "\u{2029}" {
                if scalar == "\n", wasReturn { continue }
                breaks += 1
                guard breaks <= 2 else { continue }
                kept.append("\n")
            } else if scalar == "\t" || scalar.properties.isWhitespace {
                kept.append(" ")
            } else if isShown(scalar) {
                breaks = 0
                kept.append(scalar)
            } else {
                continue
            }
            count += 1
        }
        return bare(String(kept))
    }

    /// Without blanks around it.
    static func bare(_ text: String) -> String {
        String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }

    private static func isShown(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
            false
        default: true
        }
    }
}

/// What people typed, fit for paper: on one line, and only what the font can show. PDF/A refuses a text
/// whose signs it cannot draw, so a sign outside the font is shown as «�» and never stops a document.
extension String {
    var printed: String {
        var clean = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: clean.append(" ")
            case .spaceSeparator: clean.append(scalar == "\u{A0}" ? scalar : " ")
            // Marks of direction could pass one text off as another.
            case .format, .surrogate, .privateUse, .unassigned: continue
            default: clean.append(String.isInFont(scalar) ? scalar : "\u{FFFD}")
            }
        }
        return String(clean)
    }

    private static func isInFont(_ scalar: Unicode.Scalar) -> Bool {
        fontRanges.contains { $0.contains(scalar.value) }
    }

    /// Of Noto Sans: Latin, Greek, Cyrillic with Kazakh, punctuation, currencies, letter-like signs.
    private static let fontRanges: [ClosedRange<UInt32>] = [
        0x20...0x7E, 0xA0...0x377, 0x37A...0x37F, 0x384...0x38A, 0x38C...0x38C, 0x38E...0x3A1,
        0x3A3...0x3E1, 0x3F0...0x52F, 0x1E00...0x1EFF, 0x2010...0x2027, 0x2030...0x205E, 0x2070...0x2071,
        0x2074...0x208E, 0x2090...0x209C, 0x20A0...0x20BF, 0x2100...0x215F, 0xFB00...0xFB06, 0xFFFD...0xFFFD,
    ]
}

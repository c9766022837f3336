/// HTML under way. Its literals are markup; whatever else is put into it is text and is escaped by its
/// type, so that no page can forget to (decision 0020).
package struct Markup: ExpressibleByStringInterpolation, Sendable {
    package private(set) var text: String

    package struct StringInterpolation: StringInterpolationProtocol {
        var text = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        package mutating func appendLiteral(_ literal: String) { text += literal }
        package mutating func appendInterpolation(_ plain: String) { Markup.escape(plain, into: &text) }
        package mutating func appendInterpolation(_ number: Int) { text += String(number) }
        package mutating func appendInterpolation(_ markup: Markup) { text += markup.text }
        package mutating func appendInterpolation(_ list: [Markup]) {
            for markup in list { text += markup.text }
        }
        package mutating func appendInterpolation(_ markup: Markup?) { text += markup?.text ?? "" }
    }

    package init(stringLiteral: String) { text = stringLiteral }
    package init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

    package var bytes: [UInt8] { Array(text.utf8) }

    /// What XML cannot hold stands as a sign of its own; the rest that means something is written out.
    private static func escape(_ plain: String, into text: inout String) {
        for scalar in plain.unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "'": text += "&#39;"
            case "\t", "\n": text.unicodeScalars.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": text += "\u{FFFD}"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}

/// A part of an explanation in words, before it is dressed for a page or a terminal.
package enum ExplanationPiece: Sendable {
    case line(String)
    case facts([(String, String)])
    case table(header: [String], rows: [[String]], right: Set<Int>)
}

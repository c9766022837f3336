/// A part of the summary: a line, or a table whose figures stand at the right.
package enum SummaryPiece: Sendable {
    case line(String)
    case table([String], [[String]], right: Set<Int>)
}

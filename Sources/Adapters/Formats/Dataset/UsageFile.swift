package import Metering

/// Reads the usage events of one file, however long, as its chunks come.
package struct UsageFile {
    package enum Item: Equatable, Sendable {
        case event(UsageEvent)
        case refused(DatasetProblem)
        /// The event of the same line was kept, or is refused besides.
        case warning(DatasetProblem)
    }

    private var splitter = LineSplitter()
    private var lines = UsageLines()

    package init() {}

    /// Hands out what stands on the lines that end in this chunk, with the lines' numbers.
    package mutating func feed<Failure>(
        _ chunk: ArraySlice<UInt8>, _ take: (Int, Item) throws(Failure) -> Void
    ) throws(Failure) {
        try splitter.feed(chunk) { (number, line) throws(Failure) in
            try UsageFile.hand(number, line, &lines, take)
        }
    }

    /// Hands out what stands on the last line, once the file is at its end.
    package mutating func end<Failure>(_ take: (Int, Item) throws(Failure) -> Void) throws(Failure) {
        try splitter.end { (number, line) throws(Failure) in
            try UsageFile.hand(number, line, &lines, take)
        }
    }

    private static func hand<Failure>(
        _ number: Int, _ line: LineSplitter.Line, _ lines: inout UsageLines,
        _ take: (Int, Item) throws(Failure) -> Void
    ) throws(Failure) {
        let item: Item
        do throws(DatasetProblem) {
            item = .event(try lines.event(in: try line.get()))
        } catch {
            item = .refused(error)
        }
        for warning in lines.takeWarnings() { try take(number, .warning(warning)) }
        try take(number, item)
    }
}

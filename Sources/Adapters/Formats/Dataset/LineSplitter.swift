/// Cuts a long file into lines as its chunks come, so that the file is never held whole. Lines end in LF
/// or CRLF, the last one may end in nothing; blank ones are counted and passed over, as is a byte order
/// mark.
package struct LineSplitter {
    /// A line longer than this is refused and not kept.
    package static let longest = 1 << 20

    /// The beginning of a line whose end is in a chunk to come.
    private var carry: [UInt8] = []
    private var tooLong = false
    private var number = 0

    package init() {}

    package typealias Line = Result<ArraySlice<UInt8>, DatasetProblem>

    /// Hands out the lines that end in this chunk, each with its number from 1.
    package mutating func feed<Failure>(
        _ chunk: ArraySlice<UInt8>, _ take: (Int, Line) throws(Failure) -> Void
    ) throws(Failure) {
        var rest = chunk
        while let end = LineSplitter.lineFeed(in: rest) {
            try finish(rest[..<end], take)
            rest = rest[(end + 1)...]
        }
        guard !tooLong else { return }
        // One byte more than the limit, for the CR of a line that is just as long as it may be.
        if carry.count + rest.count > LineSplitter.longest + 1 {
            tooLong = true
            carry = []
        } else {
            carry += rest
        }
    }

    /// Hands out the last line where no line feed ends it.
    package mutating func end<Failure>(_ take: (Int, Line) throws(Failure) -> Void) throws(Failure) {
        if !carry.isEmpty || tooLong { try finish([], take) }
    }

    private mutating func finish<Failure>(
        _ tail: ArraySlice<UInt8>, _ take: (Int, Line) throws(Failure) -> Void
    ) throws(Failure) {
        number += 1
        let wasTooLong = tooLong
        var line = tail
        if !carry.isEmpty {
            carry += tail
            line = carry[...]
        }
        carry = []
        tooLong = false
        if line.last == 0x0D { line.removeLast() }
        if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
        if wasTooLong || line.count > LineSplitter.longest {
            try take(number, .failure(.lineTooLong(limit: LineSplitter.longest)))
        } else if !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
            try take(number, .success(line))
        }
    }

    private static func lineFeed(in bytes: ArraySlice<UInt8>) -> Int? {
        bytes.withUnsafeBufferPointer { $0.firstIndex(of: 0x0A) }.map { bytes.startIndex + $0 }
    }
}

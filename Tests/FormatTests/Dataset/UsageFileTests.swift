import Formats
import Metering
import Testing

@Suite struct UsageFileTests {
    private typealias Read = (number: Int, text: String?)

    /// The lines of a file that comes in chunks of this size; nil for one that is too long.
    private func lines(_ bytes: [UInt8], chunk: Int) -> [Read] {
        var splitter = LineSplitter()
        var result: [Read] = []
        let take = { (number: Int, line: LineSplitter.Line) in
            // Silence is right: the only failure is a line that is too long.
            result.append((number, (try? line.get()).map { String(decoding: $0, as: UTF8.self) }))
        }
        for start in stride(from: 0, to: bytes.count, by: chunk) {
            splitter.feed(bytes[start..<min(start + chunk, bytes.count)], take)
        }
        splitter.end(take)
        return result
    }

    @Test(arguments: [1, 2, 3, 5, 1000])
    func `lines are the same however the file is cut`(chunk: Int) {
        let read = lines(Array("\u{FEFF}one\r\n\n \t\r\ntwo\nЖ\r\nlast".utf8), chunk: chunk)
        #expect(read.map(\.text) == ["one", "two", "Ж", "last"])
        #expect(read.map(\.number) == [1, 4, 5, 6])
    }

    @Test(arguments: [999, 1 << 16, 1 << 22])
    func `a line above one mebibyte is refused and the next is read`(chunk: Int) {
        let limit = LineSplitter.longest
        let fits = String(repeating: "x", count: limit)
        let bytes = Array("a\n\(fits)x\nb\r\n\(fits)\r\n\(fits)x".utf8)
        let read = lines(bytes, chunk: chunk)
        #expect(read.map(\.number) == [1, 2, 3, 4, 5])
        #expect(read.map { $0.text?.utf8.count } == [1, nil, 1, limit, nil])
    }

    @Test func `a line just as long as it may be is kept where its CRLF is cut in two`() {
        let line = [UInt8](repeating: 0x78, count: LineSplitter.longest)
        var splitter = LineSplitter()
        var kept: [Int] = []
        splitter.feed((line + [0x0D])[...]) { _, _ in kept.append(0) }
        splitter.feed([0x0A]) { _, line in
            if case .success(let line) = line { kept.append(line.count) }
        }
        #expect(kept == [LineSplitter.longest])
    }

    @Test func `a file gives events, refusals and warnings with their lines`() {
        let bytes =
            UsageLinesTests.line() + [0x0A] + UsageLinesTests.line("\"20\"", "\"0\"") + [0x0A, 0x0A]
            + UsageLinesTests.line("\"sku\"", "\"colour\":1,\"sku\"")
        var file = UsageFile()
        var items: [(line: Int, item: UsageFile.Item)] = []
        for byte in bytes { file.feed([byte]) { items.append(($0, $1)) } }
        file.end { items.append(($0, $1)) }
        #expect(items.map(\.line) == [1, 2, 4, 4])
        #expect(items[1].item == .refused(.badQuantity(field: "data.quantity", found: "0")))
        #expect(items[2].item == .warning(.unknownField("data.colour")))
        #expect(items[3].item == items[0].item)
    }
}

import Formats
import Testing

@Suite struct CSVReaderTests {
    private func rows(_ text: String) throws -> [CSVReader.Row] {
        var reader = CSVReader(Array(text.utf8)[...])
        var rows: [CSVReader.Row] = []
        while let row = try reader.next() { rows.append(row) }
        return rows
    }

    @Test func `quoted cells keep commas, quotation marks and line breaks`() throws {
        let rows = try rows("\u{FEFF}a,\"b,\"\"c\"\"\",\"d\r\ne\"\r\n\r\n,x,\nlast,,\"\"")
        #expect(rows.map(\.cells) == [["a", "b,\"c\"", "d\r\ne"], ["", "x", ""], ["last", "", ""]])
        #expect(rows.map(\.line) == [1, 4, 5])
    }

    @Test func `an empty file has no rows`() throws {
        #expect(try rows("").isEmpty)
        #expect(try rows("\u{FEFF}\r\n\n").isEmpty)
    }

    @Test(arguments: [
        ("a,\"b", CSVProblem.unclosedQuote(line: 2)), ("a,\"b\"c", .strayQuote(line: 2)),
        ("a,b\"c", .strayQuote(line: 2)), ("a\rb", .strayReturn(line: 2)),
        ("\"a\"\rb", .strayReturn(line: 2)),
    ])
    func `a broken row is named and the next is read`(row: String, problem: CSVProblem) throws {
        var reader = CSVReader(Array("x,y\n\(row)\nnext,1\n".utf8)[...])
        _ = try reader.next()
        #expect(throws: problem) { try reader.next() }
        let next = try reader.next()
        #expect(next?.cells == ["next", "1"])
        #expect(next?.line == 3)
        #expect(try reader.next() == nil)
    }

    @Test func `bytes that are not UTF-8 are refused with their row`() throws {
        var reader = CSVReader([0x61, 0x2C, 0xFF, 0x0A, 0x62, 0x0A])
        #expect(throws: CSVProblem.badUTF8(line: 1)) { try reader.next() }
        #expect(try reader.next()?.cells == ["b"])
    }

    @Test func `columns are found by name in any order and unknown ones are told`() throws {
        let rows = try rows("price,colour, sku \n 1.5 ,red,s-1\n1\n")
        let header = try CSVHeader(rows[0], columns: ["sku", "price"])
        #expect(header.unknown == ["colour"])
        #expect(header.cell("sku", of: rows[1]) == "s-1")
        #expect(header.cell("price", of: rows[1]) == "1.5")
        try header.fits(rows[1])
        #expect(throws: CSVProblem.cellCount(line: 3, expected: 3, found: 1)) { try header.fits(rows[2]) }
    }

    @Test func `a missing or doubled column is refused`() throws {
        let row = try #require(try rows("a,b,a").first)
        #expect(throws: CSVProblem.doubleColumn("a")) { try CSVHeader(row, columns: ["a"]) }
        #expect(throws: CSVProblem.missingColumn("c")) { try CSVHeader(row, columns: ["b", "c"]) }
    }
}

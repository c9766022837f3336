import Archives
import Basics
import Formats
import Foundation
import Testing
import UseCases

/// Spreadsheets are read back with what is on every machine: unzip, and our own reader of XML.
@Suite struct WorkbookTests {
    private func part(_ name: String, of book: Workbook) throws -> XMLNode {
        let path = NSTemporaryDirectory() + "/workbook-\(UUID().uuidString).xlsx"
        try Data(try book.bytes()).write(to: URL(fileURLWithPath: path))
        defer { unlink(path) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["unzip", "-p", path, name]
        let out = Pipe()
        process.standardOutput = out
        try process.run()
        let bytes = out.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        // Names are compared without their name spaces.
        let text = String(decoding: bytes, as: UTF8.self).replacing(" xmlns=", with: " space=")
        return try XMLTree.parse(Array(text.utf8)).root
    }

    private func book(_ rows: [[ReportCell]]) throws -> Workbook {
        var book = Workbook(
            named: "Отчёт: 'всё' / сразу", head: ["день", "что", "сумма", "цена"],
            dated: try #require(Day("2026-09-30")))
        for row in rows { book.row(row) }
        return book
    }

    @Test func `a sheet has its head, its days, sums and texts, each as what it is`() throws {
        let day = try #require(Day("2026-09-05"))
        let sheet = try part(
            "xl/worksheets/sheet1.xml",
            of: book([
                [.day(day), .text("vm-1"), .sum(-1234_05), .number("0.000125")],
                [.nothing, .text(""), .sum(0), .nothing],
            ]))
        let rows = try #require(sheet.first("sheetData")).all("row")
        #expect(rows.count == 3)
        let cells = rows[1].all("c")
        #expect(cells.map { $0["r"] } == ["A2", "B2", "C2", "D2"])
        // 5 September 2026 by a spreadsheet's own count.
        #expect(cells[0].first("v")?.text == "46270")
        #expect(cells[1].first("is")?.first("t")?.text == "vm-1")
        #expect(cells[2].first("v")?.text == "-1234.05" && cells[3].first("v")?.text == "0.000125")
        #expect(rows[2].all("c").map { $0["r"] } == ["C3"])
    }

    @Test func `no text is a formula, and none breaks the file`() throws {
        let hostile = [
            "=HYPERLINK(\"http://evil\",\"x\")", "+1", "-1", "@SUM(1)", "\t=1", "</t></is><c>",
            "a\u{0}b\u{FFFE}c",
            "x\" onload=\"", String(repeating: "я", count: 40_000), "👩‍💻 עברית",
        ]
        let sheet = try part(
            "xl/worksheets/sheet1.xml", of: book(hostile.map { [.nothing, .text($0), .nothing, .nothing] }))
        let cells = try #require(sheet.first("sheetData")).all("row").dropFirst().flatMap { $0.all("c") }
        #expect(cells.count == hostile.count)
        for cell in cells {
            #expect(cell["t"] == "inlineStr" && cell.first("f") == nil && cell.first("v") == nil)
        }
        #expect(cells[0].first("is")?.first("t")?.text == hostile[0])
        #expect(cells[8].first("is")?.first("t")?.text.unicodeScalars.count == 32_767)
    }

    @Test func `the parts name each other, and a sheet's name is one that spreadsheets take`() throws {
        let book = try book([])
        let sheets = try part("xl/workbook.xml", of: book).first("sheets")
        #expect(sheets?.first("sheet")?["name"] == "Отчёт- -всё- - сразу")
        #expect(try part("xl/styles.xml", of: book).first("cellXfs")?.all("xf").count == 7)
        let types = try part("[[]Content_Types].xml", of: book)
        #expect(types.all("Override").compactMap { $0["PartName"] }.contains("/xl/worksheets/sheet1.xml"))
        #expect(try book.bytes() == (try self.book([])).bytes())
    }
}

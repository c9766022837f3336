package import Basics
package import UseCases

/// A spreadsheet (OOXML, ECMA-376) of one sheet: a head that stays in sight, rows of typed cells, a total. As little of
/// the format as makes a file that every program opens. Texts stand as texts, so none of them is taken for a formula.
package struct Workbook {
    private let name: String
    private let day: Day
    private let columns: Int
    private var rows: [UInt8] = []
    private var count = 0
    private var widths: [Int]

    /// `day`: what the parts are dated, so that the same rows give the same bytes.
    package init(named name: String, head: [String], dated day: Day) {
        self.name = name
        self.day = day
        columns = head.count
        widths = head.map { $0.count }
        add(head.map { .text($0) }, style: .head)
    }

    package mutating func row(_ cells: [ReportCell], isTotal: Bool = false) {
        add(cells, style: isTotal ? .total : .plain)
    }

    private enum Style: Int {
        case plain = 0
        case head = 3
        case total = 4
    }

    private mutating func add(_ cells: [ReportCell], style: Style) {
        precondition(cells.count == columns, "a row has \(cells.count) cells of \(columns)")
        count += 1
        rows += "<row r=\"\(count)\">".utf8
        for (place, cell) in cells.enumerated() {
            let address = "\(Workbook.letters(place))\(count)"
            switch cell {
            case .nothing: continue
            case .text(let text):
                let shown = Workbook.escaped(text)
                if shown.isEmpty { continue }
                rows +=
                    "<c r=\"\(address)\" s=\"\(style.rawValue)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                    .utf8
                rows += shown
                rows += "</t></is></c>".utf8
                if style != .total { widths[place] = max(widths[place], min(60, text.count)) }
            case .day(let day):
                // Days are counted from 30 December 1899, as every spreadsheet does since the first of them.
                let number = Int(day.number) + 25_569
                rows += "<c r=\"\(address)\" s=\"\(style == .total ? 6 : 2)\"><v>\(number)</v></c>".utf8
                widths[place] = max(widths[place], 10)
            case .sum(let minor):
                let text = Money.text(minor: minor)
                rows += "<c r=\"\(address)\" s=\"\(style == .total ? 5 : 1)\"><v>\(text)</v></c>".utf8
                widths[place] = max(widths[place], text.utf8.count + text.utf8.count / 3)
            case .number(let text):
                rows += "<c r=\"\(address)\"><v>\(text)</v></c>".utf8
                widths[place] = max(widths[place], text.utf8.count)
            }
        }
        rows += "</row>".utf8
    }

    package func bytes() throws -> [UInt8] {
        var archive = ZipArchive()
        let parts: [(String, [UInt8])] = [
            ("[Content_Types].xml", Array(Workbook.types.utf8)), ("_rels/.rels", Array(Workbook.links.utf8)),
            ("xl/workbook.xml", book), ("xl/_rels/workbook.xml.rels", Array(Workbook.bookLinks.utf8)),
            ("xl/styles.xml", Array(Workbook.styles.utf8)), ("xl/worksheets/sheet1.xml", sheet),
        ]
        for (name, bytes) in parts { try archive.add(name, bytes, at: day) }
        return try archive.bytes()
    }

    private var sheet: [UInt8] {
        let shape = widths.enumerated().map { place, width in
            "<col min=\"\(place + 1)\" max=\"\(place + 1)\" width=\"\(width + 3)\" customWidth=\"1\"/>"
        }.joined()
        return Array(
            """
            \(Workbook.start)<worksheet xmlns="\(Workbook.main)"><sheetViews><sheetView workbookViewId="0">\
            <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
            <sheetFormatPr defaultRowHeight="15"/><cols>\(shape)</cols><sheetData>
            """.utf8) + rows + Array("</sheetData></worksheet>".utf8)
    }

    /// A sheet's name has 31 letters at most and none of `[]:*?/\`.
    private var book: [UInt8] {
        let shown = String(name.map { "[]:*?/\\'".contains($0) ? "-" : $0 }.prefix(31))
        return Array(
            "\(Workbook.start)<workbook xmlns=\"\(Workbook.main)\" xmlns:r=\"\(Workbook.relations)\"><sheets><sheet name=\""
                .utf8)
            + Workbook.escaped(shown) + Array("\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>".utf8)
    }

    private static func letters(_ place: Int) -> String {
        let letter = Character(Unicode.Scalar(UInt8(65 + place % 26)))
        return place < 26 ? String(letter) : letters(place / 26 - 1) + String(letter)
    }

    /// What XML cannot carry is left out; a cell holds 32 767 letters.
    private static func escaped(_ text: String) -> [UInt8] {
        var out: [UInt8] = []
        for scalar in text.unicodeScalars.prefix(32_767) {
            switch scalar {
            case "&": out += "&amp;".utf8
            case "<": out += "&lt;".utf8
            case ">": out += "&gt;".utf8
            case "\"": out += "&quot;".utf8
            case "\t", "\n", "\r": out.append(0x20)
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": continue
            default: out += String(scalar).utf8
            }
        }
        return out
    }

    private static let start = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let packages = "http://schemas.openxmlformats.org/package/2006"

    private static let types = """
        \(start)<Types xmlns="\(packages)/content-types"><Default Extension="rels" \
        ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" \
        ContentType="application/xml"/><Override PartName="/xl/workbook.xml" \
        ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override \
        PartName="/xl/worksheets/sheet1.xml" \
        ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override \
        PartName="/xl/styles.xml" \
        ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>
        """

    private static let links = """
        \(start)<Relationships xmlns="\(packages)/relationships"><Relationship Id="rId1" \
        Type="\(relations)/officeDocument" Target="xl/workbook.xml"/></Relationships>
        """

    private static let bookLinks = """
        \(start)<Relationships xmlns="\(packages)/relationships"><Relationship Id="rId1" \
        Type="\(relations)/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" \
        Type="\(relations)/styles" Target="styles.xml"/></Relationships>
        """

    /// Cells by their style: 0 plain, 1 a sum, 2 a day, 3 a head, 4 to 6 the same of a total.
    private static let styles = """
        \(start)<styleSheet xmlns="\(main)"><numFmts count="1"><numFmt numFmtId="164" \
        formatCode="dd\\.mm\\.yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
        <font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill \
        patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1">\
        <border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf \
        numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="7">\
        <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
        <xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
        <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
        <xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>\
        <xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>\
        <xf numFmtId="4" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>\
        <xf numFmtId="164" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>\
        </cellXfs></styleSheet>
        """
}

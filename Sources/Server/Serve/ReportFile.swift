import API
import Access
import Archives
import Basics
import Documents
import Formats
import HTTPTypes
import Notices
import Pages
import UseCases
import Wording

/// Billing reports as files: a spreadsheet made whole, a CSV written as it comes about.
enum ReportFile {
    static func sheet(
        _ app: App, _ ask: ReportAsk, _ pid: PID, _ viewer: Viewer, _ language: Language
    ) throws -> Reply {
        let report = try app.reports.report(ask, of: pid, most: ReportsDesk.mostSheetRows, for: viewer)
        var book = Workbook(
            named: ReportPage.name(ask.kind).text(language), head: report.columns.map { $0.text(language) },
            dated: ask.period.through)
        var place: ReportPlace?
        repeat {
            let piece = try app.reports.rows(of: report, language, from: place)
            place = piece.next
            for (index, row) in piece.rows.enumerated() {
                book.row(row, isTotal: place == nil && index == piece.rows.count - 1)
            }
        } while place != nil
        var reply = Reply(
            type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            body: .bytes(try book.bytes()))
        reply.fields[.contentDisposition] = "attachment; filename=\"\(name(ask, pid)).xlsx\""
        return reply
    }

    /// The total ends the file, and shows that it is whole.
    static func table(
        _ app: App, _ ask: ReportAsk, _ pid: PID, _ viewer: Viewer, _ language: Language
    ) throws -> Reply {
        let report = try app.reports.report(ask, of: pid, most: ReportsDesk.mostRows, for: viewer)
        let piece: @Sendable (ReportPlace?) throws -> (bytes: [UInt8], next: ReportPlace?) = { place in
            let found = try app.reports.rows(of: report, language, from: place)
            var file = SheetFile(language, isBeginning: place == nil)
            if place == nil { file.row(report.columns.map { .text($0.text(language)) }) }
            for row in found.rows { file.row(row.map { cell($0, file) }) }
            return (bytes: file.take(), next: found.next)
        }
        let first = try piece(nil)
        var reply = Reply.pieces(type: "text/csv; charset=utf-8", first: first.bytes, from: first.next) {
            try piece($0)
        }
        reply.fields[.contentDisposition] = "attachment; filename=\"\(name(ask, pid)).csv\""
        return reply
    }

    private static func cell(_ cell: ReportCell, _ file: SheetFile) -> CSVWriter.Cell {
        switch cell {
        case .text(let text): .text(text)
        case .day(let day): .number(day.description)
        case .sum(let minor): file.sum(minor)
        case .number(let text): file.number(text)
        case .nothing: .text("")
        }
    }

    private static func name(_ ask: ReportAsk, _ pid: PID) -> String {
        "\(ask.kind.rawValue)-\(pid)-\(ask.period.from)-\(ask.period.through)"
    }
}

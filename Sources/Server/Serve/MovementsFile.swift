import API
import Access
import Basics
import Formats
import Funding
import HTTPTypes
import Notices
import Projects
import Regions
import UseCases
import Wording

/// Files for spreadsheets: as the reader's spreadsheet separates cells and writes numbers.
struct SheetFile {
    private let language: Language
    private var csv: CSVWriter

    /// A file that is sent piece by piece has its mark in the first alone.
    init(_ language: Language, isBeginning: Bool = true) {
        self.language = language
        csv = CSVWriter(byteOrderMark: isBeginning, semicolons: language != .en)
    }

    mutating func row(_ cells: [CSVWriter.Cell]) { csv.row(cells) }

    /// A number that a spreadsheet adds up: with a comma where it separates by semicolons.
    func number(_ text: String) -> CSVWriter.Cell {
        .number(language == .en ? text : text.replacing(".", with: ","))
    }

    func sum(_ minor: Int64) -> CSVWriter.Cell { number(Money.text(minor: minor)) }

    /// What was written so far, for a file that is sent piece by piece.
    mutating func take() -> [UInt8] { csv.take() }

    mutating func reply(_ name: String) -> Reply {
        var reply = Reply(type: "text/csv; charset=utf-8", body: .bytes(csv.take()))
        reply.fields[.contentDisposition] = "attachment; filename=\"\(name).csv\""
        return reply
    }
}

/// The movements of a filter, all of them, within what one file holds.
enum MovementsFile {
    static func reply(
        _ app: App, of pid: PID, _ search: MovementSearch, for viewer: Viewer, _ language: Language
    ) throws -> Reply {
        // One more than allowed tells whether there are more.
        let detail = try app.movements.detail(
            of: pid, search, right: .reports, limit: MovementsDesk.mostRows, for: viewer)
        guard detail.next == nil else { throw ProjectsProblem.tooManyRows(MovementsDesk.mostRows) }
        let region = detail.head.region
        func words(_ en: String, _ ru: String) -> String { language == .en ? en : ru }
        var file = SheetFile(language)
        file.row(
            [
                words("day", "день"), words("instant", "момент"), "pid", words("kind", "вид"),
                words("what", "что"), words("amount", "сумма"), words("currency", "валюта"),
                words("address", "адрес"),
            ].map { .text($0) })
        for row in detail.rows {
            let order = row.movement.order
            let (day, kind, what, address): (Day, String, String, String) =
                switch row.movement.step {
                case .charges(let charged):
                    (
                        charged.day, words("charges", "списания"),
                        words("charges of the day", "списания за день"), ""
                    )
                case .credit(let credit):
                    (
                        region.profile.zone.day(of: order.at), words("credit", "зачисление"),
                        MovementsFile.words(credit.kind, language), ExplanationAddress.credit(credit.id).text
                    )
                case .takeBack(let credit):
                    (
                        region.profile.zone.day(of: order.at), words("taken back", "возврат зачисления"),
                        MovementsFile.words(credit.kind, language), ExplanationAddress.credit(credit.id).text
                    )
                case .expiry(let grant):
                    (
                        region.profile.zone.day(of: order.at), words("expiry", "сгорание"), grant.type.text,
                        ExplanationAddress.credit(grant.id).text
                    )
                }
            file.row([
                .text(day.description), .text(order.at.description), .text(row.project.text), .text(kind),
                .text(what), file.sum(row.movement.amount), .text(region.profile.currency.rawValue),
                .text(address),
            ])
        }
        return file.reply("movements-\(pid)")
    }

    private static func words(_ kind: Credit.Kind, _ language: Language) -> String {
        switch kind {
        case .money(let source): source.phrase.text(language)
        case .bonus(let type, _): (language == .en ? "bonuses " : "бонусы ") + type.text
        }
    }
}

import Basics
import Documents
import Notices
import UseCases
import Wording

/// What `close` prints for people: documents, packages without documents, the tie-out.
struct ClosingTable {
    let month: Month
    let reports: [ClosingReport]
    let terminal: Terminal

    func say() {
        documents(reports.flatMap(\.documents).map(\.content))
        skipped(reports.flatMap(\.skipped))
        tieOut(reports.flatMap(\.tieOuts).filter { !$0.documents.isZero })
    }

    private func documents(_ contents: [DocumentContent]) {
        guard !contents.isEmpty else {
            terminal.say(terminal.words("\(month): no documents", "\(month): документов нет"))
            return
        }
        terminal.table(
            [
                terminal.words("document", "документ"), "№", terminal.words("date", "дата"),
                terminal.words("counterparty", "контрагент"), terminal.words("tax id", "ИНН/БИН"),
                terminal.words("net", "без НДС"), terminal.words("VAT", "НДС"),
                terminal.words("gross", "всего"),
                "", terminal.words("address", "адрес"),
            ],
            contents.map { content in
                return [
                    content.kind.phrase.text(terminal.language),
                    content.number == 0 ? "—" : String(content.number), content.date.description,
                    content.counterparty.shortName ?? content.counterparty.name,
                    content.counterparty.taxID.text, sum(content.net, content.currency),
                    sum(content.vat, content.currency),
                    sum(content.gross, content.currency), content.currency.rawValue,
                    content.key?.text ?? "",
                ]
            }, right: [1, 5, 6, 7])
        if let key = contents.lazy.compactMap(\.key).first {
            terminal.say(
                terminal.words(
                    "why a line is what it is: kontragent explain \(key.text)#1",
                    "откуда взялась строка: kontragent explain \(key.text)#1"))
        }
    }

    private func skipped(_ skipped: [ClosingReport.Skipped]) {
        for package in skipped {
            let project = package.project.map { ", \($0)" } ?? ""
            terminal.say(
                "\(package.party.taxID)\(project): \(package.reason): \(StateWords.skipped(package.reason).text(terminal.language))"
            )
        }
    }

    private func tieOut(_ rows: [ClosingReport.TieOut]) {
        guard !rows.isEmpty else { return }
        terminal.say()
        terminal.say(terminal.words("tie-out: the same sum three ways", "сверка: одна сумма тремя путями"))
        terminal.table(
            [
                terminal.words("counterparty", "контрагент"), terminal.words("portions", "по частям оплат"),
                terminal.words("documents", "по документам"), terminal.words("ledger", "по книгам"), "", "",
            ],
            rows.map { row in
                [
                    row.counterparty.text, sum(row.portions.minor, row.portions.currency),
                    sum(row.documents.minor, row.documents.currency),
                    sum(row.ledger.minor, row.ledger.currency), row.portions.currency.rawValue,
                    row.agrees ? "=" : "≠",
                ]
            }, right: [1, 2, 3])
    }

    private func sum(_ minor: Int64, _ currency: Currency) -> String {
        Sums.text(Money(minor: minor, currency), terminal.language)
    }
}

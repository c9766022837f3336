import Basics
import Metering
import Notices
import Regions
import UseCases
import Wording

/// A closed month found three ways.
extension ExplanationText {
    func tieOut(_ value: TieOutExplanation) {
        let currency = value.region.profile.currency
        let month = Dates.month(value.month, language)
        terminal.say("\(value.address)  \(value.counterparty), \(value.taxID), \(month)")
        facts([
            (words("by portions", "по частям оплат"), sum(value.sums.portions.minor, currency)),
            (words("by documents", "по документам"), sum(value.sums.documents.minor, currency)),
            (words("by the books", "по книгам"), sum(value.sums.ledger.minor, currency)),
        ])
        if !value.months.isEmpty {
            heading("Portions, by the month of service", "Части оплат по месяцам услуг")
            terminal.table(
                [
                    words("project and month", "проект и месяц"), words("day lines", "строк дней"),
                    words("sum", "сумма"),
                ],
                value.months.map {
                    ["\($0.project)/\($0.month)", Sums.grouped($0.dayLines, language), bare($0.amount)]
                } + [[words("total", "итого"), "", bare(value.months.reduce(0) { $0 + $1.amount })]],
                right: [1, 2])
        }
        if !value.documents.isEmpty {
            heading("Documents; one of each package counts", "Документы; из комплекта считается один")
            terminal.table(
                [words("document", "документ"), words("gross", "всего"), words("counts", "считается")],
                value.documents.map {
                    [$0.key.text, bare($0.gross), $0.isCounted ? bare($0.gross) : "—"]
                } + [
                    [
                        words("total", "итого"), "",
                        bare(value.documents.reduce(0) { $0 + ($1.isCounted ? $1.gross : 0) }),
                    ]
                ], right: [1, 2])
        }
        if !value.postings.isEmpty {
            heading("What the books handed over to documents", "Что книги передали в документы")
            terminal.table(
                [words("transaction", "операция"), words("sum", "сумма")],
                value.postings.map { [$0.transaction, bare($0.amount)] }
                    + [[words("total", "итого"), bare(value.postings.reduce(0) { $0 + $1.amount })]],
                right: [1])
        }
        if !value.lines.rows.isEmpty {
            heading("Day lines", "Строки дней")
            table(
                value.lines,
                [words("address", "адрес"), words("charged", "списано"), words("here", "здесь")],
                right: [1, 2]
            ) { [$0.address, bare($0.line.posted), bare($0.amount)] }
        }
    }
}

import Basics
import Books
import Ledger

/// A posting rule with figures, as somebody who keeps books reads it: columns in line, Russian names.
struct BookPage {
    struct Example {
        let title: String
        let rule: PostingRule
    }

    let title: String
    let examples: [Example]

    var text: String {
        ([title] + examples.map { "\n\($0.title)\n\n\(BookPage.table($0.rule))" }).joined(separator: "\n")
            + "\n"
    }

    private static func table(_ rule: PostingRule) -> String {
        let entries = rule.entries
        let debit = entries.reduce(0) { $0 + max($1.amount, 0) }
        let credit = entries.reduce(0) { $0 - min($1.amount, 0) }
        let rows =
            entries.filter { $0.amount != 0 }.map { entry in
                row(
                    entry.account.text, BookPage.name(of: entry.account),
                    entry.amount > 0 ? Money.text(minor: entry.amount) : "",
                    entry.amount < 0 ? Money.text(minor: -entry.amount) : "")
            } + [row("", "Итого", Money.text(minor: debit), Money.text(minor: credit))]
        return ([row("Счёт", "Название счёта", "Дебет", "Кредит")] + rows).joined(separator: "\n")
    }

    private static func row(_ account: String, _ name: String, _ debit: String, _ credit: String) -> String {
        let line =
            wide(account, 32) + wide(name, 40) + wide(debit, 12, right: true) + wide(credit, 12, right: true)
        return String(line.reversed().drop { $0 == " " }.reversed())
    }

    private static func wide(_ text: String, _ width: Int, right: Bool = false) -> String {
        let blank = String(repeating: " ", count: max(0, width - text.count))
        return right ? blank + text : text + blank
    }

    /// What the account is called; the longest beginning rules.
    static func name(of account: AccountCode) -> String {
        names.first { account.text == $0.code || account.text.hasPrefix($0.code + ".") }?.name ?? "?"
    }

    private static let names: [(code: String, name: String)] = [
        ("51", "Расчётные счета"), ("57", "Переводы в пути"), ("44", "Расходы на продажу (бонусы)"),
        ("62.01", "Задолженность покупателя"), ("62.02", "Авансы полученные"), ("68.02", "НДС к уплате"),
        ("76.09", "Невыясненные поступления"), ("79", "Внутрихозяйственные расчёты"),
        ("90.01.bonus", "Выручка: услуги за бонусы"), ("90.01.other", "Выручка без отчётных документов"),
        ("90.01", "Выручка без НДС"), ("96", "Резервы: выданные бонусы"),
        ("98.01", "Доходы будущих периодов: неоплаченное"),
        ("98.02", "Доходы будущих периодов: к документам"),
    ]
}

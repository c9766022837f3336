import Basics
import Funding
import Metering
import Notices
import Pages
import Projects
import Regions
import UseCases
import Wording

/// Explanations as people read them: the whole first, then its parts, each with the address to ask on.
struct ExplanationText {
    let terminal: Terminal

    init(_ terminal: Terminal) { self.terminal = terminal }

    var language: Language { terminal.language }

    func say(_ explanation: Explanation) {
        switch explanation {
        case .document(let value): document(value)
        case .documentLine(let value): documentLine(value)
        case .dayLine(let value): dayLine(value)
        case .credit(let value): credit(value)
        case .bankLine(let value): bankLine(value)
        case .project(let value): project(value)
        case .tieOut(let value): tieOut(value)
        }
        close(explanation.differences)
    }

    /// Whether all that was shown adds up.
    private func close(_ differences: [Difference]) {
        terminal.say()
        guard !differences.isEmpty else {
            terminal.say(
                words("Added up again: it all agrees.", "Пересчитано заново: всё сходится."))
            return
        }
        for difference in differences {
            terminal.say(
                words("DOES NOT ADD UP: ", "НЕ СХОДИТСЯ: ")
                    + "\(difference.address): \(name(difference.subject)): "
                    + words(
                        "stands \(difference.stated), its parts make \(difference.explained)",
                        "стоит \(difference.stated), по частям выходит \(difference.explained)"))
        }
        terminal.say(
            words(
                "Something was changed behind the books: run `kontragent verify`.",
                "Данные изменены в обход учёта: выполните `kontragent verify`."))
    }

    private func name(_ subject: Difference.Subject) -> String {
        switch subject {
        case .documentLine: words("line and its day lines", "строка и её строки дней")
        case .vat: words("VAT", "НДС")
        case .document: words("document and its lines", "документ и его строки")
        case .quantity: words("quantity and events", "количество и события")
        case .cost: words("quantity × price", "количество × цена")
        case .rounding: words("rounding", "округление")
        case .funding: words("charge and what paid it", "списание и чем оплачено")
        case .credit: words("credit, spent and left", "зачислено, потрачено и осталось")
        case .bankLine: words("transfer and its credits", "перевод и зачисления из него")
        case .balance: words("balance and its lots and debts", "баланс, лоты и долги")
        case .tieOut: words("the month found three ways", "месяц, посчитанный тремя путями")
        }
    }

    // MARK: What the kinds share

    func words(_ en: String, _ ru: String) -> String { terminal.words(en, ru) }

    func heading(_ en: String, _ ru: String) {
        terminal.say()
        terminal.say(words(en, ru))
    }

    func sum(_ minor: Int64, _ currency: Currency) -> String {
        Sums.signed(Money(minor: minor, currency), language)
    }

    func bare(_ minor: Int64) -> String { Sums.text(Money(minor: minor, .rub), language) }

    func moment(_ moment: Moment, _ region: Region) -> String {
        Phrase(moment, in: region.profile.zone).text(language)
    }

    /// A name and what is to be said of it, in line.
    func facts(_ rows: [(String, String)]) {
        if let keeping = terminal.keeping { return keeping.pieces.append(.facts(rows)) }
        let width = rows.map(\.0.count).max() ?? 0
        for (name, text) in rows {
            terminal.say("  \(name)\(String(repeating: " ", count: width - name.count))  \(text)")
        }
    }

    /// Sums at the right of their column, each with its words.
    func figures(_ rows: [(String, String)]) {
        if let keeping = terminal.keeping { return keeping.pieces.append(.facts(rows)) }
        let width = rows.map(\.0.count).max() ?? 0
        for (figure, text) in rows {
            terminal.say("  \(String(repeating: " ", count: width - figure.count))\(figure)  \(text)")
        }
    }

    /// Some rows of a list as a table; a row of dots stands for those left out.
    func table<Element>(
        _ excerpt: Excerpt<Element>, _ header: [String], right: Set<Int>, _ row: (Element) -> [String]
    ) {
        guard !excerpt.rows.isEmpty else { return }
        var rows: [[String]] = []
        var last = 0
        for shown in excerpt.rows {
            if shown.place > last + 1 { rows.append(["…"] + header.map { _ in "" }) }
            rows.append([Sums.grouped(shown.place, language)] + row(shown.element))
            last = shown.place
        }
        if last < excerpt.count { rows.append(["…"] + header.map { _ in "" }) }
        terminal.table(["№"] + header, rows, right: Set([0] + right.map { $0 + 1 }))
        // A page leads on by a link of its own.
        guard excerpt.rows.count < excerpt.count, terminal.keeping == nil else { return }
        terminal.say(
            words(
                "\(excerpt.rows.count) of \(Sums.grouped(excerpt.count, .en)); more with --events N, on with "
                    + "--after \(last < excerpt.count ? last : excerpt.rows.count / 2)",
                "показано \(excerpt.rows.count) из \(Sums.grouped(excerpt.count, .ru)); больше — --events N, "
                    + "дальше — --after \(last < excerpt.count ? last : excerpt.rows.count / 2)"))
    }

    /// Where sums are reported, one a line.
    func reports(_ reports: [ReportedSum], _ currency: Currency) {
        guard !reports.isEmpty else { return }
        heading("In documents", "В документах")
        figures(reports.map { (sum($0.amount, currency), report($0.report)) })
    }

    private func report(_ report: ReportFact) -> String {
        switch report {
        case .documents(let addresses): addresses.joined(separator: ", ")
        case .monthOpen(let month):
            words(
                "in \(Dates.month(month, .en)), which is not closed yet",
                "в месяце «\(Dates.month(month, .ru))», он ещё не закрыт")
        case .never(.bonus): words("in none: bonuses", "ни в одном: бонусы")
        case .never(.notBankTransfer):
            words("in none: not paid by bank transfer", "ни в одном: оплачено не банковским переводом")
        case .never(.otherPayer):
            words("in none: somebody else's transfer", "ни в одном: перевод сделал не сам контрагент")
        case .never(.unpaid):
            words("in none yet: nobody has paid", "пока ни в одном: не оплачено")
        case .never(.individual):
            words("in none: individuals get none", "ни в одном: физическим лицам их не выставляют")
        case .never(.noDocuments):
            words("in none: the month was closed without", "ни в одном: месяц закрыт без документов")
        case .never(.alreadyReported):
            words("reported when it was used", "отражено в месяце услуги")
        }
    }

    /// The money of a source in words, with the address that leads on.
    func source(_ source: FundingFact, _ region: Region) -> [String] {
        switch source {
        case .debt: [words("debt", "долг"), words("not paid yet", "ещё не оплачено")]
        case .grant(let fact), .lot(let fact): [fact.bankAddress ?? fact.address, what(fact, region)]
        }
    }

    func what(_ fact: CreditFact, _ region: Region) -> String {
        let at = moment(fact.credit.at, region)
        switch fact.credit.kind {
        case .bonus(let type, let expires):
            let end = moment(expires, region)
            return words(
                "bonuses «\(type)» of \(at), until \(end)", "бонусы «\(type)» от \(at), до \(end)")
        case .money(.bank):
            let means = terminal.words(fact.means)
            return fact.assignee.map {
                words("\(means), assigned to tax id \($0)", "\(means), аванс передан ИНН \($0)")
            } ?? means
        case .money: return words("\(fact.means.en), \(at)", "\(fact.means.ru), \(at)")
        }
    }
}

extension CreditFact {
    /// The means of payment in words.
    fileprivate var means: Phrase {
        switch credit.kind {
        case .bonus(let type, _): Phrase(en: "bonuses \(type)", ru: "бонусы \(type)")
        case .money(let source): source.phrase
        }
    }
}

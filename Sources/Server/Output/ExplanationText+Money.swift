import Basics
import Funding
import Metering
import Notices
import Projects
import Regions
import UseCases
import Wording

/// Credits, bank lines and projects.
extension ExplanationText {
    func credit(_ value: CreditExplanation) {
        let credit = value.fact.credit
        let currency = value.region.profile.currency
        terminal.say("\(value.fact.address)  \(sum(credit.amount, currency))")
        var rows = [
            (words("money", "деньги"), what(value.fact, value.region)),
            (words("credited", "зачислено"), "\(credit.project), \(moment(credit.at, value.region))"),
        ]
        if let line = value.fact.bankAddress { rows.append((words("came by", "откуда"), line)) }
        rows.append((words("spent", "потрачено"), sum(value.spent, currency)))
        switch value.standing {
        case .waiting:
            rows.append((words("state", "состояние"), words("waits for settlement", "ждёт расчёта")))
        case .returned(let at):
            rows.append(
                (
                    words("taken back", "отменено"),
                    words(
                        "\(moment(at, value.region)), by a member of staff, whole",
                        "\(moment(at, value.region)), сотрудником, целиком")
                ))
        case .lot(let remaining): rows.append((words("left", "осталось"), sum(remaining, currency)))
        case .grant(let remaining, let expired):
            rows.append((words("left", "осталось"), sum(remaining, currency)))
            if expired > 0 { rows.append((words("expired", "сгорело"), sum(expired, currency))) }
        }
        rows += value.substitutions.map { substituted($0, value.region) }
        rows += value.assignments.map { assigned($0, value.region) }
        facts(rows)
        if !value.months.isEmpty {
            heading("Paid for", "Что оплачено")
            terminal.table(
                [
                    words("month", "месяц"), words("service", "услуга"), words("day lines", "строк дней"),
                    words("sum", "сумма"),
                ],
                value.months.map {
                    [
                        $0.month.description, $0.service.text, Sums.grouped($0.dayLines, language),
                        bare($0.amount),
                    ]
                } + [[words("total", "итого"), "", "", bare(value.spent)]], right: [2, 3])
        }
        reports(value.reports, currency)
        if !value.lines.rows.isEmpty {
            heading("Day lines", "Строки дней")
            table(
                value.lines,
                [words("address", "адрес"), words("charged", "списано"), words("of it this", "из этого")],
                right: [1, 2]
            ) { [$0.address, bare($0.line.posted), bare($0.amount)] }
        }
    }

    /// What a transfer pays instead of another payment, told at either end.
    private func substituted(
        _ value: CreditExplanation.Substitution, _ region: Region
    ) -> (String, String) {
        let amount = sum(value.amount, region.profile.currency)
        let (at, other) = (moment(value.at, region), value.other.bankAddress ?? value.other.address)
        return (
            words("funding substituted", "замена финансирования"),
            value.isGiven
                ? words(
                    "\(at): of what it had paid, \(amount) is paid by \(other) and is free here again",
                    "\(at): из оплаченного \(amount) теперь оплачивает \(other), здесь эта сумма снова свободна"
                )
                : words(
                    "\(at): \(amount) of what it pays was paid by \(other)",
                    "\(at): \(amount) из оплаченного раньше оплачивал платёж \(other)")
        )
    }

    private func assigned(_ value: KeptAssignment, _ region: Region) -> (String, String) {
        let amount = sum(value.assigned.amount, region.profile.currency)
        let (at, from, to) = (moment(value.at, region), value.assigned.assignor, value.assigned.assignee)
        return (
            words("advance assigned", "передача аванса"),
            words(
                "\(at): \(amount) that were left passed from tax id \(from) to tax id \(to)",
                "\(at): остаток \(amount) перешёл от ИНН \(from) к ИНН \(to)")
        )
    }

    func bankLine(_ value: BankLineExplanation) {
        let line = value.line
        let currency = line.region?.profile.currency ?? .rub
        terminal.say("\(value.address)  \(sum(line.amount, currency))")
        let payer = [line.payer, line.payerTaxID?.text].compactMap { $0 }.joined(separator: ", ")
        facts(
            [
                (
                    words("transfer", "перевод"),
                    words(
                        "No. \(line.document) of \(Dates.short(line.date))",
                        "№ \(line.document) от \(Dates.short(line.date))")
                ), (words("payer", "плательщик"), payer), (words("purpose", "назначение"), line.purpose),
                (
                    words("file", "файл"),
                    "\(value.statement), \(words("line", "строка")) \(line.fileLine)"
                ), (words("state", "состояние"), terminal.words(StateWords.line(line.state.rawValue))),
            ] + line.reasons.map { (words("because", "потому что"), terminal.words($0)) }
                + value.shares.compactMap { share in
                    share.invoice.map { invoice in
                        (
                            words("invoice", "счёт"),
                            "№ \(invoice.number), \(Dates.short(invoice.date)), \(share.project), "
                                + sum(share.amount, currency)
                        )
                    }
                })
        for share in value.credits {
            terminal.say()
            credit(share)
        }
    }

    func project(_ value: ProjectExplanation) {
        let currency = value.region.profile.currency
        terminal.say(
            "\(value.project)  \(StateWords.phrase(value.state, in: value.region).text(language))")
        var rows = [
            (words("payment account", "лицевой счёт"), sum(value.payment, currency)),
            (words("of it debt", "в том числе долг"), sum(value.debt, currency)),
        ]
        if let cause = value.cause {
            rows.append((words("because", "потому что"), why(cause, value)))
            if case .charge(_, _, let dayLine) = cause.movement {
                rows.append((words("its day line", "её строка дня"), dayLine))
            }
        }
        if value.disputedEvents > 0 {
            let count = events(Int(value.disputedEvents))
            rows.append(
                (
                    words("disputed", "спорное"),
                    words(
                        "\(count) came while it was conserved: kept, not charged",
                        "\(count), за время консервации: сохранены, не списаны")
                ))
        }
        if let least = value.thawsWith { rows += thaw(least, value, currency) }
        facts(rows)
        if value.transitions.count > 0 {
            heading("Changes of state", "Смены состояния")
            table(
                value.transitions,
                [words("when", "когда"), words("state", "состояние"), words("movement", "движение")],
                right: []
            ) { change in
                [
                    moment(change.at, value.region),
                    terminal.words(StateWords.name(change.state)),
                    change.cause,
                ]
            }
        }
        if value.disputes.count > 0 {
            heading("Disputed and not charged", "Спорное, не списано")
            table(
                value.disputes,
                [words("day", "день"), "SKU", words("events", "событий"), words("quantity", "количество")],
                right: [2, 3]
            ) {
                [
                    Dates.short($0.day), $0.sku.text, Sums.grouped(Int($0.events), language),
                    Sums.text($0.quantity, language),
                ]
            }
        }
        rests(value.lots, words("Money left", "Осталось денег"), value.region)
        rests(value.grants, words("Bonuses left", "Осталось бонусов"), value.region)
        if value.debts.count > 0 {
            heading("Debts, the oldest is paid first", "Долги: первым оплачивается самый старый")
            table(value.debts, [words("day line", "строка дня"), words("sum", "сумма")], right: [1]) {
                [$0.dayLine, bare($0.amount)]
            }
        }
    }

    private func rests(_ excerpt: Excerpt<ProjectExplanation.Rest>, _ title: String, _ region: Region) {
        guard excerpt.count > 0 else { return }
        terminal.say()
        terminal.say(title)
        table(
            excerpt,
            [
                words("address", "адрес"), words("money", "деньги"), words("credited", "зачислено"),
                words("left", "осталось"),
            ], right: [2, 3]
        ) { rest in
            [
                rest.fact.bankAddress ?? rest.fact.address, what(rest.fact, region),
                bare(rest.fact.credit.amount), bare(rest.remaining),
            ]
        }
    }

    /// What gets a frozen project working again, and how long that can wait.
    private func thaw(
        _ least: Int64, _ value: ProjectExplanation, _ currency: Currency
    ) -> [(String, String)] {
        var rows = [
            (
                words("thaws with", "разморозит"),
                words(
                    "\(sum(least, currency)) or more of money; bonuses do not thaw",
                    "зачисление денег от \(sum(least, currency)); бонусы не размораживают")
            )
        ]
        if let due = value.state.deletionDue {
            let term =
                value.everPaid
                ? words("money was credited before", "деньги уже зачислялись")
                : words("no money was ever credited", "деньги ни разу не зачислялись")
            rows.append(
                (words("deleted after", "удаление после"), "\(moment(due, value.region)): \(term)"))
        }
        return rows
    }

    private func why(_ cause: ProjectExplanation.Cause, _ value: ProjectExplanation) -> String {
        let at = moment(cause.at, value.region)
        switch cause.movement {
        case .charge(let event, let cost, _):
            let exact = cost.map { Sums.text($0, language) } ?? "—"
            let name = "\(event.source)/\(event.id)"
            let late =
                event.end < cause.at
                ? words(
                    "; used until \(moment(event.end, value.region)), it arrived late",
                    "; использовано до \(moment(event.end, value.region)), пришло позже") : ""
            return words(
                "\(at): the charge for event \(name), \(Sums.sign(value.region.profile.currency))\(exact), took "
                    + "the payment account below zero\(late)",
                "\(at): списание за событие \(name), \(exact) \(Sums.sign(value.region.profile.currency)), увело "
                    + "лицевой счёт ниже нуля\(late)")
        case .credit(let fact):
            let address = fact.bankAddress ?? fact.address
            return words(
                "\(at): \(address), \(what(fact, value.region))",
                "\(at): \(address), \(what(fact, value.region))")
        case .schemeSwitch(let day, let scheme):
            return words(
                "\(at): from \(Dates.short(day)) on the contract is \(scheme.phrase.en)",
                "\(at): с \(Dates.short(day)) по договору \(scheme.phrase.ru)")
        case .deferral:
            return words(
                "\(at): staff put the freezing off, or that time ended",
                "\(at): сотрудник отложил блокировку, или это время закончилось")
        case .conservation(.begun):
            return words(
                "\(at): the project was conserved: what is used later is not charged",
                "\(at): проект законсервирован: использованное позже не списывается")
        case .conservation(.ended):
            return words("\(at): the conservation ended", "\(at): консервация закончилась")
        case .missing(let name):
            return words(
                "\(at): «\(name)», which is not to be found; run `kontragent verify`",
                "\(at): «\(name)», которого не найти; выполните `kontragent verify`")
        }
    }
}

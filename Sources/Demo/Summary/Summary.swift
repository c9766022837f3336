import Access
import Basics
import Contracts
import Documents
import Notices
import Regions
import UseCases
package import Wording

/// What a person reads when the play is over.
package struct Summary {
    private let played: Played
    private let speech: Speech
    private let place: Place

    /// Where the play has put what it made, and how the program is called.
    package struct Place {
        let program: String
        let database: String
        let folder: String
        let files: [String]

        package init(program: String, database: String, folder: String, files: [String]) {
            self.program = program
            self.database = database
            self.folder = folder
            self.files = files
        }
    }

    package init(_ played: Played, _ language: Language, _ place: Place) {
        self.played = played
        speech = Speech(language)
        self.place = place
    }

    package var pieces: [SummaryPiece] {
        cast + documents + tieOut + skipped + frozen + waiting + blockers + files + people + tryNext
    }

    private var cast: [SummaryPiece] {
        let events = played.months.reduce(0) { $0 + $1.events }
        let projects = played.customers.reduce(0) { $0 + $1.draft.projects.count }
        let rows = played.customers.map { customer -> [String] in
            let projects = customer.draft.projects.map(\.pid)
            let more = projects.count > 1 ? " … +\(projects.count - 1)" : ""
            return [
                customer.name, customer.region.phrase.text(speech.language), customer.terms(speech),
                (projects.first ?? "") + more,
            ]
        }
        let title =
            "\(speech.count(played.customers.count, .accounts)), \(speech.count(projects, .projects)), "
            + speech.count(events, .events)
        return [
            .line(""), .line(title),
            .table(
                [
                    speech.words("account", "клиент"), speech.words("region", "регион"),
                    speech.words("terms", "условия"), speech.words("projects", "проекты"),
                ], rows, right: []),
        ]
    }

    private var documents: [SummaryPiece] {
        Region.allCases.flatMap { region -> [SummaryPiece] in
            let table = DocumentsTable(played.months, region, speech)
            return [.line(""), .line(table.title), table.piece]
        }
    }

    private var tieOut: [SummaryPiece] {
        let rows = Region.allCases.map { region -> [String] in
            let ties = played.months.flatMap(\.reports).flatMap(\.tieOuts).filter { $0.region == region }
            let sums = [\ClosingReport.TieOut.portions, \.documents, \.ledger].map { path in
                ties.reduce(0) { $0 + $1[keyPath: path].minor }
            }
            let texts = sums.map {
                Sums.signed(Money(minor: $0, region.profile.currency), speech.language)
            }
            let agrees = ties.allSatisfy(\.agrees)
            return [region.phrase.text(speech.language)] + texts + [agrees ? "=" : "≠"]
        }
        return [
            .line(""),
            .line(
                speech.words(
                    "Tie-out of all months: the same sum three ways",
                    "Сверка за все месяцы: одна сумма тремя путями")),
            .table(
                [
                    speech.words("region", "регион"), speech.words("portions", "по частям оплат"),
                    speech.words("documents", "по документам"), speech.words("ledger", "по книгам"), "",
                ], rows, right: [1, 2, 3]),
        ]
    }

    /// Who had months with nothing to report, and in which.
    private var skipped: [SummaryPiece] {
        let all = played.months.flatMap { month in
            month.reports.flatMap(\.skipped).map { (month: month.month, skipped: $0) }
        }
        let parties = played.customers.compactMap { customer -> SummaryPiece? in
            let months = all.filter { $0.skipped.party.taxID.text == customer.taxID }.map(\.month)
            guard let first = months.first, let last = months.last else { return nil }
            let run = Int(last.index - first.index) + 1 == months.count && months.count > 1
            let list = run ? "\(first) … \(last)" : months.map(\.description).joined(separator: ", ")
            return .line("  \(customer.name)  \(list)")
        }
        return [
            .line(""),
            .line(
                speech.words(
                    "Nothing to report: months without money of the customer's own bank transfers",
                    "Нечего отражать: месяцы, в которые из переводов самого клиента ничего не списано")),
        ] + parties
    }

    private var frozen: [SummaryPiece] {
        let title = speech.words(
            "Frozen projects (in thirteen months: frozen \(played.freezings) times, thawed \(played.thaws))",
            "Замороженные проекты (за тринадцать месяцев заморозок: \(played.freezings), разморозок: "
                + "\(played.thaws))")
        return [.line(""), .line(title)]
            + played.frozen.map { project in
                let state = StateWords.phrase(project.state, in: project.region).text(speech.language)
                let balance = Sums.signed(project.balance, speech.language)
                return .line("  \(project.pid)  \(project.customer)  \(balance)  \(state)")
            }
    }

    private var waiting: [SummaryPiece] {
        let unclear = played.unclear.flatMap { line -> [SummaryPiece] in
            let sum = Money(minor: line.amount, line.region?.profile.currency ?? .rub)
            let reasons = line.reasons.map { $0.text(speech.language) }.joined(separator: " ")
            return [
                .line(
                    "  \(ExplanationAddress.bankLine(line.number).text)  \(line.payer)  \(Sums.signed(sum, speech.language))  «\(line.purpose)»"
                ),
                .line("      \(reasons)"),
            ]
        }
        let held = played.held.flatMap { file -> [SummaryPiece] in
            let sum = Money(minor: file.amount, file.region.profile.currency)
            let reasons = file.reasons.map { Wordbook.phrase($0).text(speech.language) }
            return [
                .line(
                    "  \(file.name)  \(speech.count(file.lines, .lines))  \(Sums.signed(sum, speech.language))"
                )
            ] + reasons.map { .line("      \($0)") }
        }
        return [
            .line(""),
            .line(
                speech.words(
                    "Unclear payments, waiting for a person", "Невыясненные платежи ждут сотрудника")),
        ] + unclear + [
            .line(""),
            .line(
                speech.words(
                    "Held bank files, waiting for a person", "Задержанные файлы банка ждут сотрудника")),
        ] + held
    }

    private var blockers: [SummaryPiece] {
        var first: [ClosingReport.Blocked] = []
        for blocked in played.months.flatMap(\.reports).flatMap(\.blocked)
        where !first.contains(where: { $0.account == blocked.account }) { first.append(blocked) }
        return [
            .line(""),
            .line(
                speech.words(
                    "Not closed: these customers' months wait",
                    "Не закрыто: месяцы этих клиентов ждут")),
        ]
            + first.flatMap { blocked -> [SummaryPiece] in
                let name = played.customers.first { $0.draft.account == blocked.account.text }?.name ?? ""
                return [
                    .line("  \(name)  \(blocked.party.taxID)  \(blocked.reason)"),
                    .line("      \(Wordbook.phrase(blocked.problem).text(speech.language))"),
                ]
            }
    }

    private var files: [SummaryPiece] {
        guard !place.files.isEmpty else { return [] }
        let json = place.files.filter { $0.hasSuffix(".json") }.count
        let drafts = place.files.filter { $0.hasSuffix("-esf-draft.xml") }.count
        // Each formalised file stands under a short name and under the one its format asks for.
        let formalised = (place.files.count - json - drafts) / 2
        let counted = speech.count(place.files.count, .files)
        return [
            .line(""),
            .line(
                speech.words(
                    "\(counted) in \(place.folder): \(json) frozen JSON, \(formalised) XML under two names each, "
                        + "\(drafts) drafts of Kazakhstan's ЭСФ",
                    "\(counted) в \(place.folder): замороженных JSON — \(json), XML под двумя именами — "
                        + "\(formalised), черновиков ЭСФ — \(drafts)")),
        ]
    }

    /// Who can sign in, and with what.
    private var people: [SummaryPiece] {
        let rows = played.people.map { user -> [String] in
            switch user.standing {
            case .staff(let roles):
                ["office.localhost", user.email, roles.map(\.rawValue).joined(separator: " ")]
            case .member(let pid, let roles):
                ["cabinet.localhost", user.email, "\(pid): \(roles.map(\.rawValue).joined(separator: " "))"]
            }
        }
        let title = speech.words(
            "Users (serve --demo-sign-in); the password of all: \(DemoUser.password)",
            "Пользователи (serve --demo-sign-in); пароль у всех: \(DemoUser.password)")
        return [
            .line(""), .line(title),
            .table(
                [
                    speech.words("door", "вход"), speech.words("e-mail", "почта"),
                    speech.words("roles", "роли"),
                ],
                rows, right: []),
        ]
    }

    private var tryNext: [SummaryPiece] {
        let db = "--db \(place.database)"
        let month = Play.last.month
        var rows = [
            ["balance mcs0000000005 \(db)", speech.words("what a project has", "что есть у проекта")],
            [
                "detail mcs0000000001 --month \(month.previous) \(db)",
                speech.words("what it spent, day by day", "на что потрачено по дням"),
            ],
            [
                "close \(month) --dry-run \(db)",
                speech.words("what the next month would issue", "что выпустит следующий месяц"),
            ],
        ]
        let documents = played.months.flatMap(\.reports).flatMap(\.documents).map(\.content)
        if let key = documents.last(where: { $0.kind == .upd })?.key {
            rows.append([
                "explain \(key.text)#1 \(db)",
                speech.words("ask why: a line of a document", "спросить, откуда строка документа"),
            ])
        }
        if let project = played.frozen.first {
            rows.append([
                "explain \(project.pid) \(db)",
                speech.words("ask why: a frozen project", "спросить, почему проект заморожен"),
            ])
        }
        if let line = played.unclear.last {
            rows.append([
                "bank match bank/\(line.number) mcs0000000001 \(db)",
                speech.words("give an unclear payment to a project", "отдать невыясненный платёж проекту"),
            ])
        }
        if let file = played.held.first {
            rows.append([
                "bank accept \(file.name) \(db)",
                speech.words("let the held file through", "пропустить задержанный файл"),
            ])
        }
        if let xml = place.files.last(where: { $0.contains("/upd-") && $0.hasSuffix(".xml") }) {
            rows.append([
                "validate \(place.folder)/\(xml)",
                speech.words("check a file by its format", "проверить файл по его формату"),
            ])
        }
        return [.line(""), .line(speech.words("Try next", "Что попробовать"))]
            + rows.flatMap { [.line("  # \($0[1])"), .line("  \(place.program) \($0[0])")] }
    }
}

extension Customer {
    /// Offer or contract, its scheme, documents and what is special.
    fileprivate func terms(_ speech: Speech) -> String {
        let contracts = draft.contracts ?? []
        guard let contract = contracts.first else {
            return speech.words("offer", "оферта") + ", " + PaymentScheme.prepaid.phrase.text(speech.language)
        }
        let schemes = contracts.compactMap { $0.scheme.flatMap(PaymentScheme.init(rawValue:)) }
            .map { $0.phrase.text(speech.language) }
        let kinds = (contract.documents ?? []).compactMap(DocumentKind.init(rawValue:))
            .map { $0.phrase.text(speech.language) }
        var terms = [
            "\(speech.words("contract", "договор")) \(contract.number ?? "")",
            schemes.joined(separator: speech.words(", then ", ", затем ")),
        ]
        if !kinds.isEmpty { terms.append(kinds.joined(separator: " + ")) }
        if contract.vat == "none" { terms.append(VATRate.none.phrase.text(speech.language)) }
        if contract.perProject == true {
            terms.append(speech.words("a package per project", "пакет на каждый проект"))
        }
        if contract.prices != nil { terms.append(speech.words("own price", "своя цена")) }
        return terms.joined(separator: ", ")
    }
}

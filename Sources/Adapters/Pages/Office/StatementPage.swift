import Basics
import Notices
import Payments
import Regions
package import UseCases

/// A bank file: why it is held, what a person may do about it, and its lines.
package struct StatementPage {
    private let visit: Visit
    private let view: OfficeDesk.StatementView
    private let isFirst: Bool
    private let failure: FormFailure?

    package init(
        _ view: OfficeDesk.StatementView, isFirst: Bool, failure: FormFailure? = nil, _ visit: Visit
    ) {
        self.view = view
        self.isFirst = isFirst
        self.failure = failure
        self.visit = visit
    }

    private var path: String { "/bank/files/\(Hex.text(view.listing.digest))" }

    static func state(_ file: StatementListing, _ visit: Visit) -> Markup {
        if file.isHeld {
            return file.refusedAt == nil
                ? visit.tag(visit.words("held", "задержана"), "bad")
                : visit.tag(visit.words("turned away", "отклонена"), "")
        }
        return file.acceptedAt == nil
            ? visit.tag(visit.words("booked", "загружена"), "good")
            : visit.tag(visit.words("accepted by a person", "принята сотрудником"), "good")
    }

    package var markup: Markup {
        let words = visit.words
        let file = view.listing
        let title = words("Bank file \(file.name)", "Выписка \(file.name)")
        let query = [("state", view.lines.state?.rawValue ?? "")]
        let held: Markup? =
            view.heldFor.isEmpty
            ? nil
            : """
            <div class="alert \(file.isHeld ? "alert-danger" : "alert-warning")" role="note"><p><strong>\(words("Why it was held", "Почему она задержана"))</strong></p>
            <ul>\(view.heldFor.map { "<li>\(visit.sentence($0))</li>" as Markup })</ul></div>

            """
        let flaws: Markup? =
            view.flaws.isEmpty
            ? nil
            : """
            <div class="alert alert-warning" role="note"><p><strong>\(words("Left out", "Пропущено"))</strong></p>
            <ul>\(view.flaws.prefix(50).map { "<li>\(visit.sentence($0.problem))</li>" as Markup })</ul></div>

            """
        let warnings = view.warnings.prefix(50).map { "<p>\($0.phrase.text(visit.language))</p>" as Markup }
        let lines: Markup =
            view.lines.lines.isEmpty
            ? empty(
                words("The file brought no lines of its own.", "Своих строк файл не принёс."),
                "\(words("They may have come with another file.", "Возможно, они пришли с другим файлом."))")
            : BankLineTable(
                view.lines.lines, words("Lines, the latest first", "Строки, последние сверху"), visit
            )
            .markup
        return Frame(
            visit: visit, title: title, path: path, query: query,
            trail: [(words("Bank", "Банк"), visit.link("/bank"))]
        ).page(
            """
            <h1>\(title)</h1>
            <p class="lead">\(StatementPage.state(file, visit)) \(visit.moment(file.receivedAt, .moscow)), \(visit.count(file.size)) \(words("bytes", "байт"))</p>
            \(held)\(flaws)\(warnings)\(choice)
            \(lines)
            \(visit.onward(path, query, "before", view.lines.next.map { String($0) }, isFirst: isFirst))
            """)
    }

    private var choice: Markup? {
        guard view.listing.isHeld, visit.isStaff else { return nil }
        let accept = Form(
            visit: visit, id: "accept", action: "\(path)/acceptance", fields: [visit.reason()],
            button: visit.words("Accept and credit", "Принять и зачислить"), failure: failure)
        let refuse = Form(
            visit: visit, id: "refuse", action: "\(path)/refusal", fields: [visit.reason()],
            button: visit.words("Turn away", "Отклонить"), isDangerous: true, failure: failure)
        return """
            <div class="sides"><section aria-labelledby="take"><h2 id="take">\(visit.words("It is right all the same", "Она всё же верна"))</h2>
            \(accept.markup)</section>
            <section aria-labelledby="leave"><h2 id="leave">\(visit.words("Nothing of it counts", "Ничего из неё не учитывать"))</h2>
            \(view.listing.refusedAt == nil ? refuse.markup : "")</section></div>

            """
    }
}

import Access
import Basics
import Documents
import Notices
import Regions
package import UseCases
import Wording

/// Topping a project up by bank transfer: a sum to ask an invoice for, and those that were made.
package struct TopUpPage {
    private let visit: Visit
    private let head: ProjectHead
    private var pid: PID { head.pid }
    private let offer: InvoicesDesk.Offer
    private let amount: String
    private let failure: FormFailure?

    package init(
        _ head: ProjectHead, _ offer: InvoicesDesk.Offer, amount: String = "",
        failure: FormFailure? = nil, _ visit: Visit
    ) {
        self.visit = visit
        self.head = head
        self.offer = offer
        self.amount = amount
        self.failure = failure
    }

    package var markup: Markup {
        let words = visit.words
        let supplier: Markup? =
            if case .user(_, false) = visit.person {
                "<p>\(anchor(visit.supplier(head.region), words("The supplier's details", "Реквизиты исполнителя")))</p>\n"
            } else { nil }
        return ProjectFrame(head: head, tab: .topUp, visit: visit).page(
            """
            <h2>\(words("By bank transfer", "Банковским переводом"))</h2>
            \(registration)\(offer.refusal.map(refused) ?? form)
            \(offer.made.isEmpty ? nil : table)\(supplier)
            <h2>\(words("Other ways", "Другие способы"))</h2>
            <p class="dim">\(words("Cards, a linked card and automatic top-up are to come. Until then money comes by transfer.", "Карты, привязанная карта и автопополнение появятся позже. Пока деньги принимаются переводом."))</p>
            """)
    }

    /// Without the payer's details an invoice bears the supplier alone (R31).
    private var registration: Markup? {
        guard offer.refusal == nil, !offer.hasPayer, !visit.isStaff,
            RegistrationPage.isAwaited(head, for: visit.person)
        else { return nil }
        return """
            <div class="alert alert-info with-button" role="note"><p>\(visit.words("An invoice will bear the supplier's details alone. Add yours, and it names the payer too.", "В счёте будут только реквизиты поставщика. Добавьте свои, и в нём появится плательщик."))</p>\
            <a class="btn btn-primary btn-sm" href="\(visit.link(RegistrationPage.path(head)))">\(visit.words("Add data", "Добавить данные"))</a></div>

            """
    }

    /// Why there is no form, and where the department makes it, the way to ask for one.
    private func refused(_ problem: any Problem) -> Markup {
        let isByRequest = ["documents.invoice-by-department", "documents.invoice-for-non-resident"].contains(
            problem.code)
        let way: Markup? =
            isByRequest && head.rights.contains(.requests)
            ? """
            <a class="btn btn-primary btn-sm" href="\(visit.link("/projects/\(pid)/requests/new", [("kind", "foreign-invoice")]))">\(visit.words("Ask for an invoice", "Запросить счёт"))</a>
            """ : nil
        return """
            <div class="alert alert-info with-button" role="note"><p>\(Wordbook.phrase(problem).text(visit.language))</p>\(way)</div>

            """
    }

    private var form: Markup {
        Form(
            visit: visit, id: "top-up", action: "/projects/\(pid)/top-up",
            fields: [
                .init(
                    name: "amount",
                    label: visit.words(
                        "How much, \(Sums.sign(offer.region.profile.currency))",
                        "Сколько, \(Sums.sign(offer.region.profile.currency))"),
                    kind: .sum, value: amount,
                    hint: visit.words(
                        "\(visit.sum(offer.least, offer.region)) at least. The invoice is a PDF with a code for your bank's app.",
                        "Не меньше \(visit.sum(offer.least, offer.region)). Счёт — PDF с кодом для приложения банка."
                    ))
            ] + (visit.isStaff ? [visit.reason()] : []),
            button: visit.words("Make an invoice", "Выставить счёт"), failure: failure
        ).markup
    }

    /// What the invoice asks in the contract's currency, and by which rate.
    private func agreed(_ sum: AgreedSum, _ place: String) -> Markup {
        "<br/><span class=\"dim\">\(visit.words("to pay", "к оплате")) \(anchor(place, Sums.text(sum, visit.language)))<br/>\(visit.rate(sum.rate))</span>"
    }

    private var table: Markup {
        var table = Table(
            caption: visit.words("Invoices, the newest first", "Счета, сначала последние"),
            columns: [
                .init("№"), .init(visit.words("Date", "Дата")),
                .init(visit.words("Sum", "Сумма"), isSum: true),
                .init(visit.words("Purpose", "Назначение платежа"), isName: true),
                .init(visit.words("File", "Файл"), isForScreen: true),
            ])
        table.rows = offer.made.map { made in
            let content = made.content
            let place = "/projects/\(pid)/top-up/\(content.date.year)/\(content.number).pdf"
            return [
                "\(String(content.number))", "\(Dates.long(content.date, visit.language))",
                "\(anchor(place, visit.sum(content.amount, offer.region)))\(content.agreed.map { agreed($0, place) })",
                name(content.purpose),
                "<a href=\"\(place)\" aria-label=\"\(visit.words("PDF, invoice \(content.number)", "PDF, счёт № \(content.number)"))\">PDF</a>",
            ]
        }
        return table.markup
    }
}

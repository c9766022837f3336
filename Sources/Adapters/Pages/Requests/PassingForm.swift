import Basics
import Counterparties
import Funding
import Projects
import UseCases

/// What re-registering a project to each account of the new organisation would do: what passes, what stays, whose the
/// documents of the month are (R130).
struct PassingForm {
    let previews: [PassingDesk.Preview]
    let typed: [String: String]
    let visit: Visit

    var field: Form.Field {
        Form.Field(
            name: "account", label: visit.words("To the account", "На учётную запись"),
            value: typed["account"]
                ?? previews.first { $0.refusal == nil }?.to.id.text ?? previews.first?.to.id.text ?? "",
            hint: visit.words(
                "The project's members stay: change the owner first if other people run it from now on.",
                "Участники проекта остаются: если проект ведут другие люди, сначала смените владельца."))
    }

    var markup: Markup {
        guard !previews.isEmpty else {
            let none = visit.words(
                "No account has a tax id that the request names: open one for the new organisation first.",
                "Учётной записи с ИНН из запроса нет: сначала откройте её для новой организации.")
            return "\(title)<p>\(none)</p>\n"
        }
        return "\(title)\(previews.map(shown))"
    }

    private var title: Markup {
        "<h3>\(visit.words("What re-registering would do", "Что изменит переоформление"))</h3>\n"
    }

    private func shown(_ preview: PassingDesk.Preview) -> Markup {
        let words = visit.words
        let party = preview.to.counterparty
        let (project, region) = (preview.project, preview.project.project.region)
        let month = visit.month(preview.month)
        let unspent = preview.unspent.reduce(0) { $0 + $1.remaining }
        func sum(_ minor: Int64) -> Markup {
            anchor(visit.explain(project.project.pid.text), visit.sum(minor, region))
        }
        let kept = preview.kept.isEmpty ? "—" : preview.kept.prefix(20).map(\.text).joined(separator: ", ")
        let refusal: Markup? = preview.refusal.map {
            "<div class=\"alert alert-danger\" role=\"alert\">\(visit.sentence($0))</div>\n"
        }
        return """
            <p>\(visit.account(preview.to.id, party.shortName ?? party.name))</p>
            \(refusal)<dl class="facts">
            <dt>\(words("Its balance passes", "Перейдёт баланс"))</dt><dd>\(sum(project.lotTotal - project.debtTotal))</dd>
            <dt>\(words("of it an advance", "из него аванс"))</dt><dd>\(sum(unspent))</dd>
            <dt>\(words("Bonuses", "Бонусы"))</dt><dd>\(sum(preview.bonuses))</dd>
            <dt>\(words("Stay behind", "Останутся"))</dt><dd>\(kept)</dd>
            </dl>
            <p class="dim">\(words("The advance is what is left of the present organisation's transfers: it becomes the new one's.", "Аванс — остаток переводов нынешней организации: он станет авансом новой."))
            \(words("Months before \(month) are documented to the present organisation. Of \(month) each gets what its own transfers have paid; later months are the new one's.", "За \(month) документы получат обе: каждая на то, что оплатили её переводы. Раньше — нынешняя, позже — новая."))</p>

            """
    }
}

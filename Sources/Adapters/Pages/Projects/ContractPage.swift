import Access
import Basics
import Contracts
package import UseCases
import Wording

/// The contract a customer's project is under, to be read and not changed (R33).
package struct ContractPage {
    private let visit: Visit
    private let profile: ProfilesDesk.Profile
    private let hasFile: Bool

    package init(_ profile: ProfilesDesk.Profile, hasFile: Bool, _ visit: Visit) {
        self.profile = profile
        self.hasFile = hasFile
        self.visit = visit
    }

    package var markup: Markup {
        let head = profile.head
        let path = "/projects/\(head.pid)"
        let body: Markup
        if let contract = profile.contract {
            let file: Markup? =
                hasFile
                ? "<p>\(anchor("\(path)/contract/signed", visit.words("What was signed", "Подписанный договор")))</p>\n"
                : nil
            let lock = visit.words(
                "These terms are agreed upon with a manager and are not changed here.",
                "Эти условия согласованы с менеджером, и здесь их не изменить.")
            body = """
                <div class="alert alert-info" role="note">\(lock)</div>
                \(ContractFacts(contract: contract, visit: visit).markup)\(file)
                """
        } else {
            let differences: Markup? =
                visit.isStaff
                ? nil
                : "<p>\(anchor(visit.link("/individuals-and-companies"), visit.words("What an individual contract is for", "Зачем нужен индивидуальный договор")))</p>\n"
            body = """
                <p>\(visit.words("You work on the public offer, in advance.", "Вы работаете по публичной оферте, по предоплате."))</p>
                \(differences)
                """
        }
        return ProjectFrame(head: head, tab: .settings, visit: visit).page(
            "<h2>\(visit.words("Contract", "Договор"))</h2>\n\(body)")
    }
}

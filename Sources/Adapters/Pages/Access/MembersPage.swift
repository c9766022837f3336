import Access
import Basics
import Notices
package import UseCases

/// Members of a project: who, with which roles, and who was invited.
package struct MembersPage {
    private let visit: Visit
    private let head: ProjectHead
    private let list: MembersDesk.List
    private let failure: FormFailure?
    private let email: String

    package init(
        _ head: ProjectHead, _ list: MembersDesk.List, email: String = "", failure: FormFailure? = nil,
        _ visit: Visit
    ) {
        self.visit = visit
        self.head = head
        self.list = list
        self.failure = failure
        self.email = email
    }

    private var path: String { "/projects/\(list.project)/members" }

    private var roles: [(value: String, name: String)] {
        CustomerRole.allCases.filter { $0 != .owner }.map { ($0.rawValue, $0.phrase.text(visit.language)) }
    }

    package var markup: Markup {
        let words = visit.words
        let invite = Form(
            visit: visit, id: "invite", action: "\(path)/invitations",
            fields: [
                .init(name: "email", label: words("E-mail", "Почта"), kind: .email, value: email),
                .init(name: "role", label: words("Roles", "Роли"), kind: .boxes(roles), values: ["viewer"]),
            ], button: words("Invite", "Пригласить"), failure: failure)
        return ProjectFrame(head: head, tab: .members, visit: visit).page(
            """
            \(table)
            \(invited)
            <h2>\(words("Invite", "Пригласить"))</h2>
            \(invite.markup)
            """)
    }

    private var table: Markup {
        var table = Table(
            caption: visit.words("Members", "Участники"),
            columns: [
                .init(visit.words("Name", "Имя")), .init(visit.words("E-mail", "Почта")),
                .init(visit.words("Roles", "Роли")), .init(visit.words("Action", "Действие")),
            ])
        table.rows = list.members.map { user, membership in
            [
                name(user.name), "\(user.email.text)", "\(words(membership.roles))",
                membership.roles.contains(.owner) ? "" : actions(user, membership),
            ]
        }
        return table.markup
    }

    private func actions(_ user: User, _ membership: Membership) -> Markup {
        let who = Form.Field(name: "user", label: "", kind: .hidden, value: user.id.text)
        let change = Form(
            visit: visit, id: "r\(user.id)", action: "\(path)/roles",
            fields: [
                who,
                .init(
                    name: "role", label: visit.words("Roles", "Роли"), kind: .boxes(roles),
                    values: Set(membership.roles.map(\.rawValue))),
            ], button: visit.words("Give", "Дать"), failure: failure)
        let remove = Form(
            visit: visit, id: "d\(user.id)", action: "\(path)/removals", fields: [who],
            button: visit.words("Remove", "Удалить"), isDangerous: true, failure: failure)
        return """
            <details><summary>\(visit.words("Change", "Изменить"))</summary>\(change.markup)\(remove.markup)</details>
            """
    }

    private var invited: Markup? {
        guard !list.invitations.isEmpty else { return nil }
        let rows = list.invitations.compactMap { code -> Markup? in
            guard case .invitation(_, let roles, _) = code.purpose else { return nil }
            let withdraw = Form(
                visit: visit, id: "w-\(code.email.text)", action: "\(path)/withdrawals",
                fields: [.init(name: "email", label: "", kind: .hidden, value: code.email.text)],
                button: visit.words("Take back", "Отозвать"), isDangerous: true)
            return "<li>\(code.email.text) · \(words(roles)) \(withdraw.markup)</li>\n"
        }
        return """
            <h2>\(visit.words("Invited", "Приглашены"))</h2>
            <ul>\(rows)</ul>
            """
    }

    private func words(_ roles: Set<CustomerRole>) -> String {
        roles.sorted().map { $0.phrase.text(visit.language) }.joined(separator: ", ")
    }
}

/// Another project for the user's own account.
package struct NewProjectPage {
    private let visit: Visit
    private let failure: FormFailure?

    package init(failure: FormFailure? = nil, _ visit: Visit) {
        self.visit = visit
        self.failure = failure
    }

    package var markup: Markup {
        let words = visit.words
        let form = Form(
            visit: visit, id: "project", action: "/new-project", fields: [],
            button: words("Create", "Создать"), failure: failure)
        return visit.simple(
            words("A new project", "Новый проект"), "/new-project",
            """
            <p>\(words("It gets a PID and a balance of its own; you are its owner.", "У него будут свои PID и баланс; вы станете его владельцем."))</p>
            \(form.markup)
            """)
    }
}

/// The letters that are to be sent: in the demo, where nobody sends them.
package struct LettersPage {
    private let visit: Visit
    private let letters: [Letter]

    package init(_ letters: [Letter], _ visit: Visit) {
        self.visit = visit
        self.letters = letters
    }

    package var markup: Markup {
        let list = letters.map { letter -> Markup in
            let lines = letter.body.split(separator: "\n", omittingEmptySubsequences: false).map {
                line -> Markup in
                line.hasPrefix("http")
                    ? "<a href=\"\(String(line))\">\(String(line))</a>\n" : "\(String(line))\n"
            }
            let files = letter.fileNames.map { name -> Markup in
                "<p class=\"dim\">\(visit.words("with the file", "с файлом")) \(name)</p>\n"
            }
            return """
                <article class="card"><div class="card-body"><h2 class="card-title">\(letter.subject)</h2>
                <p class="dim">\(letter.to.text) · \(letter.createdAt.description)</p>
                <pre>\(lines)</pre>\(files)</div></article>

                """
        }
        let title = visit.words("Letters", "Письма")
        return Frame(visit: visit, title: title, path: "/dev/mail").page(
            "<h1>\(title)</h1>\n\(list)")
    }
}

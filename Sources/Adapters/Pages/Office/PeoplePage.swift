import Access
import Basics
import Notices
package import UseCases

/// The provider's own people: who they are, what each may do, and how somebody comes or goes.
package struct PeoplePage {
    private let visit: Visit
    private let people: [User]
    private let failure: FormFailure?
    private let typed: (email: String, name: String)

    package init(
        _ people: [User], typed: (email: String, name: String) = ("", ""), failure: FormFailure? = nil,
        _ visit: Visit
    ) {
        self.people = people
        self.typed = typed
        self.failure = failure
        self.visit = visit
    }

    private var roles: [(value: String, name: String)] {
        StaffRole.allCases.map { ($0.rawValue, $0.phrase.text(visit.language)) }
    }

    package var markup: Markup {
        let words = visit.words
        let title = words("The provider's people", "Сотрудники")
        let make = Form(
            visit: visit, id: "make", action: "/people",
            fields: [
                .init(name: "email", label: words("E-mail", "Почта"), kind: .email, value: typed.email),
                .init(name: "name", label: words("Name", "Имя"), value: typed.name),
                .init(name: "role", label: words("Roles", "Роли"), kind: .boxes(roles), isNeeded: false),
                visit.reason(),
            ], button: words("Invite by letter", "Пригласить письмом"), failure: failure)
        return Frame(visit: visit, title: title, path: "/people").page(
            """
            <h1>\(title)</h1>
            \(people.map(person))
            \(visit.isStaff ? "<h2>\(words("Somebody new", "Новый сотрудник"))</h2>\n\(make.markup)" as Markup : nil)
            """)
    }

    private func person(_ user: User) -> Markup {
        let words = visit.words
        let key = user.email.text
        let roleNames = user.staffRoles.sorted().map { visit.tag($0.phrase.text(visit.language)) }
        let isSecond = if case .on = user.secondStep { true } else { false }
        let second =
            isSecond
            ? visit.tag(words("second step on", "второй шаг включён"), "good")
            : visit.tag(words("no second step", "без второго шага"), "warn")
        let state: Markup? =
            user.disabledAt != nil
            ? visit.tag(words("no access", "доступ закрыт"), "bad")
            : user.confirmedAt == nil ? visit.tag(words("invited", "приглашён"), "warn") : nil
        let who = Form.Field(name: "email", label: "", kind: .hidden, value: key)
        let give = Form(
            visit: visit, id: "r\(user.id)", action: "/people/roles",
            fields: [
                who,
                .init(
                    name: "role", label: words("Roles", "Роли"), kind: .boxes(roles),
                    values: Set(user.staffRoles.map(\.rawValue)), isNeeded: false), visit.reason(),
            ], button: words("Give these roles", "Дать эти роли"), failure: failure)
        let isOut = user.disabledAt != nil
        let access = Form(
            visit: visit, id: "a\(user.id)", action: isOut ? "/people/opening" : "/people/ending",
            fields: [who, visit.reason()],
            button: isOut
                ? words("Open the access again", "Открыть доступ снова")
                : words("End the access", "Закрыть доступ"),
            isDangerous: !isOut, failure: failure)
        let forms: Markup? =
            visit.isStaff
            ? "<div class=\"inside sides\">\(give.markup)\(access.markup)</div>" : nil
        let isOpen: Markup? =
            failure.map { $0.form == give.id || $0.form == access.id } ?? false ? " open=\"open\"" : nil
        return """
            <details class="panel"\(isOpen)><summary><span>\(name(user.name)) <span class="dim">\(name(key))</span></span> <span>\(roleNames) \(second) \(state)</span></summary>
            \(forms)</details>

            """
    }
}

/// Who is signed in, and the way out: the last entries of the frame.
extension Visit {
    var entries: Markup? {
        guard case .user(let name, _) = person else { return nil }
        return """
            <a href="\(link("/security"))">\(bdi(name))</a>
            <form class="sign-out" action="\(link("/sign-out"))" method="post"><input type="hidden" name="form" \
            value="\(formToken)"/><button class="btn btn-link">\(words("Sign out", "Выйти"))</button></form>
            """
    }
}

extension Visit {
    /// The pages that somebody who looks has.
    var sections: Markup? {
        guard person != .stranger else { return nil }
        let months: Markup? =
            hasMonths ? "\n<a href=\"\(link("/months"))\">\(words("Months", "Месяцы"))</a>" : nil
        return "<a href=\"\(link("/"))\">\(words("Projects", "Проекты"))</a>\(months)"
    }

    private var hasMonths: Bool {
        switch person {
        case .anybody: true
        case .stranger: false
        case .user(_, let isStaff): isStaff
        }
    }
}

/// Who looks at a page, as far as its frame shows it.
package enum Person: Hashable, Sendable {
    /// Whoever reaches a port whose pages are open.
    case anybody
    /// Who has not signed in.
    case stranger
    case user(name: String, isStaff: Bool)
}

private func bdi(_ text: String) -> Markup { "<bdi>\(text)</bdi>" }

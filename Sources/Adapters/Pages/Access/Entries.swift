/// Who is signed in, and the way out: the last entries of the frame.
extension Visit {
    var entries: Markup? {
        guard case .user(let who, _) = person else { return nil }
        return """
            <div class="who"><a href="\(link("/security"))">\(name(who))</a>
            <form class="sign-out" action="\(link("/sign-out"))" method="post"><input type="hidden" name="form" \
            value="\(formToken)"/><button class="btn btn-link">\(words("Sign out", "Выйти"))</button></form></div>

            """
    }
}

extension Visit {
    /// Whether somebody of the provider's looks, signed in to the office.
    package var isStaff: Bool { if case .user(_, true) = person { true } else { false } }

    /// Whether months, which are all customers', are shown.
    var hasMonths: Bool {
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

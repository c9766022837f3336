import API
import Access
import Basics
import HTTPTypes
import Pages
import UseCases

/// What runs and what waits; the provider's own people.
enum HouseRows {
    static let all: [PageRow] = [
        PageRow(.get, "/running", .house(.running), "Nodes, leases, the outbox.", sides: [.office]) {
            app, page in
            let after = try page.call.query("after") { OutboxPlace($0) }
            let most = 50
            let found =
                if let after {
                    try app.outbox.waiting(
                        nil, after: after.message, madeAt: after.madeAt, limit: most + 1)
                } else { try app.outbox.waiting(limit: most + 1) }
            return page.page(
                RunningPage(
                    nodes: try app.nodes.list(), waiting: Array(found.prefix(most)),
                    counts: try OutboxMessage.Topic.allCases.map { ($0, try app.outbox.count($0)) },
                    next: found.count > most ? OutboxPlace(found[most - 1]).text : nil,
                    isFirst: after == nil, page.visit
                ).markup)
        },
        PageRow(.post, "/running/retry", .house(.running), "Hasten a message.", sides: [.office]) {
            app, page in
            guard let topic = OutboxMessage.Topic(rawValue: page.form("topic")) else {
                throw APIProblem.badParameter("topic", String(page.form("topic").prefix(40)))
            }
            try app.outbox.hasten(
                OutboxMessage(
                    account: AccountID(page.form("account")), topic: topic, subject: page.form("subject")),
                at: app.clock.now(), by: page.author)
            return page.go("/running")
        },
        PageRow(.get, "/people", .house(.staff), "The provider's people.", sides: [.office]) { app, page in
            page.page(try people(app, page))
        },
        PageRow(.post, "/people", .house(.staff), "Invite somebody to the staff.", sides: [.office]) {
            app, page in
            try changed(app, page, "make") {
                try app.users.invite(
                    email: page.form.line("email"), name: page.form.line("name"), try roles(page.form),
                    at: page.here, in: page.visit.language, by: page.viewer,
                    try page.author.withReason())
            }
        },
        PageRow(.post, "/people/roles", .house(.staff), "Give staff roles.", sides: [.office]) { app, page in
            try changed(app, page, try form("r", app, page)) {
                try app.users.giveRoles(
                    try roles(page.form), to: page.form.line("email"), by: page.viewer,
                    try page.author.withReason())
            }
        },
        PageRow(.post, "/people/ending", .house(.staff), "End an access.", sides: [.office]) { app, page in
            try changed(app, page, try form("a", app, page)) {
                try app.users.disable(
                    page.form.line("email"), on: .office, isDisabled: true, by: page.viewer,
                    try page.author.withReason())
            }
        },
        PageRow(.post, "/people/opening", .house(.staff), "Open an access again.", sides: [.office]) {
            app, page in
            try changed(app, page, try form("a", app, page)) {
                try app.users.disable(
                    page.form.line("email"), on: .office, isDisabled: false, by: page.viewer,
                    try page.author.withReason())
            }
        },
    ]

    private static func people(_ app: App, _ page: PageCall, _ failure: FormFailure? = nil) throws -> Markup {
        let isNew = failure?.form == "make"
        return PeoplePage(
            try app.users.staff(by: page.viewer),
            typed: isNew ? (page.form.line("email"), page.form.line("name")) : ("", ""), failure: failure,
            page.visit
        ).markup
    }

    private static func changed(
        _ app: App, _ page: PageCall, _ form: String, _ work: () throws -> Void
    ) throws -> Reply {
        try page.tried(form) {
            try work()
            return page.go("/people")
        } else: {
            try people(app, page, $0)
        }
    }

    /// The form that came: each person has one of their own.
    private static func form(_ kind: String, _ app: App, _ page: PageCall) throws -> String {
        let email = page.form.line("email").lowercased()
        let user = try app.users.staff(by: page.viewer).first { $0.email.text == email }
        return kind + (user?.id.text ?? "")
    }

    private static func roles(_ form: FormBody) throws -> Set<StaffRole> {
        Set(
            try form.all("role").map { text in
                guard let role = StaffRole(rawValue: text) else {
                    throw AccessProblem.unknownRole(String(text.prefix(40)))
                }
                return role
            })
    }
}

/// Where a page of the outbox ended, as a text of the address.
private struct OutboxPlace {
    let message: OutboxMessage
    let madeAt: Moment

    init(_ waiting: OutboxMessage.Waiting) {
        message = waiting.message
        madeAt = waiting.madeAt
    }

    var text: String {
        "\(madeAt.microseconds)\n\(message.topic.rawValue)\n\(message.account)\n\(message.subject)"
    }

    init?(_ text: String) {
        let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard parts.count == 4, let at = Int64(parts[0]),
            let topic = OutboxMessage.Topic(rawValue: String(parts[1]))
        else { return nil }
        madeAt = Moment(microseconds: at)
        message = OutboxMessage(
            account: AccountID(String(parts[2])), topic: topic, subject: String(parts[3]))
    }
}

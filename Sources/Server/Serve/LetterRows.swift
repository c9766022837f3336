import API
import Access
import Basics
import HTTPTypes
import Pages
import Projects
import Requests
import UseCases

/// Letters that came to the departments: for the staff alone.
enum LetterRows {
    private static let one = "/letters/{letter}"

    static let all: [PageRow] = [
        PageRow(.get, "/letters", .house(.requests), "Letters that came.", sides: [.office]) { app, page in
            let word = page.call.query("state") ?? ""
            guard let state = word.isEmpty ? .waiting : LetterState(rawValue: word) else {
                throw APIProblem.badParameter("state", word)
            }
            let before = try page.call.query("after") { Int64($0) }
            return page.page(
                ReceivedLettersPage(
                    try app.mailbox.list(state, before: before, for: page.viewer),
                    before: before.map { String($0) } ?? "", page.visit
                ).markup)
        },
        PageRow(.get, one, .house(.requests), "A letter.", sides: [.office]) { app, page in
            page.page(try shown(app, page))
        },
        PageRow(.get, "\(one)/files/{attached}", .house(.requests), "A file of a letter.", sides: [.office]) {
            app, page in
            let number = try number(page)
            guard let place = Int(page.call.name("attached").prefix { $0 != "." }),
                let found = try app.mailbox.file(number, place: place, for: page.viewer)
            else { throw APIProblem.noRoute }
            // What strangers send is kept as a file and never shown as a page of ours; its name is our own.
            var reply = Reply(type: found.file.type.mediaType, body: .bytes(found.bytes))
            reply.fields[.contentDisposition] =
                "attachment; filename=\"letter-\(number)-\(place).\(found.file.type.ending)\""
            return reply
        },
        PageRow(.get, "\(one)/request", .house(.requests), "A letter as a request.", sides: [.office]) {
            app, page in
            let number = try number(page)
            do {
                let draft = try draft(
                    app, page, number, page.call.query("kind") ?? "", page.call.query("project") ?? "")
                return page.page(
                    LetterRequestPage(draft, key: app.signIn.freshToken(), page.visit).markup)
            } catch let problem as any Problem where isTyped(problem) {
                return page.page(
                    try shown(
                        app, page, failure: FormFailure(form: "attach", field: "", problem: problem)), 422)
            }
        },
        PageRow(.post, "\(one)/request", .house(.requests), "Make a request of it.", sides: [.office]) {
            app, page in
            let number = try number(page)
            return try page.tried("attach") {
                let draft = try draft(app, page, number, page.form.line("kind"), page.form.line("project"))
                let typed = RequestBody.typed(draft.kind, page.form)
                do {
                    var values = typed.values
                    if draft.kind.terms.fields.contains(where: { $0.field == .project }) {
                        values["project"] = draft.head.pid.text
                    }
                    let made = try app.mailbox.makeRequest(
                        of: number, draft.kind, values, in: draft.head.pid, key: RequestBody.key(page),
                        by: page.who.user)
                    return page.go("/requests/\(made.request ?? 0)")
                } catch let problem as RequestsProblem {
                    return page.page(
                        LetterRequestPage(
                            draft, typed: typed.shown, key: RequestBody.key(page),
                            failures: [RequestBody.failure(problem)], page.visit
                        ).markup, 422)
                }
            } else: {
                try shown(app, page, failure: $0)
            }
        },
        PageRow(.post, "\(one)/attaching", .house(.requests), "Add it to a request.", sides: [.office]) {
            app, page in
            try page.tried("attach") {
                let text = page.form.line("request")
                guard let request = Int64(text) else {
                    throw RequestsProblem.badValue(.ticket, String(text.prefix(40)))
                }
                try app.mailbox.attach(
                    try number(page), to: request, key: RequestBody.key(page), by: page.who.user)
                return page.go("/requests/\(request)")
            } else: {
                try shown(app, page, failure: $0)
            }
        },
        PageRow(.post, "\(one)/aside", .house(.requests), "Set it aside.", sides: [.office]) { app, page in
            try page.tried("aside") {
                let number = try number(page)
                try app.mailbox.setAside(
                    number, reason: page.form.line("reason"), key: RequestBody.key(page),
                    by: page.who.user)
                return page.go("/letters/\(number)")
            } else: {
                try shown(app, page, failure: $0)
            }
        },
    ]

    private static func draft(
        _ app: App, _ page: PageCall, _ number: Int64, _ word: String, _ project: String
    ) throws -> MailboxDesk.Draft {
        guard let kind = RequestKind(rawValue: word) else {
            throw RequestsProblem.unknownKind(String(word.prefix(40)))
        }
        guard let pid = PID(project.lowercased()) else {
            throw RequestsProblem.badValue(.project, String(project.prefix(40)))
        }
        return try app.mailbox.draft(number, kind, in: pid, for: page.viewer)
    }

    /// What was typed is wrong; the letter is there.
    private static func isTyped(_ problem: any Problem) -> Bool {
        problem.code.hasPrefix("requests.") && problem.code != "requests.unknown-letter"
            || problem.code == "projects.unknown-project"
    }

    private static func shown(_ app: App, _ page: PageCall, failure: FormFailure? = nil) throws -> Markup {
        ReceivedLetterPage(
            try app.mailbox.view(try number(page), for: page.viewer),
            typed: ["request": page.form.line("request")], key: app.signIn.freshToken(), failure: failure,
            page.visit
        ).markup
    }

    private static func number(_ page: PageCall) throws -> Int64 {
        guard let number = Int64(page.call.name("letter")), number > 0 else { throw APIProblem.noRoute }
        return number
    }
}

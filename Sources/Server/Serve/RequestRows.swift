import API
import Access
import Basics
import Formats
import HTTPTypes
import Pages
import Projects
import Requests
import UseCases

/// Requests: a project's in the cabinet, the queue of all in the office.
enum RequestRows {
    static let all: [PageRow] = cabinet + office

    private static let own = "/projects/{pid}/requests"

    private static let cabinet: [PageRow] = [
        PageRow(.get, own, .project(.requests), "A project's requests.") { app, page in
            let before = try page.call.query("after") { Int64($0) }
            return page.page(
                ProjectRequestsPage(
                    try app.requests.list(of: try page.call.project(), before: before, for: page.viewer),
                    before: before.map(String.init) ?? "", page.visit
                ).markup)
        },
        PageRow(.get, "\(own)/new", .project(.requests), "A new request.", sides: [.cabinet]) { app, page in
            let list = try app.requests.list(of: try page.call.project(), for: page.viewer)
            let kind = try page.call.query("kind").map { try RequestBody.kind($0, list) }
            return page.page(
                NewRequestPage(
                    list, kind, known: app.requests.known(list.head, of: page.who.user),
                    key: app.signIn.freshToken(), page.visit
                ).markup)
        },
        PageRow(
            .post, "\(own)/new", .project(.requests), "Make a request.", sides: [.cabinet], isUpload: true
        ) { app, page in
            let pid = try page.call.project()
            let list = try app.requests.list(of: pid, for: page.viewer)
            let kind = try RequestBody.kind(page.form.line("kind"), list)
            let typed = RequestBody.typed(kind, page.form)
            func again(_ failures: [FormFailure]) -> Reply {
                page.page(
                    NewRequestPage(
                        list, kind, known: [.project: pid.text], typed: typed.shown,
                        key: page.form.line("key"), failures: failures, page.visit
                    ).markup, 422)
            }
            do {
                let words = try RequestBody.words(page)
                var values = typed.values
                if kind.terms.fields.contains(where: { $0.field == .project }) {
                    values["project"] = pid.text
                }
                let wrong = RequestsDesk.problems(kind, values, words.files, in: list.head)
                guard wrong.isEmpty else { return again(wrong.map(RequestBody.failure)) }
                let made = try app.requests.make(kind, values, words, in: pid, by: page.who.user)
                return page.go("/projects/\(pid)/requests/\(made.number)")
            } catch let problem as RequestsProblem {
                return again([RequestBody.failure(problem)])
            }
        },
        PageRow(.get, "\(own)/{request}", .fetched(.requests), "A request.", sides: [.cabinet]) { app, page in
            page.page(try shown(app, page))
        },
        PageRow(.get, "\(own)/{request}/files/{attached}", .fetched(.requests), "A file.", sides: [.cabinet])
        {
            app, page in
            try file(app, page, in: try page.call.project())
        },
        PageRow(
            .post, "\(own)/{request}/replies", .fetched(.requests), "Reply.", sides: [.cabinet],
            isUpload: true
        ) { app, page in
            try page.tried("reply") {
                let (pid, number) = (try page.call.project(), try number(page))
                // Who may not see it hears of it before anything of the form is looked at.
                _ = try app.requests.view(number, in: pid, for: page.viewer)
                try app.requests.reply(number, in: pid, try RequestBody.words(page), by: page.who.user)
                return page.go("/projects/\(pid)/requests/\(number)")
            } else: {
                try shown(app, page, failure: $0)
            }
        },
        PageRow(.post, "\(own)/{request}/withdrawal", .fetched(.requests), "Withdraw.", sides: [.cabinet]) {
            app, page in
            try page.tried("withdraw") {
                let (pid, number) = (try page.call.project(), try number(page))
                _ = try app.requests.view(number, in: pid, for: page.viewer)
                try app.requests.withdraw(number, in: pid, try RequestBody.words(page), by: page.who.user)
                return page.go("/projects/\(pid)/requests/\(number)")
            } else: {
                try shown(app, page, failure: $0)
            }
        },
    ]

    private static let office: [PageRow] = [
        PageRow(.get, "/requests", .house(.requests), "The queue of requests.", sides: [.office]) {
            app, page in
            let query = { (name: String) in page.call.query(name) }
            let isMine = query("mine") == "yes"
            let part = try word(query("part"), "part") { RequestSearch.Part(rawValue: $0) } ?? .active
            let department = try word(query("department"), "department") { Department(rawValue: $0) }
            let place = try word(query("after"), "after") { RequestPlace($0) }
            let search = RequestSearch(
                part, department: department, assignee: isMine ? page.viewer.user : nil)
            return page.page(
                RequestQueuePage(
                    try app.requests.queue(search, after: place, for: page.viewer), isMine: isMine,
                    after: place?.text ?? "", page.visit
                ).markup)
        },
        PageRow(.get, one, .house(.requests), "A request with its work.", sides: [.office]) { app, page in
            page.page(try work(app, page))
        },
        PageRow(.get, "\(one)/files/{attached}", .house(.requests), "A file.", sides: [.office]) {
            app, page in
            try file(app, page, in: nil)
        },
        step("taking", "take", "Take it.") { app, page, number, seen in
            try app.requests.take(number, seen: seen, try RequestBody.words(page), by: page.who.user)
        },
        step("assigning", "assign", "Give it to somebody.") { app, page, number, seen in
            try app.requests.assign(
                number, to: page.form.line("assignee"), seen: seen, try RequestBody.words(page),
                by: page.who.user)
        },
        step("answers", "answer", "Answer, or ask back.", isUpload: true) { app, page, number, seen in
            try app.requests.answer(
                number, canned: RequestBody.canned(page), asks: page.form("asks") == "yes", seen: seen,
                try RequestBody.words(page), by: page.who.user)
        },
        step("closing", "finish", "Close with a result.", isUpload: true) { app, page, number, seen in
            let word = page.form.line("result")
            guard let result = RequestResult(rawValue: word) else {
                throw RequestsProblem.unknownResult(String(word.prefix(40)))
            }
            return try app.requests.finish(
                number, result, canned: RequestBody.canned(page), seen: seen, try RequestBody.words(page),
                by: page.who.user)
        },
        step("refusal", "refuse", "Refuse with a reason.") { app, page, number, seen in
            try app.requests.refuse(
                number, canned: RequestBody.canned(page), seen: seen, try RequestBody.words(page),
                by: page.who.user)
        },
        step("actions", nil, "Act on it.") { app, page, number, seen in
            try app.act(
                number, try RequestBody.deed(page), seen: seen, try RequestBody.words(page), by: page.who.user
            )
        },
    ]

    private static let one = "/requests/{request}"

    /// A form of the staff's page; what comes of it is seen on the same page.
    private static func step(
        _ noun: String, _ form: String?, _ summary: String, isUpload: Bool = false,
        _ verb: @escaping @Sendable (App, PageCall, Int64, Int64) throws -> CustomerRequest
    ) -> PageRow {
        PageRow(.post, "\(one)/\(noun)", .house(.requests), summary, sides: [.office], isUpload: isUpload) {
            app, page in
            let name = form ?? "act-\(page.form.line("action"))"
            return try page.tried(name) {
                let number = try number(page)
                _ = try verb(app, page, number, Int64(page.form.line("version")) ?? 0)
                return page.go("/requests/\(number)")
            } else: { failure in
                let isLost = failure.problem.code == "requests.changed-meanwhile"
                // The reason of a deed is its text.
                let field = failure.field == "reason" ? "text" : failure.field
                let shown = FormFailure(
                    form: isLost ? "request" : failure.form, field: field, problem: failure.problem)
                return try work(app, page, failure: shown)
            }
        }
    }

    private static func shown(_ app: App, _ page: PageCall, failure: FormFailure? = nil) throws -> Markup {
        let view = try app.requests.view(
            try number(page), in: try page.call.project(), for: page.viewer)
        return RequestPage(
            view, typed: failure == nil ? "" : page.form("text"),
            key: failure == nil ? app.signIn.freshToken() : RequestBody.key(page), failure: failure,
            page.visit
        ).markup
    }

    private static func work(_ app: App, _ page: PageCall, failure: FormFailure? = nil) throws -> Markup {
        var typed = RequestBody.shown(page.form)
        for name in ["sum", "day", "payer"] {
            typed[name] = page.call.query(name).map { String($0.prefix(40)) }
        }
        let view = try app.requests.view(
            try number(page), tracing: RequestBody.trace(typed), for: page.viewer)
        return StaffRequestPage(
            view, typed: typed, key: app.signIn.freshToken(), failure: failure, page.visit
        )
        .markup
    }

    private static func file(_ app: App, _ page: PageCall, in pid: PID?) throws -> Reply {
        let number = try number(page)
        let project = try pid ?? app.requests.view(number, for: page.viewer).view.request.project
        let parts = page.call.name("attached").split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, let step = Int64(parts[0]), let place = Int(parts[1]),
            let found = try app.requests.file(number, in: project, step: step, place: place, for: page.viewer)
        else { throw APIProblem.noRoute }
        // What strangers send is kept as a file and never shown as a page of ours; its name is our own.
        var reply = Reply(type: found.file.type.mediaType, body: .bytes(found.bytes))
        reply.fields[.contentDisposition] =
            "attachment; filename=\"request-\(number)-\(step)-\(place).\(found.file.type.ending)\""
        return reply
    }

    private static func number(_ page: PageCall) throws -> Int64 {
        guard let number = Int64(page.call.name("request")), number > 0 else { throw APIProblem.noRoute }
        return number
    }

    private static func word<Word>(_ text: String?, _ name: String, _ read: (String) -> Word?) throws -> Word?
    {
        guard let text, !text.isEmpty else { return nil }
        guard let word = read(text) else { throw APIProblem.badParameter(name, text) }
        return word
    }
}

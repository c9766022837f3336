import API
import Access
import Basics
import Counterparties
import HTTPTypes
import Pages
import Projects
import UseCases

/// Pages about signing in and members.
enum AccessRows {
    static let all: [PageRow] =
        strangers + own + members + [
            PageRow(.get, "/dev/mail", .demo, "Letters that wait.") { app, page in
                page.page(LettersPage(try app.letters.list(), page.visit).markup)
            }
        ]

    private static let strangers: [PageRow] = [
        PageRow(.get, "/sign-in", .stranger, "Sign in.") { _, page in
            page.page(SignInPage(page.here.side, page.visit).markup)
        },
        PageRow(.post, "/sign-in", .stranger, "Sign in.") { app, page in
            let email = page.form.line("email")
            return try page.tried("sign-in") {
                entered(
                    try app.signIn.signIn(
                        email: email, password: page.form("password"), on: page.here.side, from: page.caller),
                    page)
            } else: {
                SignInPage(page.here.side, email: email, failure: $0, page.visit).markup
            }
        },
        PageRow(.get, "/second-step", .stranger, "The second step.") { app, page in
            guard try app.signIn.isWaiting(page.session, on: page.here.side) else {
                return page.go("/sign-in")
            }
            return page.page(SecondStepPage(page.visit).markup)
        },
        PageRow(.post, "/second-step", .stranger, "The second step.") { app, page in
            guard try app.signIn.isWaiting(page.session, on: page.here.side) else {
                return page.go("/sign-in")
            }
            return try page.tried("second-step") {
                entered(
                    try app.signIn.secondStep(
                        page.session, code: page.form.line("code"), on: page.here.side, from: page.caller),
                    page)
            } else: {
                SecondStepPage(failure: $0, page.visit).markup
            }
        },
        PageRow(.post, "/sign-out", .stranger, "Sign out.") { app, page in
            try app.signIn.signOut(page.session)
            var reply = page.go("/sign-in")
            page.cookies.set(.session, nil, on: &reply)
            return reply
        },
        PageRow(.get, "/sign-up", .stranger, "Sign up.", sides: [.cabinet]) { _, page in
            page.page(SignUpPage(page.here, SignUpDraft(), page.visit).markup)
        },
        PageRow(.post, "/sign-up", .stranger, "Sign up.", sides: [.cabinet]) { app, page in
            let draft = draft(page.form, at: page.here)
            return try page.tried("sign-up") {
                try app.signUp.signUp(draft, at: page.here, in: page.visit.language, from: page.caller)
                return page.go("/letter-sent")
            } else: {
                SignUpPage(page.here, draft, failure: $0, page.visit).markup
            }
        },
        PageRow(.get, "/letter-sent", .stranger, "A letter is on its way.") { _, page in
            page.page(NotePage.letterSent(page.visit, at: "/letter-sent").markup)
        },
        PageRow(.get, "/done", .stranger, "Done; now sign in.") { _, page in
            page.page(NotePage.done(page.visit, at: "/done").markup)
        },
        PageRow(.get, "/confirmation", .stranger, "Confirm an address.", sides: [.cabinet]) { _, page in
            page.page(LinkPage.confirmation(code(page), page.visit).markup)
        },
        PageRow(.post, "/confirmation", .stranger, "Confirm an address.", sides: [.cabinet]) { app, page in
            try page.tried("link") {
                try app.signUp.confirm(
                    page.form("code"), password: page.form("password"), from: page.caller)
                return page.go("/done")
            } else: {
                LinkPage.confirmation(page.form("code"), failure: $0, page.visit).markup
            }
        },
        PageRow(.get, "/reset", .stranger, "A lost password.") { _, page in
            page.page(LinkPage.reset(page.visit).markup)
        },
        PageRow(.post, "/reset", .stranger, "A lost password.") { app, page in
            let email = page.form.line("email")
            return try page.tried("link") {
                try app.passwordReset.ask(email: email, at: page.here, from: page.caller)
                return page.go("/letter-sent")
            } else: {
                LinkPage.reset(failure: $0, email: email, page.visit).markup
            }
        },
        PageRow(.get, "/new-password", .stranger, "A new password.") { _, page in
            page.page(LinkPage.newPassword(code(page), page.visit).markup)
        },
        PageRow(.post, "/new-password", .stranger, "A new password.") { app, page in
            try page.tried("link") {
                let device = try app.passwordReset.set(
                    page.form("code"), password: page.form("password"), at: page.here, from: page.caller)
                var reply = page.go("/done")
                page.cookies.set(.device, device, on: &reply)
                return reply
            } else: {
                LinkPage.newPassword(page.form("code"), failure: $0, page.visit).markup
            }
        },
        PageRow(.get, "/invitation", .stranger, "An invitation.", sides: [.cabinet]) { app, page in
            let code = code(page)
            return page.page(
                LinkPage.invitation(code, try app.members.invitation(code), page.visit).markup)
        },
        PageRow(.post, "/invitation", .stranger, "An invitation.", sides: [.cabinet]) { app, page in
            let (code, name) = (page.form("code"), page.form.line("name"))
            return try page.tried("link") {
                try app.members.accept(
                    code, name: name, password: page.form("password"), in: page.visit.language,
                    from: page.caller)
                return page.go("/done")
            } else: {
                LinkPage.invitation(
                    code, try app.members.invitation(code), name: name, failure: $0, page.visit
                ).markup
            }
        },
    ]

    private static let own: [PageRow] = [
        PageRow(.get, "/security", .user, "The user's own sessions, password, second step.") { app, page in
            page.page(try security(app, page))
        },
        PageRow(.post, "/security/sessions", .user, "End one of the user's sessions.") { app, page in
            try app.security.end(page.form("session"), page.who)
            return page.go("/security")
        },
        PageRow(.post, "/security/other-sessions", .user, "End the user's other sessions.") { app, page in
            try app.security.endOthers(page.who)
            return page.go("/security")
        },
        PageRow(.post, "/security/password", .user, "Change the password.") { app, page in
            try page.tried("password") {
                entered(
                    try app.security.changePassword(
                        from: page.form("old"), to: page.form("new"), page.who, at: page.here),
                    page, "/security")
            } else: { failure in
                let field = failure.problem.code == "access.wrong-password" ? "old" : "new"
                return try security(
                    app, page, FormFailure(form: "password", field: field, problem: failure.problem))
            }
        },
        PageRow(.post, "/security/second-step", .user, "Set up the second step.") { app, page in
            try page.tried("begin") {
                _ = try app.security.beginSecondStep(password: page.form("password"), page.who)
                return page.go("/security")
            } else: {
                try security(app, page, $0)
            }
        },
        PageRow(.post, "/security/second-step/confirmation", .user, "Turn the second step on.") { app, page in
            try page.tried("confirm") {
                page.go(
                    "/security",
                    with: try app.security.confirmSecondStep(
                        code: page.form.line("code"), page.who, at: page.here))
            } else: {
                try security(app, page, $0)
            }
        },
        PageRow(.post, "/security/second-step/removal", .user, "Turn the second step off.") { app, page in
            try page.tried("remove") {
                page.go(
                    "/security",
                    with: try app.security.removeSecondStep(
                        password: page.form("password"), page.who, at: page.here))
            } else: {
                try security(app, page, $0)
            }
        },
        PageRow(.get, "/new-project", .user, "Another project.", sides: [.cabinet]) { _, page in
            page.page(NewProjectPage(page.visit).markup)
        },
        PageRow(.post, "/new-project", .user, "Another project.", sides: [.cabinet]) { app, page in
            try page.tried("project") {
                let (pid, token) = try app.signUp.createProject(page.who)
                return page.go("/projects/\(pid)", with: token)
            } else: {
                NewProjectPage(failure: $0, page.visit).markup
            }
        },
    ]

    private static let members: [PageRow] = [
        PageRow(.get, "/projects/{pid}/members", .project(.members), "Members of a project.") { app, page in
            let pid = try pid(page)
            let head = try app.overview.head(pid, .members, for: page.viewer)
            let list = try app.members.list(pid, for: page.viewer)
            return page.page(MembersPage(head, list, page.visit).markup)
        },
        PageRow(
            .post, "/projects/{pid}/members/invitations", .project(.members), "Invite somebody.",
            sides: [.cabinet]
        ) { app, page in
            try changed(app, page, "invite") {
                try app.members.invite(
                    email: page.form.line("email"), roles: try roles(page.form), to: $0, by: page.who,
                    at: page.here)
            }
        },
        PageRow(
            .post, "/projects/{pid}/members/withdrawals", .project(.members), "Take an invitation back.",
            sides: [.cabinet]
        ) { app, page in
            try changed(app, page, "invite") {
                try app.members.withdraw(page.form.line("email"), from: $0, by: page.who)
            }
        },
        PageRow(
            .post, "/projects/{pid}/members/roles", .project(.members), "Give a member roles.",
            sides: [.cabinet]
        ) { app, page in
            try changed(app, page, "r\(page.form("user"))") {
                try app.members.change(
                    UserID(page.form("user")), to: try roles(page.form), in: $0, by: page.who)
            }
        },
        PageRow(
            .post, "/projects/{pid}/members/removals", .project(.members), "Remove a member.",
            sides: [.cabinet]
        ) { app, page in
            try changed(app, page, "d\(page.form("user"))") {
                try app.members.remove(UserID(page.form("user")), from: $0, by: page.who)
            }
        },
    ]

    private static func entered(_ signed: SignedIn, _ page: PageCall, _ path: String = "/") -> Reply {
        var reply = page.go(signed.stage == .open ? path : "/second-step", with: signed.token)
        page.cookies.set(.visit, nil, on: &reply)
        if let device = signed.device { page.cookies.set(.device, device, on: &reply) }
        return reply
    }

    private static func security(_ app: App, _ page: PageCall, _ failure: FormFailure? = nil) throws -> Markup
    {
        SecurityPage(
            page.who, try app.security.sessions(page.who), begun: app.security.begunSecondStep(page.who),
            failure: failure, page.visit
        ).markup
    }

    private static func changed(
        _ app: App, _ page: PageCall, _ form: String, _ work: (PID) throws -> Void
    ) throws -> Reply {
        let pid = try pid(page)
        return try page.tried(form) {
            try work(pid)
            return page.go("/projects/\(pid)/members")
        } else: {
            MembersPage(
                try app.overview.head(pid, .members, for: page.viewer),
                try app.members.list(pid, for: page.viewer), email: page.form.line("email"), failure: $0,
                page.visit
            ).markup
        }
    }

    private static func code(_ page: PageCall) -> String {
        String((page.call.query("code") ?? "").prefix(200))
    }

    private static func pid(_ page: PageCall) throws -> PID { try page.call.project() }

    private static func roles(_ form: FormBody) throws -> Set<CustomerRole> {
        Set(
            try form.all("role").map { text in
                guard let role = CustomerRole(rawValue: text) else { throw AccessProblem.unknownRole(text) }
                return role
            })
    }

    private static func draft(_ form: FormBody, at site: Site) -> SignUpDraft {
        func given(_ name: String) -> String? { form.line(name).isEmpty ? nil : form.line(name) }
        var draft = SignUpDraft()
        draft.email = form.line("email")
        draft.password = form("password")
        draft.name = form.line("name")
        draft.party.kind = form("kind")
        guard draft.party.kind != "individual" else { return draft }
        draft.party.name = given("company")
        // One box for the number whatever the country calls it; the rules of the kind take theirs.
        draft.party.inn = given("number")
        draft.party.bin = given("number")
        draft.party.iin = given("number")
        draft.party.taxId = given("number")
        draft.party.kpp = given("kpp")
        return draft
    }
}

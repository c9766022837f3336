import API
import Access
import Basics
import HTTPTypes
import Pages
import Payments
import Regions
import UseCases

/// Bank files and lines, for those who match transfers.
enum BankRows {
    static let all: [PageRow] = [
        PageRow(.get, "/bank", .house(.matching), "Bank files and lines.", sides: [.office]) { app, page in
            page.page(try shown(app, page))
        },
        PageRow(
            .post, "/bank/files", .house(.matching), "Book a bank file.", sides: [.office], isUpload: true
        ) { app, page in
            try page.tried("upload") {
                guard let file = page.form.file else { throw PaymentsProblem.notAStatement }
                let booked = try app.bank.book(
                    file.bytes, named: file.name.isEmpty ? page.call.id : file.name,
                    asBooked: page.form("asBooked") == "true", by: page.author)
                try settle(booked, app)
                return page.go("/bank/files/\(Hex.text(app.digest.sha256(file.bytes)))")
            } else: {
                try shown(app, page, failure: $0)
            }
        },
        PageRow(.get, file, .house(.matching), "A bank file.", sides: [.office]) { app, page in
            page.page(try statement(app, page))
        },
        PageRow(.post, "\(file)/acceptance", .house(.matching), "Accept a held file.", sides: [.office]) {
            app, page in
            try page.tried("accept") {
                try settle(
                    try app.bank.accept(file: try digest(page), by: try page.author.withReason()), app)
                return page.go("/bank/files/\(page.call.name("file"))")
            } else: {
                try statement(app, page, failure: $0)
            }
        },
        PageRow(.post, "\(file)/refusal", .house(.matching), "Turn a held file away.", sides: [.office]) {
            app, page in
            try page.tried("refuse") {
                try app.bank.refuse(file: try digest(page), by: try page.author.withReason())
                return page.go("/bank/files/\(page.call.name("file"))")
            } else: {
                try statement(app, page, failure: $0)
            }
        },
        PageRow(.get, line, .house(.matching), "A bank line and its candidates.", sides: [.office]) {
            app, page in
            page.page(try shownLine(app, page))
        },
        PageRow(.post, "\(line)/matching", .house(.matching), "Choose a project.", sides: [.office]) {
            app, page in
            try page.tried("match") {
                let number = try number(page)
                let typed = page.form.line("project")
                guard let pid = PID(typed) else {
                    throw PaymentsProblem.unknownLine(String(typed.prefix(40)))
                }
                let decided = try app.bank.match(String(number), to: pid, by: page.author)
                _ = try app.settlement.settle([pid], notBefore: decided.decidedAt)
                return page.go("/bank/lines/\(number)")
            } else: {
                try shownLine(app, page, failure: $0)
            }
        },
        PageRow(.post, "\(line)/undoing", .house(.matching), "Take a choice back.", sides: [.office]) {
            app, page in
            try page.tried("undo") {
                let number = try number(page)
                _ = try app.bank.undoMatch(String(number), by: try page.author.withReason())
                return page.go("/bank/lines/\(number)")
            } else: {
                try shownLine(app, page, failure: $0)
            }
        },
    ]

    private static let file = "/bank/files/{file}"
    private static let line = "/bank/lines/{line}"

    private static func shown(_ app: App, _ page: PageCall, failure: FormFailure? = nil) throws -> Markup {
        let (before, files) = (page.call.query("before"), page.call.query("files"))
        let turnover = try turnover(page)
        let overview = try app.office.bank(
            try state(page, unless: .unclear), of: turnover,
            before: try place(before, "before") { Int64($0) },
            statements: try place(files, "files") { StatementPlace($0) }, for: page.viewer)
        return BankPage(overview, isFirst: before == nil, failure: failure, page.visit).markup
    }

    /// One figure of a day's turnover, by its three names; without a day, none.
    private static func turnover(_ page: PageCall) throws -> BankDay? {
        guard let day = try page.call.query("day", { Day($0) }) else { return nil }
        let way = page.call.query("way") ?? ""
        guard let region = Region(rawValue: page.call.query("region") ?? "") else {
            throw APIProblem.badParameter("region", page.call.query("region") ?? "")
        }
        guard let direction = PaymentDirection(rawValue: way), direction != .unknown else {
            throw APIProblem.badParameter("way", way)
        }
        return BankDay(region: region, day: day, direction: direction)
    }

    private static func statement(
        _ app: App, _ page: PageCall, failure: FormFailure? = nil
    ) throws -> Markup {
        let before = page.call.query("before")
        let view = try app.office.statement(
            try digest(page), try state(page, unless: nil), before: try place(before, "before") { Int64($0) },
            for: page.viewer)
        return StatementPage(view, isFirst: before == nil, failure: failure, page.visit).markup
    }

    private static func shownLine(
        _ app: App, _ page: PageCall, failure: FormFailure? = nil
    ) throws -> Markup {
        let asked = String((page.call.query("ask") ?? "").prefix(200))
        return BankLinePage(
            try app.office.line(try number(page), asking: asked, for: page.viewer), failure: failure,
            page.visit
        ).markup
    }

    /// A state of lines as asked for; "all" is none, and where nothing is said, the page's own.
    private static func state(
        _ page: PageCall, unless own: BankLineRecord.State?
    ) throws -> BankLineRecord.State? {
        guard let text = page.call.query("state"), !text.isEmpty else { return own }
        guard text != "all" else { return nil }
        guard let state = BankLineRecord.State(rawValue: text) else {
            throw APIProblem.badParameter("state", text)
        }
        return state
    }

    private static func place<Place>(
        _ text: String?, _ name: String, _ read: (String) -> Place?
    ) throws -> Place? {
        guard let text else { return nil }
        guard let place = read(text) else { throw APIProblem.badParameter(name, text) }
        return place
    }

    private static func number(_ page: PageCall) throws -> Int64 {
        guard let number = Int64(page.call.name("line")) else { throw APIProblem.noRoute }
        return number
    }

    private static func digest(_ page: PageCall) throws -> [UInt8] {
        guard let digest = Hex.bytes(page.call.name("file")), digest.count == 32 else {
            throw APIProblem.noRoute
        }
        return digest
    }

    private static func settle(_ booked: BankDesk.Booked, _ app: App) throws {
        _ = try app.settlement.settle(booked.credited, notBefore: booked.lines.map(\.decidedAt).max())
    }
}

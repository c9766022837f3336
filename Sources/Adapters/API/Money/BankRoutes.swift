import Basics
import Formats
import HTTPTypes
import Notices
import Payments
import UseCases
import Wording

/// Bank statements, their lines, and a person's decision on an unclear one.
package enum BankRoutes {
    package static func all() -> [Route] {
        [
            Route(
                .post, "/v1/bank/statements", opening: .house([.money]),
                summary: "Books a statement in 1CClientBankExchange, as the bank wrote it.",
                takes: RequestShape(
                    types: ["text/plain", "application/octet-stream"], limit: 16 << 20,
                    schema: ["type": "string"]),
                answers: [AnswerShape(200, "What became of each line.", schema: booked)],
                query: [
                    QueryShape(
                        "name", "The file's name, to be told by; the request's number unless told.",
                        schema: Shape.name),
                    QueryShape(
                        "asBooked", "Credit lines on the day the bank received them instead of now.",
                        schema: Shape.flag),
                ], isKeyed: true, work: .desk(book)),
            Route(
                .get, "/v1/bank/lines", opening: .house([.read, .money]),
                summary: "Lines of statements, in the order they came.",
                answers: [AnswerShape(200, "A page of lines.", schema: Page.schema(of: line))],
                query: [QueryShape("state", "Only lines in this state.", schema: states)] + Page.query,
                work: .desk(list)),
            Route(
                .post, "/v1/bank/lines/{id}/matching", opening: .house([.money]),
                summary: "Says which project an unclear line is for.",
                takes: RequestShape(
                    types: ["application/json"], schema: Shape.object([("project", Shape.pid)])),
                answers: [AnswerShape(200, "The line as it stands now.", schema: line)], isKeyed: true,
                work: .desk(match)),
        ]
    }

    private static let book: @Sendable (App, Call) throws -> Reply = { app, call in
        guard !call.body.isEmpty else { throw APIProblem.noRecords }
        let asBooked = try call.query("asBooked") { ["true": true, "false": false][$0] } ?? false
        let name = try call.query("name") { (1...512).contains($0.utf8.count) ? $0 : nil }
        let booked = try app.bank.book(call.body, named: name ?? call.id, asBooked: asBooked)
        _ = try app.settlement.settle(booked.credited, notBefore: booked.lines.map(\.decidedAt).max())
        let lines =
            booked.lines.map { entry($0, "accepted", call.language) }
            + booked.seen.map { entry($0, "duplicate", call.language) }
        return .json(
            .object([
                .init("file", .string(booked.file)), .init("lines", .array(lines)),
                .init("held", .array(booked.heldFor.map { JSONValue.flaw($0, call.language) })),
                .init(
                    "refused",
                    .array(
                        booked.flaws.map { flaw in
                            var members: [JSONValue.Member] = [.init("line", .integer(flaw.line))]
                            if case .object(let more) = JSONValue.flaw(flaw.problem, call.language) {
                                members += more
                            }
                            return .object(members)
                        })),
                .init("warnings", .array(booked.warnings.map { .string($0.phrase.text(call.language)) })),
            ]))
    }

    private static func entry(_ line: BankLineRecord, _ result: String, _ language: Language) -> JSONValue {
        .object([.init("result", .string(result))] + BankLineJSON.members(line, language))
    }

    private static let list: @Sendable (App, Call) throws -> Reply = { app, call in
        let page = try Page(call)
        let state = try call.query("state") { BankLineRecord.State(rawValue: $0) }
        let lines = try app.bank.lines(
            in: state, after: try page.place { Int64($0) } ?? 0, limit: page.limit)
        return page.answer(
            lines.map { BankLineJSON.value($0, call.language) }, last: lines.last.map { String($0.number) })
    }

    private static let match: @Sendable (App, Call) throws -> Reply = { app, call in
        let request = try MatchingRequest(call.body[...])
        let line = try app.bank.match(call.name("id"), to: request.project)
        _ = try app.settlement.settle([request.project], notBefore: line.decidedAt)
        return .json(BankLineJSON.value(line, call.language))
    }

    private static let states: JSONValue = [
        "enum": .array(BankLineRecord.State.allCases.map { .string($0.rawValue) })
    ]

    private static let facts: [(String, JSONValue)] = [
        ("line", Shape.count), ("address", Shape.text), ("id", Shape.text), ("date", Shape.day),
        ("number", Shape.text), ("amount", Shape.sum), ("payer", Shape.text),
        ("payerTaxId", Shape.mayBeText), ("purpose", Shape.text), ("state", states),
        ("projects", Shape.list(of: Shape.pid)), ("reasons", Shape.list(of: Shape.text)),
    ]

    private static let line = Shape.object(facts)

    private static let booked = Shape.object([
        ("file", Shape.text),
        (
            "lines",
            Shape.list(of: Shape.object([("result", ["enum": ["accepted", "duplicate"]])] + facts))
        ),
        ("held", Shape.list(of: Shape.flaw)),
        (
            "refused",
            Shape.list(
                of: Shape.object([("line", Shape.count), ("code", Shape.text), ("message", Shape.text)]))
        ),
        ("warnings", Shape.list(of: Shape.text)),
    ])
}

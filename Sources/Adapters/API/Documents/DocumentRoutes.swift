import Access
import Basics
import Documents
import Formats
import HTTPTypes
import Regions
import UseCases

/// Issued documents, payment invoices, acts of reconciliation: lists, and each as JSON, XML and PDF. A document's id is its
/// address: `moscow/upd/2026/17`.
package enum DocumentRoutes {
    package static func all() -> [Route] {
        [
            Route(
                .get, "/v1/documents", opening: .house([.read]),
                summary: "A month's documents in the order they were numbered.",
                answers: [AnswerShape(200, "A page of documents.", schema: page)],
                query: [
                    QueryShape("month", "The month, 2026-10.", isNeeded: true, schema: Shape.month),
                    QueryShape("region", "Only this region's.", schema: Shape.region),
                ] + Page.query, work: .desk(list)),
            Route(
                .get, "/v1/projects/{pid}/documents", opening: .scopes([.read]),
                summary: "Documents that name a project, the earliest month first.",
                answers: [AnswerShape(200, "A page of documents.", schema: page)], query: Page.query,
                work: .desk(ofProject)),
        ] + ["json", "xml", "pdf"].map(one)
    }

    private static func one(_ form: String) -> Route {
        let type =
            switch form {
            case "pdf": "application/pdf"
            case "xml": "application/xml"
            default: "application/json"
            }
        return Route(
            .get, "/v1/documents/{region}/{kind}/{year}/{number}.\(form)", opening: .scopes([.read]),
            summary:
                "A document, payment invoice or act of reconciliation as \(form.uppercased()), the same bytes for ever.",
            answers: [
                AnswerShape(
                    200, "The document.", type: type,
                    schema: form == "json" ? ["type": "object"] : ["type": "string"])
            ], work: .desk { app, call in try show(app, call, form, type) })
    }

    private static func show(_ app: App, _ call: Call, _ form: String, _ type: String) throws -> Reply {
        let text = ["region", "kind", "year", "number"].map { call.name($0) }.joined(separator: "/")
        // Numbers have one way of being written: there is one address for a document.
        guard let key = PaperKey(text), key.text == text else { throw SealsProblem.unknownDocument(text) }
        let (projects, frozen, sha256): ([PID], [UInt8], [UInt8])
        var xml: [UInt8]?
        switch key {
        case .document(let key):
            let document = try app.documents.document(key, ofTodayAlone: call.token?.project != nil)
            (projects, frozen, sha256) = (document.content.projects, document.frozen, document.sha256)
            if form == "xml" { xml = try app.documents.xml(of: document) }
        case .paymentInvoice(let region, let year, let number):
            let invoice = try app.documents.paymentInvoice(
                region, year: year, number: number, ofTodayAlone: call.token?.project != nil)
            (projects, frozen, sha256) = ([invoice.content.project], invoice.frozen, invoice.sha256)
        case .reconciliation(let region, let year, let number):
            let act = try app.reconciliations.act(
                region, year: year, number: number, isOfOneProject: call.token?.project != nil, for: .house)
            (projects, frozen, sha256) = (act.content.projects, act.frozen, act.sha256)
            if form == "xml" { xml = try app.reconciliations.xml(of: act) }
        }
        guard call.sees(projects) else { throw SealsProblem.unknownDocument(text) }
        switch form {
        case "pdf":
            let paper = try app.papers.printed(key)
            return Reply(type: type, body: .bytes(paper.pdf), tag: Hex.text(paper.sha256))
        case "xml":
            guard let xml else { throw APIProblem.noSuchForm(text) }
            // The file follows from the content alone.
            return Reply(type: type, body: .bytes(xml), tag: Hex.text(sha256))
        default: return Reply(type: type, body: .bytes(frozen), tag: Hex.text(sha256))
        }
    }

    private static let list: @Sendable (App, Call) throws -> Reply = { app, call in
        let page = try Page(call)
        guard let month = try call.query("month", { Month($0) }) else {
            throw APIProblem.badParameter("month", "")
        }
        let found = try app.documents.documents(
            month, in: try call.query("region") { Region(rawValue: $0) },
            after: try page.place(place), limit: page.limit)
        return page.answer(
            found.map { value($0.document) },
            last: found.last.map { "\($0.place.region.rawValue)/\($0.place.number)" })
    }

    private static func place(_ text: String) -> DocumentsDesk.Place? {
        let parts = text.split(separator: "/")
        guard parts.count == 2, let region = Region(rawValue: String(parts[0])), let number = Int64(parts[1])
        else { return nil }
        return DocumentsDesk.Place(region: region, number: number)
    }

    private static let ofProject: @Sendable (App, Call) throws -> Reply = { app, call in
        let page = try Page(call)
        let found = try app.documents.documents(
            of: try call.project(), after: try page.place { DocumentKey($0) }, limit: page.limit,
            ofTodayAlone: call.token?.project != nil)
        // What names other projects too is not this token's to see.
        return page.answer(
            found.filter { call.sees($0.content.projects) }.map(value), last: found.last?.key.text,
            found: found.count)
    }

    private static func value(_ document: IssuedDocument) -> JSONValue {
        let content = document.content
        return .object([
            .init("address", .string(document.key.text)), .init("kind", .string(content.kind.rawValue)),
            .init("number", .integer(content.number)), .init("date", .string(content.date.description)),
            .init("month", .string(content.month.description)),
            .init("region", .string(document.key.region.rawValue)),
            .init("supplier", .string(content.supplier.taxID.text)),
            .init("counterparty", .string(content.counterparty.taxID.text)),
            .init("currency", .string(content.currency.rawValue)),
            .init("net", .string(Money.text(minor: content.net))),
            .init("vat", .string(Money.text(minor: content.vat))),
            .init("gross", .string(Money.text(minor: content.gross))),
            .init("projects", .array(content.projects.map { .string($0.text) })),
            .init("sha256", .string(Hex.text(document.sha256))),
            .init("hasXML", .bool(content.file != nil)),
        ])
    }

    private static let page = Page.schema(
        of: Shape.object([
            ("address", Shape.text),
            ("kind", ["enum": .array(DocumentKind.allCases.map { .string($0.rawValue) })]),
            ("number", Shape.count), ("date", Shape.day), ("month", Shape.month), ("region", Shape.region),
            ("supplier", Shape.text), ("counterparty", Shape.text), ("currency", ["enum": ["RUB", "KZT"]]),
            ("net", Shape.sum), ("vat", Shape.sum), ("gross", Shape.sum),
            ("projects", Shape.list(of: Shape.pid)), ("sha256", Shape.text), ("hasXML", Shape.flag),
        ]))
}

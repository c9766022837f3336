import Basics
import Documents
import Formats
import HTTPTypes
import UseCases

/// Payment invoices, with which a customer tops a prepaid project up by bank transfer.
package enum InvoiceRoutes {
    package static func all() -> [Route] {
        [
            Route(
                .post, "/v1/projects/{pid}/invoices", opening: .scopes([.money]),
                summary: "Numbers and freezes a payment invoice; its paper is at the address in Location.",
                takes: RequestShape(
                    types: ["application/json"], schema: Shape.object([("amount", Shape.amount)])),
                answers: [AnswerShape(201, "The invoice.", schema: invoice)], isKeyed: true,
                work: .desk(make))
        ]
    }

    private static let make: @Sendable (App, Call) throws -> Reply = { app, call in
        let pid = try call.project()
        let made = try app.invoices.make(for: pid, amount: try InvoiceRequest(call.body[...]).amount)
        let place = "/v1/documents/\(made.key.text)"
        var reply = Reply.json(
            .object(
                [.init("address", .string(made.key.text))] + PaymentInvoiceListing.members(made.content)
                    + [.init("pdf", .string("\(place).pdf")), .init("json", .string("\(place).json"))]),
            status: 201)
        reply.fields[.location] = "\(place).pdf"
        return reply
    }

    private static let agreed = Shape.object([
        ("currency", Shape.text), ("amount", Shape.text), ("units", Shape.count), ("rate", Shape.text),
        ("rateDate", Shape.day),
    ])

    private static let invoice = Shape.object(
        [
            ("address", Shape.text), ("kind", ["const": "paymentInvoice"]), ("supplier", Shape.text),
            ("number", Shape.count), ("date", Shape.day), ("pid", Shape.pid), ("payer", Shape.mayBeText),
            ("currency", ["enum": ["RUB", "KZT"]]), ("amount", Shape.sum), ("vatRate", Shape.text),
            ("vat", Shape.sum), ("purpose", Shape.text), ("pdf", Shape.text), ("json", Shape.text),
            ("agreed", agreed),
        ], optional: ["agreed"])
}

import Basics
import Documents
import Metering
import Regions
import UseCases

/// Documents and day lines.
extension ExplanationJSON {
    static func document(_ value: DocumentExplanation) -> [JSONValue.Member] {
        let content = value.content
        return [
            JSONValue.Member("document", .string(value.key.text)),
            JSONValue.Member("date", .string(content.date.description)),
            JSONValue.Member("account", .string(value.account.text)),
            JSONValue.Member("counterparty", .string(content.counterparty.taxID.text)),
            JSONValue.Member("currency", .string(content.currency.rawValue)),
            JSONValue.Member("gross", sum(content.gross)),
        ]
            + (content.agreed.map { agreed in
                [
                    JSONValue.Member(
                        "agreed",
                        [
                            "currency": .string("\(agreed.currency)"), "sum": .string(agreed.text),
                            "units": .integer(Int(agreed.rate.rate.units)),
                            "rate": .string(agreed.rate.rate.price),
                            "rateDay": .string(agreed.rate.day.description),
                        ])
                ]
            } ?? []) + [
                JSONValue.Member("lines", .array(value.lines.map { .object(documentLine($0)) }))
            ]
    }

    private static func documentLine(_ value: DocumentLineExplanation) -> [JSONValue.Member] {
        let line = value.line
        return [
            JSONValue.Member("address", .string(value.address)),
            JSONValue.Member("service", .string(line.service.text)),
            JSONValue.Member("serviceMonth", .string(line.serviceMonth.description)),
            JSONValue.Member("vatRate", .string(line.vatRate.description)),
            JSONValue.Member("net", sum(line.net)), JSONValue.Member("vat", sum(line.vat)),
            JSONValue.Member("gross", sum(line.gross)),
            JSONValue.Member(
                "skus",
                .array(
                    value.skus.map {
                        [
                            "sku": .string($0.sku.text), "dayLines": .integer($0.dayLines),
                            "amount": sum($0.amount),
                        ]
                    })),
            JSONValue.Member(
                "funding",
                .array(
                    value.money.map {
                        .object(source($0.source) + [JSONValue.Member("amount", sum($0.amount))])
                    })),
            JSONValue.Member(
                "dayLines",
                excerpt(value.days) { share in
                    [
                        JSONValue.Member("address", .string(share.address)),
                        JSONValue.Member("quantity", .string(share.line.quantity.description)),
                        JSONValue.Member("unit", .string(share.line.unit)),
                        JSONValue.Member("price", price(share.price)),
                        JSONValue.Member("accrued", .string(share.line.accrued.description)),
                        JSONValue.Member("posted", sum(share.line.posted)),
                        JSONValue.Member("amount", sum(share.amount)),
                    ]
                }),
        ]
    }

    static func dayLine(_ value: DayLineExplanation) -> [JSONValue.Member] {
        let line = value.line
        return [
            JSONValue.Member("account", .string(value.account.text)),
            JSONValue.Member("currency", .string(value.region.profile.currency.rawValue)),
            JSONValue.Member("service", .string(line.service.text)),
            JSONValue.Member("scheme", .string(value.scheme.rawValue)),
            JSONValue.Member("quantity", .string(line.quantity.description)),
            JSONValue.Member("unit", .string(line.unit)), JSONValue.Member("price", price(value.price)),
            JSONValue.Member("accrued", .string(line.accrued.description)),
            JSONValue.Member("rounding", .string(value.rounding.rawValue)),
            JSONValue.Member("posted", sum(line.posted)),
            JSONValue.Member(
                "funding",
                .array(
                    value.funding.map { part in
                        .object(
                            source(part.source) + [
                                JSONValue.Member("recognised", .string(part.recognised.description)),
                                JSONValue.Member("paidLater", .bool(part.isLater)),
                                JSONValue.Member("amount", sum(part.amount)),
                            ])
                    })), JSONValue.Member("reported", reports(value.reports)),
            JSONValue.Member("waitingEvents", .integer(value.waiting)),
            JSONValue.Member("disputedEvents", .integer(value.disputed)),
            JSONValue.Member(
                "events",
                excerpt(value.events) { event in
                    [
                        JSONValue.Member("id", .string(event.id)),
                        JSONValue.Member("source", .string(event.source)),
                        JSONValue.Member("start", .string(event.start.description)),
                        JSONValue.Member("end", .string(event.end.description)),
                        JSONValue.Member("quantity", .string(event.quantity.description)),
                        JSONValue.Member("cost", .string(event.cost.description)),
                        JSONValue.Member("accrued", .string(event.accrued.description)),
                        JSONValue.Member("rounded", sum(event.rounded)),
                        JSONValue.Member("posted", sum(event.posted)),
                    ]
                }),
        ]
    }

    static func tieOut(_ value: TieOutExplanation) -> [JSONValue.Member] {
        [
            JSONValue.Member("region", .string(value.region.rawValue)),
            JSONValue.Member("month", .string(value.month.description)),
            JSONValue.Member("account", .string(value.account.text)),
            JSONValue.Member("counterparty", .string(value.taxID.text)),
            JSONValue.Member("currency", .string(value.region.profile.currency.rawValue)),
            JSONValue.Member("portions", sum(value.sums.portions.minor)),
            JSONValue.Member("documents", sum(value.sums.documents.minor)),
            JSONValue.Member("ledger", sum(value.sums.ledger.minor)),
            JSONValue.Member(
                "served",
                .array(
                    value.months.map {
                        [
                            "project": .string($0.project.text), "month": .string($0.month.description),
                            "dayLines": .integer($0.dayLines), "amount": sum($0.amount),
                        ]
                    })),
            JSONValue.Member(
                "issued",
                .array(
                    value.documents.map {
                        [
                            "document": .string($0.key.text), "gross": sum($0.gross),
                            "counted": .bool($0.isCounted),
                        ]
                    })),
            JSONValue.Member(
                "postings",
                .array(
                    value.postings.map {
                        ["transaction": .string($0.transaction), "amount": sum($0.amount)]
                    })),
            JSONValue.Member(
                "dayLines",
                excerpt(value.lines) {
                    [
                        JSONValue.Member("address", .string($0.address)),
                        JSONValue.Member("posted", sum($0.line.posted)),
                        JSONValue.Member("amount", sum($0.amount)),
                    ]
                }),
        ]
    }

    private static func price(_ price: PriceFact?) -> JSONValue {
        guard let price else { return .null }
        var members = [JSONValue.Member("value", .string(price.price.description))]
        switch price.origin {
        case .list:
            members.append(JSONValue.Member("origin", "list"))
        case .contract(let number, let date):
            members += [
                JSONValue.Member("origin", "contract"), JSONValue.Member("contract", .string(number)),
                JSONValue.Member("contractDate", .string(date.description)),
                JSONValue.Member("listPrice", .string(price.listPrice.description)),
            ]
        }
        return .object(members + [JSONValue.Member("validFrom", .string(price.validFrom.description))])
    }
}

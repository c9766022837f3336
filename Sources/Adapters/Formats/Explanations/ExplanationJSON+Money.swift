import Basics
import Funding
import Metering
import Notices
import Projects
import Regions
import UseCases

/// Credits, bank lines and projects.
extension ExplanationJSON {
    static func credit(_ value: CreditExplanation) -> [JSONValue.Member] {
        var members =
            [
                JSONValue.Member("project", .string(value.fact.credit.project.text)),
                JSONValue.Member("account", .string(value.account.text)),
                JSONValue.Member("currency", .string(value.region.profile.currency.rawValue)),
            ] + fact(value.fact)
        switch value.standing {
        case .waiting: members.append(JSONValue.Member("state", "waiting"))
        case .returned(let at):
            members += [
                JSONValue.Member("state", "returned"),
                JSONValue.Member("returnedAt", .string(at.description)),
            ]
        case .lot(let remaining):
            members += [JSONValue.Member("state", "lot"), JSONValue.Member("remaining", sum(remaining))]
        case .grant(let remaining, let expired):
            members += [
                JSONValue.Member("state", "grant"), JSONValue.Member("remaining", sum(remaining)),
                JSONValue.Member("expired", sum(expired)),
            ]
        }
        if !value.substitutions.isEmpty {
            members.append(
                JSONValue.Member("substitutions", .array(value.substitutions.map(substitution))))
        }
        if !value.assignments.isEmpty {
            members.append(JSONValue.Member("assignments", .array(value.assignments.map(assignment))))
        }
        return members + [
            JSONValue.Member("spent", sum(value.spent)),
            JSONValue.Member(
                "months",
                .array(
                    value.months.map {
                        [
                            "service": .string($0.service.text), "month": .string($0.month.description),
                            "dayLines": .integer($0.dayLines), "amount": sum($0.amount),
                        ]
                    })), JSONValue.Member("reported", reports(value.reports)),
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

    private static func assignment(_ value: KeptAssignment) -> JSONValue {
        .object([
            JSONValue.Member("at", .string(value.at.description)),
            JSONValue.Member("amount", sum(value.assigned.amount)),
            JSONValue.Member("from", .string(value.assigned.assignor.text)),
            JSONValue.Member("to", .string(value.assigned.assignee.text)),
        ])
    }

    private static func substitution(_ value: CreditExplanation.Substitution) -> JSONValue {
        .object([
            JSONValue.Member("at", .string(value.at.description)),
            JSONValue.Member("amount", sum(value.amount)),
            JSONValue.Member(value.isGiven ? "paidBy" : "insteadOf", .string(value.other.address)),
        ])
    }

    static func bankLine(_ value: BankLineExplanation) -> [JSONValue.Member] {
        let line = value.line
        return [
            JSONValue.Member("line", .integer(line.number)), JSONValue.Member("id", .string(line.id.text)),
            JSONValue.Member("statement", .string(value.statement)),
            JSONValue.Member("fileLine", .integer(line.fileLine)),
            JSONValue.Member("date", .string(line.date.description)),
            JSONValue.Member("number", .string(line.document)), JSONValue.Member("amount", sum(line.amount)),
            JSONValue.Member("payer", .string(line.payer)),
            JSONValue.Member("payerTaxId", text(line.payerTaxID)),
            JSONValue.Member("purpose", .string(line.purpose)),
            JSONValue.Member("state", .string(line.state.rawValue)),
            JSONValue.Member(
                "reasons", .array(line.reasons.map { ["en": .string($0.en), "ru": .string($0.ru)] })),
            JSONValue.Member(
                "shares",
                .array(
                    value.shares.map { share in
                        [
                            "project": .string(share.project.text), "amount": sum(share.amount),
                            "invoice": share.invoice.map {
                                ["number": .integer($0.number), "date": .string($0.date.description)]
                            } ?? .null,
                        ]
                    })),
            JSONValue.Member("credits", .array(value.credits.map { .object(credit($0)) })),
        ]
    }

    static func project(_ value: ProjectExplanation) -> [JSONValue.Member] {
        [
            JSONValue.Member("account", .string(value.account.text)),
            JSONValue.Member("region", .string(value.region.rawValue)),
            JSONValue.Member("currency", .string(value.region.profile.currency.rawValue)),
            JSONValue.Member("state", .string(value.state.word)),
            JSONValue.Member("frozenAt", text(value.state.frozenAt)),
            JSONValue.Member("conservedAt", text(value.state.conservedAt)),
            JSONValue.Member("deletionDue", text(value.state.deletionDue)),
            JSONValue.Member("everPaid", .bool(value.everPaid)),
            JSONValue.Member("payment", sum(value.payment)), JSONValue.Member("debt", sum(value.debt)),
            JSONValue.Member("thawsWith", value.thawsWith.map(sum) ?? .null),
            JSONValue.Member("cause", value.cause.map(cause) ?? .null),
            JSONValue.Member(
                "transitions",
                excerpt(value.transitions) {
                    [
                        JSONValue.Member("at", .string($0.at.description)),
                        JSONValue.Member("state", .string($0.state.word)),
                        JSONValue.Member("deletionDue", text($0.state.deletionDue)),
                        JSONValue.Member("cause", .string($0.cause)),
                    ]
                }), JSONValue.Member("lots", excerpt(value.lots, rest)),
            JSONValue.Member("grants", excerpt(value.grants, rest)),
            JSONValue.Member(
                "debts",
                excerpt(value.debts) {
                    [
                        JSONValue.Member("dayLine", .string($0.dayLine)),
                        JSONValue.Member("amount", sum($0.amount)),
                    ]
                }),
            JSONValue.Member("disputedEvents", .integer(Int(value.disputedEvents))),
            JSONValue.Member(
                "disputes",
                excerpt(value.disputes) {
                    [
                        JSONValue.Member("day", .string($0.day.description)),
                        JSONValue.Member("sku", .string($0.sku.text)),
                        JSONValue.Member("events", .integer(Int($0.events))),
                        JSONValue.Member("quantity", .string($0.quantity.description)),
                    ]
                }),
        ]
    }

    private static func rest(_ rest: ProjectExplanation.Rest) -> [JSONValue.Member] {
        fact(rest.fact) + [JSONValue.Member("remaining", sum(rest.remaining))]
    }

    private static func cause(_ cause: ProjectExplanation.Cause) -> JSONValue {
        let at = JSONValue.Member("at", .string(cause.at.description))
        switch cause.movement {
        case .charge(let event, let cost, let dayLine):
            return .object([
                at, JSONValue.Member("movement", "charge"), JSONValue.Member("dayLine", .string(dayLine)),
                JSONValue.Member("event", .string(event.id)),
                JSONValue.Member("source", .string(event.source)),
                JSONValue.Member("end", .string(event.end.description)), JSONValue.Member("cost", text(cost)),
            ])
        case .credit(let credit):
            return .object([at, JSONValue.Member("movement", "credit")] + fact(credit))
        case .schemeSwitch(let day, let scheme):
            return .object([
                at, JSONValue.Member("movement", "schemeSwitch"),
                JSONValue.Member("day", .string(day.description)),
                JSONValue.Member("scheme", .string(scheme.rawValue)),
            ])
        case .deferral: return .object([at, JSONValue.Member("movement", "deferral")])
        case .conservation(let turn):
            return .object([
                at, JSONValue.Member("movement", "conservation"),
                JSONValue.Member("turn", .string(turn.rawValue)),
            ])
        case .missing(let name):
            return .object([
                at, JSONValue.Member("movement", "missing"), JSONValue.Member("name", .string(name)),
            ])
        }
    }
}

extension ProjectState {
    fileprivate var frozenAt: Moment? {
        if case .frozen(let since, _) = self { since } else { nil }
    }

    fileprivate var conservedAt: Moment? {
        if case .conserved(let since) = self { since } else { nil }
    }
}

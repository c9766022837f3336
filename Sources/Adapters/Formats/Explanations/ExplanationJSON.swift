import Basics
import Documents
import Funding
import Metering
import Projects
import Regions
package import UseCases

/// An explanation as JSON, the same for the command and for HTTP. Sums are strings in major units.
package enum ExplanationJSON {
    package static func value(_ explanation: Explanation) -> JSONValue {
        switch explanation {
        case .document(let value):
            object("document", value.key.text, document(value), explanation.differences)
        case .documentLine(let value):
            object(
                "documentLine", value.lines.first?.address ?? value.key.text, document(value),
                explanation.differences)
        case .dayLine(let value):
            object("dayLine", value.address, dayLine(value), explanation.differences)
        case .credit(let value):
            object("credit", value.fact.address, credit(value), explanation.differences)
        case .bankLine(let value):
            object("bankLine", value.address, bankLine(value), explanation.differences)
        case .project(let value):
            object("project", value.project.text, project(value), explanation.differences)
        case .tieOut(let value):
            object("tieOut", value.address, tieOut(value), explanation.differences)
        }
    }

    private static func object(
        _ kind: String, _ address: String, _ members: [JSONValue.Member], _ differences: [Difference]
    ) -> JSONValue {
        .object(
            [JSONValue.Member("address", .string(address)), JSONValue.Member("kind", .string(kind))] + members
                + [
                    JSONValue.Member("addsUp", .bool(differences.isEmpty)),
                    JSONValue.Member(
                        "differences",
                        .array(
                            differences.map {
                                [
                                    "subject": .string($0.subject.rawValue), "address": .string($0.address),
                                    "stated": .string($0.stated), "explained": .string($0.explained),
                                ]
                            })),
                ])
    }

    static func sum(_ minor: Int64) -> JSONValue { .string(Money.text(minor: minor)) }

    static func text(_ value: (some CustomStringConvertible)?) -> JSONValue {
        value.map { .string($0.description) } ?? .null
    }

    /// "count" is the whole list's; each row tells its place in it.
    static func excerpt<Element>(
        _ excerpt: Excerpt<Element>, _ row: (Element) -> [JSONValue.Member]
    ) -> JSONValue {
        [
            "count": .integer(excerpt.count),
            "rows": .array(
                excerpt.rows.map {
                    .object([JSONValue.Member("place", .integer($0.place))] + row($0.element))
                }),
        ]
    }

    static func reports(_ reports: [ReportedSum]) -> JSONValue {
        .array(
            reports.map { report in
                switch report.report {
                case .documents(let addresses):
                    [
                        "in": .array(addresses.map { .string($0) }), "reason": nil, "month": nil,
                        "amount": sum(report.amount),
                    ]
                case .monthOpen(let month):
                    [
                        "in": [], "reason": "monthOpen", "month": .string(month.description),
                        "amount": sum(report.amount),
                    ]
                case .never(let reason):
                    [
                        "in": [], "reason": .string(reason.rawValue), "month": nil,
                        "amount": sum(report.amount),
                    ]
                }
            })
    }

    static func source(_ source: FundingFact) -> [JSONValue.Member] {
        switch source {
        case .grant(let fact), .lot(let fact): Self.fact(fact)
        case .debt: [JSONValue.Member("source", "debt"), JSONValue.Member("credit", nil)]
        }
    }

    static func fact(_ fact: CreditFact) -> [JSONValue.Member] {
        let credit = fact.credit
        var members = [
            JSONValue.Member("source", .string(word(credit.kind))),
            JSONValue.Member("credit", .string(fact.address)),
            JSONValue.Member("creditedAt", .string(credit.at.description)),
            JSONValue.Member("credited", sum(credit.amount)),
        ]
        switch credit.kind {
        case .bonus(let type, let expires):
            members += [
                JSONValue.Member("bonusType", .string(type.text)),
                JSONValue.Member("expires", .string(expires.description)),
            ]
        case .money(.bank(let payer, let number, let date)):
            members += [
                JSONValue.Member("payerTaxId", text(payer)), JSONValue.Member("number", .string(number)),
                JSONValue.Member("date", .string(date.description)),
                JSONValue.Member("bankLine", text(fact.bankAddress)),
            ]
            if let assignee = fact.assignee {
                members.append(JSONValue.Member("assignedTo", .string(assignee.text)))
            }
        case .money: break
        }
        return members
    }

    private static func word(_ kind: Credit.Kind) -> String {
        switch kind {
        case .bonus: "bonus"
        case .money(.bank): "bank"
        case .money(.card): "card"
        case .money(.sbp): "sbp"
        case .money(.wallet): "wallet"
        case .money(.mobile): "mobile"
        }
    }
}

import Basics
import Funding
import Projects
package import UseCases

/// Advances of other payers than the customer, and one that was assigned, as listings print them.
package enum AssignmentJSON {
    package static func value(_ value: SettlementDesk.Assignable) -> JSONValue {
        [
            "assignee": value.assignee.map { .string($0.text) } ?? .null,
            "advances": .array(
                value.advances.map { advance in
                    [
                        "payer": .string(advance.payer.text), "isFormer": .bool(advance.isFormer),
                        "amount": sum(advance.amount),
                        "transfers": .array(
                            advance.lots.map {
                                ["id": .string($0.id.text), "remaining": sum($0.remaining)]
                            }),
                    ]
                }),
        ]
    }

    package static func value(_ value: SettlementDesk.Assigned) -> JSONValue {
        [
            "project": .string(value.project.text), "from": .string(value.assignor.text),
            "to": .string(value.assignee.text), "amount": sum(value.amount),
            "transfers": .array(
                value.advances.map { ["id": .string($0.credit.text), "amount": sum($0.amount)] }),
        ]
    }

    private static func sum(_ minor: Int64) -> JSONValue { .string(Money.text(minor: minor)) }
}

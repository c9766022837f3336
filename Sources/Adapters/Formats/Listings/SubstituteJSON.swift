import Basics
import Funding
import Projects
package import UseCases

/// What a transfer could pay instead of other money, and what it has taken over, as listings print it.
package enum SubstituteJSON {
    package static func value(_ value: SettlementDesk.Substitutes) -> JSONValue {
        [
            "payments": .array(
                value.payments.map { payment in
                    [
                        "id": .string(payment.lot.id.text),
                        "paid": sum(payment.lot.amount - payment.lot.remaining),
                        "movable": sum(payment.movable), "reported": months(payment.reported),
                    ]
                }),
            "transfers": .array(
                value.transfers.map { ["id": .string($0.id.text), "remaining": sum($0.remaining)] }),
        ]
    }

    package static func value(_ value: SettlementDesk.Substituted) -> JSONValue {
        [
            "project": .string(value.project.text), "payment": .string(value.funding.payment.text),
            "transfer": .string(value.funding.transfer.text), "amount": sum(value.funding.amount),
            "months": months(value.months), "reported": months(value.reported), "left": sum(value.left),
        ]
    }

    private static func sum(_ minor: Int64) -> JSONValue { .string(Money.text(minor: minor)) }

    private static func months(_ sums: [Month: Int64]) -> JSONValue {
        .array(
            sums.sorted { $0.key < $1.key }.map {
                ["month": .string($0.key.description), "amount": sum($0.value)]
            })
    }
}

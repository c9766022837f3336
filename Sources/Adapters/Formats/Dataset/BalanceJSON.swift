import Basics
import Projects
import Regions
package import UseCases

/// A project's balance as the terminal and the HTTP door say it.
package enum BalanceJSON {
    package static func value(_ balance: BalancesDesk.Balance) -> JSONValue {
        .object([
            JSONValue.Member("pid", .string(balance.pid.text)),
            JSONValue.Member("region", .string(balance.region.rawValue)),
            JSONValue.Member("currency", .string(balance.payment.currency.rawValue)),
            JSONValue.Member("payment", .string(balance.payment.description)),
            JSONValue.Member("debt", .string(balance.debt.description)),
            JSONValue.Member(
                "bonuses",
                .object(
                    balance.bonuses.map { JSONValue.Member($0.type.text, .string($0.amount.description)) })),
            JSONValue.Member("state", .string(balance.state.word)),
            JSONValue.Member(
                "deletionDue", balance.state.deletionDue.map { .string($0.description) } ?? .null),
        ])
    }
}

import Basics
import Notices
package import UseCases
package import Wording

/// A bank line as JSON, the same for the command and for HTTP.
package enum BankLineJSON {
    package static func value(_ line: BankLineRecord, _ language: Language) -> JSONValue {
        .object(members(line, language))
    }

    package static func members(_ line: BankLineRecord, _ language: Language) -> [JSONValue.Member] {
        [
            JSONValue.Member("line", .integer(line.number)),
            JSONValue.Member("address", .string(ExplanationAddress.bankLine(line.number).text)),
            JSONValue.Member("id", .string(line.id.text)),
            JSONValue.Member("date", .string(line.date.description)),
            JSONValue.Member("number", .string(line.document)),
            JSONValue.Member("amount", .string(Money.text(minor: line.amount))),
            JSONValue.Member("payer", .string(line.payer)),
            JSONValue.Member("payerTaxId", line.payerTaxID.map { .string($0.text) } ?? .null),
            JSONValue.Member("purpose", .string(line.purpose)),
            JSONValue.Member("state", .string(line.state.rawValue)),
            JSONValue.Member("projects", .array(line.projects.map { .string($0.text) })),
            JSONValue.Member("reasons", .array(line.reasons.map { .string($0.text(language)) })),
        ]
    }
}

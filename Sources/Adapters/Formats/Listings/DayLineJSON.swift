package import Basics
import Metering
package import UseCases

/// A day line with what paid for it as JSON, the same for the command and for HTTP.
package enum DayLineJSON {
    package static func value(_ pid: PID, _ record: DayLineRecord) -> JSONValue {
        let line = record.line
        return .object([
            JSONValue.Member("address", .string(ExplanationAddress.dayLine(pid, line.key).text)),
            JSONValue.Member("day", .string(line.key.day.description)),
            JSONValue.Member("pid", .string(pid.text)),
            JSONValue.Member("service", .string(line.service.text)),
            JSONValue.Member("sku", .string(line.key.sku.text)),
            JSONValue.Member("resource", .string(line.key.resource.text)),
            JSONValue.Member("unit", .string(line.unit)),
            JSONValue.Member("quantity", .string(line.quantity.description)),
            JSONValue.Member("cost", .string(Money.text(minor: line.posted))),
            JSONValue.Member("bonus", .string(Money.text(minor: record.bonus))),
            JSONValue.Member("payment", .string(Money.text(minor: record.payment))),
            JSONValue.Member("bankFunded", .string(Money.text(minor: record.bankFunded))),
            JSONValue.Member("debt", .string(Money.text(minor: record.debt))),
            JSONValue.Member(
                "labels",
                .object(line.labels.labels.map { JSONValue.Member($0.name, .string($0.value)) })),
        ])
    }
}

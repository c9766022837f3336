import Basics
import Formats
import Metering
import UseCases

/// Day lines as CSV, JSON and a table. An address names each line: project, day, resource, SKU.
enum DetailText {
    static let columns = [
        "day", "pid", "service", "sku", "resource", "unit", "quantity", "cost", "bonus", "payment",
        "bankFunded", "debt", "labels",
    ]

    static func csv(_ pid: PID, _ records: [DayLineRecord]) -> [UInt8] {
        var csv = CSVWriter()
        csv.row(columns.map { .text($0) })
        for record in records {
            let line = record.line
            csv.row([
                .text(line.key.day.description), .text(pid.text), .text(line.service.text),
                .text(line.key.sku.text), .text(line.key.resource.text), .text(line.unit),
                .number(line.quantity.description), .number(Money.text(minor: line.posted)),
                .number(Money.text(minor: record.bonus)), .number(Money.text(minor: record.payment)),
                .number(Money.text(minor: record.bankFunded)), .number(Money.text(minor: record.debt)),
                .text(labels(line)),
            ])
        }
        return csv.take()
    }

    static func table(_ pid: PID, _ records: [DayLineRecord], _ terminal: Terminal) {
        guard !records.isEmpty else {
            terminal.say(terminal.words("no charges in this month", "в этом месяце списаний нет"))
            return
        }
        terminal.table(
            [
                terminal.words("day", "день"), terminal.words("service", "услуга"), "SKU",
                terminal.words("resource", "ресурс"), terminal.words("quantity", "количество"),
                terminal.words("cost", "сумма"), terminal.words("bonus", "бонусы"),
                terminal.words("payment", "деньги"), terminal.words("debt", "долг"),
                terminal.words("address", "адрес"),
            ],
            records.map { record in
                let line = record.line
                return [
                    line.key.day.description, line.service.text, line.key.sku.text, line.key.resource.text,
                    "\(line.quantity) \(line.unit)", Money.text(minor: line.posted),
                    Money.text(minor: record.bonus), Money.text(minor: record.payment),
                    Money.text(minor: record.debt), address(pid, line),
                ]
            }, right: [4, 5, 6, 7, 8])
        let total = records.reduce(0) { $0 + $1.line.posted }
        terminal.say("\(terminal.words("total", "итого")) \(Money.text(minor: total))")
    }

    private static func address(_ pid: PID, _ line: DayLine) -> String {
        ExplanationAddress.dayLine(pid, line.key).text
    }

    private static func labels(_ line: DayLine) -> String {
        line.labels.labels.map { "\($0.name)=\($0.value)" }.joined(separator: ";")
    }
}

import API
import Basics
import Formats
import HTTPTypes
import Metering
import UseCases
import Wording

/// A month's day lines with what paid for them: the columns of `kontragent detail --format csv`.
enum CostsFile {
    static func reply(_ pid: PID, _ month: Month?, _ lines: [DayLineRecord], _ language: Language) -> Reply {
        var file = SheetFile(language)
        file.row(DetailText.columns.map { .text($0) })
        for record in lines {
            let line = record.line
            file.row([
                .text(line.key.day.description), .text(pid.text), .text(line.service.text),
                .text(line.key.sku.text), .text(line.key.resource.text), .text(line.unit),
                file.number(line.quantity.description), file.sum(line.posted), file.sum(record.bonus),
                file.sum(record.payment), file.sum(record.bankFunded), file.sum(record.debt),
                .text(line.labels.labels.map { "\($0.name)=\($0.value)" }.joined(separator: ",")),
            ])
        }
        return file.reply("costs-\(pid)\(month.map { "-\($0)" } ?? "")")
    }
}

/// A Russian noun beside a number: 1 документ, 2 документа, 5 документов.
package struct Plural: Hashable, Sendable {
    package let one: String
    package let few: String
    package let many: String

    package init(one: String, few: String, many: String) {
        self.one = one
        self.few = few
        self.many = many
    }

    /// The last two digits decide: 11 to 14 take the plural whatever the last one says.
    package func form(_ count: some BinaryInteger) -> String {
        let tail = Int(count.magnitude % 100)
        if (11...14).contains(tail) { return many }
        return switch tail % 10 {
        case 1: one
        case 2, 3, 4: few
        default: many
        }
    }

    /// "5 документов"; the gap does not break at the end of a line.
    package func counted(_ count: some BinaryInteger) -> String {
        "\(Sums.grouped(count, .ru))\(Sums.gap)\(form(count))"
    }
}

extension Plural {
    package static let documents = Plural(one: "документ", few: "документа", many: "документов")
    package static let days = Plural(one: "день", few: "дня", many: "дней")
    /// «Через 1 календарный день».
    package static let calendarDays = Plural(
        one: "календарный день", few: "календарных дня", many: "календарных дней")
    package static let rows = Plural(one: "строка", few: "строки", many: "строк")
    package static let payments = Plural(one: "платёж", few: "платежа", many: "платежей")
    package static let projects = Plural(one: "проект", few: "проекта", many: "проектов")
    /// «Всего наименований»: lines of an invoice.
    package static let items = Plural(one: "наименование", few: "наименования", many: "наименований")
    /// «Документ составлен на … листах».
    package static let onSheets = Plural(one: "листе", few: "листах", many: "листах")

    static let roubles = Plural(one: "рубль", few: "рубля", many: "рублей")
    static let kopecks = Plural(one: "копейка", few: "копейки", many: "копеек")
}

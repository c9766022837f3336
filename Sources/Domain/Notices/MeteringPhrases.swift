import Basics
package import Metering

extension MeteringProblem: Worded {
    package var phrase: Phrase {
        switch self {
        case .unknownProject(let event, let pid):
            return Phrase(
                en:
                    "The event «\(event.shown)» is for the project \(pid), which is unknown. Import its account "
                    + "first, or correct the PID.",
                ru: "Событие «\(event.shown)» относится к неизвестному проекту \(pid). Сначала загрузите его "
                    + "учётную запись или исправьте PID.")
        case .unknownSKU(let event, let sku):
            return Phrase(
                en:
                    "The event «\(event.shown)» is for «\(sku.text.shown)», which has no price in the project's "
                    + "region. Add it to the price list, or correct the SKU.",
                ru:
                    "Событие «\(event.shown)»: у тарифной позиции «\(sku.text.shown)» нет цены в регионе проекта. "
                    + "Внесите её в прайс-лист или исправьте название.")
        case .noPrice(let event, let sku, let day, let first):
            return noPrice(event: event, sku: sku, day: day, first: first)
        case .notPositive(let event):
            return Phrase(
                en:
                    "The event «\(event.shown)» has no quantity above zero. Correct «quantity» or leave it out.",
                ru:
                    "В событии «\(event.shown)» количество не больше нуля. Исправьте «quantity» или уберите событие."
            )
        case .endNotAfterStart(let event):
            return Phrase(
                en: "The event «\(event.shown)» ends no later than it starts. Correct «start» or «end».",
                ru:
                    "Событие «\(event.shown)» кончается не позже, чем начинается. Исправьте «start» или «end»."
            )
        case .acrossMidnight(let event, let day):
            let first = Phrase(day)
            return Phrase(
                en: "The event «\(event.shown)» starts on \(first.en) and ends on a later day of its region. "
                    + "Split it at midnight.",
                ru: "Событие «\(event.shown)» начинается \(first.ru), а кончается в другой день по времени "
                    + "региона. Разделите его в полночь.")
        case .farFuture(let event, let end):
            return Phrase(
                en: "The event «\(event.shown)» ends at \(end), more than a year from now. Check the meter's "
                    + "clock.",
                ru: "Событие «\(event.shown)» кончается в \(end), больше чем через год. Проверьте часы "
                    + "источника.")
        case .otherBody(let id, let source):
            return Phrase(
                en: "The event «\(id.shown)» of the source «\(source.shown)» was taken before with another "
                    + "content. The first one counts; give a new event a new id.",
                ru: "Событие «\(id.shown)» из источника «\(source.shown)» уже принято с другим содержанием. "
                    + "Действует первое; новому событию дайте новый id.")
        case .wrongCurrency(let sku, let currency, let region):
            let name = Phrase(regionNamed: region)
            return Phrase(
                en:
                    "The price of «\(sku.text.shown)» is in \(currency.rawValue), which is not the currency of "
                    + "the region \(name.en). Correct the currency or the region.",
                ru: "Цена «\(sku.text.shown)» указана в \(currency.rawValue), в регионе «\(name.ru)» другая "
                    + "валюта. Исправьте валюту или регион.")
        case .otherPrice(let sku, let day):
            let from = Phrase(day)
            return Phrase(
                en:
                    "«\(sku.text.shown)» is already published from \(from.en) with other data. Publish the new "
                    + "price from a later day.",
                ru:
                    "«\(sku.text.shown)» с \(from.ru) уже опубликована с другими данными. Опубликуйте новую цену "
                    + "с более позднего дня.")
        case .priceInSettledPast(let sku, let day, let settled):
            let from = Phrase(day)
            let through = Phrase(settled)
            return Phrase(
                en:
                    "A price of «\(sku.text.shown)» from \(from.en) would change days that are settled through "
                    + "\(through.en). Publish it from a later day.",
                ru:
                    "Цена «\(sku.text.shown)» с \(from.ru) изменила бы уже рассчитанные дни, по \(through.ru) "
                    + "включительно. Опубликуйте её с более позднего дня.")
        case .unknownRegion(let region):
            return Phrase(
                en: "The price list's region «\(region.shown)» is unknown. Write \(Phrase.regionTexts.en).",
                ru: "Неизвестный регион «\(region.shown)» в прайс-листе. Укажите \(Phrase.regionTexts.ru).")
        case .costTooLarge(let sku, let day):
            let date = Phrase(day)
            return Phrase(
                en:
                    "The use of «\(sku.text.shown)» on \(date.en) costs more than the books can hold. Check its "
                    + "quantities and price.",
                ru:
                    "Потребление «\(sku.text.shown)» за \(date.ru) стоит больше, чем вмещают книги. Проверьте "
                    + "количество и цену.")
        }
    }

    private func noPrice(event: String, sku: SKU, day: Day, first: Day?) -> Phrase {
        let date = Phrase(day)
        let since = first.map { first in
            let first = Phrase(first)
            return Phrase(en: "; its first price is of \(first.en)", ru: "; первая цена — с \(first.ru)")
        }
        return Phrase(
            en: "The event «\(event.shown)» is of \(date.en), a day on which «\(sku.text.shown)» has no price"
                + "\(since?.en ?? ""). Publish a price for that day, then send the event again.",
            ru: "Событие «\(event.shown)» — за \(date.ru), а у «\(sku.text.shown)» на этот день нет цены"
                + "\(since?.ru ?? ""). Опубликуйте цену на этот день и передайте событие снова.")
    }
}

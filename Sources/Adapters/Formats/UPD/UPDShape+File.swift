extension UPDShape {
    /// The seller's title of version 5.03, from the root down.
    static let file = UPDShape(
        [
            .must("ИдФайл", .text(1...255)), .must("ВерсФорм", .oneOf(["5.03"])),
            .must("ВерсПрог", .text(1...40)),
        ], [.one("Документ", document)])

    private static let document = UPDShape(
        [
            .must("КНД", .oneOf(["1115131"])), .may("УИД", .text(1...1000)),
            .must("Функция", .oneOf(["СЧФ", "СЧФДОП", "ДОП", "СвРК", "СвЗК"])),
            .may("ПоФактХЖ", .text(1...255)), .may("НаимДокОпр", .text(1...255)), .must("ДатаИнфПр", .date),
            .must("ВремИнфПр", .time), .may("НаимЭконСубСост", .text(1...1000)),
            .may("СоглСтрДопИнф", .text(14...14)),
        ],
        [
            .one("СвСчФакт", heading), .maybe("ТаблСчФакт", table), .maybe("СвПродПер", transfer),
            .some("Подписант", signatory), .maybe("ОснДоверОргСост", reference),
        ])

    private static let heading = UPDShape(
        [
            .must("НомерДок", .text(1...1000)), .must("ДатаДок", .date),
            .may("ИмяФайлИспрПрод", .text(1...255)), .may("ИмяФайлИспрПок", .text(1...255)),
        ],
        [
            .maybe(
                "ИспрДок",
                UPDShape([.must("НомИспр", .integer(digits: 3, least: 1)), .must("ДатаИспр", .date)])),
            .some("СвПрод", party),
            .any(
                "ГрузОт",
                UPDShape([], [.choice([.one("ГрузОтпр", party), .one("ОнЖе", .value(.oneOf(["он же"])))])])),
            .any("ГрузПолуч", party),
            .any(
                "СвПРД",
                UPDShape([.may("НомерПРД", .text(1...30)), .may("ДатаПРД", .date), .may("СуммаПРД", .sum)])),
            .any("ДокПодтвОтгрНом", reference), .some("СвПокуп", party),
            .one(
                "ДенИзм",
                UPDShape([
                    .must("КодОКВ", .digits(3...3)), .must("НаимОКВ", .text(1...100)),
                    .may("КурсВал", .decimal(total: 10, fraction: 4, .any)),
                ])),
            .maybe("ДопСвФХЖ1", circumstances), .maybe("ИнфПолФХЖ1", notes),
        ])

    private static let circumstances = UPDShape(
        [
            .may("ИдГосКон", .text(20...25)), .may("СпОбстФСЧФ", .oneOf(["1", "2", "3", "4", "5", "6"])),
            .may("СпОбстФСЧФДОП", .text(5...5)), .may("СпОбстФДОП", .text(5...5)),
        ],
        [
            .any(
                "ВидОбяз",
                UPDShape([.may("КодВидОбяз", .text(1...255)), .may("НаимВидОбяз", .text(1...255))])),
            .maybe("ИнфПродЗаГоскКазн", treasury), .maybe("СвФактор", party),
            .maybe("ОснУстДенТреб", reference), .any("СопрДокФХЖ", reference),
        ])

    private static let treasury = UPDShape([
        .must("ДатаГосКонт", .date), .must("НомерГосКонт", .text(1...100)),
        .may("ЛицСчетПрод", .text(11...11)),
        .may("КодПродБюджКласс", .text(20...20)), .may("КодЦелиПрод", .text(20...20)),
        .may("КодКазначПрод", .text(1...4)), .may("НаимКазначПрод", .text(1...2000)),
    ])
}

extension UPDShape {
    /// ТаблСчФакт: the lines and their totals.
    static let table = UPDShape(
        [],
        [
            .some("СведТов", line),
            .one(
                "ВсегоОпл",
                UPDShape(
                    [
                        .may("СтТовБезНДСВсего", .sum), .may("СтТовУчНалВсего", .sum),
                        .may("КолНеттоВс", .quantity),
                    ], [.one("СумНалВсего", tax)])),
        ])

    private static let line = UPDShape(
        [
            .must("НомСтр", .integer(digits: 6, least: nil)), .may("НаимТов", .text(1...2000)),
            .may("ОКЕИ_Тов", .digits(3...4)), .may("НаимЕдИзм", .text(1...255)),
            .may("КолТов", .decimal(total: 26, fraction: 11, .positive)),
            .may("ЦенаТов", .decimal(total: 26, fraction: 11, .notNegative)),
            .may("СтТовБезНДС", .sumNotNegative), .must("НалСт", .rate),
            .may("СтТовУчНал", .sumNotNegative),
        ],
        [
            .any("СвДТ", UPDShape([.may("КодПроисх", .digits(3...3)), .may("НомерДТ", .text(1...29))])),
            .maybe("ДопСведТов", details), .maybe("Акциз", excise), .one("СумНал", tax),
            .any("ИнфПолФХЖ2", note),
        ])

    private static let details = UPDShape(
        [
            .may("ПрТовРаб", .oneOf(["1", "2", "3", "4", "5"])), .may("ДопПризн", .text(1...4)),
            .may("НадлОтп", .quantity), .may("ХарактерТов", .text(1...1000)), .may("СортТов", .text(1...10)),
            .may("СерияТов", .text(1...50)), .may("АртикулТов", .text(1...50)),
            .may("КодТов", .text(1...100)),
            .may("ГТИН", .text(14...14)), .may("КодКат", .text(27...27)), .may("КодВидТов", .text(10...10)),
            .may("КодВидПр", .integer(digits: 3, least: nil)), .may("КодТовОКПД2", .text(2...12)),
            .may("ДопИнфПВидО", .text(5...5)),
        ],
        [
            .any("КрНаимСтрПр", .value(.text(1...255))), .any("СопрДокТов", reference),
            .maybe("НалУчАморт", depreciation), .maybe("СумНалВосст", tax), .any("СведПрослеж", traced),
            .any("НомСредИдентТов", marked), .any("СвГосСист", stateSystem),
        ])

    private static let depreciation = UPDShape([
        .must("АмГруппа", .text(1...2)), .must("КодОКОФ", .text(1...16)), .must("СрПолИспОС", .text(1...3)),
        .must("ФактСрокИсп", .integer(digits: 3, least: nil)),
    ])

    private static let traced = UPDShape([
        .must("НомТовПрослеж", .text(25...29)), .must("ЕдИзмПрослеж", .digits(3...4)),
        .must("НаимЕдИзмПрослеж", .text(1...255)),
        .must("КолВЕдПрослеж", .decimal(total: 26, fraction: 11, .positive)),
        .must("СтТовБезНДСПрослеж", .sum), .may("ДопИнфПрослеж", .text(1...255)),
    ])

    private static let marked = UPDShape(
        [
            .may("ИдентТрансУпак", .text(1...255)), .may("КолВедМарк", .integer(digits: 26, least: nil)),
            .may("ПрПартМарк", .text(1...55)),
        ],
        [
            .choiceOrNone([
                .some("КИЗ", .value(.text(1...255))), .some("НомУпак", .value(.text(1...255))),
            ])
        ])

    private static let stateSystem = UPDShape(
        [
            .must("НаимГосСист", .text(1...255)), .may("УчетЕд", .text(1...255)),
            .may("ИнаяИнф", .text(1...1000)),
        ], [.some("ИдНомУчетЕд", .value(.text(1...255)))])
}

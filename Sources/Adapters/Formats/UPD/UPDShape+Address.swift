extension UPDShape {
    /// Адрес: by parts, by the state register of addresses (ГАР), or as text.
    static let address = UPDShape(
        [.may("ГЛНМеста", .text(13...13))],
        [
            .choice([
                .one("АдрРФ", partsAddress), .one("АдрГАР", registerAddress), .one("АдрИнф", textAddress),
            ])
        ])

    private static let partsAddress = UPDShape([
        .may("Индекс", .digits(6...6)), .must("КодРегион", .digits(2...2)),
        .must("НаимРегион", .text(1...51)), .may("Район", .text(1...255)), .may("Город", .text(1...255)),
        .may("НаселПункт", .text(1...255)), .may("Улица", .text(1...255)), .may("Дом", .text(1...50)),
        .may("Корпус", .text(1...50)), .may("Кварт", .text(1...50)), .may("ИныеСвед", .text(1...1000)),
    ])

    private static let textAddress = UPDShape([
        .must("КодСтр", .digits(3...3)), .must("НаимСтран", .text(1...255)),
        .must("АдрТекст", .text(1...1000)),
    ])

    private static let registerAddress = UPDShape(
        [.must("ИдНом", .guid), .may("Индекс", .text(6...6))],
        [
            .one("Регион", .value(.digits(2...2))), .one("НаимРегион", .value(.text(1...51))),
            .maybe("МуниципРайон", coded), .maybe("ГородСелПоселен", coded),
            .maybe("НаселенПункт", named("Вид")), .maybe("ЭлПланСтруктур", named("Тип")),
            .maybe("ЭлУлДорСети", named("Тип")), .maybe("ЗемелУчасток", .value(.text(1...50))),
            .any("Здание", numbered), .maybe("ПомещЗдания", numbered), .maybe("ПомещКвартиры", numbered),
        ])

    private static let coded = UPDShape([.must("ВидКод", .text(1...1)), .must("Наим", .text(1...255))])

    private static let numbered = UPDShape([.must("Тип", .text(1...50)), .must("Номер", .text(1...255))])

    private static func named(_ kind: String) -> UPDShape {
        UPDShape([.must(kind, .text(1...50)), .must("Наим", .text(1...255))])
    }
}

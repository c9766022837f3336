/// Parties, addresses and the small shapes that others share.
extension UPDShape {
    static let person = UPDShape([
        .must("Фамилия", .text(1...60)), .must("Имя", .text(1...60)), .may("Отчество", .text(1...60)),
    ])

    static let note = UPDShape([.must("Идентиф", .text(1...50)), .must("Значен", .text(1...2000))])

    static let notes = UPDShape([.may("ИдФайлИнфПол", .guid)], [.any("ТекстИнф", note)])

    static let foreigner = UPDShape([
        .must("ИдСтат", .oneOf(["ИО", "ИГ"])), .must("КодСтр", .digits(3...3)),
        .must("НаимСтран", .text(1...255)), .must("Наим", .text(1...1000)),
        .may("Идентиф", .text(1...255)), .may("ИныеСвед", .text(1...255)),
    ])

    static let reference = UPDShape(
        [
            .must("РеквНаимДок", .text(1...255)), .must("РеквНомерДок", .text(1...255)),
            .must("РеквДатаДок", .date), .may("РеквИдФайлДок", .text(1...255)),
            .may("РеквИдДок", .text(1...255)), .may("РИдСистХранД", .text(1...500)),
            .may("РеквУРЛСистДок", .text(1...500)), .may("РеквДопСведДок", .text(1...2000)),
        ],
        [
            .any(
                "РеквИдРекСост",
                UPDShape(
                    [],
                    [
                        .choiceOrNone([
                            .one("ИННЮЛ", .value(.taxNumber(10))), .one("ИННФЛ", .value(.taxNumber(12))),
                            .one("ДаннИно", foreigner), .one("НаимОИВ", .value(.text(1...255))),
                        ])
                    ]))
        ])

    static let tax = UPDShape(
        [],
        [
            .choice([
                .one("СумНал", .value(.sumNotNegative)),
                .one("БезНДС", .value(.oneOf([VATRateSet.withoutVAT]))),
            ])
        ])

    static let excise = UPDShape(
        [], [.choice([.one("СумАкциз", .value(.sum)), .one("БезАкциз", .value(.oneOf(["без акциза"])))])])

    static let party = UPDShape(
        [
            .may("ОКПО", .text(1...10)), .may("КодОПФ", .text(2...5)), .may("ПолнНаимОПФ", .text(4...255)),
            .may("СтруктПодр", .text(1...500)), .may("ИнфДляУчаст", .text(1...255)),
            .may("СокрНаим", .text(1...510)),
        ],
        [
            .one("ИдСв", UPDShape([], [.choice(identities)])), .maybe("Адрес", address),
            .maybe("БанкРекв", bank), .maybe("Контакт", contact),
        ])

    private static let identities: [Element] = [
        .one(
            "СвИП",
            UPDShape(
                [
                    .must("ИННФЛ", .taxNumber(12)), .may("СвГосРегИП", .text(1...100)),
                    .may("ОГРНИП", .digits(15...15)), .may("ДатаОГРНИП", .date),
                    .may("ИныеСвед", .text(1...255)),
                ], [.one("ФИО", person)])),
        .one(
            "СвЮЛУч",
            UPDShape([
                .must("НаимОрг", .text(1...1000)), .must("ИННЮЛ", .taxNumber(10)), .may("КПП", .kpp),
            ])),
        .one("СвИнНеУч", foreigner),
        .one(
            "СвФЛУч",
            UPDShape(
                [
                    .may("ИННФЛ", .taxNumber(12)), .may("ИдСтатЛ", .oneOf(["0", "1"])),
                    .may("ИныеСвед", .text(1...255)),
                ], [.maybe("ФИО", person)])),
    ]

    private static let bank = UPDShape(
        [.may("НомерСчета", .text(1...34))],
        [
            .maybe(
                "СвБанк",
                UPDShape([
                    .may("НаимБанк", .text(1...1000)), .may("БИК", .digits(9...9)),
                    .may("КорСчет", .text(1...34)),
                ]))
        ])

    private static let contact = UPDShape(
        [.may("ИнКонт", .text(1...255))],
        [.any("Тлф", .value(.text(1...255))), .any("ЭлПочта", .value(.text(1...255)))])
}

extension UPDShape {
    /// СвПродПер: what was handed over, when and on what ground.
    static let transfer = UPDShape(
        [],
        [
            .one(
                "СвПер",
                UPDShape(
                    [
                        .must("СодОпер", .text(1...255)), .may("ВидОпер", .text(1...255)),
                        .may("ДатаПер", .date), .may("ДатаНачПер", .date), .may("ДатаОконПер", .date),
                    ],
                    [
                        .choice([.some("ОснПер", reference), .one("БезДокОснПер", .value(.oneOf(["1"])))]),
                        .maybe("СвЛицПер", handedBy), .maybe("Тран", carriage),
                        .maybe("СвПерВещи", thing),
                    ])),
            .maybe("ИнфПолФХЖ3", notes),
        ])

    private static let handedBy = UPDShape(
        [],
        [
            .choice([
                .one(
                    "РабОргПрод",
                    UPDShape(
                        [.must("Должность", .text(1...255)), .may("ИныеСвед", .text(1...255))],
                        [.one("ФИО", person)])),
                .one(
                    "ИнЛицо",
                    UPDShape([], [.choice([.one("ПредОргПер", carrier), .one("ФЛПер", carrierPerson)])])),
            ])
        ])

    private static let carrier = UPDShape(
        [
            .must("Должность", .text(1...255)), .may("ИныеСвед", .text(1...255)),
            .must("НаимОргПер", .text(1...255)), .may("ИННЮЛПер", .taxNumber(10)),
        ], [.maybe("ОснДоверОргПер", reference), .maybe("ОснПолнПредПер", reference), .one("ФИО", person)])

    private static let carrierPerson = UPDShape(
        [.may("ИННФЛПер", .taxNumber(12)), .may("ИныеСвед", .text(1...255))],
        [.maybe("ОснДоверФЛ", reference), .one("ФИО", person)])

    private static let carriage = UPDShape([
        .may("СвТран", .text(1...1000)), .may("Инкотермс", .text(3...3)), .may("ВерИнкотермс", .text(4...4)),
    ])

    private static let thing = UPDShape(
        [.may("ДатаПерВещ", .date), .may("СвПерВещ", .text(1...1000))], [.maybe("ДокПерВещ", reference)])

    /// Подписант.
    static let signatory = UPDShape(
        [
            .may("Должн", .text(1...255)), .may("ТипПодпис", .oneOf(["1", "2", "3"])),
            .may("ДатаПодДок", .date),
            .must("СпосПодтПолном", .oneOf(["1", "2", "3", "4", "5", "6"])),
            .may("ДопСведПодп", .text(1...255)),
        ],
        [
            .one("ФИО", person),
            .choiceOrNone([.some("СвДоверЭл", electronicPower), .some("СвДоверБум", paperPower)]),
        ])

    private static let electronicPower = UPDShape([
        .must("НомДовер", .guid), .must("ДатаВыдДовер", .date), .may("ВнНомДовер", .text(1...50)),
        .may("ДатаВнРегДовер", .date), .must("ИдСистХран", .text(1...500)), .may("УРЛСист", .text(1...500)),
    ])

    private static let paperPower = UPDShape(
        [
            .must("ДатаВыдДовер", .date), .must("ВнНомДовер", .text(1...50)),
            .may("СвИдДовер", .text(1...1000)),
        ], [.maybe("ФИО", person)])
}

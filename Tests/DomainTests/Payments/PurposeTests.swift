import Basics
import Payments
import Testing

@Suite struct PurposeTests {
    @Test(
        arguments: [
            "mcs0000000001", "Оплата MCS0000000001, без НДС", "PID:mcs0000000001.", "(mcs0000000001)",
            "Оплата услуг,№mcs0000000001", "мсs0000000001", "МСЅ0000000001", "mcs 0000000001",
            "mcs №0000000001",
            "mcs № 0000000001", "mcs\u{A0}0000000001", "пополнение mc\u{AD}s0000000001/октябрь",
        ])
    func `a PID is found however the payer wrote it`(purpose: String) {
        #expect(Purpose.pids(in: purpose).map(\.text) == ["mcs0000000001"])
    }

    @Test(
        arguments: [
            "", "Оплата по договору", "xmcs0000000001", "тмcs0000000001", "mcs00000001", "mcs00000000012",
            "mcs0000000001а", "mcs  0000000001", "mcs-0000000001", "1mcs0000000001", "mcs", "mcs №",
        ])
    func `what only resembles a PID is none`(purpose: String) {
        #expect(Purpose.pids(in: purpose).isEmpty)
    }

    @Test func `nine digits are a PID, and each PID counts once in the order of writing`() {
        let purpose = "mcs000000002, mcs0000000001; MCS000000002"
        #expect(Purpose.pids(in: purpose).map(\.text) == ["mcs000000002", "mcs0000000001"])
    }

    static let quotes: [(String, [String])] = [
        ("Оплата по счету №17 от 31.10.2026 г. в т.ч. НДС 22% - 440.00", ["17 2026-10-31"]),
        (
            "Оплата по сч.№ 183 от 31.05.2026 г, № 211 от 30.06.2026 г за услуги",
            ["183 2026-05-31", "211 2026-06-30"]
        ),
        ("ЧАСТИЧНАЯ ОПЛАТА ПО СЧЕТУ №6 ОТ 24.05.26 СУММА 1264126-19 В Т.Ч. НДС", ["6 2026-05-24"]),
        ("счёт 17 от 1 ноября 2026 г.", ["17 2026-11-01"]),
        ("счет на оплату N 17 от 01.11.2026", ["17 2026-11-01"]),
        ("Счет Nº17 от 1.11.26г.", ["17 2026-11-01"]),
        ("сч No 17 от 01/11/2026", ["17 2026-11-01"]),
        ("сч. No. 17 2026-11-01", ["17 2026-11-01"]),
        ("cчeт №17от 01.11.2026", ["17 2026-11-01"]),
        ("счёту №0017 от 01.11.2026года", ["17 2026-11-01"]),
        ("Invoice #17 от 01.11.2026", ["17 2026-11-01"]),
        (
            "счета 17 от 31.10.2026, 18 от 30.11.2026 и №19 от 31.12.2026",
            [
                "17 2026-10-31", "18 2026-11-30", "19 2026-12-31",
            ]
        ),
        ("по счету №17 от 31.10.2026 и счету №18 от 30.11.2026", ["17 2026-10-31", "18 2026-11-30"]),
        ("счет №17 от 31.10.2026 по договору №7 от 01.02.2026", ["17 2026-10-31"]),
        ("счет ВК-17/2026 от 31.10.2026", ["ВК-17/2026 2026-10-31"]),
        ("счет-оферта № 5 от 31.10.2026", ["5 2026-10-31"]),
        ("Оплата по счету 17, НДС нет", ["17 -"]),
        ("счет №17 от 31.02.2026", ["17 -"]),
    ]

    @Test(arguments: quotes)
    func `an invoice is read as payers quote it`(purpose: String, expected: [String]) {
        let found = Purpose.invoices(in: purpose).map { "\($0.number) \($0.date?.description ?? "-")" }
        #expect(found == expected)
    }

    @Test(
        arguments: [
            "", "Оплата по договору №17 от 31.10.2026", "счет-фактура №17 от 31.10.2026",
            "счет фактуре № 17 от 31.10.2026", "на расчетный счет 17 от 31.10.2026",
            "р/счет 40702810938120061991", "лицевой счет 1101 от 31.10.2026", "расчет №17 от 31.10.2026",
            "по счету б/н от 31.10.2026", "счет 40702810938120061991", "по счету", "сч.", "счет №",
        ])
    func `other papers and bank accounts are no invoices`(purpose: String) {
        #expect(Purpose.invoices(in: purpose).isEmpty)
    }

    @Test func `a purpose of one word repeated for ever is read in time`() {
        let long = String(repeating: "счет №1 от 01.01.2026, mcs ", count: 20_000)
        #expect(Purpose.invoices(in: long).count == 1)
        #expect(Purpose.pids(in: long).isEmpty)
    }
}

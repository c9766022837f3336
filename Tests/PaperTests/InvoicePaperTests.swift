import Basics
import Documents
import Foundation
import Paper
import Testing

@Suite struct InvoicePapers {
    @Test func `a payment invoice says what a bank order needs`() throws {
        let content = try PaperCast.invoice()
        let text = try Tools.text(Tools.print(PaperJob(content), keptAs: "payment-invoice"))
        for wanted in [
            "Счет на оплату № 100231 от 1 ноября 2026 г.", "БАНК ГПБ (АО) г. Москва", "БИК 044525823",
            "30101810200000000823", "40702810100000003759", "ИНН 7743001840", "КПП 997750001",
            "Банк получателя", "Получатель", "Поставщик", "Плательщик",
            "ООО «Ромашка», ИНН 7707083893, КПП 773601001, 117312, г. Москва, ул. Вавилова, д. 19",
            "Договор № ВК-17/2026 от 1 августа 2025 г.", "В том числе НДС (22%): 440,00",
            "Всего к оплате: 2 440,00", "Всего наименований 1, на сумму 2 440,00 руб.",
            "Две тысячи четыреста сорок рублей 00 копеек",
            "Назначение платежа: Оплата по счету № 100231 от 01.11.2026, PID mcs1234567890, "
                + "в т.ч. НДС 22% 440,00",
        ] {
            #expect(text.contains(wanted), "«\(wanted)» is not in: \(text)")
        }
    }

    @Test func `the short invoice names no payer and no contract`() throws {
        let content = try PaperCast.invoice(payer: nil)
        let text = try Tools.text(Tools.print(PaperJob(content), keptAs: "payment-invoice-short"))
        #expect(text.contains("Поставщик"))
        #expect(text.contains("PID mcs1234567890"))
        #expect(!text.contains("Плательщик"))
        #expect(!text.contains("Основание"))
    }

    @Test func `an invoice without VAT says so`() throws {
        let content = try PaperCast.invoice(rate: .none)
        let text = try Tools.text(Tools.print(PaperJob(content), keptAs: "payment-invoice-free"))
        #expect(text.contains("Без налога (НДС): –"))
        #expect(text.contains("PID mcs1234567890, без НДС"))
    }

    @Test(arguments: [2440_00, 10_00, 9_999_999_999_99] as [Int64])
    func `a scanner reads the code of ГОСТ Р 56042`(amount: Int64) throws {
        let content = try PaperCast.invoice(amount: amount)
        let pdf = try Tools.print(PaperJob(content), keptAs: "payment-invoice-\(amount)")
        let wanted =
            "ST00012|Name=ООО «ВК»|PersonalAcc=40702810100000003759|BankName=БАНК ГПБ (АО) г. Москва"
            + "|BIC=044525823|CorrespAcc=30101810200000000823|Sum=\(amount)|Purpose=\(content.purpose)"
            + "|PayeeINN=7743001840|KPP=997750001|PersAcc=mcs1234567890"
        let read = try Tools.with(pdf) { path in
            let picture = path + ".picture"
            defer { try? FileManager.default.removeItem(atPath: picture + ".png") }  // a temporary file
            _ = try Tools.run("pdftoppm", ["-r", "200", "-png", "-singlefile", path, picture])
            return try Tools.run("zbarimg", ["--quiet", "--raw", picture + ".png"])
        }
        #expect(read == wanted + "\n")
    }

    @Test func `an invoice of a contract in euro asks for euro, and says what is credited and by which rate`()
        throws
    {
        let agreed = try PaperCast.agreed(2440_00, "EUR", 1, "98.7654")
        let content = try PaperCast.invoice(payer: PaperCast.kamille, agreed: agreed)
        let job = try PaperJob(content)
        #expect(job.code == nil, "the code of a bank's app would name roubles")
        let text = try Tools.text(Tools.print(job, keptAs: "payment-invoice-euro"))
        for wanted in [
            "Kamille GmbH, DE136695976", "Mönckebergstraße", "В том числе НДС (22%): 440,00",
            "Зачисляется на баланс, руб.: 2 440,00",
            "Курс Банка России на 31.10.2026, руб. за 1 EUR: 98,7654", "Всего к оплате: 24,71 EUR",
            "к оплате 24,71 EUR (код валюты 978)",
            "Зачисляется: две тысячи четыреста сорок рублей 00 копеек", "PID mcs1234567890",
        ] {
            #expect(text.contains(wanted), "«\(wanted)» is not in: \(text)")
        }
    }

    @Test func `the invoice of a post-paid package in yen has its lines in roubles and no sen`() throws {
        let agreed = try PaperCast.agreed(1565_87, "JPY", 100, "52.1234")
        let content = try PaperCast.document(.invoice, buyer: PaperCast.kamille, number: 7, agreed: agreed)
        let job = try PaperJob(content, xml: nil)
        #expect(job.code == nil)
        let text = try Tools.text(Tools.print(job, keptAs: "invoice-yen"))
        for wanted in [
            "Счет на оплату № 7 от 31 октября 2026 г.", "1 Облачные вычисления 1 усл. ед. 1 220,00 1 220,00",
            "Зачисляется на баланс, руб.: 1 565,87", "руб. за 100 JPY: 52,1234", "Всего к оплате: 3 004 JPY",
            "Зачисляется: одна тысяча пятьсот шестьдесят пять рублей 87 копеек",
        ] {
            #expect(text.contains(wanted), "«\(wanted)» is not in: \(text)")
        }
    }

    @Test func `a name that holds the separator gets another one`() throws {
        let supplier = PaperCast.vk
        let text = try #require(
            PaymentCode.text(supplier: supplier, amount: 1, purpose: "a|b", project: nil))
        #expect(text.hasPrefix("ST00012#Name=ООО «ВК»#"))
        #expect(
            PaymentCode.text(
                supplier: supplier, amount: 1, purpose: "|#;:^_~{}!$%&()*+@", project: nil) == nil)
    }

    @Test func `the invoice of a post-paid package has the sums of its lines`() throws {
        let content = try PaperCast.document(.invoice, number: 7)
        let text = try Tools.text(Tools.print(PaperJob(content, xml: nil), keptAs: "invoice"))
        for wanted in [
            "Счет на оплату № 7 от 31 октября 2026 г.", "Покупатель",
            "1 Облачные вычисления 1 усл. ед. 1 220,00 1 220,00", "Сеть, услуги за сентябрь 2026 г.",
            "Всего к оплате: 1 565,87", "Всего наименований 3, на сумму 1 565,87 руб.",
            "Одна тысяча пятьсот шестьдесят пять рублей 87 копеек",
            "Оплата по счету № 7 от 31.10.2026, PID mcs0000000001, в т.ч. НДС 22% 282,37",
        ] {
            #expect(text.contains(wanted), "«\(wanted)» is not in: \(text)")
        }
    }

    @Test
    func `the last day to pay stands on the invoice where one is agreed, in Kazakhstan in two languages`()
        throws
    {
        let invoice = try PaperCast.document(.invoice, number: 7, due: "2026-11-30")
        let text = try Tools.text(Tools.print(PaperJob(invoice, xml: nil), keptAs: "invoice-due"))
        #expect(text.contains("Срок оплаты: до 30 ноября 2026 г. включительно"), "\(text)")
        let plain = try Tools.text(
            Tools.print(PaperJob(PaperCast.document(.invoice, number: 7), xml: nil), keptAs: "invoice"))
        #expect(!plain.contains("Срок оплаты"))
        let kazakh = try PaperCast.document(
            .invoice, currency: .kzt, supplier: PaperCast.qazcloud, buyer: PaperCast.altyn, due: "2026-11-30")
        let both = try Tools.text(Tools.print(PaperJob(kazakh, xml: nil), keptAs: "kazakh-invoice-due"))
        for wanted in ["Срок оплаты (Төлеу мерзімі):", "до 30 ноября 2026 г. включительно", "дейін"] {
            #expect(both.contains(wanted), "«\(wanted)» is not in: \(both)")
        }
    }
}

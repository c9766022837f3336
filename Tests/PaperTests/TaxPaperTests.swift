import Basics
import Documents
import Foundation
import Paper
import Testing

@Suite struct TaxPapers {
    @Test func `an УПД of status 1 carries heading, table, transfer`() throws {
        let content = try PaperCast.document(.upd)
        let text = try Tools.text(Tools.print(PaperJob(content, xml: nil), keptAs: "upd"))
        for wanted in [
            "Универсальный передаточный документ", "Статус: 1",
            "Счет-фактура № 100231 от 31 октября 2026 г. (1)", "Исправление № -- от -- (1а)",
            "Общество с ограниченной ответственностью «ВК»", "7743001840/997750001 (2б)",
            "№ 777 от 05.10.2026; № 812 от 19.10.2026 (5)", "№ п/п 1-3 № 100231 от 31.10.2026 (5а)",
            "(5б)", "7707083893/773601001 (6б)", "Российский рубль, 643 (7)",
            "Количество (объем)", "Налоговая ставка", "Сумма налога, предъявляемая покупателю",
            "Регистрационный номер декларации", "цифровой код", "краткое наименование",
            "условное обозначение (национальное)", "без акциза", "22%", "Всего к оплате (9)", "1 283,50",
            "282,37", "1 565,87",
            "Договор № ВК-17/2026 от 1 августа 2025 г.", "[8]", "[19]", "«31» октября 2026 г.",
            "Услуги оказаны с 01.10.2026 по 31.10.2026, PID mcs0000000001", "Главный бухгалтер",
            "ООО «Ромашка», ИНН/КПП 7707083893/773601001", "Документ составлен на 1 листе",
            "от 23 января 2026 г. № 26",
        ] {
            #expect(text.contains(wanted), "«\(wanted)» is not in: \(text)")
        }
    }

    @Test func `an УПД without VAT is of status 2 and has no line 5`() throws {
        let content = try PaperCast.document(.upd, lines: [PaperCast.line(rate: .none)])
        let text = try Tools.text(Tools.print(PaperJob(content, xml: nil), keptAs: "upd-2"))
        #expect(text.contains("Статус: 2"))
        #expect(text.contains("№ -- от -- (5)"))
        #expect(text.contains("без НДС"))
        #expect(!text.contains("№ 777"))
    }

    @Test(arguments: [
        ("2024-08", "от 2 апреля 2021 г. № 534", false), ("2024-10", "от 16 августа 2024 г. № 1096", false),
        ("2026-03", "от 16 августа 2024 г. № 1096", false), ("2026-04", "от 23 января 2026 г. № 26", true),
    ])
    func `line 5б begins in April 2026`(month: String, decree: String, hasLine: Bool) throws {
        let content = try PaperCast.document(.taxInvoice, month: month)
        let text = try Tools.text(Tools.print(PaperJob(content, xml: nil), keptAs: "tax-invoice-\(month)"))
        #expect(text.contains(decree))
        #expect(text.contains("(5б)") == hasLine)
        #expect(text.contains("Счет-фактура № 100231 от"))
        #expect(!text.contains("Универсальный"))
    }

    @Test func `a tax invoice names the act that shows its services`() throws {
        let plain = try PaperCast.document(.taxInvoice)
        let content = DocumentContent(
            kind: plain.kind, number: plain.number, date: plain.date, month: plain.month,
            currency: plain.currency, supplier: plain.supplier, counterparty: plain.counterparty,
            basis: plain.basis, projects: plain.projects, lines: plain.lines, payments: plain.payments,
            issuedAt: plain.issuedAt, file: nil,
            shipment: DocumentReference(.act, number: 55, date: plain.date))
        let text = try Tools.text(Tools.print(PaperJob(content, xml: nil), keptAs: "tax-invoice-of-act"))
        #expect(text.contains("№ п/п 1-3 № 55 от 31.10.2026 (5а)"))
    }

    @Test func `the XML inside an УПД comes out byte for byte`() throws {
        let plain = try PaperCast.document(.upd)
        let content = DocumentContent(
            kind: plain.kind, number: plain.number, date: plain.date, month: plain.month,
            currency: plain.currency, supplier: plain.supplier, counterparty: plain.counterparty,
            basis: plain.basis, projects: plain.projects, lines: plain.lines, payments: plain.payments,
            issuedAt: plain.issuedAt, file: ExchangeFile(name: "ON_NSCHFDOPPR_test", forEDM: false))
        // Windows-1251, as the format has it: not UTF-8.
        let xml: [UInt8] =
            Array("<?xml version=\"1.0\" encoding=\"windows-1251\"?><a b=\"".utf8) + [0xC0, 0xE9, 0xFF]
            + Array("\"/>".utf8)
        let pdf = try Tools.print(PaperJob(content, xml: xml), keptAs: "upd-with-xml")
        let out = try Tools.with(pdf) { path in
            #expect(try Tools.run("pdfdetach", ["-list", path]).contains("ON_NSCHFDOPPR_test.xml"))
            let file = path + ".xml"
            defer { try? FileManager.default.removeItem(atPath: file) }  // a temporary file
            _ = try Tools.run("pdfdetach", ["-save", "1", "-o", file, path])
            return [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
        }
        #expect(out == xml)
        let text = String(decoding: pdf, as: UTF8.self)
        #expect(text.contains("<pdfaid:part>3</pdfaid:part>"))
        #expect(text.contains("<pdfaid:conformance>B</pdfaid:conformance>"))
        #expect(try Tools.with(pdf) { try Tools.run("pdfinfo", [$0]) }.contains("Tagged:          yes"))
    }

    @Test(arguments: [DocumentKind.upd, .taxInvoice, .act, .invoice])
    func `two hundred lines repeat their head on every page`(kind: DocumentKind) throws {
        let lines = try (1...200).map { try PaperCast.line("Услуга номер \($0)", net: Int64($0) * 100) }
        let content = try PaperCast.document(kind, lines: lines)
        let pages = try Tools.pages(Tools.print(PaperJob(content, xml: nil), keptAs: "long-\(kind)"))
        let head =
            kind == .act ? "Наименование работ, услуг" : kind == .invoice ? "Товары (работы" : "Цена (тариф)"
        #expect(pages.count > 3)
        let places = pages.map { page in
            (1...200).filter { page.contains("\($0) Услуга номер \($0) ") }
        }
        #expect(places.flatMap(\.self) == Array(1...200))
        for (page, places) in zip(pages, places) where !places.isEmpty {
            #expect(page.contains(head))
            #expect(page.contains("из \(pages.count)"))
        }
        if kind == .upd {
            #expect(pages.contains { $0.contains("Документ составлен на \(pages.count) листах") })
        }
    }

    @Test func `an act says the services are accepted`() throws {
        let content = try PaperCast.document(.act, number: 231)
        let text = try Tools.text(Tools.print(PaperJob(content, xml: nil), keptAs: "act"))
        for wanted in [
            "Акт № 231 от 31 октября 2026 г.", "Исполнитель", "Заказчик", "р/с 40702810100000003759",
            "Всего оказано услуг 3, на сумму 1 565,87 руб.", "В том числе НДС (22%): 282,37",
            "Одна тысяча пятьсот шестьдесят пять рублей 87 копеек",
            "Вышеперечисленные услуги выполнены полностью и в срок.", "М.П.", "Иванова А. П.",
        ] {
            #expect(text.contains(wanted), "«\(wanted)» is not in: \(text)")
        }
    }
}

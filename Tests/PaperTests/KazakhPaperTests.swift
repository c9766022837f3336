import Basics
import Documents
import Paper
import Testing

@Suite struct KazakhPapers {
    private func document(_ kind: DocumentKind) throws -> DocumentContent {
        try PaperCast.document(
            kind,
            lines: [
                PaperCast.line("Бұлтты есептеулер (ӘҒҚҢӨҰҮҺІ әғқңөұүһі)", rate: .percent(16), net: 18_103_45),
                PaperCast.line("Объектное хранилище, ₸ за ГБ", rate: .percent(16), net: 100_00),
            ], currency: .kzt, supplier: PaperCast.qazcloud, buyer: PaperCast.altyn, number: 12)
    }

    @Test func `the act Р-1 speaks both languages`() throws {
        let text = try Tools.text(Tools.print(PaperJob(document(.act), xml: nil), keptAs: "act-r1"))
        for wanted in [
            "Форма Р-1", "АКТ ВЫПОЛНЕННЫХ РАБОТ (ОКАЗАННЫХ УСЛУГ)*",
            "ОРЫНДАЛҒАН ЖҰМЫСТАР (КӨРСЕТІЛГЕН ҚЫЗМЕТТЕР) АКТІСІ*", "Тапсырыс беруші", "Орындаушы",
            "971240001315", "050141000631", "Номер документа", "Құжаттың нөмірі", "12 31.10.2026",
            "Реттік нөмірі", "Бұлтты есептеулер (ӘҒҚҢӨҰҮҺІ әғқңөұүһі)", "₸ за ГБ", "Итого / Барлығы",
            "В том числе НДС 16%", "21 116,00", "Двадцать одна тысяча сто шестнадцать тенге 00 тиын",
            "Жиырма бір мың жүз он алты теңге 00 тиын", "Сдал (Исполнитель)", "Қабылдады (Тапсырыс беруші)",
            "Әбенов Қ. Ө.", "М.О.",
        ] {
            #expect(text.contains(wanted), "«\(wanted)» is not in: \(text)")
        }
    }

    @Test func `the invoice of Kazakhstan models a payment order`() throws {
        let text = try Tools.text(Tools.print(PaperJob(document(.invoice), xml: nil), keptAs: "invoice-kz"))
        for wanted in [
            "Образец платежного поручения", "Төлем тапсырмасының үлгісі", "KZ698562203124676325", "17", "859",
            "CASPKZKA", "Счет на оплату № 12 от 31 октября 2026 г.", "Төлемге арналған шот № 12",
            "Всего наименований 2, на сумму 21 116,00 KZT", "Төлеуге барлығы",
            "Двадцать одна тысяча сто шестнадцать тенге 00 тиын", "ТОО «Алтын Әлем»",
        ] {
            #expect(text.contains(wanted), "«\(wanted)» is not in: \(text)")
        }
    }

    @Test func `two hundred lines of Р-1 repeat their head`() throws {
        let lines = try (1...200).map { try PaperCast.line("Қызмет \($0)", rate: .percent(16)) }
        let content = try PaperCast.document(
            .act, lines: lines, currency: .kzt, supplier: PaperCast.qazcloud, buyer: PaperCast.altyn)
        let pages = try Tools.pages(Tools.print(PaperJob(content, xml: nil), keptAs: "long-act-r1"))
        #expect(pages.count > 3)
        for page in pages where page.contains("Қызмет") { #expect(page.contains("Реттік нөмірі")) }
    }
}

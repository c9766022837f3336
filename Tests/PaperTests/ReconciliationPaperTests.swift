import Basics
import Documents
import Paper
import Support
import Testing

/// Acts of reconciliation as they are printed.
@Suite struct ReconciliationPapers {
    private func act(
        kazakh: Bool = false, contracts: [ReconciledContract]? = nil, buyer: BuyerParty? = nil
    ) throws -> ReconciliationContent {
        func day(_ text: String) throws -> Day { try PaperCast.value(Day(text)) }
        let offer = Basis(name: "Оферта", number: "б/н", date: try day("2025-08-01"))
        let contract = Basis(name: "Договор", number: "ВК-17/2026", date: try day("2026-10-01"))
        let own = [
            ReconciledContract(
                basis: offer, opening: -100_00,
                operations: [
                    SettledOperation(
                        day: try day("2026-10-05"),
                        kind: .payment(number: "777", date: try day("2026-10-04")),
                        credit: 2440_00),
                    SettledOperation(
                        day: try day("2026-10-31"), kind: .carried(contract), debit: 2540_00),
                ]),
            ReconciledContract(
                basis: contract, opening: 0,
                operations: [
                    SettledOperation(day: try day("2026-10-31"), kind: .carried(offer), credit: 2540_00),
                    SettledOperation(
                        day: try day("2026-10-31"), kind: .document(kazakh ? .act : .upd, number: 100_231),
                        debit: 7540_00),
                ]),
        ]
        return ReconciliationContent(
            number: 17, date: try day("2026-11-03"),
            period: try ReconciledPeriod(from: day("2026-10-01"), through: day("2026-10-31")),
            currency: kazakh ? .kzt : .rub, supplier: kazakh ? PaperCast.qazcloud : PaperCast.vk,
            counterparty: buyer ?? (kazakh ? PaperCast.altyn : PaperCast.romashka),
            supplierOGRN: "1027739850962",
            counterpartyOGRN: kazakh ? nil : "1027700132195",
            projects: [try PaperCast.value(PID("mcs0000000001"))], contracts: contracts ?? own,
            madeAt: try PaperCast.value(Moment("2026-11-03T06:05:07Z")), file: nil)
    }

    private func text(_ act: ReconciliationContent, _ name: String) throws -> String {
        try Tools.text(Tools.print(PaperJob(act, xml: nil), keptAs: name))
    }

    @Test func `an act says who, when, under which contracts, and who owes whom`() throws {
        let text = try text(act(), "reconciliation")
        for wanted in [
            "Акт сверки № 17 от 3 ноября 2026 г.", "взаимных расчетов за период: 01.10.2026 – 31.10.2026",
            "между ООО «ВК» и ООО «Ромашка»",
            "Мы, нижеподписавшиеся, Главный бухгалтер ООО «ВК» Иванова Анна Петровна, с одной стороны",
            "По данным ООО «ВК», руб.", "По данным ООО «Ромашка», руб.",
            "По договору: Оферта № б/н от 1 августа 2025 г.",
            "По договору: Договор № ВК-17/2026 от 1 октября 2026 г.",
            "Сальдо начальное", "100,00", "Оплата (777 от 04.10.2026)", "2 440,00",
            "Продажа (УПД № 100231 от 31.10.2026)", "Перенос сальдо", "Обороты за период", "Сальдо конечное",
            "Всего по договорам",
            "По данным ООО «ВК» на 31.10.2026 задолженность в пользу ООО «ВК» 5 000,00 руб. (Пять тысяч рублей 00 копеек).",
            "ИНН 7707083893, КПП 773601001", "М.П.",
        ] {
            #expect(text.contains(wanted), "«\(wanted)» is not in: \(text)")
        }
        let golden = Golden.difference(Array((text + "\n").utf8), from: "Documents/reconciliation-moscow.txt")
        #expect(golden == nil)
    }

    @Test func `Kazakhstan's act names its parts in both languages`() throws {
        let text = try text(act(kazakh: true), "reconciliation-kz")
        for wanted in [
            "Акт сверки № 17", "Салыстыру актісі № 17", "Сальдо начальное / Бастапқы сальдо", "KZT",
            "Продажа (акт № 100231 от 31.10.2026)", "БИН 971240001315", "қолы",
            "задолженность в пользу ТОО «QazCloud» 5 000,00 KZT (Пять тысяч тенге 00 тиын)",
            "берешек 5 000,00 KZT (Бес мың теңге 00 тиын)",
        ] {
            #expect(text.contains(wanted), "«\(wanted)» is not in: \(text)")
        }
    }

    @Test func `where nothing happened the act says that nobody owes anything`() throws {
        let offer = Basis(name: "Оферта", number: "б/н", date: try PaperCast.value(Day("2025-08-01")))
        let text = try text(
            act(contracts: [ReconciledContract(basis: offer, opening: 0, operations: [])]),
            "reconciliation-empty")
        #expect(text.contains("на 31.10.2026 задолженность отсутствует"))
        #expect(!text.contains("Всего по договорам"))
    }

    @Test func `a long act has its head on every page and names its pages`() throws {
        let offer = Basis(name: "Оферта", number: "б/н", date: try PaperCast.value(Day("2025-08-01")))
        let day = try PaperCast.value(Day("2026-10-05"))
        let many = (1...120).map {
            SettledOperation(day: day, kind: .payment(number: "\($0)", date: day), credit: Int64($0) * 100)
        }
        let name = "ООО «\(String(repeating: "Длинноеназвание", count: 12))»"
        let long = try act(
            contracts: [ReconciledContract(basis: offer, opening: 0, operations: many)],
            buyer: PaperCast.buyer(named: name))
        let pages = try Tools.pages(Tools.print(PaperJob(long, xml: nil), keptAs: "reconciliation-long"))
        #expect(pages.count > 2)
        for (place, page) in pages.enumerated() {
            #expect(page.contains("Лист \(place + 1) из \(pages.count)"), "\(page)")
        }
        #expect(pages.last?.contains("М.П.") == true)
    }
}

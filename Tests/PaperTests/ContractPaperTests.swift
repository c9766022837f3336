import Basics
import Contracts
import Documents
import Paper
import Regions
import Testing

@Suite struct ContractPapers {
    private func paper(
        _ scheme: PaymentScheme = .postpaid, prices: [ContractPrice]? = nil, currency: String? = nil,
        days: Int? = nil, limit: Int64? = nil
    )
        throws -> ContractPaper
    {
        let day = try #require(Day("2026-10-05"))
        let price = ContractPrice(
            sku: SKU("compute.vcpu"), price: try #require(UnitPrice("0.008")), validFrom: day)
        return ContractPaper(
            contract: Contract(
                region: .moscow, number: "ВК-99/2026", date: day, from: try #require(Day("2026-11-01")),
                scheme: scheme, documents: [.upd, .act], perProject: false, vat: .charged,
                prices: prices ?? [price], term: .renews(try #require(Day("2027-10-31"))),
                currency: currency.flatMap { AgreedCurrency($0) }, dueDays: days, creditLimit: limit),
            supplier: PaperCast.vk, customer: PaperCast.romashka,
            madeAt: try #require(Moment("2026-10-05T09:00:00Z")))
    }

    @Test func `a contract says what was agreed, to be signed by both`() throws {
        let text = try Tools.text(Tools.print(PaperJob(paper()), keptAs: "contract"))
        for wanted in [
            "Договор № ВК-99/2026 об оказании услуг", "5 октября 2026 г.", "«Исполнитель»", "«Заказчик»",
            "постоплата", "с 1 ноября 2026 г. по 31 октября 2027 г.",
            "compute.vcpu", "0,008", "УПД, акт", "ИНН 7707083893", "Главный бухгалтер",
        ] {
            #expect(text.contains(wanted), "«\(wanted)» is not in: \(text)")
        }
    }

    @Test func `a contract names the currency of payments, and how a sum is found and what is given back`()
        throws
    {
        let own = try Tools.text(Tools.print(PaperJob(paper()), keptAs: "contract"))
        #expect(own.contains("Валюта расчётов — RUB.") && !own.contains("официальный курс"))
        let euro = try Tools.text(Tools.print(PaperJob(paper(currency: "EUR")), keptAs: "contract-euro"))
        for wanted in [
            "Валюта платежей — EUR.", "учитывается в RUB", "официальный курс на дату счёта",
            "аванс возвращается в RUB",
        ] {
            #expect(euro.contains(wanted), "«\(wanted)» is not in: \(euro)")
        }
    }

    @Test func `a contract says until when invoices are paid, and what happens above the credit limit`()
        throws
    {
        let text = try Tools.text(
            Tools.print(PaperJob(paper(days: 31, limit: 500_000_00)), keptAs: "contract-credit"))
        for wanted in [
            "не позднее чем через 31 календарный день с даты счёта", "Кредитный лимит — 500 000,00 RUB.",
            "сообщит об этом Заказчику", "не останавливается",
        ] {
            #expect(text.contains(wanted), "«\(wanted)» is not in: \(text)")
        }
        let plain = try Tools.text(Tools.print(PaperJob(paper()), keptAs: "contract"))
        #expect(!plain.contains("Кредитный лимит") && !plain.contains("не позднее чем через"))
    }

    @Test func `a prepaid contract without own prices refers to the price list`() throws {
        let text = try Tools.text(
            Tools.print(PaperJob(paper(.prepaid, prices: [])), keptAs: "contract-prepaid"))
        #expect(
            text.contains("авансом") && text.contains("прайс-листом") && !text.contains("Приложение. Цены"))
    }
}

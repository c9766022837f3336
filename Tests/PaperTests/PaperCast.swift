import Basics
import Contracts
import Documents
import Regions
import Requisites

/// The recurring firms as documents name them, and documents about them.
enum PaperCast {
    static let vk = SupplierParty(
        name: "Общество с ограниченной ответственностью «ВК»", shortName: "ООО «ВК»",
        taxID: TaxID("7743001840"), kpp: "997750001",
        address: .text(.russia, "125167, г. Москва, Ленинградский пр-т, д. 39, стр. 79"),
        bank: BankDetails(
            account: "40702810100000003759", bik: "044525823", bank: "БАНК ГПБ (АО) г. Москва",
            correspondent: "30101810200000000823"),
        signatory: Signatory(
            name: PersonName(last: "Иванова", first: "Анна", middle: "Петровна"), post: "Главный бухгалтер",
            basis: "Устав"), edmID: nil)

    static let qazcloud = SupplierParty(
        name: "Товарищество с ограниченной ответственностью «QazCloud»", shortName: "ТОО «QazCloud»",
        taxID: TaxID("050141000631"), kpp: nil, address: .text(.kazakhstan, "г. Астана, ул. Достық, 1"),
        bank: BankDetails(
            account: "KZ698562203124676325", bik: "CASPKZKA", bank: "АО «Kaspi Bank»", kbe: "17", knp: "859"),
        signatory: Signatory(
            name: PersonName(last: "Әбенов", first: "Қанат", middle: "Өмірұлы"), post: "Директор",
            basis: "Устав"), edmID: nil)

    static let romashka = BuyerParty(
        identity: .russianEntity(inn: TaxID("7707083893"), kpp: "773601001"),
        name: "Общество с ограниченной ответственностью «Ромашка»", shortName: "ООО «Ромашка»",
        country: .russia, address: .text(.russia, "117312, г. Москва, ул. Вавилова, д. 19"), edmID: nil)

    static let altyn = BuyerParty(
        identity: .kazakh(taxID: TaxID("971240001315"), proprietor: false),
        name: "Товарищество с ограниченной ответственностью «Алтын Әлем»", shortName: "ТОО «Алтын Әлем»",
        country: .kazakhstan, address: .text(.kazakhstan, "г. Алматы, пр. Абая, 10"), edmID: nil)

    static func buyer(named name: String) -> BuyerParty {
        BuyerParty(
            identity: romashka.identity, name: name, shortName: name, country: .russia,
            address: romashka.address, edmID: nil)
    }

    /// A line of 1 000 net at a rate.
    static func line(
        _ service: String = "Облачные вычисления", month: String = "2026-10", rate: VATRate = .percent(22),
        net: Int64 = 1000_00
    ) throws -> DocumentLine {
        let vat: Int64 = if case .percent(let percent) = rate { net * Int64(percent) / 100 } else { 0 }
        return DocumentLine(
            service: ServiceName(service), serviceMonth: try value(Month(month)), vatRate: rate, net: net,
            vat: vat, gross: net + vat)
    }

    static func document(
        _ kind: DocumentKind, month: String = "2026-10", lines: [DocumentLine]? = nil,
        currency: Currency = .rub, supplier: SupplierParty = vk, buyer: BuyerParty = romashka,
        number: Int = 100231, payments: Bool = true, agreed: AgreedSum? = nil,
        due: String? = nil
    ) throws -> DocumentContent {
        let month = try value(Month(month))
        return DocumentContent(
            kind: kind, number: number, date: month.lastDay, month: month, currency: currency,
            supplier: supplier, counterparty: buyer,
            basis: Basis(name: "Договор", number: "ВК-17/2026", date: try value(Day("2025-08-01"))),
            projects: [try value(PID("mcs0000000001"))],
            lines: try lines ?? [
                line(), line("Объектное хранилище", net: 250_50), line("Сеть", month: "2026-09", net: 33_00),
            ],
            payments: payments
                ? [
                    PaymentReference(number: "777", date: try value(Day("2026-10-05")), amount: 1000_00),
                    PaymentReference(number: "812", date: try value(Day("2026-10-19")), amount: 500_00),
                ] : [],
            issuedAt: try value(Moment("2026-11-03T06:00:00Z")), file: nil, agreed: agreed,
            due: try due.map { try value(Day($0)) })
    }

    static func invoice(
        payer: BuyerParty? = romashka, amount: Int64 = 2440_00, rate: VATRate = .percent(22),
        agreed: AgreedSum? = nil
    ) throws -> PaymentInvoiceContent {
        let vat: Int64 =
            if case .percent(let percent) = rate {
                Rounding.vat(inGross: amount, percent: percent)
            } else { 0 }
        let date = try value(Day("2026-11-01"))
        let project = try value(PID("mcs1234567890"))
        return PaymentInvoiceContent(
            number: 100231, date: date, currency: .rub, supplier: vk, payer: payer,
            basis: try payer.map { _ in
                Basis(name: "Договор", number: "ВК-17/2026", date: try value(Day("2025-08-01")))
            }, project: project, amount: amount, vatRate: rate, vat: vat,
            purpose: PaymentPurpose.text(
                number: 100231, date: date, projects: [project],
                vat: PaymentPurpose.VAT(rates: [rate], minor: vat)),
            issuedAt: try value(Moment("2026-11-01T09:00:00Z")), agreed: agreed)
    }

    /// What a sum comes to in a contract's currency, by a rate of the last working day of October.
    static func agreed(_ minor: Int64, _ letters: String, _ units: Int64, _ price: String) throws -> AgreedSum
    {
        try AgreedSum(
            of: minor,
            at: OfficialRate(
                value(AgreedCurrency(letters)), on: value(Day("2026-10-31")),
                value(ExchangeRate(units: units, price))))
    }

    /// Kamille GmbH, of a contract in euro.
    static let kamille = BuyerParty(
        identity: .foreign(taxID: TaxID("DE136695976")), name: "Kamille GmbH", shortName: nil,
        country: Country("DE") ?? .russia, address: .text(.russia, "20095 Hamburg, Mönckebergstraße 7"),
        edmID: nil)

    struct Missing: Error {}

    static func value<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw Missing() }
        return value
    }
}

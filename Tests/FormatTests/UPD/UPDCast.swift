import Basics
import Documents
import Requisites

/// ООО «Ромашка», ИП Петров and TOO «Алтын» buy; the supplier sells. October 2026 unless told.
enum UPDCast {
    static func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

    static func month(_ text: String) -> Month { Month(text) ?? Month(index: 0) }

    static let supplier = seller()

    static func seller(
        name: String = "Общество с ограниченной ответственностью «ВК»",
        shortName: String = "ООО «ВК»", basis: String = "Устав", address: Address? = nil,
        edmID: String? = "2BM-7743001840-997750001-202601010000000000001"
    ) -> SupplierParty {
        SupplierParty(
            name: name, shortName: shortName, taxID: TaxID("7743001840"), kpp: "997750001",
            address: address
                ?? .parts(
                    AddressParts(
                        country: .russia, postalCode: "125167", regionCode: "77",
                        street: "Ленинградский пр-т",
                        house: "39", rest: "стр. 79")),
            bank: BankDetails(
                account: "40702810100000003759", bik: "044525823", bank: "Банк «Пример»",
                correspondent: "30101810200000000823"),
            signatory: Signatory(
                name: PersonName(last: "Иванов", first: "Иван", middle: "Иванович"),
                post: "Генеральный директор", basis: basis),
            edmID: edmID)
    }

    static let romashka = entity(name: "Общество с ограниченной ответственностью «Ромашка»")

    static func entity(name: String, shortName: String? = "ООО «Ромашка»") -> BuyerParty {
        BuyerParty(
            identity: .russianEntity(inn: TaxID("7707083893"), kpp: "773601001"), name: name,
            shortName: shortName, country: .russia,
            address: .parts(
                AddressParts(
                    country: .russia, postalCode: "117997", regionCode: "77", regionName: "г. Москва",
                    street: "ул. Лесная", house: "1", building: "2", flat: "3")),
            edmID: "2BM-7707083893-773601001-202601010000000000002")
    }

    static let petrov = BuyerParty(
        identity: .russianProprietor(
            inn: TaxID("500100732259"), ogrnip: "304500116000157", registered: day("2004-06-09"),
            name: PersonName(last: "Петров", first: "Пётр", middle: "Петрович")),
        name: "Индивидуальный предприниматель Петров Пётр Петрович", shortName: "ИП Петров П. П.",
        country: .russia, address: .text(.russia, "Московская область, г. Химки, ул. Кирова, д. 5"),
        edmID: nil)

    static let altyn = BuyerParty(
        identity: .kazakh(taxID: TaxID("971240001315"), proprietor: false), name: "ТОО «Алтын Қазына»",
        shortName: nil, country: .kazakhstan,
        address: .text(.kazakhstan, "г. Алматы, пр. Достық, 100"), edmID: nil)

    /// Two services, one of them of the month before.
    static func lines(_ rate: VATRate = .percent(22), month: Month = month("2026-10")) -> [DocumentLine] {
        [
            line("Облачные серверы", month, rate, gross: 244_000),
            line("Объектное хранилище", month.previous, rate, gross: 10_001),
        ]
    }

    static func line(_ service: String, _ month: Month, _ rate: VATRate, gross: Int64) -> DocumentLine {
        var vat: Int64 = 0
        if case .percent(let percent) = rate { vat = Rounding.vat(inGross: gross, percent: percent) }
        return DocumentLine(
            service: ServiceName(service), serviceMonth: month, vatRate: rate, net: gross - vat, vat: vat,
            gross: gross)
    }

    static func content(
        _ kind: DocumentKind, seller: SupplierParty = supplier, buyer: BuyerParty = romashka,
        rate: VATRate = .percent(22), month: Month = month("2026-10"), lines: [DocumentLine]? = nil,
        currency: Currency = .rub, named: Bool = true,
        shipment: DocumentReference? = nil
    ) -> DocumentContent {
        let file = SellerTitleCast.file(seller, buyer, month.lastDay)
        return DocumentContent(
            kind: kind, number: 231, date: month.lastDay, month: month, currency: currency,
            supplier: seller, counterparty: buyer,
            basis: Basis(name: "Договор", number: "VKC-1001", date: day("2025-01-15")),
            projects: ["mcs1234567890", "mcs2234567890"].compactMap { PID($0) },
            lines: lines ?? self.lines(rate, month: month),
            payments: [PaymentReference(number: "777", date: month.firstDay, amount: 254_001)],
            issuedAt: Moment("2026-11-01T21:30:05Z") ?? Moment(microseconds: 0), file: named ? file : nil,
            shipment: shipment)
    }
}

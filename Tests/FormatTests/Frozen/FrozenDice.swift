import Basics
import Documents
import Requisites

/// Random contents of documents, with names that nobody would choose.
extension FormatDice {
    mutating func content() -> DocumentContent {
        DocumentContent(
            kind: DocumentKind.allCases[below(4)], number: below(3) == 0 ? .max : below(100_000), date: day(),
            month: day().month, currency: below(2) == 0 ? .rub : .kzt, supplier: supplier(),
            counterparty: buyer(), basis: Basis(name: text(), number: text(), date: day()),
            projects: (0..<below(4)).compactMap { PID("mcs00000000\($0)") },
            lines: (0..<below(5)).map { _ in line() },
            payments: (0..<below(4)).map { _ in
                PaymentReference(number: text(), date: day(), amount: money())
            },
            issuedAt: Moment(
                microseconds: Int64(below(4_000_000_000_000_000)) * (below(2) == 0 ? 1 : -1) / 2),
            file: below(2) == 0 ? nil : ExchangeFile(name: text(), forEDM: below(2) == 0),
            shipment: below(2) == 0
                ? nil : DocumentReference(DocumentKind.allCases[below(4)], number: below(100), date: day()),
            agreed: below(2) == 0 ? nil : agreed(), due: below(2) == 0 ? nil : day())
    }

    private mutating func agreed() -> AgreedSum? {
        let currency = AgreedCurrency.all[below(AgreedCurrency.all.count)]
        return ExchangeRate(units: [1, 10, 10_000][below(3)], millionths: Int64(1 + below(200_000_000))).map {
            AgreedSum(minor: money(), at: OfficialRate(currency, on: day(), $0))
        }
    }

    private mutating func supplier() -> SupplierParty {
        SupplierParty(
            name: text(), shortName: text(), taxID: TaxID(text()), kpp: perhaps(), address: address(),
            bank: BankDetails(
                account: text(), bik: text(), bank: perhaps(), correspondent: perhaps(), kbe: perhaps(),
                knp: perhaps()),
            signatory: Signatory(name: person(), post: text(), basis: text()), edmID: perhaps())
    }

    private mutating func buyer() -> BuyerParty {
        let identity: BuyerParty.Identity =
            switch below(4) {
            case 0: .russianEntity(inn: TaxID(text()), kpp: perhaps())
            case 1:
                .russianProprietor(
                    inn: TaxID(text()), ogrnip: perhaps(), registered: below(2) == 0 ? nil : day(),
                    name: person())
            case 2: .foreign(taxID: TaxID(text()))
            default: .kazakh(taxID: TaxID(text()), proprietor: below(2) == 0)
            }
        return BuyerParty(
            identity: identity, name: text(), shortName: perhaps(), country: country(), address: address(),
            edmID: perhaps())
    }

    private mutating func address() -> Address {
        if below(2) == 0 { return .text(country(), text()) }
        return .parts(
            AddressParts(
                country: country(), postalCode: perhaps(), regionCode: perhaps(), regionName: perhaps(),
                district: perhaps(), city: perhaps(), settlement: perhaps(), street: perhaps(),
                house: perhaps(), building: perhaps(), flat: perhaps(), rest: perhaps()))
    }

    private mutating func line() -> DocumentLine {
        DocumentLine(
            service: ServiceName(text()), serviceMonth: day().month,
            vatRate: below(3) == 0 ? .none : .percent([0, 5, 12, 16, 20, 22][below(6)]), net: money(),
            vat: money(), gross: money())
    }

    private mutating func country() -> Country { Country.all[below(Country.all.count)] }

    private mutating func person() -> PersonName {
        PersonName(last: text(), first: text(), middle: perhaps())
    }

    private mutating func perhaps() -> String? { below(2) == 0 ? nil : text() }

    private mutating func money() -> Int64 {
        [0, 1, -1, 99, -100, 123_456, .max, .min, Int64(bitPattern: next())][below(9)]
    }

    private mutating func day() -> Day {
        Day(year: 1900 + below(300), month: 1 + below(12), day: 1 + below(28)) ?? Day(number: 0)
    }
}

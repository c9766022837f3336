import Basics
import Documents
import Formats
import Requisites

extension FuzzTarget {
    /// A document with the oddest names and sums that can be issued: what is written passes our own check.
    static let sellerTitleWritten = FuzzTarget("seller-title-written", longest: 2 << 10) { bytes in
        var dice = Dice(bytes)
        let content = document(&dice)
        let title: [UInt8]
        do { title = try SellerTitle.write(content) } catch {
            return error is UPDProblem || error is BasicsProblem ? nil : "not written: \(error)"
        }
        let errors = SellerTitleCheck.findings(bytes: title, fileName: content.file.map { $0.name + ".xml" })
            .filter { $0.level == .error }
        guard errors.isEmpty else { return "what was written has errors: \(errors)" }
        do {
            let again = try SellerTitle.write(try DocumentJSON.thaw(DocumentJSON.freeze(content)))
            return again == title ? nil : "frozen and thawed, it is written otherwise"
        } catch {
            return "frozen, it does not thaw: \(error)"
        }
    }

    private static func document(_ dice: inout Dice) -> DocumentContent {
        let month = Month(index: Int32(2025 * 12 + dice.below(36)))
        let kind = DocumentKind.allCases[dice.below(4)]
        let rate: VATRate = [.none, .percent(5), .percent(20), .percent(month.year < 2026 ? 20 : 22)][
            dice.below(4)]
        let supplier = seller(&dice)
        let customer = buyer(&dice)
        return DocumentContent(
            kind: kind, number: 1 + dice.below(200), date: month.lastDay, month: month, currency: .rub,
            supplier: supplier, counterparty: customer,
            basis: Basis(name: named(&dice), number: named(&dice), date: month.firstDay),
            projects: ["mcs0000000001", "mcs1000000002"].compactMap { PID($0) },
            lines: (0...dice.below(4)).map { _ in line(&dice, month, rate) },
            payments: (0..<dice.below(3)).map { _ in
                PaymentReference(number: named(&dice), date: month.firstDay, amount: amount(&dice))
            },
            issuedAt: Moment(microseconds: 1_790_000_000_000_000),
            file: ExchangeName.make(
                supplier: supplier, counterparty: customer, date: month.lastDay,
                guid: "22222222-2222-4222-8222-222222222222"))
    }

    private static func line(_ dice: inout Dice, _ month: Month, _ rate: VATRate) -> DocumentLine {
        let gross = amount(&dice)
        var vat: Int64 = 0
        if case .percent(let percent) = rate { vat = Rounding.vat(inGross: gross, percent: percent) }
        return DocumentLine(
            service: ServiceName(named(&dice)),
            serviceMonth: dice.below(3) == 0 ? month.previous : month, vatRate: rate, net: gross - vat,
            vat: vat, gross: gross)
    }

    /// Kopecks up to ten thousand milliard roubles.
    private static func amount(_ dice: inout Dice) -> Int64 {
        1 + Int64(dice.integer().magnitude % 1_000_000_000_000_000)
    }

    /// A name may be anything but blank; the intake sees to that.
    private static func named(_ dice: inout Dice) -> String { "и" + dice.text() }

    private static func seller(_ dice: inout Dice) -> SupplierParty {
        SupplierParty(
            name: named(&dice), shortName: named(&dice), taxID: TaxID("7743001840"), kpp: "997750001",
            address: address(&dice),
            bank: BankDetails(
                account: "40702810100000003759", bik: "044525823", bank: named(&dice),
                correspondent: "30101810200000000823"),
            signatory: Signatory(
                name: PersonName(last: "Иванова", first: "Анна"), post: named(&dice), basis: named(&dice)),
            edmID: "2BM-7743001840-997750001-202601010000000000001")
    }

    private static func buyer(_ dice: inout Dice) -> BuyerParty {
        let identity: BuyerParty.Identity =
            dice.below(2) == 0
            ? .russianEntity(inn: TaxID("7707083893"), kpp: "773601001")
            : .russianProprietor(
                inn: TaxID("500100732259"), ogrnip: "304500116000157", registered: nil,
                name: PersonName(last: "Петров", first: "Пётр", middle: "Петрович"))
        return BuyerParty(
            identity: identity, name: named(&dice), shortName: named(&dice), country: .russia,
            address: address(&dice), edmID: nil)
    }

    private static func address(_ dice: inout Dice) -> Address {
        if dice.below(2) == 0 { return .text(.russia, named(&dice)) }
        return .parts(
            AddressParts(
                country: .russia, postalCode: "125167", regionCode: "77", city: named(&dice),
                street: named(&dice), house: named(&dice), rest: named(&dice)))
    }
}

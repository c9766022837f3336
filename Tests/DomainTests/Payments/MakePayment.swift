import Basics
import Payments

/// Makers of bank lines for tests: ООО «Ромашка» pays the supplier.
enum MakePayment {
    static let own = "40702810000000000010"
    static let secondOwn = "40702810000000000020"
    static let romashkaAccount = "40702810938120061991"
    static let romashka = TaxID("7707083893")

    static func day(_ text: String) -> Day {
        guard let day = Day(text) else { preconditionFailure("no day: \(text)") }
        return day
    }

    static func pid(_ number: Int) -> PID {
        guard let pid = PID("mcs\(1_000_000_000 + number)") else { preconditionFailure("no PID: \(number)") }
        return pid
    }

    static func supplier(_ accounts: [String] = [own]) -> StatementParty {
        StatementParty(name: "ООО «ВК»", taxID: TaxID("7743001840"), accounts: accounts)
    }

    static func payer(_ accounts: [String] = [romashkaAccount], taxID: TaxID? = romashka) -> StatementParty {
        StatementParty(name: "ООО «Ромашка»", taxID: taxID, accounts: accounts)
    }

    static func line(
        number: String = "000123", amount: Int64 = 100_000, payer: StatementParty = payer(),
        payee: StatementParty = supplier(), receivedOn: Day? = nil, debitedOn: Day? = nil,
        purpose: String = "",
        statedDirection: PaymentDirection? = nil, currency: String? = nil
    ) -> StatementLine {
        StatementLine(
            lineNumber: 10, kind: "Платежное поручение", number: number, date: day("2026-10-05"),
            amount: amount, payer: payer, payee: payee, receivedOn: receivedOn, debitedOn: debitedOn,
            purpose: purpose, statedDirection: statedDirection, currency: currency)
    }

    static func bankLine(
        _ line: StatementLine, stated: [String] = [own], own: Set<String> = [own]
    ) -> BankLine {
        BankLine(line, of: StatementFile(headingAccounts: stated), own: own)
    }
}

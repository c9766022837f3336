package import Basics

/// One document of a bank file, not yet judged: who paid whom, as the bank wrote it.
package struct StatementLine: Hashable, Sendable {
    /// Where its section begins in the file.
    package let lineNumber: Int
    /// «Платежное поручение», «Банковский ордер»; empty where the file does not say.
    package let kind: String
    package let number: String
    package let date: Day
    /// Minor units, above zero.
    package let amount: Int64
    package let payer: StatementParty
    package let payee: StatementParty
    package let receivedOn: Day?
    package let debitedOn: Day?
    package let purpose: String
    /// Kazakhstan's dialect says which way the money went; nil elsewhere.
    package let statedDirection: PaymentDirection?
    /// ISO letters where the file names a currency; other words stay as written.
    package let currency: String?

    package init(
        lineNumber: Int, kind: String, number: String, date: Day, amount: Int64, payer: StatementParty,
        payee: StatementParty, receivedOn: Day? = nil, debitedOn: Day? = nil, purpose: String,
        statedDirection: PaymentDirection? = nil, currency: String? = nil
    ) {
        self.lineNumber = lineNumber
        self.kind = kind
        self.number = number
        self.date = date
        self.amount = amount
        self.payer = payer
        self.payee = payee
        self.receivedOn = receivedOn
        self.debitedOn = debitedOn
        self.purpose = purpose
        self.statedDirection = statedDirection
        self.currency = currency
    }
}

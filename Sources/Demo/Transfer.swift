import Basics
import Payments
import Regions

/// One line of a bank's file.
struct Transfer: Sendable {
    let region: Region
    let amount: Int64
    let name: String
    let taxID: String?
    let account: String
    let purpose: String
    var isOutgoing = false

    init(
        _ region: Region, _ amount: Int64, from name: String, _ taxID: String?, account: String,
        for purpose: String,
        isOutgoing: Bool = false
    ) {
        self.region = region
        self.amount = amount
        self.name = name
        self.taxID = taxID
        self.account = account
        self.purpose = purpose
        self.isOutgoing = isOutgoing
    }

    /// The transfer as the bank lists it; `own` is the supplier's side.
    func line(number: Int, on day: Day, own: StatementParty) -> StatementLine {
        let other = StatementParty(name: name, taxID: taxID.map { TaxID($0) }, accounts: [account])
        return StatementLine(
            lineNumber: number, kind: "Платежное поручение", number: String(number), date: day,
            amount: amount, payer: isOutgoing ? own : other, payee: isOutgoing ? other : own,
            receivedOn: isOutgoing ? nil : day, debitedOn: isOutgoing ? day : nil, purpose: purpose)
    }
}

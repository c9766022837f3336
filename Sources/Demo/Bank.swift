import Basics
import Payments
import Regions

/// The bank where a supplier of the demo keeps its money: makes one file a day, totals and all.
struct Bank: Sendable {
    let region: Region
    let own: StatementParty
    private var balance: Int64
    private var number = 100

    init(_ region: Region, account: String, name: String, opening: Int64) {
        self.region = region
        own = StatementParty(name: name, accounts: [account])
        balance = opening
    }

    func fileName(_ day: Day) -> String { "\(region.rawValue)-\(day).txt" }

    /// The day's statement. A spoiled one states a closing balance that does not follow.
    mutating func statement(_ transfers: [Transfer], on day: Day, isSpoiled: Bool = false) -> StatementFile {
        let lines = transfers.map { transfer in
            number += 1
            return transfer.line(number: number, on: day, own: own)
        }
        let received = transfers.filter { !$0.isOutgoing }.reduce(0) { $0 + $1.amount }
        let spent = transfers.filter(\.isOutgoing).reduce(0) { $0 + $1.amount }
        let opening = balance
        let closing = opening + received - spent
        if !isSpoiled { balance = closing }
        return StatementFile(
            sender: "Банк демонстрации",
            accounts: [
                StatementAccount(
                    lineNumber: 1, account: own.account, from: day, to: day, opening: opening,
                    received: received, spent: spent, closing: closing - (isSpoiled ? 1000_00 : 0))
            ], lines: lines)
    }
}

package import Basics

/// A line of a bank file with its direction decided: what happened on the supplier's account.
package struct BankLine: Hashable, Sendable {
    package let line: StatementLine
    package let direction: PaymentDirection
    /// The supplier's account; empty where neither side is the supplier's and the file names no single one.
    package let ownAccount: String
    /// Both sides are the supplier's: money moved from pocket to pocket.
    package let isBetweenOwnAccounts: Bool

    /// The supplier's own account decides the direction, never the dates: banks fill ДатаСписано in
    /// incoming documents too. What the file itself says of the direction counts only where the accounts
    /// do not tell and the file is about exactly one of the supplier's accounts.
    package init(_ line: StatementLine, of file: StatementFile, own: Set<String>) {
        self.line = line
        let paying = line.payer.accounts.first(where: own.contains)
        let paid = line.payee.accounts.first(where: own.contains)
        isBetweenOwnAccounts = paying != nil && paid != nil
        let stated = file.statedAccounts
        switch (paying, paid) {
        case (let account?, nil):
            (direction, ownAccount) = (.outgoing, account)
        case (nil, let account?):
            (direction, ownAccount) = (.incoming, account)
        case (let from?, let to?) where stated.contains(from) != stated.contains(to):
            (direction, ownAccount) = stated.contains(from) ? (.outgoing, from) : (.incoming, to)
        case (let from?, let to?):
            direction = line.statedDirection ?? .unknown
            ownAccount = direction == .outgoing ? from : to
        case (nil, nil):
            let candidates = stated.intersection(own)
            let only = candidates.count == 1 ? candidates.first : nil
            direction = only == nil ? .unknown : line.statedDirection ?? .unknown
            ownAccount = only ?? (stated.count == 1 ? stated.first : nil) ?? ""
        }
    }

    /// The normal form that says whether a line was seen before (D8).
    package var id: BankLineID {
        BankLineID(
            [
                "bank", ownAccount, BankLine.withoutLeadingZeros(line.number), line.date.description,
                Money.text(minor: line.amount), line.payer.account,
            ].joined(separator: "|"))
    }

    /// The side that is not the supplier; the payer where that is not known.
    package var other: StatementParty { direction == .outgoing ? line.payee : line.payer }

    /// The day a line from a dataset is credited on.
    package var creditedOn: Day { line.receivedOn ?? line.date }

    /// The day the bank moved the money.
    package var valueDate: Day {
        switch direction {
        case .incoming: line.receivedOn ?? line.debitedOn ?? line.date
        case .outgoing: line.debitedOn ?? line.date
        case .unknown: line.date
        }
    }

    /// "000123" and "123" are one number; a number of nothing but zeros stays one zero.
    static func withoutLeadingZeros(_ number: String) -> String {
        let rest = number.drop { $0 == "0" }
        return rest.isEmpty && !number.isEmpty ? "0" : String(rest)
    }
}

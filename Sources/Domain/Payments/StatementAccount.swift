package import Basics

/// What a bank file says about one account over one period: a section of totals, in minor units.
package struct StatementAccount: Hashable, Sendable {
    package let lineNumber: Int
    package let account: String
    package let from: Day?
    package let to: Day?
    package let opening: Int64?
    package let received: Int64?
    package let spent: Int64?
    package let closing: Int64?

    package init(
        lineNumber: Int, account: String, from: Day?, to: Day?, opening: Int64?, received: Int64?,
        spent: Int64?,
        closing: Int64?
    ) {
        self.lineNumber = lineNumber
        self.account = account
        self.from = from
        self.to = to
        self.opening = opening
        self.received = received
        self.spent = spent
        self.closing = closing
    }

    /// Two sections that say the same, wherever they stand in the file.
    func says(theSameAs other: StatementAccount) -> Bool {
        account == other.account && from == other.from && to == other.to && opening == other.opening
            && received == other.received && spent == other.spent && closing == other.closing
    }
}

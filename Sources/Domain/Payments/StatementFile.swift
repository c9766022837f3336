/// A bank file as read: what it says, before anybody asks what it means. Lines that cannot be read
/// stand among the flaws, the others are kept.
package struct StatementFile: Hashable, Sendable {
    package let version: String?
    package let sender: String?
    /// The accounts the heading says the file is about.
    package let headingAccounts: [String]
    package let accounts: [StatementAccount]
    package let lines: [StatementLine]
    /// The end mark of the file or of a section is missing (D14).
    package let isTruncated: Bool
    package let lineCount: Int
    package let flaws: [StatementFlaw]
    package let warnings: [StatementWarning]

    package init(
        version: String? = nil, sender: String? = nil, headingAccounts: [String] = [],
        accounts: [StatementAccount] = [], lines: [StatementLine] = [], isTruncated: Bool = false,
        lineCount: Int = 0, flaws: [StatementFlaw] = [], warnings: [StatementWarning] = []
    ) {
        self.version = version
        self.sender = sender
        self.headingAccounts = headingAccounts
        self.accounts = accounts
        self.lines = lines
        self.isTruncated = isTruncated
        self.lineCount = lineCount
        self.flaws = flaws
        self.warnings = warnings
    }

    /// The accounts whose statement this is, by its heading and its sections.
    package var statedAccounts: Set<String> { Set(headingAccounts).union(accounts.map(\.account)) }
}

/// A place of a bank file that could not be read.
package struct StatementFlaw: Hashable, Sendable {
    package let line: Int
    package let problem: PaymentsProblem

    package init(line: Int, problem: PaymentsProblem) {
        self.line = line
        self.problem = problem
    }
}

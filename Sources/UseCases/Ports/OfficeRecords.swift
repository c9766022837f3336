package import Basics
package import Ledger
package import Payments
package import Regions
package import Requests

/// What the back office lists and looks for: every list has a limit and a place to go on from.
package protocol OfficeRecords {
    /// Bank files, the latest first.
    func statements(before place: StatementPlace?, limit: Int) throws -> [StatementListing]
    func statementListing(_ digest: [UInt8]) throws -> StatementListing?
    /// Bank lines by number, the latest first.
    func bankLines(
        in state: BankLineRecord.State?, of statement: [UInt8]?, before number: Int64?, limit: Int
    ) throws -> [BankLineRecord]
    /// Those that make a day's turnover, by number, the latest first.
    func bankLines(of turnover: BankDay, before number: Int64?, limit: Int) throws -> [BankLineRecord]
    /// How many unclear lines wait, counted so far and no further.
    func unclearCount(upTo most: Int) throws -> Int

    /// Takes the names of some accounts behind one that cannot be found by name yet; answers with the last of
    /// them, nil where there is none.
    func indexNames(after account: AccountID, limit: Int) throws -> AccountID?
    /// Accounts whose name has words that begin so, all of them, by account.
    func accounts(named beginnings: [String], limit: Int) throws -> [AccountID]
    func accounts(taxID: String, limit: Int) throws -> [AccountID]
    /// By the address of the account itself.
    func accounts(emailBeginning text: String, limit: Int) throws -> [AccountID]
    /// By the address of somebody who signs in to it.
    func accounts(ofMember email: String, limit: Int) throws -> [AccountID]
    func documents(numbered number: Int, limit: Int) throws -> [DocumentRecord]
    /// Makes some letters behind one findable by their words; answers with the last of them, nil where there is none.
    func indexLetters(after number: Int64, limit: Int) throws -> Int64?
    /// Letters whose subject and sender's name have words that begin so, all of them, the latest first.
    func receivedLetters(worded beginnings: [String], limit: Int) throws -> [ReceivedLetter]
    /// By the address they came from, or its beginning.
    func receivedLetters(senderBeginning text: String, limit: Int) throws -> [ReceivedLetter]
    /// The latest of a kind.
    func requests(of kind: RequestKind, limit: Int) throws -> [CustomerRequest]
    func reconciliations(numbered number: Int, limit: Int) throws -> [ReconciliationRecord]
    func paymentInvoices(numbered number: Int, limit: Int) throws -> [PaymentInvoiceRecord]
    func bankLines(documented number: String, limit: Int) throws -> [BankLineRecord]
    func bankLines(fromPayer taxID: String, limit: Int) throws -> [BankLineRecord]

    /// What happened to an account's projects and papers, the latest first, kind by kind.
    func happenings(
        _ kind: Happening.Kind, of account: AccountID, before place: HappeningPlace?, limit: Int
    ) throws -> [Happening]

    /// Books by name, behind one.
    func books(after chain: String, limit: Int) throws -> [BookListing]
    /// Transactions of a book, the latest first; of an account code and those below it, if one is asked for.
    func transactions(
        of chain: String, _ search: JournalSearch, before sequence: Int64?, limit: Int
    ) throws -> [TransactionRecord]
    func transaction(_ sequence: Int64, of chain: String) throws -> TransactionRecord?

    /// A message's turn comes now; false where it does not wait.
    func hasten(_ message: OutboxMessage, at moment: Moment) throws -> Bool

    /// The last day on which money came in.
    func latestBankDay() throws -> Day?
    /// Money that came in and went out by day and region, minor units.
    func bankTurnovers(from first: Day, through last: Day) throws -> [BankTurnover]
    /// Open debts by the month of the service.
    func debtsByMonth(limit: Int) throws -> [DebtOfMonth]
    /// The same of one project.
    func debtsByMonth(of project: PID) throws -> [(month: Month, amount: Int64)]
    /// Who owes something in a region and has agreed upon days to pay or a limit, by account.
    func debtorsOnTerms(limit: Int) throws -> [(account: AccountID, region: Region)]
    /// Papers of a month by kind: issued, printed.
    func paperFunnel(_ region: Region, month: Month) throws -> PaperFunnel
}

/// A bank file as lists show it.
package struct StatementListing: Hashable, Sendable {
    package let digest: [UInt8]
    package let name: String
    package let size: Int
    package let receivedAt: Moment
    package let isHeld: Bool
    package let acceptedAt: Moment?
    package let refusedAt: Moment?
    package let lines: [BankLineRecord.State: Int]

    package init(
        digest: [UInt8], name: String, size: Int, receivedAt: Moment, isHeld: Bool, acceptedAt: Moment?,
        refusedAt: Moment?, lines: [BankLineRecord.State: Int]
    ) {
        self.digest = digest
        self.name = name
        self.size = size
        self.receivedAt = receivedAt
        self.isHeld = isHeld
        self.acceptedAt = acceptedAt
        self.refusedAt = refusedAt
        self.lines = lines
    }

    package var place: StatementPlace { StatementPlace(at: receivedAt, digest: digest) }
}

/// Where a page of bank files ended.
package struct StatementPlace: Hashable, Sendable {
    package let at: Moment
    package let digest: [UInt8]

    package init(at: Moment, digest: [UInt8]) {
        self.at = at
        self.digest = digest
    }

    package var text: String { "\(at.microseconds).\(Hex.text(digest))" }

    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".")
        guard parts.count == 2, let at = Int64(parts[0]), let digest = Hex.bytes(String(parts[1])) else {
            return nil
        }
        self.init(at: Moment(microseconds: at), digest: digest)
    }
}

/// One thing that happened to an account.
package struct Happening: Hashable, Sendable {
    package enum Kind: Int, CaseIterable, Hashable, Sendable {
        case audit
        case transition
        case closing
        case document
        case invoice
        case takeBack
        case substitution
        case assignment
        case bankLine
        case credit
        case project
        case request
        case letter
        case reconciliation
        case passing
    }

    package let kind: Kind
    package let at: Moment
    /// Tells it from others of its kind at its instant.
    package let id: String
    package let project: PID?
    package let region: Region?
    package let amount: Int64?
    /// Words of its kind: a state, a document's kind and number, who did what.
    package let words: [String]

    package init(
        kind: Kind, at: Moment, id: String, project: PID?, region: Region?, amount: Int64?, words: [String]
    ) {
        self.kind = kind
        self.at = at
        self.id = id
        self.project = project
        self.region = region
        self.amount = amount
        self.words = words
    }

    package var place: HappeningPlace { HappeningPlace(at: at, kind: kind, id: id) }
}

/// Where a page of what happened ended: by instant, then kind, then id, all falling.
package struct HappeningPlace: Hashable, Comparable, Sendable {
    package let at: Moment
    package let kind: Happening.Kind
    package let id: String

    package init(at: Moment, kind: Happening.Kind, id: String) {
        self.at = at
        self.kind = kind
        self.id = id
    }

    package var text: String { "\(at.microseconds).\(kind.rawValue).\(id)" }

    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let at = Int64(parts[0]), let number = Int(parts[1]),
            let kind = Happening.Kind(rawValue: number)
        else { return nil }
        self.init(at: Moment(microseconds: at), kind: kind, id: String(parts[2]))
    }

    /// For one kind: what of the place's own instant still comes.
    package func bound(for other: Happening.Kind) -> String {
        other == kind ? id : other.rawValue < kind.rawValue ? "\u{10FFFF}" : ""
    }

    package static func < (a: Self, b: Self) -> Bool {
        if a.at != b.at { return a.at < b.at }
        if a.kind != b.kind { return a.kind.rawValue < b.kind.rawValue }
        return a.id.precedesBytewise(b.id)
    }
}

/// A book as lists show it.
package struct BookListing: Hashable, Sendable {
    package let chain: String
    package let transactions: Int64
    package let lastAt: Moment

    package init(chain: String, transactions: Int64, lastAt: Moment) {
        self.chain = chain
        self.transactions = transactions
        self.lastAt = lastAt
    }
}

/// Which transactions of a book are looked for; empty = all.
package struct JournalSearch: Hashable, Sendable {
    /// An account code, with all below it.
    package let account: String
    /// What a cause begins with.
    package let cause: String

    package init(account: String = "", cause: String = "") {
        self.account = account
        self.cause = cause
    }
}

/// A transaction as it lies in the journal.
package struct TransactionRecord: Hashable, Sendable {
    package let chain: String
    package let sequence: Int64
    package let at: Moment
    package let cause: String
    package let payload: [String]
    package let hash: [UInt8]
    package let entries: [Entry]

    package init(
        chain: String, sequence: Int64, at: Moment, cause: String, payload: [String], hash: [UInt8],
        entries: [Entry]
    ) {
        self.chain = chain
        self.sequence = sequence
        self.at = at
        self.cause = cause
        self.payload = payload
        self.hash = hash
        self.entries = entries
    }
}

/// What moved on the suppliers' bank accounts of a region on a day.
package struct BankTurnover: Hashable, Sendable {
    package let region: Region
    package let day: Day
    package let received: Int64
    package let spent: Int64

    package init(region: Region, day: Day, received: Int64, spent: Int64) {
        self.region = region
        self.day = day
        self.received = received
        self.spent = spent
    }
}

/// The lines that make one figure of a day's turnover.
package struct BankDay: Hashable, Sendable {
    package let region: Region
    package let day: Day
    package let direction: PaymentDirection

    package init(region: Region, day: Day, direction: PaymentDirection) {
        self.region = region
        self.day = day
        self.direction = direction
    }
}

/// What is owed for the services of a month.
package struct DebtOfMonth: Hashable, Sendable {
    package let region: Region
    package let month: Month
    package let amount: Int64

    package init(region: Region, month: Month, amount: Int64) {
        self.region = region
        self.month = month
        self.amount = amount
    }
}

/// How far a month's documents have come.
package struct PaperFunnel: Hashable, Sendable {
    package let issued: Int
    package let printed: Int
    /// Of the letters that tell of them: told, and waiting.
    package let told: Int
    package let waiting: Int

    package init(issued: Int, printed: Int, told: Int, waiting: Int) {
        self.issued = issued
        self.printed = printed
        self.told = told
        self.waiting = waiting
    }
}

package import Basics
package import Notices
package import Payments
package import Regions

/// Bank files and their lines.
package protocol BankRecords {
    func statement(_ digest: [UInt8]) throws -> StatementRecord?
    func statement(named name: String) throws -> [StatementRecord]
    func insert(_ statement: StatementRecord) throws
    /// A held file a person let through.
    func markAccepted(_ digest: [UInt8], at moment: Moment) throws
    /// A held file a person turned away.
    func markRefused(_ digest: [UInt8], at moment: Moment) throws
    func bankLine(_ id: BankLineID) throws -> BankLineRecord?
    func bankLine(number: Int64) throws -> BankLineRecord?
    func bankLines(in state: BankLineRecord.State?) throws -> [BankLineRecord]
    func bankLines(in state: BankLineRecord.State?, after: Int64, limit: Int) throws -> [BankLineRecord]
    func nextBankLineNumber() throws -> Int64
    func insert(_ line: BankLineRecord) throws
    /// A person's decision on a line, or a held line's own.
    func decide(_ line: BankLineRecord) throws
    /// What transfers quoting an invoice have paid to a project so far.
    func paid(invoice: InvoiceReference, project: PID) throws -> Int64
    func insert(_ share: BankShare, of line: BankLineID) throws
}

/// A bank file as it came.
package struct StatementRecord: Hashable, Sendable {
    package let digest: [UInt8]
    package let name: String
    package let bytes: [UInt8]
    package let receivedAt: Moment
    package let isHeld: Bool
    /// Whether its lines are credited on the day the bank booked them instead of at import.
    package let asBooked: Bool

    package init(
        digest: [UInt8], name: String, bytes: [UInt8], receivedAt: Moment, isHeld: Bool, asBooked: Bool
    ) {
        self.digest = digest
        self.name = name
        self.bytes = bytes
        self.receivedAt = receivedAt
        self.isHeld = isHeld
        self.asBooked = asBooked
    }
}

/// A bank line and what was decided on it.
package struct BankLineRecord: Hashable, Sendable {
    package enum State: String, CaseIterable, Hashable, Sendable {
        case matched
        case unclear
        case outgoing
        case held
    }

    package let number: Int64
    package let id: BankLineID
    package let statement: [UInt8]
    /// Where the line stands in its file.
    package let fileLine: Int
    /// Nil where neither side is a supplier's account.
    package let region: Region?
    package let direction: PaymentDirection
    package let document: String
    package let date: Day
    package let creditedOn: Day
    package let amount: Int64
    package let payer: String
    package let payerTaxID: TaxID?
    package let purpose: String
    package let state: State
    /// Sentences ready to read, as they were when the decision was made.
    package let reasons: [Phrase]
    package let projects: [PID]
    package let decidedAt: Moment

    package init(
        number: Int64, id: BankLineID, statement: [UInt8], fileLine: Int, region: Region?,
        direction: PaymentDirection, document: String, date: Day, creditedOn: Day, amount: Int64,
        payer: String, payerTaxID: TaxID?, purpose: String, state: State, reasons: [Phrase],
        projects: [PID], decidedAt: Moment
    ) {
        self.number = number
        self.id = id
        self.statement = statement
        self.fileLine = fileLine
        self.region = region
        self.direction = direction
        self.document = document
        self.date = date
        self.creditedOn = creditedOn
        self.amount = amount
        self.payer = payer
        self.payerTaxID = payerTaxID
        self.purpose = purpose
        self.state = state
        self.reasons = reasons
        self.projects = projects
        self.decidedAt = decidedAt
    }
}

extension BankLineRecord {
    /// A line as its file says it, nothing decided yet.
    init(_ line: BankLine, number: Int64, statement: [UInt8], region: Region?, at now: Moment) {
        self.init(
            number: number, id: line.id, statement: statement, fileLine: line.line.lineNumber, region: region,
            direction: line.direction, document: line.line.number, date: line.line.date,
            creditedOn: line.creditedOn, amount: line.line.amount, payer: line.other.name,
            payerTaxID: line.other.taxID, purpose: line.line.purpose, state: .held, reasons: [],
            projects: [], decidedAt: now)
    }

    func deciding(_ state: State, reasons: [Phrase], projects: [PID], at now: Moment) -> BankLineRecord {
        BankLineRecord(
            number: number, id: id, statement: statement, fileLine: fileLine, region: region,
            direction: direction, document: document, date: date, creditedOn: creditedOn, amount: amount,
            payer: payer, payerTaxID: payerTaxID, purpose: purpose, state: state, reasons: reasons,
            projects: projects, decidedAt: now)
    }
}

/// What of a line a project got, by the invoice it pays; nil = no invoice was quoted, or more was paid
/// than it asks.
package struct BankShare: Hashable, Sendable {
    package let project: PID
    package let amount: Int64
    package let credit: CreditID
    package let invoice: InvoiceReference?

    package init(project: PID, amount: Int64, credit: CreditID, invoice: InvoiceReference?) {
        self.project = project
        self.amount = amount
        self.credit = credit
        self.invoice = invoice
    }
}

/// An invoice by what a payer quotes of it.
package struct InvoiceReference: Hashable, Sendable {
    package let region: Region
    package let number: Int
    package let date: Day

    package init(region: Region, number: Int, date: Day) {
        self.region = region
        self.number = number
        self.date = date
    }
}

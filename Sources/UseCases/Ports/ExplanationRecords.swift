package import Basics
package import Funding
package import Metering
package import Regions

/// What explanations ask of the records: the same rows, from the other end.
package protocol ExplanationRecords {
    func document(named key: DocumentKey) throws -> DocumentRecord?
    /// An account's documents of a month, in the order they were numbered.
    func documents(of account: AccountID, in region: Region, month: Month) throws -> [DocumentRecord]
    /// Every closing of an account in a region, by month.
    func closings(of account: AccountID, in region: Region) throws -> [Closing]
    func credit(_ id: CreditID) throws -> KeptCredit?
    /// What a project's book handed over to documents by the transactions of one cause.
    func handedOver(by project: PID, because cause: String) throws -> [(sequence: Int64, amount: Int64)]
    /// Portions reported after one month and through another, by day line, source and month.
    func chargedPortions(in project: PID, after: Month?, through: Month) throws -> [ChargedPortion]
    func chargedPortions(of line: DayLineKey, in project: PID) throws -> [ChargedPortion]
    func chargedPortions(paidBy credit: CreditID, in project: PID) throws -> [ChargedPortion]
    /// The events of a day line that are settled, in the order of movements.
    func events(of line: DayLineKey, in project: ProjectRecord, _ size: ExcerptSize) throws -> LineEvents
    /// The event a change of state names as its cause, `source/id`, ended at an instant or before.
    func event(named cause: String, in project: PID, by moment: Moment) throws -> UsageEvent?
    /// A project's open debts, oldest first: a post-paid month may leave one for every event.
    func openDebts(in project: PID, _ size: ExcerptSize) throws -> OpenDebts
    func shares(of line: BankLineID) throws -> [BankShare]
    func statementName(_ digest: [UInt8]) throws -> String?
}

/// A credit and what has become of it.
package struct KeptCredit: Hashable, Sendable {
    package let credit: Credit
    /// What is left of its lot or grant; nil = it was not applied yet.
    package let remaining: Int64?
    /// When a person took it back, whole.
    package let returnedAt: Moment?
    /// Whose its money is now where it was assigned.
    package let assignee: TaxID?

    package init(
        credit: Credit, remaining: Int64?, returnedAt: Moment? = nil, assignee: TaxID? = nil
    ) {
        self.assignee = assignee
        self.credit = credit
        self.remaining = remaining
        self.returnedAt = returnedAt
    }
}

/// A portion with its day line.
package struct ChargedPortion: Hashable, Sendable {
    package let line: DayLine
    package let portion: PortionRecord
    /// The month in which a post-paid charge was first reported, whatever paid it since.
    package let firstRecognised: Month

    package init(line: DayLine, portion: PortionRecord, firstRecognised: Month) {
        self.line = line
        self.portion = portion
        self.firstRecognised = firstRecognised
    }
}

/// Open debts: how many, what they make, and some of them.
package struct OpenDebts: Sendable {
    package let count: Int
    package let total: Int64
    package let shown: [Shown]

    /// A debt and its place in the queue, from 1.
    package struct Shown: Sendable {
        package let place: Int
        package let line: DayLineKey
        package let amount: Int64

        package init(place: Int, line: DayLineKey, amount: Int64) {
            self.place = place
            self.line = line
            self.amount = amount
        }
    }

    package init(count: Int, total: Int64, shown: [Shown]) {
        self.count = count
        self.total = total
        self.shown = shown
    }
}

/// A day line's events: how many, how much, and some of them.
package struct LineEvents: Sendable {
    package let count: Int
    package let quantity: Quantity
    package let waiting: Int
    package let shown: [Shown]

    /// An event, its place from 1, and the quantity of the line up to it.
    package struct Shown: Sendable {
        package let place: Int
        package let event: UsageEvent
        package let soFar: Quantity

        package init(place: Int, event: UsageEvent, soFar: Quantity) {
            self.place = place
            self.event = event
            self.soFar = soFar
        }
    }

    package init(count: Int, quantity: Quantity, waiting: Int, shown: [Shown]) {
        self.count = count
        self.quantity = quantity
        self.waiting = waiting
        self.shown = shown
    }
}

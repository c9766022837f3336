package import Access
package import Basics
import Documents
import Funding

/// Why a sum or a state is what it is: facts down to their origin, for any page to dress.
package enum Explanation: Sendable {
    case document(DocumentExplanation)
    /// One line of the document, the only one it carries.
    case documentLine(DocumentExplanation)
    case dayLine(DayLineExplanation)
    case credit(CreditExplanation)
    case bankLine(BankLineExplanation)
    case project(ProjectExplanation)
    case tieOut(TieOutExplanation)

    /// Whose it is.
    package var projects: [PID] {
        switch self {
        case .document(let value), .documentLine(let value): value.content.projects
        case .dayLine(let value): [value.project]
        case .credit(let value): [value.fact.credit.project]
        case .bankLine(let value): value.line.projects
        case .project(let value): [value.project]
        case .tieOut(let value): value.projects
        }
    }

    /// Which right shows it.
    package var right: Right {
        switch self {
        case .document, .documentLine: .documents
        case .dayLine, .credit, .bankLine, .tieOut: .detail
        case .project: .balance
        }
    }

    /// Where the parts do not make up the whole; empty = every sum was added again and holds.
    package var differences: [Difference] {
        switch self {
        case .document(let value), .documentLine(let value): value.differences
        case .dayLine(let value): value.differences
        case .credit(let value): value.differences
        case .bankLine(let value): value.differences
        case .project(let value): value.differences
        case .tieOut(let value): value.differences
        }
    }
}

/// Two figures that should be one.
package struct Difference: Hashable, Sendable {
    package enum Subject: String, CaseIterable, Sendable {
        /// A document line and the parts of day lines it reports.
        case documentLine
        case vat
        /// A document and its lines.
        case document
        /// A day line's quantity and its events'.
        case quantity
        /// Quantity × price and the exact cost.
        case cost
        case rounding
        /// A day line and what paid for it.
        case funding
        /// A credit, and what it paid with what is left.
        case credit
        /// A bank line and the credits made of it.
        case bankLine
        /// The payment account and its lots and debts.
        case balance
        /// A closed month's three sums and their parts.
        case tieOut
    }

    package let subject: Subject
    package let address: String
    /// The figure that is explained, and what its parts make: decimals in major units, or a quantity.
    package let stated: String
    package let explained: String

    init?(_ subject: Subject, _ address: String, stated: Int64, explained: Int64) {
        self.init(
            subject, address, stated: Money.text(minor: stated), explained: Money.text(minor: explained))
    }

    init?(_ subject: Subject, _ address: String, stated: String, explained: String) {
        guard stated != explained else { return nil }
        self.subject = subject
        self.address = address
        self.stated = stated
        self.explained = explained
    }
}

package import Basics
package import Funding

/// A credit and the bank line it came by.
package struct CreditFact: Hashable, Sendable {
    package let credit: Credit
    /// Nil where it came by another road than a statement.
    package let bankLine: BankLineRecord?
    /// Whose money it was when it paid, where it had been assigned; nil = the payer's own.
    package let assignee: TaxID?

    package init(credit: Credit, bankLine: BankLineRecord?, assignee: TaxID? = nil) {
        self.credit = credit
        self.bankLine = bankLine
        self.assignee = assignee
    }

    /// Whose transfers documents must show for them to show what it paid; nil = no transfer, or nobody's.
    var payer: TaxID? {
        guard case .money(let source) = credit.kind else { return nil }
        return source.assigned(to: assignee).payer
    }

    func assigned(to other: TaxID?) -> CreditFact {
        CreditFact(credit: credit, bankLine: bankLine, assignee: other)
    }

    package var address: String { ExplanationAddress.credit(credit.id).text }
    package var bankAddress: String? { bankLine.map { ExplanationAddress.bankLine($0.number).text } }
}

/// What paid for a charge, or that nothing has yet.
package enum FundingFact: Hashable, Sendable {
    case grant(CreditFact)
    case lot(CreditFact)
    case debt

    package var credit: CreditFact? {
        switch self {
        case .grant(let fact), .lot(let fact): fact
        case .debt: nil
        }
    }
}

/// Which document reports a part of a charge, or why none does.
package enum ReportFact: Hashable, Sendable {
    /// The addresses of the lines, one in each document of the package.
    case documents([String])
    /// The month in which it will be reported is not closed for the customer.
    case monthOpen(Month)
    case never(Reason)

    package enum Reason: String, CaseIterable, Sendable {
        case bonus
        /// A card, SBP, a wallet: money that no document shows.
        case notBankTransfer
        /// A transfer of somebody else than the counterparty.
        case otherPayer
        /// A prepaid charge in debt waits for the money that pays it.
        case unpaid
        case individual
        /// The month was closed without documents.
        case noDocuments
        /// Reported when it was used; what pays it later changes no document.
        case alreadyReported
    }
}

/// A sum and where it is reported.
package struct ReportedSum: Hashable, Sendable {
    package let report: ReportFact
    package let amount: Int64
}

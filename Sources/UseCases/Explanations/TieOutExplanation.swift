package import Basics
package import Regions

/// A customer's closed month found three ways, each with the parts that make it.
package struct TieOutExplanation: Sendable {
    package let region: Region
    package let month: Month
    package let account: AccountID
    /// As it is called, and under which number the month was closed.
    package let counterparty: String
    package let taxID: TaxID
    package let projects: [PID]
    package let sums: ClosingReport.TieOut
    package let months: [ServedMonth]
    package let lines: Excerpt<CreditExplanation.PaidLine>
    package let documents: [Issued]
    package let postings: [Posting]
    package let differences: [Difference]

    package var address: String { ExplanationAddress.tieOut(region, month, account).text }

    /// What of the services of a project in a month is reported here.
    package struct ServedMonth: Hashable, Sendable {
        package let project: PID
        package let month: Month
        package let dayLines: Int
        package let amount: Int64
    }

    package struct Issued: Hashable, Sendable {
        package let key: DocumentKey
        package let gross: Int64
        /// All documents of a package say the same: one of them counts.
        package let isCounted: Bool
    }

    /// What a transaction of a project's book handed over to the documents.
    package struct Posting: Hashable, Sendable {
        package let project: PID
        package let sequence: Int64
        package let amount: Int64

        package var transaction: String { "\(project)#\(sequence)" }
    }
}

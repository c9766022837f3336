package import Basics
package import Documents
package import Metering

/// A document, or one line of it, down to the day lines it reports and the money behind them.
package struct DocumentExplanation: Sendable {
    package let key: DocumentKey
    package let content: DocumentContent
    package let account: AccountID
    package let lines: [DocumentLineExplanation]
    package let differences: [Difference]
}

/// A document line as the sum of the parts of day lines it reports.
package struct DocumentLineExplanation: Sendable {
    package let address: String
    package let number: Int
    package let line: DocumentLine
    /// By SKU, in the order of their names.
    package let skus: [SKUSum]
    package let days: Excerpt<DayShare>
    package let money: [MoneySum]

    package struct SKUSum: Hashable, Sendable {
        package let sku: SKU
        package let dayLines: Int
        package let amount: Int64
    }

    /// What of a day line the document reports.
    package struct DayShare: Hashable, Sendable {
        package let project: PID
        package let line: DayLine
        package let price: PriceFact?
        package let amount: Int64

        package var address: String { ExplanationAddress.dayLine(project, line.key).text }
    }

    package struct MoneySum: Hashable, Sendable {
        package let source: FundingFact
        package let amount: Int64
    }
}

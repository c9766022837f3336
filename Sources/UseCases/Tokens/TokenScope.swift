/// What a token opens. Every route over HTTP names the scopes that open it.
package enum TokenScope: String, CaseIterable, Comparable, Hashable, Sendable {
    /// Sending usage events.
    case usage
    /// Accounts, projects, prices.
    case catalog
    /// Credits, statements, matching, payment invoices.
    case money
    /// Closing months.
    case closing
    /// Looking at everything.
    case read
    /// Looking at balances only.
    case balance

    package static func < (a: Self, b: Self) -> Bool { a.place < b.place }

    private var place: Int { TokenScope.allCases.firstIndex(of: self) ?? 0 }
}

import Basics
package import Regions

/// A month's spending above which a project's owner hears of it (R95). It stops nothing.
package struct ExpenseLimit: Hashable, Sendable {
    /// Minor units; whole roubles or tenge.
    package let amount: Int64
    package let notifies: Bool

    package init(amount: Int64, notifies: Bool) {
        self.amount = amount
        self.notifies = notifies
    }

    /// What somebody typed: a whole sum within the region's bounds, blanks between its threes allowed.
    package init(typed text: String, notifies: Bool, in region: RegionProfile) throws {
        let bounds = region.limits.expenseLimit
        let digits = text.filter { !$0.isWhitespace }
        guard let whole = Int64(digits), digits.utf8.allSatisfy({ (48...57).contains($0) }),
            whole <= bounds.upperBound / 100, bounds.contains(whole * 100)
        else {
            throw ProjectsProblem.badLimit(
                String(text.prefix(40)), least: bounds.lowerBound / 100, most: bounds.upperBound / 100)
        }
        self.init(amount: whole * 100, notifies: notifies)
    }

    /// Whether the owner is to hear of a month: more was spent than allowed, and no letter went out in it for this
    /// limit or a higher one (O28: raised, it is watched anew).
    package func isNews(spent: Int64, told highest: Int64?) -> Bool {
        notifies && spent > amount && highest.map { $0 < amount } ?? true
    }
}

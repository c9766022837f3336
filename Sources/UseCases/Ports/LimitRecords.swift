package import Access
package import Basics
package import Projects

/// Monthly limits of projects, and the letters that told of them.
package protocol LimitRecords {
    func expenseLimit(of project: PID) throws -> ExpenseLimit?
    /// Keeps a project's limit, and as its fact who set it.
    func keep(_ limit: ExpenseLimit, of project: PID, by user: UserID?, at moment: Moment) throws
    /// The highest limit that a letter of a month told of.
    func highestNotice(in project: PID, month: Month) throws -> Int64?
    func keepNotice(in project: PID, month: Month, limit: Int64, spent: Int64, at moment: Moment) throws
    /// What bonuses paid of the charges of some days.
    func bonusSum(in project: PID, from: Day, through: Day) throws -> Int64
}

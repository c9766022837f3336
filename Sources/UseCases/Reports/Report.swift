package import Basics
package import Documents
package import Notices
package import Regions

/// What a billing report is asked for (R98, O29).
package struct ReportAsk: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        /// What was spent, all means together.
        case consumption
        /// The same down to every parameter of every resource, by day.
        case granular
        /// For bookkeepers: the sums of the closing documents (O30).
        case accounting
    }

    /// How a consumption report sums its days; a week begins on Monday.
    package enum Step: String, CaseIterable, Hashable, Sendable {
        case day
        case week
        case month
        case year
    }

    package let kind: Kind
    package let period: ReconciledPeriod
    package let step: Step
    /// Those asked for; empty = all that the viewer may have reports of.
    package let projects: [PID]

    package init(kind: Kind, period: ReconciledPeriod, step: Step = .month, projects: [PID] = []) {
        self.kind = kind
        self.period = period
        self.step = step
        self.projects = projects
    }
}

/// A cell of a report, by what it means: each file writes it in its own way.
package enum ReportCell: Hashable, Sendable {
    case text(String)
    case day(Day)
    /// Minor units.
    case sum(Int64)
    /// Any other number, as exact as it is kept: "0.125".
    case number(String)
    case nothing
}

/// A report that was asked for and may be had: its rows follow piece by piece.
package struct Report: Sendable {
    package let ask: ReportAsk
    package let region: Region
    package let projects: [PID]
    package let columns: [Phrase]
    /// How many rows there will be at most, without the total.
    package let rowCount: Int
}

/// Where the next piece of a report begins.
package struct ReportPlace: Hashable, Sendable {
    let project: Int
    let day: Day
    /// What the sums of the rows before come to, column by column.
    let totals: [Int64]
}

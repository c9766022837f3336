import Basics
import Regions

/// A closing of one customer, or of one of its projects, as it was witnessed when it happened.
struct ClosingFact {
    let account: AccountID
    /// Nil = one package over all projects.
    let project: PID?
    let month: Month
    /// Nil = documents were issued.
    let skipped: String?
    let at: Moment
    /// Which version of the supplier's details its documents name; nil = not told.
    let supplierVersion: Int64?
}

/// The closings of a region in the order they happened.
struct ClosingHistory {
    let closings: [ClosingFact]
    /// For each of them the last month of the same customer that was closed by then.
    let closedBefore: [Month?]
    private let closed: Set<Month>

    init(_ region: Region, _ records: any Records) throws {
        var closings: [ClosingFact] = []
        var closed: Set<Month> = []
        try records.forEachRow(
            of: "facts", ["subject", "body"], where: ["chain": .text("closings/\(region.rawValue)")],
            by: ["sequence"]
        ) { cells in
            let body = FactBody(cells[1].text ?? "")
            guard let month = body.integer("month").flatMap(Int32.init(exactly:)).map(Month.init(index:))
            else { return }
            closed.insert(month)
            guard cells[0].text?.hasPrefix("closings\t") == true, let account = body.text("account"),
                let at = body.integer("at")
            else { return }
            closings.append(
                ClosingFact(
                    account: AccountID(account), project: body.text("project").flatMap { PID($0) },
                    month: month, skipped: body.text("skipped"), at: Moment(microseconds: at),
                    supplierVersion: body.integer("supplier_version")))
        }
        var last: [AccountID: Month] = [:]
        closedBefore = closings.map { fact in
            let before = last[fact.account]
            last[fact.account] = max(before ?? fact.month, fact.month)
            return before
        }
        self.closings = closings
        self.closed = closed
    }

    func isClosed(_ month: Month) -> Bool { closed.contains(month) }
}

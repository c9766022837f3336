import Basics
import Counterparties
import Regions

/// A closing as its table has it.
struct ClosingRow {
    let region: Region
    let account: AccountID
    /// Empty = all projects.
    let project: String
    let month: Month
    let taxID: String
    let skipped: String?

    /// The month closed for the customer before this one; month 0 = none.
    static func before(
        _ month: Month, _ account: Account, _ region: Region, _ closings: [ClosingRow]
    ) -> Month {
        let own = closings.filter { $0.region == region && $0.account == account.id && $0.month < month }
        let individual = account.former.filter {
            $0.region == region && $0.counterparty.taxID == nil && $0.through < month
        }
        return (own.map(\.month) + individual.map(\.through)).max() ?? Month(index: 0)
    }

    static func all(_ records: any Records) throws -> [ClosingRow] {
        var rows: [ClosingRow] = []
        try records.forEachRow(
            of: "closings", ["region", "account", "project", "month", "tax_id", "skipped"], where: [:],
            by: ["region", "account", "project", "month"]
        ) { cells in
            guard let region = Region(rawValue: cells[0].text ?? ""),
                let month = cells[3].integer.flatMap(Int32.init(exactly:)), (22_000...27_000).contains(month)
            else { return }
            rows.append(
                ClosingRow(
                    region: region, account: AccountID(cells[1].text ?? ""), project: cells[2].text ?? "",
                    month: Month(index: month), taxID: cells[4].text ?? "", skipped: cells[5].text))
        }
        return rows
    }
}

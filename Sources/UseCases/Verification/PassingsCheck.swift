import Basics
import Projects
import Regions

/// A passing as its table has it.
struct PassingRow {
    let from: AccountID
    let to: AccountID
    let region: Region
    /// The last day of the former account's prices.
    let day: Int32
    let month: Int32
    let run: Int64

    /// Whether a month's charges of a project are an account's to document: from the month in which it came through the
    /// one in which it went.
    static func documents(_ account: AccountID, _ month: Int32, _ passings: [PassingRow]) -> Bool {
        guard let first = passings.first else { return true }
        var came: Int32? = first.from == account ? .min : nil
        for passing in passings {
            if passing.from == account, let from = came {
                if from <= month, month <= passing.month { return true }
                came = nil
            }
            if passing.to == account { came = passing.month }
        }
        return came.map { $0 <= month } ?? false
    }
}

/// Passings against each other and against the records of accounts: each begins where the one before ended, and the last
/// one led to whoever names the project.
struct PassingsCheck {
    let records: any Records
    let findings: Findings

    func check(_ accounts: [AccountID: Account]) throws -> [String: [PassingRow]] {
        var passings: [String: [PassingRow]] = [:]
        try records.forEachRow(
            of: "project_passings", ["project", "n", "from_account", "to_account", "region", "at", "run"],
            where: [:], by: ["project", "n"]
        ) { cells in
            findings.read()
            guard let pid = cells[0].text, let region = Region(rawValue: cells[4].shown),
                let at = cells[5].integer, let run = cells[6].integer
            else {
                findings.add(
                    "project_passings", Findings.words(Array(cells.prefix(2))), found: "a damaged row",
                    expected: "as it happened")
                return
            }
            let day = region.profile.zone.day(of: Moment(microseconds: at))
            let known = passings[pid] ?? []
            let number = Int64(known.count + 1)
            let from = known.last?.to.text ?? cells[2].shown
            if cells[1] != .integer(number) || cells[2] != .text(from) || run < known.last?.run ?? 0 {
                findings.add(
                    "project_passings", Findings.words(Array(cells.prefix(2))),
                    found: "number \(cells[1].shown) from \(cells[2].shown) behind run \(run)",
                    expected: "number \(number) from \(from), behind the runs before")
            }
            passings[pid, default: []].append(
                PassingRow(
                    from: AccountID(cells[2].shown), to: AccountID(cells[3].shown), region: region,
                    day: day.number, month: day.month.index, run: run))
        }
        for (pid, rows) in passings.sorted(by: { $0.key < $1.key }) {
            guard let last = rows.last,
                accounts[last.to]?.projects.contains(where: { $0.pid.text == pid }) != true
            else { continue }
            findings.add(
                "project_passings", pid, found: "passed to \(last.to)",
                expected: "an account that names the project")
        }
        return passings
    }
}

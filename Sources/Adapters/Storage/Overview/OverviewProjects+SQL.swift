import Access
import Basics
import Foundation
import Metering
import Projects
import Regions
import UseCases

extension SQLRecords {
    package func regionTotals() throws -> [RegionTotals] {
        // Region by region: grouped, a million projects would be sorted first.
        try Region.allCases.sorted { $0.rawValue > $1.rawValue }.compactMap { region in
            try totals(ProjectSearch(region: region)).flatMap { $0.projects == 0 ? nil : $0 }
        }
    }

    package func totals(_ search: ProjectSearch) throws -> RegionTotals? {
        guard let region = search.region else { return nil }
        let (condition, arguments) = SQLRecords.condition(search)
        let from = "FROM \(SQLRecords.looked(search))"
        return try row(
            """
            SELECT COUNT(*) AS projects, COALESCE(SUM(CASE WHEN p.state = 'frozen' THEN 1 ELSE 0 END), 0) AS frozen,
                COALESCE(SUM(p.lot_total - p.debt_total), 0) AS payment,
                COALESCE(SUM(p.debt_total), 0) AS debt
            \(from) WHERE \(condition)
            """, arguments
        ).map { row in
            RegionTotals(
                region: region, projects: row["projects"], frozen: row["frozen"], payment: row["payment"],
                debt: row["debt"],
                bonuses: try number(
                    """
                    SELECT COALESCE(SUM(g.remaining), 0) \(from) JOIN grants g ON g.project = p.pid
                    WHERE g.remaining > 0 AND \(condition)
                    """, arguments) ?? 0)
        }
    }

    package func projectCount(_ search: ProjectSearch) throws -> Int {
        let (condition, arguments) = SQLRecords.condition(search)
        return Int(
            try number(
                """
                SELECT COUNT(*) FROM \(SQLRecords.looked(search)) WHERE \(condition)
                """, arguments) ?? 0)
    }

    /// What a search looks at: names only where a text is looked for, for a million projects are counted through.
    private static func looked(_ search: ProjectSearch) -> String {
        search.text.isEmpty
            ? "projects p"
            : """
            projects p JOIN accounts a ON a.id = p.account
                LEFT JOIN project_names n ON n.project = p.pid
            """
    }

    package func projects(_ search: ProjectSearch, after place: PID?, limit: Int) throws -> [ProjectRow] {
        let (condition, arguments) = SQLRecords.condition(search)
        return try rows(
            """
            SELECT p.*, n.name AS called FROM projects p JOIN accounts a ON a.id = p.account
            LEFT JOIN project_names n ON n.project = p.pid WHERE \(condition)
            AND p.pid > ? ORDER BY p.pid LIMIT ?
            """, arguments + [place?.text ?? "", limit]
        ).map { row in
            let project = try ProjectRecord(row)
            guard let account = try account(project.project.account) else {
                throw StorageProblem.damaged("account \(project.project.account)")
            }
            let called: String? = row["called"]
            return ProjectRow(
                project: project, name: called.map(ProjectName.init(kept:)), account: account,
                bonuses: try bonusTotal(in: project.project.pid))
        }
    }

    package func bonusTotal(in project: PID) throws -> Int64 {
        try number(
            "SELECT COALESCE(SUM(remaining), 0) FROM grants WHERE project = ? AND remaining > 0",
            [project.text]) ?? 0
    }

    /// The engine knows small and capital letters of Latin alone, so a text is looked for as typed, in
    /// small letters, in capitals and as a name is written. Strokes of JSON are no part of any name.
    private static func condition(_ search: ProjectSearch) -> (String, Arguments) {
        var conditions = ["1 = 1"]
        var arguments: Arguments = []
        switch search.state {
        case .active: conditions.append("p.state = 'active' AND p.conserved_at IS NULL")
        case .conserved: conditions.append("p.conserved_at IS NOT NULL")
        case .disputed:
            conditions.append(
                "p.turns > 0 AND EXISTS (SELECT 1 FROM disputes u WHERE u.project = p.pid)")
        case .frozen: conditions.append("p.state = 'frozen'")
        case .owing: conditions.append("p.debt_total > 0")
        case nil: break
        }
        if let region = search.region {
            conditions.append("p.region = ?")
            arguments += [region.rawValue]
        }
        if case .these(let pids) = search.scope {
            conditions.append(
                pids.isEmpty
                    ? "1 = 0" : "p.pid IN (\(pids.map { _ in "?" }.joined(separator: ", ")))")
            for pid in pids { arguments += [pid.text] }
        }
        if !search.text.isEmpty {
            var found: [String] = []
            for pattern in SQLRecords.spelled(search.text) {
                found += ["p.pid", "n.name", "a.id", "a.email", "a.tax_id"].map { "\($0) LIKE ? ESCAPE '~'" }
                for _ in 0..<5 { arguments += [pattern] }
                found.append("a.record LIKE ? ESCAPE '~'")
                arguments += ["%\"counterparty\":{%" + pattern.dropFirst()]
            }
            conditions.append("(" + found.joined(separator: " OR ") + ")")
        }
        return (conditions.joined(separator: " AND "), arguments)
    }

    /// Patterns that find a text however its letters are written.
    static func spelled(_ text: String) -> [String] {
        var seen: Set<String> = []
        return [text, text.lowercased(), text.uppercased(), text.capitalized].map(like).filter {
            seen.insert($0).inserted
        }
    }

    private static func like(_ text: String) -> String {
        "%" + text.flatMap { "%_~".contains($0) ? ["~", $0] : [$0] } + "%"
    }
}

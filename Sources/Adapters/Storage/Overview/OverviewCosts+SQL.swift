import Access
import Basics
import Funding
import Metering
import Regions
import UseCases

extension SQLRecords {
    package func resources(in project: PID, month: Month, limit: Int) throws -> [ResourceCost] {
        try rows(
            """
            SELECT service, resource, COUNT(DISTINCT day) AS days, SUM(posted) AS amount FROM day_lines
            WHERE project = ? AND day BETWEEN ? AND ?
            GROUP BY service, resource ORDER BY service, SUM(posted) DESC, resource LIMIT ?
            """, [project.text, month.firstDay.number, month.lastDay.number, limit]
        ).map { row in
            ResourceCost(
                service: ServiceName(row.text("service")), resource: ResourceID(row.text("resource")),
                days: row["days"], amount: row["amount"])
        }
    }

    package func resources(in project: PID, from: Day, through: Day, limit: Int) throws -> [ResourceCost] {
        try rows(
            """
            SELECT service, resource, COUNT(DISTINCT day) AS days, SUM(posted) AS amount FROM day_lines
            WHERE project = ? AND day BETWEEN ? AND ?
            GROUP BY service, resource ORDER BY SUM(posted) DESC, service, resource LIMIT ?
            """, [project.text, from.number, through.number, limit]
        ).map { row in
            ResourceCost(
                service: ServiceName(row.text("service")), resource: ResourceID(row.text("resource")),
                days: row["days"], amount: row["amount"])
        }
    }

    package func dayLines(
        of resource: ResourceID, service: ServiceName, in project: PID, month: Month, limit: Int
    ) throws -> [DayLine] {
        try rows(
            """
            SELECT * FROM day_lines
            WHERE project = ? AND day BETWEEN ? AND ? AND resource = ? AND service = ?
            ORDER BY day, sku LIMIT ?
            """,
            [
                project.text, month.firstDay.number, month.lastDay.number, resource.text, service.text, limit,
            ]
        ).map(DayLine.init)
    }

    package func dayLines(
        in project: PID, on day: Day, of service: ServiceName?, after place: DayLineKey?, limit: Int
    ) throws -> [DayLine] {
        var conditions = ["project = ?", "day = ?"]
        var arguments: Arguments = [project.text, day.number]
        if let place {
            conditions.append("(resource, sku) > (?, ?)")
            arguments += [place.resource.text, place.sku.text]
        }
        if let service {
            conditions.append("service = ?")
            arguments += [service.text]
        }
        return try rows(
            """
            SELECT * FROM day_lines WHERE \(conditions.joined(separator: " AND "))
            ORDER BY resource, sku LIMIT ?
            """, arguments + [limit]
        ).map(DayLine.init)
    }

    package func dayLineCount(in project: PID, from: Day, through: Day) throws -> Int {
        Int(
            try number(
                "SELECT COUNT(*) FROM day_lines WHERE project = ? AND day BETWEEN ? AND ?",
                [project.text, from.number, through.number]) ?? 0)
    }

    package func spentByType(
        in project: PID, region: Region, from: Day, through: Day
    ) throws -> (first: Day?, spent: [Forecast.Spent]) {
        let found = try rows(
            """
            SELECT s.first, s.amount,
                (SELECT l.bonus_type FROM price_listings l
                    WHERE l.region = ? AND l.sku = s.sku AND l.valid_from <= ?
                    ORDER BY l.valid_from DESC LIMIT 1) AS type
            FROM (
                SELECT sku, MIN(day) AS first, SUM(posted) AS amount FROM day_lines
                WHERE project = ? AND day BETWEEN ? AND ? GROUP BY sku
            ) s
            """, [region.rawValue, through.number, project.text, from.number, through.number])
        var spent: [BonusType?: Int64] = [:]
        var first: Day?
        for row in found {
            let type: String? = row["type"]
            spent[type.map(BonusType.init), default: 0] += row["amount"]
            first = min(first ?? row.day("first"), row.day("first"))
        }
        return (first, spent.map { Forecast.Spent(type: $0.key, amount: $0.value) })
    }

    package func printedAt(_ key: PaperKey, of account: AccountID) throws -> Moment? {
        try row(
            "SELECT printed_at FROM papers WHERE account = ? AND subject = ?", [account.text, key.text]
        )?.moment("printed_at")
    }

    package func documentKinds(
        of project: PID, _ account: AccountID?
    ) throws -> [(year: Int, kind: DocumentKind)] {
        try rows(
            """
            SELECT DISTINCT year, kind FROM document_shares WHERE project = ?
                \(account == nil ? "" : "AND account = ?") ORDER BY year, kind LIMIT 1000
            """, [project.text] + (account.map { [$0.text] } ?? [])
        ).map { (year: $0["year"], kind: try $0.word("kind", DocumentKind.self)) }
    }

    package func documents(
        of project: PID, _ search: DocumentSearch, within scope: ProjectScope, _ owner: DocumentOwner?,
        without hidden: [ClosedRange<Month>],
        after place: DocumentPlace?,
        limit: Int
    ) throws -> [(place: DocumentPlace, document: DocumentRecord)] {
        let named = [project] + (owner?.passed ?? [])
        func list(_ pids: [PID]) -> String {
            pids.isEmpty ? "''" : pids.map { _ in "?" }.joined(separator: ", ")
        }
        let same = """
            o.account = s.account AND o.supplier = s.supplier AND o.kind = s.kind AND o.year = s.year
                AND o.number = s.number
            """
        let own = "o.project IN (SELECT pid FROM projects WHERE account = s.account)"
        var conditions = ["s.project IN (\(list(named)))"]
        var arguments = Arguments(named.map { .text($0.text) })
        if let owner {
            conditions.append("s.account = ?")
            arguments += [owner.account.text]
        }
        if named.count > 1 {
            // What names projects that passed on alone, once; else what names this one.
            conditions.append(
                """
                (s.project = ? OR NOT EXISTS (SELECT 1 FROM document_shares o WHERE \(same)
                    AND (\(own) OR o.project < s.project)))
                """)
            arguments += [project.text]
        }
        if let kind = search.kind {
            conditions.append("s.kind = ?")
            arguments += [kind.rawValue]
        }
        if let year = search.year {
            conditions.append("s.year = ?")
            arguments += [year]
        }
        for months in hidden {
            conditions.append("d.month NOT BETWEEN ? AND ?")
            arguments += [months.lowerBound.index, months.upperBound.index]
        }
        if let place {
            conditions.append("(d.month < ? OR (d.month = ? AND d.position < ?))")
            arguments += [place.month.index, place.month.index, place.position]
        }
        if case .these(let pids) = scope {
            conditions.append(
                """
                NOT EXISTS (SELECT 1 FROM document_shares o WHERE \(same) AND o.project NOT IN (\(list(pids)))
                    \(owner == nil ? "" : "AND \(own)"))
                """)
            for pid in pids { arguments += [pid.text] }
        }
        return try rows(
            """
            SELECT d.* FROM document_shares s
                JOIN documents d ON d.account = s.account AND d.supplier = s.supplier AND d.kind = s.kind
                    AND d.year = s.year AND d.number = s.number
            WHERE \(conditions.joined(separator: " AND "))
            ORDER BY d.month DESC, d.position DESC LIMIT ?
            """, arguments + [limit]
        ).map { row in
            let place = DocumentPlace(month: row.month("month"), position: row["position"])
            return (place: place, document: try document(row))
        }
    }
}

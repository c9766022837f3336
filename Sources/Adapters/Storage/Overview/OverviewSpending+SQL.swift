import Basics
import Funding
import Metering
import UseCases

extension SQLRecords {
    package func spending(in project: PID, month: Month, limit: Int) throws -> [ServiceDay] {
        try rows(
            """
            SELECT day, service, SUM(posted) AS amount FROM day_lines
            WHERE project = ? AND day BETWEEN ? AND ?
            GROUP BY day, service ORDER BY day, service LIMIT ?
            """, [project.text, month.firstDay.number, month.lastDay.number, limit]
        ).map { row in
            ServiceDay(
                day: row.day("day"), service: ServiceName(row.text("service")), amount: row["amount"])
        }
    }

    package func spending(in project: PID, from: Day, through: Day) throws -> [ServiceDay] {
        try rows(
            """
            SELECT day, service, SUM(posted) AS amount FROM day_lines
            WHERE project = ? AND day BETWEEN ? AND ? GROUP BY day, service ORDER BY day, service
            """, [project.text, from.number, through.number]
        ).map { row in
            ServiceDay(
                day: row.day("day"), service: ServiceName(row.text("service")), amount: row["amount"])
        }
    }

    /// Looks for the latest day before each month found: as many steps down the key as there are months.
    package func months(of project: PID, limit: Int) throws -> [Month] {
        var months: [Month] = []
        var before = Int64(Int32.max)
        while months.count < limit {
            let last = try number(
                "SELECT MAX(day) FROM day_lines WHERE project = ? AND day < ?", [project.text, before])
            guard let last else { break }
            let month = Day(number: Int32(last)).month
            months.append(month)
            before = Int64(month.firstDay.number)
        }
        return months
    }

    package func dayLines(in project: PID, month: Month, limit: Int) throws -> [DayLine] {
        try rows(
            """
            SELECT * FROM day_lines WHERE project = ? AND day BETWEEN ? AND ?
            ORDER BY service, day, resource, sku LIMIT ?
            """, [project.text, month.firstDay.number, month.lastDay.number, limit]
        ).map(DayLine.init)
    }

    package func movements(in project: PID, limit: Int) throws -> [KeptCredit] {
        // Credits are not kept in the order of time; lots and what waits are.
        let lots = try rows(
            """
            SELECT c.*, l.remaining AS rest FROM lots l
                JOIN credits c ON c.project = l.project AND c.id = l.id
            WHERE l.project = ? ORDER BY l.position DESC LIMIT ?
            """, [project.text, limit])
        let grants = try rows(
            """
            SELECT c.*, g.remaining AS rest FROM grants g
                JOIN credits c ON c.project = g.project AND c.id = g.id
            WHERE g.project = ? ORDER BY c.at DESC, c.id LIMIT ?
            """, [project.text, limit])
        let waiting = try rows(
            """
            SELECT c.*, NULL AS rest FROM pending_credits w
                JOIN credits c ON c.project = w.project AND c.id = w.id
            WHERE w.project = ? ORDER BY w.at DESC, w.id LIMIT ?
            """, [project.text, limit])
        let all = try (lots + grants + waiting).map {
            KeptCredit(credit: try Credit($0), remaining: $0["rest"])
        }
        let latest = all.sorted {
            $0.credit.at == $1.credit.at ? $0.credit.id < $1.credit.id : $0.credit.at > $1.credit.at
        }
        return Array(latest.prefix(limit))
    }
}

import Basics
import Counterparties
import Metering
import Projects
import UseCases

extension SQLRecords {
    package func dayLine(_ key: DayLineKey, in project: PID) throws -> DayLine? {
        try row(
            "SELECT * FROM day_lines WHERE project = ? AND day = ? AND resource = ? AND sku = ?",
            [project.text, key.day.number, key.resource.text, key.sku.text]
        ).map(DayLine.init)
    }

    package func dayLines(in project: PID, on day: Day) throws -> [DayLine] {
        try rows("SELECT * FROM day_lines WHERE project = ? AND day = ?", [project.text, day.number])
            .map(DayLine.init)
    }

    package func save(_ lines: [DayLine], in project: PID) throws {
        let rows = lines.map { line -> [Cell] in
            let (minor, rest) = line.accrued.billionths.quotientAndRemainder(dividingBy: 10_000_000)
            return [
                .text(project.text), .integer(Int64(line.key.day.number)), .text(line.key.resource.text),
                .text(line.key.sku.text), .text(line.service.text), .text(line.unit),
                .integer(line.quantity.thousandths), .integer(Int64(minor)), .integer(Int64(rest)),
                .integer(line.posted), .text(LabelText.write(line.labels.labels)),
                .integer(line.labels.end.microseconds), .text(line.labels.id),
            ]
        }
        try session.insert(
            into: "day_lines",
            [
                "project", "day", "resource", "sku", "service", "unit", "quantity", "accrued_minor",
                "accrued_rest", "posted", "labels", "labels_end", "labels_id",
            ], rows,
            """
            ON CONFLICT (project, day, resource, sku) DO UPDATE SET quantity = excluded.quantity,
                accrued_minor = excluded.accrued_minor, accrued_rest = excluded.accrued_rest,
                posted = excluded.posted, labels = excluded.labels, labels_end = excluded.labels_end,
                labels_id = excluded.labels_id
            """)
    }

    package func dayLines(
        in project: PID, from: Day, through: Day, after: DayLineKey?, limit: Int
    ) throws -> [DayLineRecord] {
        let after = after ?? DayLineKey(day: from, resource: ResourceID(""), sku: SKU(""))
        let lines = try rows(
            """
            SELECT * FROM day_lines
            WHERE project = ? AND day BETWEEN ? AND ? AND (day, resource, sku) > (?, ?, ?)
            ORDER BY day, resource, sku LIMIT ?
            """,
            [
                project.text, max(from, after.day).number, through.number, after.day.number,
                after.resource.text, after.sku.text, limit,
            ]
        ).map(DayLine.init)
        guard let first = lines.first?.key.day, let last = lines.last?.key.day else { return [] }
        // A month's own transfers are those of the party whose month it is.
        let record = try self.project(project)
        let owner = try record.flatMap { try account($0.project.account) }
        // Of a day before a passing, and of its own, the former account's.
        var owners: [(through: Day, account: Account?)] = []
        if let record, record.passings > 0 {
            owners = try passings(of: project).map { ($0.day, try account($0.from)) }
        }
        var shares: [DayLineKey: Shares] = [:]
        var from = first
        while from <= last {
            let holder = owners.first { from <= $0.through }
            let through = min(last, from.month.lastDay, holder?.through ?? last)
            let party = holder.map(\.account) ?? owner
            let own = record.flatMap {
                party?.counterparty(in: from.month, of: $0.project.region).taxID?.text
            }
            let found = try self.shares(in: project, from, through, paidBy: own)
            shares.merge(found) { one, _ in one }
            from = through.next
        }
        return lines.map { line in
            let share = shares[line.key] ?? Shares()
            return DayLineRecord(
                line: line, bonus: share.bonus, payment: share.payment, bankFunded: share.bankFunded,
                debt: share.debt)
        }
    }

    private struct Shares {
        var bonus: Int64 = 0
        var payment: Int64 = 0
        var bankFunded: Int64 = 0
        var debt: Int64 = 0
    }

    /// What paid for the lines of some days, summed once: asked line by line, an engine without statistics reads
    /// all portions of the project for each.
    private func shares(
        in project: PID, _ first: Day, _ last: Day, paidBy own: String?
    ) throws -> [DayLineKey: Shares] {
        var found: [DayLineKey: Shares] = [:]
        for row in try rows(
            """
            SELECT p.day, p.resource, p.sku,
                COALESCE(SUM(CASE WHEN p.source = 'grant' THEN p.amount END), 0) AS bonus,
                COALESCE(SUM(CASE WHEN p.source = 'lot' THEN p.amount END), 0) AS payment,
                COALESCE(SUM(CASE WHEN p.source = 'lot' AND c.means = 'bank' AND COALESCE(p.assignee, c.payer) = ?
                    THEN p.amount END), 0) AS bank_funded,
                COALESCE(SUM(CASE WHEN p.source = 'debt' THEN p.amount END), 0) AS debt
            FROM portions p
                LEFT JOIN credits c ON c.project = p.project AND c.id = p.credit
            WHERE p.project = ? AND p.day BETWEEN ? AND ?
            GROUP BY p.day, p.resource, p.sku
            """, [own, project.text, first.number, last.number])
        {
            let key = DayLineKey(
                day: row.day("day"), resource: ResourceID(row.text("resource")), sku: SKU(row.text("sku")))
            found[key] = Shares(
                bonus: row["bonus"], payment: row["payment"], bankFunded: row["bank_funded"],
                debt: row["debt"])
        }
        return found
    }
}

extension DayLine {
    init(_ row: Row) {
        let minor: Int64 = row["accrued_minor"]
        let rest: Int64 = row["accrued_rest"]
        self.init(
            key: DayLineKey(
                day: row.day("day"), resource: ResourceID(row.text("resource")), sku: SKU(row.text("sku"))),
            service: ServiceName(row.text("service")), unit: row["unit"],
            quantity: Quantity(thousandths: row["quantity"]),
            accrued: Accrual(billionths: Int128(minor) * 10_000_000 + Int128(rest)), posted: row["posted"],
            labels: LatestLabels(
                end: row.moment("labels_end"), id: row["labels_id"], labels: LabelText.read(row["labels"])))
    }
}

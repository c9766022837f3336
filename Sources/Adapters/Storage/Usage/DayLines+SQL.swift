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

    package func dayLines(in project: PID, month: Month) throws -> [DayLineRecord] {
        // The month's portions are summed once and laid beside its lines: asked line by line, an engine without
        // statistics reads all portions of the project for each.
        let (first, last) = (month.firstDay.number, month.lastDay.number)
        let owner = try self.project(project).flatMap { try account($0.project.account) }
        let region = owner?.projects.first { $0.pid == project }?.region
        let own = region.flatMap { owner?.counterparty(in: month, of: $0).taxID?.text }
        return try rows(
            """
            SELECT l.*, COALESCE(s.bonus, 0) AS bonus, COALESCE(s.payment, 0) AS payment,
                COALESCE(s.bank_funded, 0) AS bank_funded, COALESCE(s.debt, 0) AS debt
            FROM day_lines l
                LEFT JOIN (
                    SELECT p.day, p.resource, p.sku,
                        SUM(CASE WHEN p.source = 'grant' THEN p.amount END) AS bonus,
                        SUM(CASE WHEN p.source = 'lot' THEN p.amount END) AS payment,
                        SUM(CASE WHEN p.source = 'lot' AND c.means = 'bank' AND c.payer = ?
                            THEN p.amount END) AS bank_funded,
                        SUM(CASE WHEN p.source = 'debt' THEN p.amount END) AS debt
                    FROM portions p
                        LEFT JOIN credits c ON c.project = p.project AND c.id = p.credit
                    WHERE p.project = ? AND p.day BETWEEN ? AND ?
                    GROUP BY p.day, p.resource, p.sku
                ) s ON s.day = l.day AND s.resource = l.resource AND s.sku = l.sku
            WHERE l.project = ? AND l.day BETWEEN ? AND ?
            ORDER BY l.day, l.resource, l.sku
            """, [own, project.text, first, last, project.text, first, last]
        ).map { row in
            DayLineRecord(
                line: DayLine(row), bonus: row["bonus"], payment: row["payment"],
                bankFunded: row["bank_funded"], debt: row["debt"])
        }
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

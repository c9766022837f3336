import Access
import Basics
import Metering
import Projects
import UseCases

extension SQLRecords {
    package func conservation(of project: PID) throws -> Conservation {
        Conservation(
            turns: try rows("SELECT at FROM conservations WHERE project = ? ORDER BY n", [project.text]).map {
                $0.moment("at")
            })
    }

    package func conservationTurns(of project: PID) throws -> [ConservationTurn] {
        try rows("SELECT * FROM conservations WHERE project = ? ORDER BY n", [project.text]).map { row in
            let user: String? = row["user_id"]
            return ConservationTurn(
                number: row["n"], at: row.moment("at"), user: user.map { UserID($0) }, who: row["who"])
        }
    }

    package func insert(_ turn: ConservationTurn, of project: PID) throws {
        try run(
            "INSERT INTO conservations (project, n, at, turn, user_id, who) VALUES (?, ?, ?, ?, ?, ?)",
            [
                project.text, turn.number, turn.at.microseconds, turn.turn.rawValue, turn.user?.text,
                turn.who,
            ])
        try run("UPDATE projects SET turns = ? WHERE pid = ?", [turn.number, project.text])
        try witness(
            "conservations", ["project": project.text, "n": turn.number], in: "conservations/\(project)")
    }

    package func add(_ disputes: [Dispute], in project: PID) throws {
        guard !disputes.isEmpty else { return }
        let rows = disputes.map { dispute -> [Cell] in
            [
                .text(project.text), .integer(Int64(dispute.key.day.number)),
                .text(dispute.key.resource.text), .text(dispute.key.sku.text), .integer(dispute.events),
                .integer(dispute.quantity.thousandths),
            ]
        }
        // The quantity stops at its bound: whole numbers of both engines end a little behind twice as much.
        try session.insert(
            into: "disputes", ["project", "day", "resource", "sku", "events", "quantity"], rows,
            """
            ON CONFLICT (project, day, resource, sku) DO UPDATE SET events = disputes.events + excluded.events,
                quantity = CASE WHEN disputes.quantity + excluded.quantity > \(Dispute.most)
                    THEN \(Dispute.most) ELSE disputes.quantity + excluded.quantity END
            """)
    }

    package func dispute(_ key: DayLineKey, in project: PID) throws -> Dispute? {
        try row(
            "SELECT * FROM disputes WHERE project = ? AND day = ? AND resource = ? AND sku = ?",
            [project.text, key.day.number, key.resource.text, key.sku.text]
        ).map(Dispute.init)
    }

    package func disputes(in project: PID, after key: DayLineKey?, limit: Int) throws -> [Dispute] {
        var (conditions, arguments): (String, Arguments) = ("project = ?", [project.text])
        if let key {
            conditions += " AND (day, resource, sku) > (?, ?, ?)"
            arguments += [key.day.number, key.resource.text, key.sku.text]
        }
        return try rows(
            "SELECT * FROM disputes WHERE \(conditions) ORDER BY day, resource, sku LIMIT ?",
            arguments + [limit]
        ).map(Dispute.init)
    }

    package func disputesByDay(in project: PID) throws -> [DisputedDay] {
        // A sum of quantities may leave whole numbers; one of their thousands does not.
        try rows(
            """
            SELECT day, sku, SUM(events) AS events, SUM(quantity / 1000) AS whole, SUM(quantity % 1000) AS rest
            FROM disputes WHERE project = ? GROUP BY day, sku ORDER BY day, sku
            """, [project.text]
        ).map { row in
            let (whole, rest): (Int64, Int64) = (row["whole"], row["rest"])
            return DisputedDay(
                day: row.day("day"), sku: SKU(row.text("sku")), events: row["events"],
                quantity: Quantity(thousandths: min(whole, Dispute.most / 1000) * 1000 + rest))
        }
    }
}

extension Dispute {
    fileprivate init(_ row: Row) {
        self.init(
            key: DayLineKey(
                day: row.day("day"), resource: ResourceID(row.text("resource")), sku: SKU(row.text("sku"))),
            events: row["events"], quantity: Quantity(thousandths: row["quantity"]))
    }
}

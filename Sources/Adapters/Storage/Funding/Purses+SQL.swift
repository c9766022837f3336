import Basics
import Funding
import Metering
import Projects
import UseCases

extension SQLRecords {
    package func openLots(in project: PID) throws -> [Lot] {
        try rows(
            """
            SELECT c.*, l.remaining AS rest, l.assignee FROM lots l JOIN credits c ON c.project = l.project AND c.id = l.id
            WHERE l.project = ? AND l.remaining > 0 ORDER BY l.position
            """, [project.text]
        ).map { row in
            Lot(
                id: CreditID(row.text("id")), source: try LotSource(row), assignee: row.assignee,
                creditedAt: row.moment("at"), amount: row["amount"], remaining: row["rest"])
        }
    }

    package func spentLots(in project: PID, limit: Int) throws -> [Lot] {
        try rows(
            """
            SELECT c.*, l.remaining AS rest, l.assignee FROM lots l JOIN credits c ON c.project = l.project AND c.id = l.id
            WHERE l.project = ? AND l.remaining < l.amount AND c.means <> 'bank'
            ORDER BY l.position DESC LIMIT ?
            """, [project.text, limit]
        ).map { row in
            Lot(
                id: CreditID(row.text("id")), source: try LotSource(row), assignee: row.assignee,
                creditedAt: row.moment("at"), amount: row["amount"], remaining: row["rest"])
        }
    }

    package func substitutions(of credit: CreditID, in project: PID) throws -> [KeptSubstitution] {
        try rows(
            """
            SELECT * FROM substitutions WHERE project = ? AND (payment = ? OR transfer = ?) ORDER BY run
            """, [project.text, credit.text, credit.text]
        ).map { row in
            KeptSubstitution(
                substituted: SubstitutedFunding(
                    payment: CreditID(row.text("payment")), transfer: CreditID(row.text("transfer")),
                    amount: row["amount"]), at: row.moment("at"))
        }
    }

    package func assignments(in project: PID) throws -> [KeptAssignment] {
        try rows("SELECT * FROM assignments WHERE project = ? ORDER BY run, credit", [project.text]).map {
            KeptAssignment(
                assigned: AssignedAdvance(
                    credit: CreditID($0.text("credit")), assignor: TaxID($0.text("assignor")),
                    assignee: TaxID($0.text("assignee")), amount: $0["amount"]), at: $0.moment("at"))
        }
    }

    package func openGrants(in project: PID) throws -> [Grant] {
        try rows(
            """
            SELECT c.*, g.remaining AS rest FROM grants g JOIN credits c ON c.project = g.project AND c.id = g.id
            WHERE g.project = ? AND g.remaining > 0 ORDER BY g.expires_at, g.id
            """, [project.text]
        ).map { row in
            Grant(
                id: CreditID(row.text("id")), type: BonusType(row.text("bonus_type")),
                granted: row.moment("at"), expires: row.moment("expires_at"), amount: row["amount"],
                remaining: row["rest"])
        }
    }

    package func openDebts(in project: PID) throws -> [NumberedDebt] {
        try rows("SELECT * FROM debts WHERE project = ? ORDER BY number", [project.text]).map(numbered)
    }

    package func debtQueue(in project: PID, covering sum: Int64) throws -> DebtQueue {
        var head: [NumberedDebt] = []
        var left = sum
        try session.whileTaken("SELECT * FROM debts WHERE project = ? ORDER BY number", [project.text]) {
            let debt = try numbered($0)
            head.append(debt)
            left -= debt.debt.amount
            return left >= 0
        }
        let last = try row(
            "SELECT * FROM debts WHERE project = ? ORDER BY number DESC LIMIT 1", [project.text]
        ).map(numbered)
        return DebtQueue(head: head, last: last?.number == head.last?.number ? nil : last)
    }

    private func numbered(_ row: Row) throws -> NumberedDebt {
        NumberedDebt(
            number: row["number"],
            debt: Debt(
                line: DayLineKey(
                    day: row.day("day"), resource: ResourceID(row.text("resource")), sku: SKU(row.text("sku"))
                ),
                scheme: try row.word("scheme", PaymentScheme.self), amount: row["amount"]))
    }

    package func save(_ run: SettlementRun) throws {
        let pid = run.project.text
        for id in run.appliedCredits {
            try self.run("DELETE FROM pending_credits WHERE project = ? AND id = ?", [pid, id.text])
        }
        try save(lots: run.lots, pid)
        for id in run.returnedCredits {
            try self.run(
                "INSERT INTO returned_credits (project, id, run, at) VALUES (?, ?, ?, ?)",
                [pid, id.text, run.run, run.at.microseconds])
            try witness("returned_credits", ["project": pid, "id": id.text], in: "bank")
        }
        if let substituted = run.substituted {
            try self.run(
                "INSERT INTO substitutions (project, run, payment, transfer, amount, at) VALUES (?, ?, ?, ?, ?, ?)",
                [
                    pid, run.run, substituted.payment.text, substituted.transfer.text, substituted.amount,
                    run.at.microseconds,
                ])
            try witness("substitutions", ["project": pid, "run": run.run], in: "substitutions/\(pid)")
        }
        for assigned in run.assigned {
            try self.run(
                """
                INSERT INTO assignments (project, run, credit, assignor, assignee, amount, at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    pid, run.run, assigned.credit.text, assigned.assignor.text, assigned.assignee.text,
                    assigned.amount, run.at.microseconds,
                ])
            try witness(
                "assignments", ["project": pid, "run": run.run, "credit": assigned.credit.text],
                in: "assignments/\(pid)")
        }
        try save(grants: run.grants, pid)
        try self.run("DELETE FROM debts WHERE project = ? AND number < ?", [pid, run.firstDebt])
        try save(debts: run.debts, pid)
        try save(portions: run.portions, pid, run: run.run)
        try save(transitions: run.transitions, pid)
        try witness(run)
        try add(run.disputes, in: run.project)
        let (state, frozenAt, due, conservedAt) = run.state.columns
        let changed = try session.change(
            """
            UPDATE projects SET state = ?, frozen_at = ?, deletion_due = ?, conserved_at = ?, ever_paid = ?, lot_total = ?,
                debt_total = ?, settled_arrival = ?, settled_until = ?, run = ?,
                open_arrival = COALESCE(
                    (SELECT MIN(e.arrival) FROM usage_events e WHERE e.project = projects.pid
                        AND e.arrival >= projects.open_arrival AND e.arrival <= ? AND e.ended_at > ?),
                    ? + 1)
            WHERE pid = ? AND run = ? - 1
            """,
            [
                state, frozenAt, due, conservedAt, run.everPaid ? 1 : 0, run.lotTotal, run.debtTotal,
                run.cursor.arrival,
                run.cursor.until.microseconds, run.run, run.cursor.arrival,
                run.cursor.until.microseconds, run.cursor.arrival, pid, run.run,
            ])
        guard changed == 1 else {
            throw StorageProblem.damaged("settlement \(run.run) of \(pid) is not the next one")
        }
    }

    package func wasPaid(_ project: PID, besides id: CreditID) throws -> Bool {
        try row(
            """
            SELECT 1 AS one FROM lots l WHERE l.project = ? AND l.id <> ? AND NOT EXISTS (
                SELECT 1 FROM returned_credits r WHERE r.project = l.project AND r.id = l.id) LIMIT 1
            """, [project.text, id.text]) != nil
    }

    package func takenCredit(_ id: CreditID) throws -> PendingCredit? {
        try row(
            """
            SELECT c.* FROM credit_identities i JOIN credits c ON c.project = i.project AND c.id = i.id
            WHERE i.id = ?
            """, [id.text]
        ).map { PendingCredit(credit: try Credit($0), fromSuspense: $0["from_suspense"]) }
    }

    package func transitions(in project: PID) throws -> [StateTransition] {
        try rows("SELECT * FROM state_transitions WHERE project = ? ORDER BY n", [project.text]).map {
            StateTransition(at: $0.moment("at"), state: ProjectState($0), cause: $0["cause"])
        }
    }

    private func save(lots: [Lot], _ pid: String) throws {
        for lot in lots {
            try run(
                """
                INSERT INTO lots (project, position, id, amount, remaining, assignee)
                SELECT ?, COALESCE(MAX(position), 0) + 1, ?, ?, ?, ? FROM lots WHERE project = ?
                ON CONFLICT (project, id) DO UPDATE SET remaining = excluded.remaining,
                    assignee = excluded.assignee
                """, [pid, lot.id.text, lot.amount, lot.remaining, lot.assignee?.text, pid])
        }
    }

    private func save(grants: [Grant], _ pid: String) throws {
        for grant in grants {
            try run(
                """
                INSERT INTO grants (project, id, amount, remaining, expires_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (project, id) DO UPDATE SET remaining = excluded.remaining
                """,
                [pid, grant.id.text, grant.amount, grant.remaining, grant.expires.microseconds])
        }
    }

    private func save(debts: [NumberedDebt], _ pid: String) throws {
        let rows = debts.map { numbered -> [Cell] in
            let debt = numbered.debt
            return [
                .text(pid), .integer(numbered.number), .integer(Int64(debt.line.day.number)),
                .text(debt.line.resource.text), .text(debt.line.sku.text), .text(debt.scheme.rawValue),
                .integer(debt.amount),
            ]
        }
        try session.insert(
            into: "debts", ["project", "number", "day", "resource", "sku", "scheme", "amount"], rows,
            "ON CONFLICT (project, number) DO UPDATE SET amount = excluded.amount")
    }

    private func save(portions: [PortionRecord], _ pid: String, run: Int64) throws {
        let rows = portions.enumerated().map { index, portion -> [Cell] in
            let (source, credit, assignee): (String, Cell, Cell) =
                switch portion.source {
                case .grant(let id): ("grant", .text(id.text), .null)
                case .lot(let id, let other): ("lot", .text(id.text), other.map { .text($0.text) } ?? .null)
                case .debt: ("debt", .null, .null)
                }
            return [
                .text(pid), .integer(run), .integer(Int64(index + 1)),
                .integer(Int64(portion.key.day.number)), .text(portion.key.resource.text),
                .text(portion.key.sku.text), .text(portion.scheme.rawValue), .text(source), credit,
                .integer(Int64(portion.recognised.index)), .integer(portion.amount), assignee,
            ]
        }
        try session.insert(
            into: "portions",
            [
                "project", "run", "n", "day", "resource", "sku", "scheme", "source", "credit", "recognised",
                "amount", "assignee",
            ], rows, "")
    }

    private func save(transitions: [StateTransition], _ pid: String) throws {
        for transition in transitions {
            let (state, frozenAt, due, conservedAt) = transition.state.columns
            try run(
                """
                INSERT INTO state_transitions (project, n, at, state, frozen_at, deletion_due, conserved_at,
                    cause)
                SELECT ?, COALESCE(MAX(n), 0) + 1, ?, ?, ?, ?, ?, ? FROM state_transitions WHERE project = ?
                """,
                [
                    pid, transition.at.microseconds, state, frozenAt, due, conservedAt, transition.cause, pid,
                ])
        }
    }
}

extension ProjectState {
    /// As a row of a project or of its transitions holds it. Its column of state knows two words: one that is
    /// conserved stands there as active, for it is not frozen.
    init(_ row: Row) {
        let frozenAt: Int64? = row["frozen_at"]
        let due: Int64? = row["deletion_due"]
        let conservedAt: Int64? = row["conserved_at"]
        if let frozenAt, let due {
            self = .frozen(since: Moment(microseconds: frozenAt), deletionDue: Moment(microseconds: due))
        } else if let conservedAt {
            self = .conserved(since: Moment(microseconds: conservedAt))
        } else {
            self = .active
        }
    }

    fileprivate var columns: (state: String, frozenAt: Int64?, due: Int64?, conservedAt: Int64?) {
        switch self {
        case .active: ("active", nil, nil, nil)
        case .frozen(let since, let due): ("frozen", since.microseconds, due.microseconds, nil)
        case .conserved(let since): ("active", nil, nil, since.microseconds)
        }
    }
}

import Basics
import Contracts
import Counterparties
import Regions

/// One project: lives its life again and holds every row of it against that.
struct ProjectCheck {
    let records: any Records
    let findings: Findings
    let journal: JournalCheck
    let pid: String
    let account: Account
    let rules: Rules
    let credits: [ReplayCredit]
    let lastArrival: Int64
    /// Of all whose the project was.
    let closings: [ClosingRow]
    /// They, whose it is first.
    let parties: [Account]
    let passings: [PassingRow]

    static let columns = [
        "pid", "account", "region", "created_at", "has_contract", "state", "frozen_at", "deletion_due",
        "ever_paid", "lot_total", "debt_total", "last_arrival", "settled_arrival", "settled_until", "run",
        "open_arrival", "turns", "conserved_at", "passings",
    ]

    /// The life, for the documents; nil where it cannot be told.
    func check(_ row: [Cell], created: Moment) throws -> Replay? {
        let links = try journal.walk(pid)
        guard let runs = try FactsCheck.runs(of: pid, records) else {
            findings.add("facts", "runs/\(pid)", found: "a broken chain", expected: "runs 1 to N in order")
            return nil
        }
        let (replay, waiting) = try live(runs)
        if let problem = replay.problem {
            findings.add("usage_events", pid, found: problem, expected: "a price for every event taken")
            return nil
        }
        let frozen = replay.frozen
        findings.compare(
            "projects", ProjectCheck.columns, keys: 1,
            expected: [
                [
                    .text(pid), .text(account.id.text), .text(rules.profile.region.rawValue),
                    .integer(created.microseconds),
                    .integer(account.agreements.contracts.isEmpty ? 0 : 1),
                    .text(frozen == nil ? "active" : "frozen"), Cell(frozen?.at), Cell(frozen?.due),
                    .integer(replay.everPaid ? 1 : 0), .integer(replay.lotTotal), .integer(replay.debtTotal),
                    .integer(lastArrival), .integer(runs.last?.arrival ?? 0),
                    .integer(runs.last?.until ?? .min), .integer(Int64(runs.count)),
                    .integer(waiting ?? (runs.last?.arrival ?? 0) + 1),
                    .integer(Int64(replay.turns.count)), Cell(replay.conservedAt),
                    .integer(Int64(passings.count)),
                ]
            ], actual: [row])
        try dayLines(replay)
        try disputes(replay)
        try funds(replay, runs)
        try portions(replay)
        try transitions(replay)
        book(replay, links)
        return replay
    }

    /// The life, and the first event that had arrived at the last run and was still to end.
    private func live(_ runs: [FactsCheck.Run]) throws -> (Replay, waiting: Int64?) {
        let life = try ProjectLife(records: records, pid: pid, rules: rules).live(runs, credits) { id, run in
            findings.add(
                "credits", id, found: "no such credit in \(pid)", expected: "one, taken by run \(run.number)")
        }
        let columns = ["project", "at", "id"]
        findings.compare(
            "pending_credits", columns, keys: 3,
            expected: life.waiting.sorted { ($0.at, CreditID($0.id)) < ($1.at, CreditID($1.id)) }
                .map { [.text(pid), .integer($0.at), .text($0.id)] },
            actual: try records.rows(
                of: "pending_credits", columns, where: ["project": .text(pid)], by: ["at", "id"]))
        return (life.replay, life.firstOpen)
    }

    private func dayLines(_ replay: Replay) throws {
        let columns = [
            "project", "day", "resource", "sku", "service", "unit", "quantity", "accrued_minor",
            "accrued_rest", "posted", "labels", "labels_end", "labels_id",
        ]
        let expected = replay.lines.sorted { $0.key < $1.key }.map { line, total -> [Cell] in
            let (minor, rest) = total.billionths.quotientAndRemainder(dividingBy: 10_000_000)
            return key(line) + [
                .text(total.service), .text(total.unit), .integer(total.quantity),
                .integer(Int64(truncatingIfNeeded: minor)), .integer(Int64(rest)), .integer(total.posted),
                .text(total.labels), .integer(total.labelsEnd), .text(total.labelsID),
            ]
        }
        try compare("day_lines", columns, keys: 4, expected)
    }

    private func disputes(_ replay: Replay) throws {
        let expected = replay.disputes.sorted { $0.key < $1.key }.map { line, sum in
            key(line) + [.integer(sum.events), .integer(sum.quantity)]
        }
        try compare(
            "disputes", ["project", "day", "resource", "sku", "events", "quantity"], keys: 4, expected)
    }

    private func funds(_ replay: Replay, _ runs: [FactsCheck.Run]) throws {
        try compare(
            "lots", ["project", "position", "id", "amount", "remaining", "assignee"], keys: 2,
            replay.lots.enumerated().map { index, lot in
                [
                    .text(pid), .integer(Int64(index + 1)), .text(lot.credit.id), .integer(lot.credit.amount),
                    .integer(lot.rest), Cell(lot.credit.assignee),
                ]
            })
        try compare(
            "returned_credits", ["project", "id", "run"], keys: 2,
            replay.returned.sorted { $0.key < $1.key }.map { id, run in
                [.text(pid), .text(id.text), .integer(run)]
            })
        try compare(
            "substitutions", ["project", "run", "payment", "transfer", "amount"], keys: 2,
            replay.substitutions.sorted { $0.key < $1.key }.map { run, done in
                [.text(pid), .integer(run), .text(done.payment), .text(done.transfer), .integer(done.amount)]
            })
        try compare(
            "assignments", ["project", "run", "credit", "assignor", "assignee", "amount"], keys: 3,
            replay.assignments.sorted { $0.key < $1.key }.flatMap { run, passed in
                passed.sorted { $0.credit.precedesBytewise($1.credit) }.map { credit, assigned in
                    [
                        .text(pid), .integer(run), .text(credit), .text(assigned.assignor),
                        .text(assigned.assignee), .integer(assigned.amount),
                    ]
                }
            })
        try compare(
            "grants", ["project", "id", "amount", "remaining", "expires_at"], keys: 2,
            replay.grants.sorted { $0.credit.id.precedesBytewise($1.credit.id) }.map { grant in
                [
                    .text(pid), .text(grant.credit.id), .integer(grant.credit.amount), .integer(grant.rest),
                    Cell(grant.credit.expires),
                ]
            })
        try compare(
            "debts", ["project", "number", "day", "resource", "sku", "scheme", "amount"], keys: 2,
            replay.openDebts.map { debt in
                [.text(pid), .integer(debt.number)] + key(debt.line).dropFirst()
                    + [scheme(debt.isPostpaid), .integer(debt.amount)]
            })
    }

    private func portions(_ replay: Replay) throws {
        let columns = [
            "project", "run", "n", "day", "resource", "sku", "scheme", "source", "credit", "recognised",
            "amount", "assignee",
        ]
        try compare(
            "portions", columns, keys: 3,
            replay.portions.map { portion in
                [.text(pid), .integer(portion.run), .integer(portion.n)] + key(portion.line).dropFirst()
                    + [
                        scheme(portion.isPostpaid), .text(portion.source), Cell(portion.credit?.id),
                        .integer(Int64(portion.month)), .integer(portion.amount),
                        Cell(portion.source == "lot" ? portion.credit?.assignee : nil),
                    ]
            })
    }

    private func transitions(_ replay: Replay) throws {
        let columns = ["project", "n", "at", "state", "frozen_at", "deletion_due", "conserved_at", "cause"]
        try compare(
            "state_transitions", columns, keys: 2,
            replay.changes.enumerated().map { index, change in
                [
                    .text(pid), .integer(Int64(index + 1)), .integer(change.at),
                    .text(change.frozenAt == nil ? "active" : "frozen"), Cell(change.frozenAt),
                    Cell(change.due), Cell(change.conservedAt), .text(change.cause),
                ]
            })
    }

    /// The project's book: its runs in order, and between them what packages took to document.
    private func book(_ replay: Replay, _ links: [JournalCheck.Link]) {
        var open = replay.entries
        var toDocument: [String: Int64] = [:]
        var lastRun: Int64 = 0
        for link in links {
            let key = "\(pid) \(link.sequence)"
            var expected: [String: Int64]?
            if link.cause.hasPrefix("settlement/"), let run = Int64(link.cause.dropFirst(11)), run > lastRun,
                replay.substitutions[run] == nil, replay.assignments[run] == nil
            {
                expected = open.removeValue(forKey: run)
                lastRun = run
            } else if link.cause.hasPrefix("return/"),
                let run = replay.returned[CreditID(String(link.cause.dropFirst(7)))], run > lastRun
            {
                expected = open.removeValue(forKey: run)
                lastRun = run
            } else if link.cause.hasPrefix("substitution/"), let run = Int64(link.cause.dropFirst(13)),
                run > lastRun, replay.substitutions[run] != nil
            {
                expected = open.removeValue(forKey: run)
                lastRun = run
            } else if link.cause.hasPrefix("assignment/"), let run = Int64(link.cause.dropFirst(11)),
                run > lastRun, replay.assignments[run] != nil
            {
                expected = open.removeValue(forKey: run)
                lastRun = run
            } else if link.cause.hasPrefix("package/"), let month = Month(link.cause.dropFirst(8).prefix(7)),
                let party = party(link.cause.dropFirst(15))
            {
                expected = package(month, of: party, toDocument)
            }
            guard let expected else {
                findings.add("journal", key, found: link.cause, expected: "the next run, or a package")
                continue
            }
            if expected != link.entries || !link.payload.isEmpty {
                findings.add(
                    "journal_entries", "\(key) \(link.cause)", found: words(link.entries),
                    expected: words(expected))
            }
            for (account, amount) in link.entries where account.hasPrefix("98.02.") {
                toDocument[account, default: 0] &+= amount
            }
        }
        for run in open.keys.sorted() {
            findings.add(
                "journal", "\(pid) settlement/\(run)", found: "no transaction",
                expected: words(open[run] ?? [:]))
        }
        for closing in closings where closing.skipped == nil {
            guard let party = parties.first(where: { $0.id == closing.account }) else { continue }
            let rest = package(closing.month, of: party, toDocument)
            if rest.values.contains(where: { $0 != 0 }) {
                findings.add(
                    "journal", "\(pid) package/\(closing.month)", found: "not documented: \(words(rest))",
                    expected: "nothing left to document")
            }
        }
    }

    /// Whose package a cause names behind its month; nobody = the first one whose the project was.
    private func party(_ rest: Substring) -> Account? {
        let first = passings.first?.from ?? account.id
        let named = rest.first == "/" ? AccountID(String(rest.dropFirst())) : first
        return rest.isEmpty || rest.first == "/" ? parties.first { $0.id == named } : nil
    }

    /// What stands to be documented for a customer up to a month.
    private func package(
        _ month: Month, of account: Account, _ toDocument: [String: Int64]
    ) -> [String: Int64] {
        var entries: [String: Int64] = [:]
        let region = rules.profile.region
        let before = ClosingRow.before(month, account, region, closings)
        let own = "98.02.bank:\(account.counterparty(in: month, of: region).taxID?.text ?? "")."
        for (code, balance) in toDocument where balance != 0 {
            guard let last = Month(code.suffix(7)), last <= month, last > before,
                PassingRow.documents(account.id, last.index, passings),
                code == "\(own)\(last)" || code == "98.02.postpaid.\(last)"
            else { continue }
            entries[code] = -balance
            entries["79", default: 0] &+= balance
        }
        return entries.filter { $0.value != 0 }
    }

    private func key(_ line: ReplayLine) -> [Cell] {
        [.text(pid), .integer(Int64(line.day)), .text(line.resource.text), .text(line.sku.text)]
    }

    private func scheme(_ isPostpaid: Bool) -> Cell { .text(isPostpaid ? "postpaid" : "prepaid") }

    private func compare(_ table: String, _ columns: [String], keys: Int, _ expected: [[Cell]]) throws {
        findings.compare(
            table, columns, keys: keys, expected: expected,
            actual: try records.rows(
                of: table, columns, where: ["project": .text(pid)], by: Array(columns[1..<keys])))
    }

    private func words(_ entries: [String: Int64]) -> String {
        entries.sorted { $0.key < $1.key }.map { "\($0.key) \(Money.text(minor: $0.value))" }
            .joined(separator: ", ")
    }
}

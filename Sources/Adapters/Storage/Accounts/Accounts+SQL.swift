import Access
import Basics
import Contracts
import Counterparties
import Foundation
import Projects
import Regions
import UseCases

extension SQLRecords {
    package func account(_ id: AccountID) throws -> Account? {
        try row("SELECT record FROM accounts WHERE id = ?", [id.text])
            .map { try account(written: $0["record"]) }
    }

    private func account(written text: String) throws -> Account {
        try known.account(written: text) { try AccountDraft.read(text).checked() }
    }

    package func accountDigest(_ id: AccountID) throws -> [UInt8]? {
        try row("SELECT digest FROM accounts WHERE id = ?", [id.text])?.bytes("digest")
    }

    package func owed(by account: AccountID, in region: Region) throws -> Int64 {
        try number(
            "SELECT COALESCE(SUM(debt_total), 0) FROM projects WHERE account = ? AND region = ?",
            [account.text, region.rawValue]) ?? 0
    }

    package func insert(_ account: Account, draft: AccountDraft, digest: [UInt8]) throws {
        let agreements = account.agreements
        try run(
            """
            INSERT INTO accounts (id, email, tax_id, is_company, registered_at, record, digest)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                account.id.text, account.email, account.counterparty.taxID?.text,
                account.counterparty.receivesDocuments ? 1 : 0, agreements.registered.microseconds,
                try draft.written(), digest,
            ])
        for project in account.projects { try insert(project, of: account) }
        try index(account)
    }

    package func change(
        _ account: Account, draft: AccountDraft, digest: [UInt8], by user: UserID?, at moment: Moment
    ) throws {
        try run(
            "UPDATE accounts SET tax_id = ?, is_company = ?, record = ?, digest = ? WHERE id = ?",
            [
                account.counterparty.taxID?.text, account.counterparty.receivesDocuments ? 1 : 0,
                try draft.written(), digest, account.id.text,
            ])
        try run(
            "UPDATE projects SET has_contract = ? WHERE account = ?",
            [account.agreements.contracts.isEmpty ? 0 : 1, account.id.text])
        try index(account)
        try witness(
            "accounts", ["id": account.id.text], in: "profiles/\(account.id)",
            besides: ["changed_at": .integer(moment.microseconds), "changed_by": .text(user?.text ?? "")])
    }

    package func markClaimed(_ account: AccountID) throws {
        try run(
            "INSERT INTO claimed_accounts (account) VALUES (?) ON CONFLICT (account) DO NOTHING",
            [account.text])
        try witness("claimed_accounts", ["account": account.text], in: "claims/\(account)")
    }

    package func accountDraft(_ id: AccountID) throws -> AccountDraft? {
        try row("SELECT record FROM accounts WHERE id = ?", [id.text]).map {
            try AccountDraft.read($0["record"])
        }
    }

    package func add(_ project: Project, to draft: AccountDraft) throws {
        try run(
            "UPDATE accounts SET record = ? WHERE id = ?", [try draft.written(), project.account.text])
        try insert(project, of: try draft.checked())
    }

    private func insert(_ project: Project, of account: Account) throws {
        try run(
            """
            INSERT INTO projects (pid, account, region, created_at, has_contract, state, frozen_at,
                deletion_due, ever_paid, lot_total, debt_total, last_arrival, settled_arrival,
                settled_until, run)
            VALUES (?, ?, ?, ?, ?, 'active', NULL, NULL, 0, 0, 0, 0, 0, ?, 0)
            """,
            [
                project.pid.text, account.id.text, project.region.rawValue, project.created.microseconds,
                account.agreements.contracts.isEmpty ? 0 : 1, Int64.min,
            ])
    }

    package func passings(of project: PID) throws -> [Passing] {
        try rows("SELECT * FROM project_passings WHERE project = ? ORDER BY n", [project.text]).map(passing)
    }

    package func passings(of account: AccountID, in region: Region) throws -> [Passing] {
        try rows(
            """
            SELECT * FROM project_passings WHERE region = ? AND (from_account = ? OR to_account = ?)
            ORDER BY project, n
            """, [region.rawValue, account.text, account.text]
        ).map(passing)
    }

    private func passing(_ row: Row) throws -> Passing {
        Passing(
            project: try row.pid("project"), number: row["n"], from: AccountID(row.text("from_account")),
            to: AccountID(row.text("to_account")), region: try row.word("region", Region.self),
            at: row.moment("at"), run: row["run"])
    }

    package func insert(_ passing: Passing) throws {
        try run(
            """
            INSERT INTO project_passings (project, n, from_account, to_account, region, at, run)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            [
                passing.project.text, passing.number, passing.from.text, passing.to.text,
                passing.region.rawValue, passing.at.microseconds, passing.run,
            ])
        try run(
            "UPDATE projects SET account = ?, passings = ? WHERE pid = ?",
            [passing.to.text, passing.number, passing.project.text])
        try witness(
            "project_passings", ["project": passing.project.text, "n": passing.number],
            in: "passings/\(passing.project)")
    }

    package func companies(in region: Region) throws -> [Account] {
        try rows(
            """
            SELECT record FROM accounts
            WHERE is_company = 1
                AND (EXISTS (SELECT 1 FROM projects WHERE account = accounts.id AND region = ?)
                    OR EXISTS (
                        SELECT 1 FROM project_passings WHERE from_account = accounts.id AND region = ?))
            ORDER BY tax_id, id
            """, [region.rawValue, region.rawValue]
        ).map { try account(written: $0["record"]) }
    }

    package func project(_ pid: PID) throws -> ProjectRecord? {
        try row("SELECT * FROM projects WHERE pid = ?", [pid.text]).map(ProjectRecord.init)
    }

    package func projects(of account: AccountID, in region: Region) throws -> [ProjectRecord] {
        try rows(
            "SELECT * FROM projects WHERE account = ? AND region = ? ORDER BY pid",
            [account.text, region.rawValue]
        ).map(ProjectRecord.init)
    }

    package func projects(ofPayer taxID: TaxID, in region: Region) throws -> [PID] {
        try rows(
            """
            SELECT pid FROM projects WHERE region = ?
                AND account IN (
                    SELECT a.id FROM accounts a WHERE a.tax_id = ? AND (
                        NOT EXISTS (SELECT 1 FROM claimed_accounts c WHERE c.account = a.id) OR EXISTS (
                        SELECT 1 FROM bank_lines l
                            JOIN bank_shares s ON s.line = l.id JOIN projects p ON p.pid = s.project
                        WHERE l.payer_tax_id = a.tax_id AND p.account = a.id)))
            ORDER BY pid
            """, [region.rawValue, taxID.text]
        ).map { try $0.pid("pid") }
    }

    package func supplier(_ region: Region) throws -> SupplierDraft? {
        try row("SELECT record FROM suppliers WHERE region = ?", [region.rawValue])
            .map { try Record.read($0["record"]) }
    }

    package func supplierVersion(_ region: Region) throws -> Int64 {
        try number(
            "SELECT MAX(sequence) FROM facts WHERE chain = ?", ["suppliers/\(region.rawValue)"]) ?? 0
    }

    package func save(_ supplier: SupplierDraft, region: Region) throws {
        try run(
            "INSERT INTO suppliers (region, record) VALUES (?, ?) ON CONFLICT (region) DO UPDATE SET record = excluded.record",
            [region.rawValue, try Record.write(supplier)])
        try witness("suppliers", ["region": region.rawValue], in: "suppliers/\(region.rawValue)")
    }
}

/// Records kept as they were given, as JSON with sorted members.
enum Record {
    static func write(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func read<Value: Decodable>(_ text: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }
}

extension AccountDraft {
    static func read(_ text: String) throws -> AccountDraft { try Record.read(text) }

    func written() throws -> String { try Record.write(self) }
}

extension ProjectRecord {
    init(_ row: Row) throws {
        self.init(
            project: Project(
                pid: try row.pid("pid"), account: AccountID(row.text("account")),
                region: try row.word("region", Region.self), created: row.moment("created_at")),
            state: ProjectState(row), everPaid: row["ever_paid"], lotTotal: row["lot_total"],
            debtTotal: row["debt_total"],
            cursor: SettlementCursor(
                arrival: row["settled_arrival"], until: row.moment("settled_until")),
            lastArrival: row["last_arrival"], run: row["run"], turns: row["turns"],
            passings: row["passings"])
    }
}

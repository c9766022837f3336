import UseCases

/// How the tables are spread over the workers of a Citus cluster (decision 0023).
package enum Citus {
    /// Where a table's rows lie: whole on every worker, or each where a hash of one column says. Tables of
    /// one ground lie together: the same value, the same worker.
    package enum Home: Hashable, Sendable {
        case everywhere
        case spread(by: String, ground: Ground)
    }

    /// What the column holds, so what may lie together.
    package enum Ground: Hashable, Sendable {
        /// Projects, accounts and the chains named after them: texts.
        case names
        /// Nobody else's: the table lies for itself.
        case own
    }

    package struct ForeignKey: Hashable, Sendable {
        package let table: String
        package let columns: [String]
        package let parent: String
        package let named: [String]

        package init(_ table: String, _ columns: [String], _ parent: String, _ named: [String]) {
            self.table = table
            self.columns = columns
            self.parent = parent
            self.named = named
        }
    }

    /// The role whose right it is to add to history, never to change it: granted to the user of `serve`.
    package static let role = "kontragent_app"

    package static func home(of table: String) -> Home? {
        for (tables, home) in homes where tables.contains(table) { return home }
        return nil
    }

    private static let homes: [([String], Home)] = [
        (["projects"], .spread(by: "pid", ground: .names)),
        (
            [
                "usage_events", "day_lines", "credits", "pending_credits", "lots", "grants", "debts",
                "portions", "state_transitions", "payment_invoices", "members", "returned_credits",
                "expense_limits", "project_names", "limit_notices", "requests", "request_steps",
                "request_values",
                "request_files",
                "freeze_deferrals", "substitutions", "assignments", "conservations", "disputes",
                "project_passings",
            ], .spread(by: "project", ground: .names)
        ),
        (
            [
                "documents", "document_shares", "closings", "outbox", "papers", "claimed_accounts",
                "reconciliation_acts", "account_phones", "contract_drafts", "contract_files",
                "document_flows", "dispatches",
            ], .spread(by: "account", ground: .names)
        ),
        (
            ["journal", "journal_entries", "journal_balances", "facts", "seal_heads"],
            .spread(by: "chain", ground: .names)
        ),
        (["usage_identities"], .spread(by: "identity", ground: .own)),
        (["credit_identities"], .spread(by: "id", ground: .own)),
        (["idempotency_keys"], .spread(by: "token", ground: .own)),
        (["sessions", "devices", "one_time_codes"], .spread(by: "hash", ground: .own)),
        (["tries"], .spread(by: "name", ground: .own)),
        (["letters"], .spread(by: "id", ground: .own)),
        (["attachments"], .spread(by: "sha256", ground: .own)),
        (["received_letters"], .spread(by: "mark", ground: .own)),
        (["received_files"], .spread(by: "letter", ground: .own)),
        (["registry_parties"], .spread(by: "tax_id", ground: .own)),
        (["registry_banks"], .spread(by: "bik", ground: .own)),
        (
            [
                "accounts", "suppliers", "price_listings", "bank_statements", "bank_lines", "bank_shares",
                "document_counters", "closed_months", "seals", "tokens", "users", "secret_keys", "nodes",
                "leases",
                "audit_entries", "name_words", "letter_words", "founding_bytes", "founding_papers",
                "founding_withdrawals",
                "mailboxes", "official_rates",
            ], .everywhere
        ),
    ]

    /// What is never changed: on one database triggers say so, here privileges do.
    package static let history: Set<String> = [
        "usage_identities", "usage_events", "credit_identities", "credits", "portions", "state_transitions",
        "journal", "journal_entries", "documents", "document_shares", "closings", "closed_months",
        "bank_shares", "price_listings", "payment_invoices", "facts", "seals", "seal_heads", "papers",
        "audit_entries", "returned_credits", "reconciliation_acts", "founding_bytes", "founding_papers",
        "founding_withdrawals", "request_steps", "request_values", "request_files", "attachments",
        "freeze_deferrals", "contract_files", "received_files", "document_flows", "dispatches",
        "substitutions", "assignments",
        "official_rates",
        "conservations", "project_passings",
    ]

    /// Every reference from one table to another on one database.
    package static let foreignKeys: [ForeignKey] = [
        ForeignKey("projects", ["account"], "accounts", ["id"]),
        ForeignKey("credits", ["project"], "projects", ["pid"]),
        ForeignKey("pending_credits", ["project", "id"], "credits", ["project", "id"]),
        ForeignKey("lots", ["project", "id"], "credits", ["project", "id"]),
        ForeignKey("grants", ["project", "id"], "credits", ["project", "id"]),
        ForeignKey("portions", ["project", "credit"], "credits", ["project", "id"]),
        ForeignKey("journal_entries", ["chain", "sequence"], "journal", ["chain", "sequence"]),
        ForeignKey("bank_lines", ["statement"], "bank_statements", ["digest"]),
        ForeignKey("bank_shares", ["line"], "bank_lines", ["id"]),
        ForeignKey("documents", ["account"], "accounts", ["id"]),
        ForeignKey(
            "document_shares", ["account", "supplier", "kind", "year", "number"], "documents",
            ["account", "supplier", "kind", "year", "number"]),
        ForeignKey("document_shares", ["project"], "projects", ["pid"]),
        ForeignKey("closings", ["account"], "accounts", ["id"]),
        ForeignKey("payment_invoices", ["project"], "projects", ["pid"]),
        ForeignKey("seal_heads", ["seal"], "seals", ["number"]),
        ForeignKey("outbox", ["account"], "accounts", ["id"]),
        ForeignKey("papers", ["account"], "accounts", ["id"]),
        ForeignKey("tokens", ["project"], "projects", ["pid"]),
        ForeignKey("tokens", ["owner"], "users", ["id"]),
        ForeignKey("users", ["account"], "accounts", ["id"]),
        ForeignKey("members", ["project"], "projects", ["pid"]),
        ForeignKey("members", ["user_id"], "users", ["id"]),
        ForeignKey("expense_limits", ["project"], "projects", ["pid"]),
        ForeignKey("project_names", ["project"], "projects", ["pid"]),
        ForeignKey("claimed_accounts", ["account"], "accounts", ["id"]),
        ForeignKey("contract_drafts", ["account"], "accounts", ["id"]),
        ForeignKey("contract_files", ["account"], "accounts", ["id"]),
        ForeignKey("limit_notices", ["project"], "projects", ["pid"]),
        ForeignKey("sessions", ["user_id"], "users", ["id"]),
        ForeignKey("devices", ["user_id"], "users", ["id"]),
        ForeignKey("one_time_codes", ["user_id"], "users", ["id"]),
        ForeignKey("one_time_codes", ["project"], "projects", ["pid"]),
        ForeignKey("idempotency_keys", ["token"], "tokens", ["hash"]),
        ForeignKey("leases", ["holder"], "nodes", ["id"]),
        ForeignKey("audit_entries", ["user_id"], "users", ["id"]),
        ForeignKey("audit_entries", ["account"], "accounts", ["id"]),
        ForeignKey("returned_credits", ["project"], "projects", ["pid"]),
        ForeignKey("returned_credits", ["project", "id"], "credits", ["project", "id"]),
        ForeignKey("substitutions", ["project"], "projects", ["pid"]),
        ForeignKey("substitutions", ["project", "payment"], "credits", ["project", "id"]),
        ForeignKey("substitutions", ["project", "transfer"], "credits", ["project", "id"]),
        ForeignKey("assignments", ["project"], "projects", ["pid"]),
        ForeignKey("assignments", ["project", "credit"], "credits", ["project", "id"]),
        ForeignKey("name_words", ["account"], "accounts", ["id"]),
        ForeignKey("reconciliation_acts", ["account"], "accounts", ["id"]),
        ForeignKey("document_flows", ["account"], "accounts", ["id"]),
        ForeignKey("dispatches", ["account"], "accounts", ["id"]),
        ForeignKey("founding_papers", ["sha256"], "founding_bytes", ["sha256"]),
        ForeignKey("founding_withdrawals", ["region", "number"], "founding_papers", ["region", "number"]),
        ForeignKey("requests", ["project"], "projects", ["pid"]),
        ForeignKey("requests", ["account"], "accounts", ["id"]),
        ForeignKey("requests", ["made_by"], "users", ["id"]),
        ForeignKey("requests", ["assignee"], "users", ["id"]),
        ForeignKey("request_steps", ["project", "request"], "requests", ["project", "number"]),
        ForeignKey("request_steps", ["user_id"], "users", ["id"]),
        ForeignKey("request_values", ["project", "request"], "requests", ["project", "number"]),
        ForeignKey(
            "request_files", ["project", "request", "step"], "request_steps",
            ["project", "request", "number"]),
        ForeignKey("request_files", ["sha256"], "attachments", ["sha256"]),
        ForeignKey("freeze_deferrals", ["project"], "projects", ["pid"]),
        ForeignKey("conservations", ["project"], "projects", ["pid"]),
        ForeignKey("conservations", ["user_id"], "users", ["id"]),
        ForeignKey("project_passings", ["project"], "projects", ["pid"]),
        ForeignKey("project_passings", ["from_account"], "accounts", ["id"]),
        ForeignKey("project_passings", ["to_account"], "accounts", ["id"]),
        ForeignKey("disputes", ["project"], "projects", ["pid"]),
        ForeignKey("account_phones", ["account"], "accounts", ["id"]),
        ForeignKey("received_letters", ["user_id"], "users", ["id"]),
        ForeignKey("received_files", ["sha256"], "attachments", ["sha256"]),
    ]

    /// Whether a spread database can hold a reference: to what is everywhere, or to the same worker.
    package static func keeps(_ key: ForeignKey) -> Bool {
        switch (home(of: key.table), home(of: key.parent)) {
        case (_, .everywhere): true
        case (.spread(let column, .names), .spread(let named, .names)):
            zip(key.columns, key.named).contains { $0 == (column, named) }
        default: false
        }
    }

    /// All that is said to the coordinator, in order, in one transaction.
    package static func statements(_ tables: [String] = Schema.all.map(\.name)) -> [String] {
        let all = tables.map { "'\($0)'" }.joined(separator: ", ")
        var statements = [
            // Whole tables and spread ones are written in one transaction: one connection a worker.
            "SET LOCAL citus.multi_shard_modify_mode TO 'sequential'",
            // No triggers on spread tables; references come back below, where they can be kept.
            """
            DO $$
            DECLARE found record;
            BEGIN
                FOR found IN SELECT t.tgname AS name, c.relname AS tab FROM pg_trigger t
                    JOIN pg_class c ON c.oid = t.tgrelid
                    WHERE NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace
                        AND c.relname IN (\(all))
                LOOP EXECUTE format('DROP TRIGGER %I ON %I', found.name, found.tab); END LOOP;
                FOR found IN SELECT k.conname AS name, c.relname AS tab FROM pg_constraint k
                    JOIN pg_class c ON c.oid = k.conrelid
                    WHERE k.contype = 'f' AND c.relnamespace = current_schema()::regnamespace
                        AND c.relname IN (\(all))
                LOOP EXECUTE format('ALTER TABLE %I DROP CONSTRAINT %I', found.tab, found.name); END LOOP;
            END $$
            """,
            // Numbers that are nobody else's are no business of one worker: the counters see to it.
            "DROP INDEX documents_by_number",
            "CREATE INDEX documents_by_number ON documents (supplier, kind, year, number)",
            "DROP INDEX payment_invoices_by_number",
            "CREATE INDEX payment_invoices_by_number ON payment_invoices (supplier, year, number)",
            "DROP INDEX reconciliation_acts_by_number",
            "CREATE INDEX reconciliation_acts_by_number ON reconciliation_acts (region, year, number)",
        ]
        statements += tables.filter { home(of: $0) == .everywhere }.map {
            "SELECT create_reference_table('\($0)')"
        }
        statements += tables.compactMap { table in
            guard case .spread(let column, let ground)? = home(of: table) else { return nil }
            let beside =
                switch ground {
                case .own: "none"
                case .names: table == "projects" ? "none" : "projects"
                }
            return "SELECT create_distributed_table('\(table)', '\(column)', colocate_with => '\(beside)')"
        }
        statements += foreignKeys.filter(keeps).map { key in
            "ALTER TABLE \(key.table) ADD CONSTRAINT \(key.table)_\(key.columns.last ?? "")_reference FOREIGN KEY "
                + "(\(key.columns.joined(separator: ", "))) REFERENCES \(key.parent) "
                + "(\(key.named.joined(separator: ", ")))"
        }
        statements.append(
            """
            DO $$ BEGIN
                IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = '\(role)') THEN
                    CREATE ROLE \(role) NOLOGIN;
                END IF;
                EXECUTE format('GRANT USAGE ON SCHEMA %I TO \(role)', current_schema());
            END $$
            """)
        statements.append("GRANT SELECT ON schema_migrations TO \(role)")
        for table in tables {
            if history.contains(table) {
                statements.append("REVOKE UPDATE, DELETE, TRUNCATE ON \(table) FROM PUBLIC, \(role)")
                statements.append("GRANT SELECT, INSERT ON \(table) TO \(role)")
            } else {
                let delete = table == "tokens" ? "" : ", DELETE"
                statements.append("GRANT SELECT, INSERT, UPDATE\(delete) ON \(table) TO \(role)")
            }
        }
        return statements
    }

    /// Spreads the tables of a database that is not spread yet; false where it is.
    package static func spread(_ store: any DatabaseStore) throws -> Bool {
        guard store.engine == .postgres else { throw StorageProblem.noCitus }
        return try store.transaction { records in
            let session = try Inventory.session(records)
            try session.lock("migration")
            let extensions = try session.rows(
                "SELECT COUNT(*) AS found FROM pg_extension WHERE extname = 'citus'", [])
            let isThere: Int = extensions.first?["found"] ?? 0
            guard isThere == 1 else { throw StorageProblem.noCitus }
            let spread = try session.rows(
                """
                SELECT COUNT(*) AS found FROM pg_dist_partition
                WHERE logicalrelid = to_regclass('projects') AND partmethod = 'h'
                """, [])
            let done: Int = spread.first?["found"] ?? 0
            if done > 0 { return false }
            try session.run("SET LOCAL statement_timeout = 0", [])
            for statement in statements() { try session.script(statement) }
            return true
        }
    }
}

import Support
import Testing
import UseCases

/// What happened is never changed: the database itself refuses.
@Suite struct HistoryTests {
    static let history = [
        "usage_identities", "usage_events", "credit_identities", "credits", "portions", "state_transitions",
        "journal", "journal_entries", "documents", "document_shares", "closings", "closed_months",
        "bank_shares", "price_listings", "payment_invoices",
        "facts", "seals", "seal_heads", "papers", "audit_entries", "returned_credits",
        "reconciliation_acts", "founding_bytes", "founding_papers", "founding_withdrawals",
        "request_steps", "request_values", "request_files", "attachments", "freeze_deferrals",
        "contract_files", "received_files", "document_flows", "dispatches", "substitutions",
        "assignments",
        "official_rates",
        "conservations", "project_passings",
    ]

    @Test func `rows of history can be neither changed nor deleted`() throws {
        let lived = try LivedIn()
        for table in HistoryTests.history {
            let column = try lived.town.store.read { try $0.columns(of: table)[0] }
            #expect(try lived.texts("SELECT \(column) FROM \(table)") != [], "\(table) has rows to try it on")
            for sql in ["UPDATE \(table) SET \(column) = \(column)", "DELETE FROM \(table)"] {
                let refusal = try lived.refusal(sql)
                #expect(refusal?.contains("\(table) is append-only") ?? false, "\(sql): \(refusal ?? "")")
            }
        }
    }

    @Test func `every table of history has both of its guards`() throws {
        let lived = try LivedIn()
        let guards = try lived.texts(
            TestDatabase.isOnFile
                ? "SELECT name FROM sqlite_master WHERE type = 'trigger'"
                : "SELECT tgname FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid "
                    + "WHERE NOT tgisinternal AND c.relnamespace = current_schema()::regnamespace")
        let words = TestDatabase.isOnFile ? ["update", "delete"] : ["update", "delete", "truncate"]
        #expect(
            Set(guards)
                == Set(HistoryTests.history.flatMap { table in words.map { "\(table)_no_\($0)" } })
                .union(["tokens_no_delete", "tokens_no_return", "leases_no_delete", "leases_token_grows"]),
            "and a revoked token stays so, and a lease's token only grows")
    }
}

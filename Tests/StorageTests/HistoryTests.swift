import GRDB
import Support
import Testing

/// What happened is never changed: the database itself refuses.
@Suite struct HistoryTests {
    static let history = [
        "usage_identities", "usage_events", "credit_identities", "credits", "portions", "state_transitions",
        "journal", "journal_entries", "documents", "document_shares", "closings", "closed_months",
        "bank_shares", "price_listings", "payment_invoices",
        "facts", "seals", "seal_heads", "papers",
    ]

    @Test func `rows of history can be neither changed nor deleted`() throws {
        let lived = try LivedIn()
        for table in HistoryTests.history {
            let (count, column) = try lived.file.read { db in
                (
                    try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \(table)") ?? 0,
                    try db.columns(in: table)[0].name
                )
            }
            #expect(count > 0, "\(table) has rows to try it on")
            for sql in ["UPDATE \(table) SET \(column) = \(column)", "DELETE FROM \(table)"] {
                #expect(try lived.refusal(sql) == "\(table) is append-only", "\(sql)")
            }
        }
    }

    @Test func `every table of history has both of its guards`() throws {
        let lived = try LivedIn()
        let guards = try lived.file.read { db in
            try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'")
        }
        #expect(
            Set(guards)
                == Set(HistoryTests.history.flatMap { ["\($0)_no_update", "\($0)_no_delete"] })
                .union(["tokens_no_delete", "tokens_no_return"]), "and a revoked token stays so")
    }
}

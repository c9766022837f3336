/// Every table that holds what happened, parents before their children, with the key that orders its rows.
package enum Schema {
    package static let tables: [(name: String, key: [String])] = [
        ("accounts", ["id"]),
        ("projects", ["pid"]),
        ("suppliers", ["region"]),
        ("price_listings", ["region", "sku", "valid_from"]),
        ("usage_identities", ["identity"]),
        ("usage_events", ["project", "arrival"]),
        ("day_lines", ["project", "day", "resource", "sku"]),
        ("credit_identities", ["id"]),
        ("credits", ["project", "id"]),
        ("pending_credits", ["project", "at", "id"]),
        ("lots", ["project", "position"]),
        ("grants", ["project", "id"]),
        ("debts", ["project", "number"]),
        ("portions", ["project", "run", "n"]),
        ("state_transitions", ["project", "n"]),
        ("journal", ["chain", "sequence"]),
        ("journal_entries", ["chain", "sequence", "account"]),
        ("journal_balances", ["chain", "account"]),
        ("bank_statements", ["digest"]),
        ("bank_lines", ["id"]),
        ("bank_shares", ["line", "n"]),
        ("document_counters", ["supplier", "kind", "year"]),
        ("documents", ["account", "supplier", "kind", "year", "number"]),
        ("document_shares", ["account", "supplier", "kind", "year", "number", "project"]),
        ("closings", ["region", "account", "project", "month"]),
        ("closed_months", ["region", "month"]),
        ("payment_invoices", ["project", "supplier", "year", "number"]),
        ("facts", ["chain", "sequence"]),
        ("seals", ["number"]),
        ("seal_heads", ["seal", "book", "chain"]),
        ("outbox", ["account", "topic", "subject"]),
        ("papers", ["account", "subject"]),
        ("users", ["id"]),
        ("members", ["project", "user_id"]),
        ("sessions", ["hash"]),
        ("devices", ["hash"]),
        ("one_time_codes", ["hash"]),
        ("tries", ["name"]),
        ("letters", ["id"]),
        ("audit_entries", ["number"]),
        ("returned_credits", ["project", "id"]),
        ("expense_limits", ["project"]),
        ("claimed_accounts", ["account"]),
        ("limit_notices", ["project", "month", "amount"]),
        ("tokens", ["hash"]),
        ("idempotency_keys", ["token", "key"]),
    ]

    /// What the running processes know of each other, and what is made anew from the rest: not moved, not compared.
    package static let running: [(name: String, key: [String])] = [
        ("name_words", ["word", "account"]),
        ("nodes", ["id"]),
        ("leases", ["name"]),
    ]

    /// Every table there is.
    package static let all = tables + running
}

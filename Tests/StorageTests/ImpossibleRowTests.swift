import Testing

/// Rows that cannot be true are refused by the tables themselves.
@Suite struct ImpossibleRowTests {
    @Test(arguments: [
        // Money and debt at once, beyond the books, below zero.
        "UPDATE projects SET lot_total = 1, debt_total = 1",
        "UPDATE projects SET lot_total = -1, debt_total = 0",
        "UPDATE projects SET debt_total = 4000000000000000001",
        // Frozen without a since when, active with one, a word nobody knows.
        "UPDATE projects SET state = 'frozen', frozen_at = NULL, deletion_due = NULL",
        "UPDATE projects SET state = 'active', frozen_at = 1, deletion_due = 1",
        "UPDATE projects SET frozen_at = 1, deletion_due = NULL, state = 'frozen'",
        "UPDATE projects SET state = 'gone'", "UPDATE projects SET ever_paid = 2",
        // Texts where numbers belong.
        "UPDATE projects SET lot_total = 'much', debt_total = 0",
        // Sums that are no sums.
        "UPDATE lots SET remaining = amount + 1", "UPDATE lots SET remaining = -1",
        "UPDATE lots SET amount = 0", "UPDATE grants SET remaining = amount + 1",
        "UPDATE debts SET amount = 0", "UPDATE debts SET scheme = 'later'",
        "UPDATE day_lines SET quantity = 0", "UPDATE day_lines SET accrued_rest = 10000000",
        "UPDATE day_lines SET posted = -1", "UPDATE day_lines SET accrued_minor = 4000000000000000001",
        "UPDATE journal_balances SET balance = 4000000000000000001",
        "UPDATE bank_lines SET amount = 0", "UPDATE bank_lines SET state = 'perhaps'",
        "UPDATE bank_lines SET direction = 'sideways'", "UPDATE bank_statements SET is_held = 2",
        "UPDATE document_counters SET last = 0", "UPDATE accounts SET is_company = 2",
        "UPDATE accounts SET email = NULL",
        // The same twice, and things that belong to nothing.
        "INSERT INTO accounts SELECT * FROM accounts",
        "INSERT INTO usage_identities SELECT * FROM usage_identities",
        "INSERT INTO closed_months SELECT * FROM closed_months",
        "INSERT INTO documents SELECT * FROM documents",
        "INSERT INTO journal_entries SELECT chain, sequence, account || 'x', 0 FROM journal_entries",
        "INSERT INTO journal_entries SELECT chain, 4711, account, amount FROM journal_entries",
        "INSERT INTO bank_shares SELECT line || 'x', n, project, credit, amount, NULL, NULL, NULL FROM bank_shares",
        "INSERT INTO credit_identities SELECT id, project || 'x', digest FROM credit_identities",
        "INSERT INTO credits SELECT 'mcs-' || id, 'mcs0999999999', means, amount, at, bonus_type, expires_at, payer, "
            + "document, document_day, first6, last4, scheme, issuer_country, from_suspense, digest FROM credits",
        // What another project has is not this one's.
        "INSERT INTO lots SELECT 'mcs0000000002', position, id, amount, remaining, assignee FROM lots",
        "INSERT INTO pending_credits SELECT 'mcs0000000002', at, id FROM credits",
        "INSERT INTO portions SELECT 'mcs0000000002', run, n, day, resource, sku, scheme, source, credit, "
            + "recognised, amount, assignee FROM portions WHERE credit IS NOT NULL",
        // A number is given once, whoever gets the document.
        "INSERT INTO documents SELECT supplier, kind, year, number, region, 'petrov', month, day, issued_at, "
            + "position, content, sha256 FROM documents",
        "INSERT INTO payment_invoices SELECT supplier, year, number, region, day, 'mcs0000000002', amount, issued_at, "
            + "content, sha256 FROM payment_invoices",
        "INSERT INTO document_shares SELECT 'petrov', supplier, kind, year, number, project, amount "
            + "FROM document_shares",
        "INSERT INTO usage_events SELECT project, 4711, id, source, type, resource, sku, 0, started_at, "
            + "ended_at, labels FROM usage_events",
        "INSERT INTO usage_events SELECT project, 4711, id, source, type, resource, sku, quantity, ended_at, "
            + "started_at, labels FROM usage_events",
        "INSERT INTO portions SELECT project, run, n + 4711, day, resource, sku, scheme, 'debt', credit, "
            + "recognised, amount, assignee FROM portions WHERE credit IS NOT NULL",
        "INSERT INTO portions SELECT project, run, n + 4711, day, resource, sku, scheme, source, credit, "
            + "recognised, 0, assignee FROM portions",
        "INSERT INTO assignments SELECT project, run + 4711, credit, assignor, assignor, amount, at FROM assignments",
        "INSERT INTO assignments SELECT project, run + 4711, credit, assignor, assignee, 0, at FROM assignments",
        "INSERT INTO assignments SELECT 'mcs0000000001', run, credit, assignor, assignee, amount, at FROM assignments",
        "INSERT INTO documents SELECT supplier, 'letter', year, number, region, account, month, day, issued_at, "
            + "position, content, sha256 FROM documents",
    ])
    func `an impossible row is refused`(sql: String) throws {
        let lived = try LivedIn.shared()
        let refusal = try lived.refusal(sql)
        #expect(refusal != nil, "\(sql)")
        let isRule = ["constraint", "cannot store", "invalid input syntax"].contains {
            refusal?.contains($0) ?? false
        }
        #expect(isRule, "\(sql): \(refusal ?? "")")
    }
}

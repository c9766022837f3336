import GRDB
import Storage
import Support
import Testing

/// The list of tables that moving, comparing and spreading go by, against what the database itself says.
@Suite(.enabled(if: TestDatabase.isOnFile)) struct SchemaTests {
    private func asked<Value: DatabaseValueConvertible>(_ sql: String) throws -> [Value] {
        try LivedIn.shared().queue.read { try Value.fetchAll($0, sql: sql) }
    }

    private var catalogue: Set<String> {
        get throws {
            try Set(
                asked(
                    """
                    SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
                        AND name <> 'schema_migrations'
                    """))
        }
    }

    private var references: [Citus.ForeignKey] {
        get throws {
            try catalogue.sorted().flatMap { table in
                try LivedIn.shared().queue.read { try $0.foreignKeys(on: table) }.map { key in
                    Citus.ForeignKey(
                        table, key.mapping.map(\.origin), key.destinationTable, key.mapping.map(\.destination)
                    )
                }
            }
        }
    }

    @Test func `the list names every table once, with its primary key`() throws {
        let names = Schema.all.map(\.name)
        #expect(try Set(names) == catalogue)
        #expect(Set(names).count == names.count)
        for table in Schema.all {
            let key = try LivedIn.shared().queue.read { try $0.primaryKey(table.name).columns }
            #expect(key == table.key, "\(table.name)")
        }
    }

    @Test func `parents stand before their children`() throws {
        let places = Dictionary(
            uniqueKeysWithValues: Schema.all.enumerated().map { ($1.name, $0) })
        let references = try references
        #expect(references.count > 10)
        for key in references {
            let (child, parent) = try (#require(places[key.table]), #require(places[key.parent]))
            #expect(parent < child, "\(key)")
        }
    }

    @Test func `every key of a table that is spread holds what it is spread by`() throws {
        for table in Schema.all {
            let home = try #require(Citus.home(of: table.name), "\(table.name) has no home")
            guard case .spread(let column, _) = home else { continue }
            #expect(table.key.contains(column), "\(table.name)")
            let unique: [String] = try asked(
                "SELECT name FROM pragma_index_list('\(table.name)') WHERE \"unique\" = 1")
            for index in unique
            where ![
                "documents_by_number", "payment_invoices_by_number", "reconciliation_acts_by_number",
            ].contains(index) {
                let columns: [String] = try asked("SELECT name FROM pragma_index_info('\(index)')")
                #expect(columns.contains(column), "\(index)")
            }
        }
    }

    @Test func `what is spread, is history and refers to what is as the database has it`() throws {
        #expect(try Set(references) == Set(Citus.foreignKeys))
        #expect(Citus.history == Set(HistoryTests.history))
        let lost = Citus.foreignKeys.filter { !Citus.keeps($0) }.map { "\($0.table) \($0.parent)" }
        #expect(
            lost == [
                "document_shares projects", "tokens projects", "one_time_codes projects",
                "request_files attachments", "received_files attachments",
            ])
        // Who is everywhere refers to nobody who is not.
        for key in Citus.foreignKeys.filter(Citus.keeps) where Citus.home(of: key.table) == .everywhere {
            #expect(Citus.home(of: key.parent) == .everywhere, "\(key)")
        }
    }

    @Test func `the statements that spread it are those that were agreed on`() {
        let text = Citus.statements().map { $0 + ";\n" }.joined()
        #expect(Golden.difference(Array(text.utf8), from: "Storage/citus.sql") == nil)
    }

    @Test func `a file is not spread`() throws {
        let town = try Town()
        #expect(throws: StorageProblem.noCitus) { try Citus.spread(town.store) }
    }

    @Test(arguments: [
        ("documents of a project", "document_shares s WHERE s.project = 'p'", "document_shares_by_project"),
        (
            "a document by its address",
            "documents WHERE region = 'r' AND kind = 'k' AND year = 1 AND number = 1", "documents_by_address"
        ),
        ("requests of a kind", "requests WHERE kind = 'k'", "requests_by_kind"),
        ("requests of a customer", "requests WHERE account = 'a'", "requests_by_account"),
        (
            "letters by sender", "received_letters WHERE sender >= 'a' AND sender < 'b'",
            "received_letters_by_sender"
        ),
        ("letters of a project", "received_letters WHERE project = 'p'", "received_letters_by_project"),
        ("letters by a word", "letter_words WHERE word >= 'a' AND word < 'b'", "PRIMARY KEY"),
        ("words of a letter", "letter_words WHERE letter = 1", "letter_words_by_letter"),
        ("acts by number", "reconciliation_acts WHERE number = 1", "reconciliation_acts_by_bare_number"),
        (
            "sign-ups that wait",
            "users WHERE side = 'cabinet' AND confirmed_at IS NULL AND is_kept = 0 AND created_at < 1",
            "users_unconfirmed"
        ),
        (
            "an invoice by its number", "payment_invoices WHERE region = 'r' AND number = 1 AND day = 1",
            "payment_invoices_by_day"
        ),
        (
            "an invoice's row as it is witnessed",
            "payment_invoices WHERE supplier = 's' AND year = 1 AND number = 1", "payment_invoices_by_number"
        ),
        (
            "what settlement takes",
            "pending_credits w JOIN credits c ON c.project = w.project AND c.id = w.id "
                + "WHERE w.project = 'p' AND w.at <= 1", "PRIMARY KEY"
        ),
        (
            "the purse",
            "lots l JOIN credits c ON c.project = l.project AND c.id = l.id "
                + "WHERE l.project = 'p' AND l.remaining > 0", "open_lots"
        ),
        (
            "a credit by its id",
            "credit_identities i JOIN credits c ON c.project = i.project AND c.id = i.id "
                + "WHERE i.id = 'c'", "PRIMARY KEY"
        ),
        (
            "the latest credits",
            "credits c WHERE c.project = 'p' AND c.at <= 1 ORDER BY c.at DESC, c.id DESC",
            "credits_by_time"
        ),
        ("charges of a month", "day_lines WHERE project = 'p' AND day BETWEEN 1 AND 31", "PRIMARY KEY"),
        (
            "prices of a day",
            "price_listings p WHERE p.region = 'r' AND p.sku > 'a' AND p.valid_from = (SELECT MAX(q.valid_from) "
                + "FROM price_listings q WHERE q.region = p.region AND q.sku = p.sku AND q.valid_from <= 9) "
                + "ORDER BY p.sku LIMIT 51", "sqlite_autoindex_price_listings_1"
        ),
        (
            "a document's shares",
            "document_shares WHERE account = 'a' AND supplier = 's' AND kind = 'k' "
                + "AND year = 1 AND number = 1", "sqlite_autoindex_document_shares_1"
        ),
        (
            "what staff did, by whom",
            "audit_entries WHERE who = 'w' AND (at, number) < (1, 1) ORDER BY at DESC, "
                + "number DESC LIMIT 50", "audit_by_who"
        ),
        (
            "what staff did lately",
            "audit_entries WHERE at >= 1 AND at < 2 ORDER BY at DESC, number DESC LIMIT 50",
            "audit_by_time"
        ),
        (
            "a customer by the beginnings of a name's words",
            "name_words w WHERE w.word >= 'a' AND w.word < 'b' AND EXISTS (SELECT 1 FROM name_words o "
                + "WHERE o.account = w.account AND o.word >= 'c' AND o.word < 'd') ORDER BY w.word, w.account LIMIT 20",
            "PRIMARY KEY"
        ),
        (
            "letters that wait",
            "received_letters WHERE state = 's' AND number < 9 ORDER BY number DESC LIMIT 51",
            "received_letters_by_state"
        ),
        (
            "a sender's letters of a day",
            "received_letters WHERE user_id = 'u' AND received_at >= 1 LIMIT 50",
            "received_letters_by_user"
        ),
        (
            "a document by its number alone",
            "documents WHERE number = 1 ORDER BY year DESC LIMIT 10", "documents_by_bare_number"
        ),
        (
            "a bank line by its order's number",
            "bank_lines WHERE document = 'd' ORDER BY number DESC LIMIT 10", "bank_lines_by_document"
        ),
        (
            "the unclear lines, the latest first",
            "bank_lines WHERE number < 9 AND state = 'unclear' ORDER BY number DESC LIMIT 50",
            "bank_lines_by_state"
        ),
        (
            "the lines of a file",
            "bank_lines WHERE number < 9 AND statement = x'00' AND state = 'matched' ORDER BY number DESC LIMIT 50",
            "bank_lines_by_statement"
        ),
        (
            "bank files, the latest first",
            "bank_statements WHERE (received_at, digest) < (1, x'00') ORDER BY received_at DESC, digest DESC LIMIT 10",
            "bank_statements_by_time"
        ),
        (
            "requests that are due first",
            "requests WHERE is_open = 1 AND (due_at, number) > (1, 1) ORDER BY due_at ASC, number ASC LIMIT 51",
            "requests_by_due"
        ),
        (
            "requests of a state",
            "requests WHERE state = 'open' ORDER BY due_at ASC, number ASC LIMIT 51", "requests_by_state"
        ),
        (
            "closed requests of a department, the latest first",
            "requests WHERE is_open = 0 AND department = 'd' ORDER BY due_at DESC, number DESC LIMIT 51",
            "requests_by_department"
        ),
        (
            "requests somebody works on",
            "requests WHERE is_open = 1 AND assignee = 'u' ORDER BY due_at ASC, number ASC LIMIT 51",
            "requests_by_assignee"
        ),
        (
            "a project's requests, the latest first",
            "requests WHERE project = 'p' AND number < 9 ORDER BY number DESC LIMIT 51", "PRIMARY KEY"
        ),
        ("a request by its number", "requests WHERE number = 1", "requests_by_number"),
        (
            "a transfer by its sum",
            "bank_lines WHERE direction = 'incoming' AND amount = 1 ORDER BY number DESC LIMIT 20",
            "bank_lines_by_amount"
        ),
        (
            "money of a month of days",
            "bank_lines WHERE direction IN ('incoming', 'outgoing') AND credited_day >= 1 AND credited_day <= 31",
            "bank_lines_by_day"
        ),
    ]) func `what is asked often is looked up, not read through`(what: String, asked: String, index: String)
        throws
    {
        let plan = try LivedIn.shared().queue.read { db in
            try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN SELECT * FROM \(asked)").map {
                $0["detail"] as String
            }
        }
        #expect(plan.contains { $0.contains(index) }, "\(what): \(plan)")
        #expect(plan.allSatisfy { !$0.hasPrefix("SCAN") }, "\(what): \(plan)")
        #expect(plan.allSatisfy { !$0.contains("TEMP B-TREE") }, "\(what): \(plan)")
    }

    @Test func `a sign-up is swept without reading through what others did`() throws {
        func plan(_ sql: String, _ arguments: StatementArguments) throws -> [String] {
            try LivedIn.shared().queue.read { db in
                try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)", arguments: arguments).map {
                    $0["detail"] as String
                }
            }
        }
        let plans = [
            try plan(SignUpSweep.abandoned, [1, 1]), try plan(SignUpSweep.unused, ["u"]),
        ]
        // What the engine itself looks for before a row that others name is deleted.
        let asked = Citus.foreignKeys.filter { ["users", "accounts", "projects"].contains($0.parent) }
        let own = try asked.map {
            try plan("SELECT 1 FROM \($0.table) WHERE \($0.columns[0]) = ?", ["x"])
        }
        #expect(plans[0].contains { $0.contains("users_unconfirmed") }, "\(plans[0])")
        for plan in plans + own {
            #expect(plan.allSatisfy { !$0.hasPrefix("SCAN") || $0.contains("CONSTANT") }, "\(plan)")
        }
    }

    @Test func `what was spent of a grant is summed from an index of grants alone`() throws {
        let plan = try LivedIn.shared().queue.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    EXPLAIN QUERY PLAN SELECT SUM(p.amount) FROM portions p
                    WHERE p.project = 'p' AND p.credit = 'g' AND p.source = 'grant'
                    """
            ).map { $0["detail"] as String }
        }
        #expect(plan.count == 1 && plan[0].contains("COVERING INDEX portions_of_grants"), "\(plan)")
    }

    @Test func `the latest days are summed from the key's end, without reading the others`() throws {
        let plan = try LivedIn.shared().queue.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    EXPLAIN QUERY PLAN SELECT day, COUNT(*), SUM(posted) FROM day_lines
                    WHERE project = 'p' AND day BETWEEN 1 AND 99 GROUP BY day ORDER BY day DESC LIMIT 51
                    """
            ).map { $0["detail"] as String }
        }
        #expect(plan.count == 1 && plan[0].contains("PRIMARY KEY"), "\(plan)")
    }
}

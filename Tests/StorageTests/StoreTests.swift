import Basics
import Funding
import Hashing
import Storage
import Support
import Testing
import UseCases

/// The file as the store opens it, and what it keeps for ever.
@Suite struct StoreTests {
    @Test(.enabled(if: TestDatabase.isOnFile)) func `the file is in WAL mode and whole`() throws {
        let lived = try LivedIn()
        func told(_ pragma: String) throws -> [String] { try lived.texts("PRAGMA \(pragma)") }
        #expect(try told("journal_mode") == ["wal"])
        #expect(try told("integrity_check") == ["ok"])
        #expect(try told("foreign_key_check") == [])
    }

    @Test func `a row that refers to nothing is refused through the store`() throws {
        let town = try Town()
        let pid = try town.project("mcs0000000077")
        let credit = Credit(
            id: CreditID("c"), project: pid, amount: 1, at: town.now, kind: .money(.sbp))
        let thrown = #expect(throws: StorageProblem.self) {
            try town.store.transaction { try $0.insert(credit, digest: [1], fromSuspense: false) }
        }
        guard case .unreadable(let text)? = thrown else {
            Issue.record("\(String(describing: thrown))")
            return
        }
        #expect(text.lowercased().contains("foreign key"))
        #expect(try town.store.read { try $0.creditDigest(credit.id) } == nil, "nothing is left behind")
    }

    @Test func `a transaction that fails leaves nothing behind`() throws {
        struct Stop: Error {}
        let town = try Town()
        try town.register(Make.romashka())
        let pid = try town.project("mcs0000000001")
        let credit = Credit(
            id: CreditID("c"), project: pid, amount: 1, at: town.now, kind: .money(.sbp))
        #expect(throws: Stop.self) {
            try town.store.transaction { records in
                try records.insert(credit, digest: [1], fromSuspense: false)
                throw Stop()
            }
        }
        #expect(try town.store.read { try $0.creditDigest(credit.id) } == nil)
    }

    @Test func `an event is known for ever: settled, closed and opened anew`() throws {
        let lived = try LivedIn()
        let town = lived.town
        func again(_ quantity: String) throws -> String {
            switch try town.use(
                "vm", quantity: quantity, in: "mcs0000000001", until: "2026-01-20T10:00:00Z", id: "e-1")
            {
            case .taken(let taken): taken.rawValue
            case .refused(let problem): problem.code
            }
        }
        #expect(try again("1") == "duplicate")
        #expect(try again("2") == "metering.other-body")
        #expect(try lived.texts("SELECT id FROM usage_events WHERE project = 'mcs0000000001'") == ["e-1"])
    }

    @Test func `one batch may hold an event twice and a conflict`() throws {
        let town = try Town(opened: "2026-01-01")
        try town.register(Make.romashka())
        try town.price("vm", "10")
        let pid = try town.project("mcs0000000001")
        func event(_ resource: String, _ quantity: Int64) -> IdentifiedEvent {
            let end = town.now
            let event = UsageEventMaker.event(pid, resource, quantity, end)
            return IdentifiedEvent(event: event, identity: Array("id".utf8), body: [UInt8(quantity)])
        }
        let answers = try town.store.transaction {
            try $0.take([event("a", 1), event("a", 1), event("a", 2), event("a", 1)])
        }
        #expect(answers == [.accepted, .duplicate, .conflict, .duplicate])
    }

    @Test(.enabled(if: TestDatabase.isOnFile))
    func `a second store in one process is refused, a reader is not`() throws {
        let town = try Town()
        let path = town.folder + "/town.db"
        let thrown = #expect(throws: StorageProblem.self) {
            _ = try SQLiteStore(writing: path, digest: Sodium.digest, now: town.now)
        }
        #expect(thrown?.code == "storage.other-writer")
        #expect(try SQLiteStore(reading: path, digest: Sodium.digest).schemaVersion() == 27)
    }

    @Test func `a credit's id is known for ever, whosever it was`() throws {
        let town = try Town()
        try town.register(Make.romashka())
        try town.register(Make.petrov())
        func credit(_ project: String) throws -> Credit {
            Credit(
                id: CreditID("c"), project: try town.project(project), amount: 1, at: town.now,
                kind: .money(.sbp))
        }
        let first = try credit("mcs0000000001")
        let second = try credit("mcs0000000002")
        try town.store.transaction { try $0.insert(first, digest: [1], fromSuspense: false) }
        #expect(try town.store.read { try $0.creditDigest(first.id) } == [1])
        #expect(throws: StorageProblem.self) {
            try town.store.transaction { try $0.insert(second, digest: [2], fromSuspense: false) }
        }
        #expect(try town.store.read { try $0.credit(first.id)?.credit.project } == first.project)
    }

    @Test func `the schema is the one that was agreed on`() throws {
        let lived = try LivedIn()
        let statements = try lived.texts(TestDatabase.isOnFile ? SchemaText.sqlite : SchemaText.postgres)
        let text = statements.map { $0 + ";\n" }.joined(separator: "\n")
        let name = "Storage/schema.\(TestDatabase.engine.rawValue).sql"
        #expect(Golden.difference(Array(text.utf8), from: name) == nil)
    }
}

/// How an engine tells what its schema is.
private enum SchemaText {
    static let sqlite = """
        SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
        ORDER BY CASE type WHEN 'table' THEN 1 WHEN 'index' THEN 2 ELSE 3 END, name
        """

    static let postgres = """
        SELECT CASE WHEN kind = 1 THEN text ELSE replace(text, current_schema() || '.', '') END FROM (
            SELECT 1 AS kind, c.relname AS name, 'CREATE TABLE ' || c.relname || ' (' || E'\\n    ' || (
                SELECT string_agg(
                    a.attname || ' ' || upper(format_type(a.atttypid, a.atttypmod))
                        || CASE WHEN a.attcollation = 950 THEN ' COLLATE "C"' ELSE '' END
                        || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END, E',\\n    ' ORDER BY a.attnum)
                FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)
                || COALESCE((SELECT string_agg(E',\\n    ' || pg_get_constraintdef(k.oid), '' ORDER BY
                    pg_get_constraintdef(k.oid) COLLATE "C") FROM pg_constraint k WHERE k.conrelid = c.oid), '')
                || E'\\n)' AS text
            FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
            UNION ALL
            SELECT 2, indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema()
            UNION ALL
            SELECT 3, t.tgname, pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
            WHERE NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace
        ) s ORDER BY kind, name COLLATE "C"
        """
}

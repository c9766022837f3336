import Support
import Testing

/// What is wrong with a server or with the way to it is told in words, and nothing is left half done.
@Suite(.enabled(if: TestDatabase.hasServer)) struct ServerWordsTests {
    private let folder: TestFolder
    private let server: String

    init() throws {
        folder = try TestFolder.quick()
        server = try #require(TestDatabase.server)
    }

    private func ran(_ words: [String], on url: String) throws -> Tool.Ran {
        try folder.run(Tool.path, words + ["--db", url])
    }

    @Test func `a URL that is none, a user and a database that are not there`() throws {
        let host = server.split(separator: "?").last ?? ""
        for (url, code) in [
            ("postgres://a:b@[::1/x", "storage.bad-url"),
            ("postgres://postgres@/nowhere?\(host)", "storage.missing"),
            ("postgres://nobody-knows@/kontragent?\(host)", "storage.not-admitted"),
        ] {
            let ran = try ran(["migrate"], on: url)
            #expect(ran.status != 0)
            #expect(ran.err.hasPrefix("\(code): "), "\(ran.err)")
        }
    }

    @Test func `a schema of somebody else, one of a newer program, one that holds nothing`() throws {
        let url = try TestDatabase.schema()
        defer { TestDatabase.drop(url) }
        let raw = try RawPostgres(url)
        #expect(try ran(["verify"], on: url).err.hasPrefix("storage.not-a-database: "))
        try raw.run("CREATE TABLE theirs (x int)")
        #expect(try ran(["migrate"], on: url).err.hasPrefix("storage.not-a-database: "))
        #expect(try raw.rows("SELECT to_regclass('accounts')")[0][0] == nil, "nothing of ours was made")
        try raw.run("DROP TABLE theirs")
        #expect(try ran(["migrate"], on: url).status == 0)
        try raw.run("INSERT INTO schema_migrations VALUES (99, 'future', 'x', 1)")
        for words in [["verify"], ["migrate"]] {
            #expect(try ran(words, on: url).err.hasPrefix("storage.newer-schema: "))
        }
    }

    @Test func `who may only read reads, and is told so where it writes`() throws {
        let url = try TestDatabase.schema()
        defer { TestDatabase.drop(url) }
        let (raw, schema) = (try RawPostgres(url), url.split(separator: "%3D").last ?? "")
        let role = "reader_\(schema)"
        #expect(try ran(["migrate"], on: url).status == 0)
        try raw.run(
            "CREATE ROLE \(role) LOGIN; GRANT USAGE ON SCHEMA \(schema) TO \(role);"
                + "GRANT SELECT ON ALL TABLES IN SCHEMA \(schema) TO \(role)")
        defer {
            // Silence is right: the role goes with the server.
            try? raw.run("DROP OWNED BY \(role); DROP ROLE \(role)")
        }
        let theirs = url.replacing("postgres@", with: "\(role)@")
        #expect(try ran(["verify"], on: theirs).status == 0)
        let words = ["token", "create", "--name", "x", "--scope", "usage"]
        #expect(try ran(words, on: theirs).err.hasPrefix("storage.no-right: "))
        let readOnly = url + "%20-cdefault_transaction_read_only%3Don"
        #expect(try ran(words, on: readOnly).err.hasPrefix("storage.read-only: "))
        #expect(try ran(["migrate", "--citus"], on: url).err.contains("storage.no-citus: "))
    }

    @Test func `a URL that cannot be read keeps its password to itself`() throws {
        for url in [
            "postgres://a:geheim@[::1/x", "postgres://a:ge%zzheim@host/x",
            "postgres://a:geheim@host:port:1/x",
        ] {
            let ran = try ran(["migrate"], on: url)
            #expect(ran.err.contains("storage.") && !(ran.out + ran.err).contains("heim"), "\(ran.err)")
        }
        #expect(try ran(["migrate"], on: "postgres://a@host/x?sslmod=require").err.contains("sslmod"))
    }

    @Test func `two installations in one database do not wait for each other's names`() throws {
        let (first, second) = (try TestDatabase.schema(), try TestDatabase.schema())
        defer { for url in [first, second] { TestDatabase.drop(url) } }
        for url in [first, second] { #expect(try ran(["migrate"], on: url).status == 0) }
        // What `migrate` locks, held in the other schema.
        let holder = try RawPostgres(first)
        try holder.run(
            "BEGIN; SELECT pg_advisory_xact_lock(hashtextextended('migration', current_schema()::regnamespace::oid::bigint))"
        )
        #expect(try ran(["migrate"], on: second).status == 0)
        try holder.run("ROLLBACK")
    }

    @Test func `a password is shown to nobody`() throws {
        let url = try TestDatabase.schema()
        defer { TestDatabase.drop(url) }
        let secret = url.replacing("postgres@", with: "postgres:geheim@")
        let ran = try ran(["migrate"], on: secret)
        #expect(ran.status == 0, "\(ran.err)")
        #expect(ran.out.contains("postgres://postgres@/") && !(ran.out + ran.err).contains("geheim"))
    }
}

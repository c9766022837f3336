import Basics
import UseCases

/// The numbered steps from an empty database to today's schema. Each is one transaction, named and
/// hashed in the database itself.
struct Migration {
    let number: Int
    let name: String
    private let shared: [UInt8]
    private let sqlite: [UInt8]
    private let postgres: [UInt8]

    static let all: [Migration] = [
        Migration(
            1, "house", PackageResources._001_house_sql, sqlite: PackageResources._001_house_sqlite_sql,
            postgres: PackageResources._001_house_postgres_sql),
        Migration(
            2, "payment_invoices", PackageResources._002_payment_invoices_sql,
            sqlite: PackageResources._002_payment_invoices_sqlite_sql,
            postgres: PackageResources._002_payment_invoices_postgres_sql),
        Migration(
            3, "seals", PackageResources._003_seals_sql, sqlite: PackageResources._003_seals_sqlite_sql,
            postgres: PackageResources._003_seals_postgres_sql),
        Migration(
            4, "outbox", PackageResources._004_outbox_sql, sqlite: PackageResources._004_outbox_sqlite_sql,
            postgres: PackageResources._004_outbox_postgres_sql),
        Migration(
            5, "open_window", PackageResources._005_open_window_sql,
            sqlite: PackageResources._005_open_window_sqlite_sql),
        Migration(
            6, "tokens", PackageResources._006_tokens_sql, sqlite: PackageResources._006_tokens_sqlite_sql,
            postgres: PackageResources._006_tokens_postgres_sql),
        Migration(
            7, "nodes", PackageResources._007_nodes_sql, sqlite: PackageResources._007_nodes_sqlite_sql,
            postgres: PackageResources._007_nodes_postgres_sql),
        Migration(
            8, "keys_by_project", PackageResources._008_keys_by_project_sql,
            sqlite: PackageResources._008_keys_by_project_sqlite_sql,
            postgres: PackageResources._008_keys_by_project_postgres_sql),
        Migration(9, "access", PackageResources._009_access_sql),
        Migration(10, "own_tokens", PackageResources._010_own_tokens_sql),
        Migration(
            11, "back_office", PackageResources._011_back_office_sql,
            sqlite: PackageResources._011_back_office_sqlite_sql,
            postgres: PackageResources._011_back_office_postgres_sql),
        Migration(12, "cabinet", PackageResources._012_cabinet_sql),
        Migration(13, "claimed_accounts", PackageResources._013_claimed_accounts_sql),
        Migration(
            14, "acts", PackageResources._014_acts_sql, sqlite: PackageResources._014_acts_sqlite_sql,
            postgres: PackageResources._014_acts_postgres_sql),
        Migration(15, "mail", PackageResources._015_mail_sql),
        Migration(
            16, "requests", PackageResources._016_requests_sql,
            sqlite: PackageResources._016_requests_sqlite_sql,
            postgres: PackageResources._016_requests_postgres_sql),
        Migration(
            17, "parties", PackageResources._017_parties_sql,
            sqlite: PackageResources._017_parties_sqlite_sql,
            postgres: PackageResources._017_parties_postgres_sql),
        Migration(
            18, "flow", PackageResources._018_flow_sql, sqlite: PackageResources._018_flow_sqlite_sql,
            postgres: PackageResources._018_flow_postgres_sql),
        Migration(
            19, "mailbox", PackageResources._019_mailbox_sql,
            sqlite: PackageResources._019_mailbox_sqlite_sql,
            postgres: PackageResources._019_mailbox_postgres_sql),
        Migration(20, "names", PackageResources._020_names_sql),
        Migration(
            21, "substitutions", PackageResources._021_substitutions_sql,
            sqlite: PackageResources._021_substitutions_sqlite_sql,
            postgres: PackageResources._021_substitutions_postgres_sql),
        Migration(
            22, "rates", PackageResources._022_rates_sql, sqlite: PackageResources._022_rates_sqlite_sql,
            postgres: PackageResources._022_rates_postgres_sql),
        Migration(
            23, "conservation", PackageResources._023_conservation_sql,
            sqlite: PackageResources._023_conservation_sqlite_sql,
            postgres: PackageResources._023_conservation_postgres_sql),
        Migration(24, "copies", PackageResources._024_copies_sql),
        Migration(
            25, "assignments", PackageResources._025_assignments_sql,
            sqlite: PackageResources._025_assignments_sqlite_sql,
            postgres: PackageResources._025_assignments_postgres_sql),
        Migration(
            26, "passings", PackageResources._026_passings_sql,
            sqlite: PackageResources._026_passings_sqlite_sql,
            postgres: PackageResources._026_passings_postgres_sql),
        Migration(27, "cabinet_and_office", PackageResources._027_cabinet_and_office_sql),
    ]

    /// The number of the last step there is.
    static var newest: Int { all.last?.number ?? 0 }

    /// What of a step differs by engine stands in files of its own beside the shared one.
    private init(
        _ number: Int, _ name: String, _ shared: [UInt8], sqlite: [UInt8] = [], postgres: [UInt8] = []
    ) {
        self.number = number
        self.name = name
        self.shared = shared
        self.sqlite = sqlite
        self.postgres = postgres
    }

    /// The step as an engine takes it: the aliases of the shared file spelled out, then its own part.
    func sql(for engine: Engine) -> String {
        let text = String(decoding: shared, as: UTF8.self)
        switch engine {
        case .sqlite:
            return text.replacing(" BIGINT", with: " INTEGER").replacing(" BYTES", with: " BLOB")
                .replacing(") STRICT KEYED;", with: ") STRICT, WITHOUT ROWID;")
                + String(decoding: sqlite, as: UTF8.self)
        case .postgres:
            // Texts are compared byte by byte, whatever the language of the database.
            return text.replacing(" TEXT", with: " TEXT COLLATE \"C\"").replacing(" BYTES", with: " BYTEA")
                .replacing(") STRICT KEYED;", with: ");").replacing(") STRICT;", with: ");")
                + String(decoding: postgres, as: UTF8.self)
        }
    }

    /// The table that says which steps were taken.
    static func table(_ engine: Engine) -> String {
        let (integer, bytes, end) =
            engine == .sqlite ? ("INTEGER", "BLOB", ") STRICT") : ("BIGINT", "BYTEA", ")")
        return """
            CREATE TABLE IF NOT EXISTS schema_migrations (
                number \(integer) NOT NULL PRIMARY KEY, name TEXT NOT NULL, digest \(bytes) NOT NULL,
                applied_at \(integer) NOT NULL\(end)
            """
    }

    /// The last step applied, after checking that all of them are ours: one from the future, or made by
    /// other steps, is refused.
    static func applied(_ session: any Session, _ engine: Engine, _ digest: Digest) throws -> Int {
        let rows = try session.rows("SELECT number, digest FROM schema_migrations ORDER BY number", [])
        for row in rows {
            let number: Int = row["number"]
            guard let known = all.first(where: { $0.number == number }) else {
                throw StorageProblem.newerSchema(found: number, known: newest)
            }
            guard row.bytes("digest") == digest.sha256(Array(known.sql(for: engine).utf8)) else {
                throw StorageProblem.changedMigration(number)
            }
        }
        return rows.last?["number"] ?? 0
    }

    /// Takes the step, inside a transaction of its own.
    func apply(_ session: any Session, _ engine: Engine, _ digest: Digest, now: Moment) throws {
        let sql = sql(for: engine)
        try session.script(sql)
        try session.run(
            "INSERT INTO schema_migrations (number, name, digest, applied_at) VALUES (?, ?, ?, ?)",
            [number, name, digest.sha256(Array(sql.utf8)), now.microseconds])
    }
}

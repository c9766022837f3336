import CPostgres
import Glibc

/// Where a PostgreSQL database is: a URL as libpq reads it, with what we ask of every connection.
struct PostgresPlace: Sendable {
    /// Names and values for libpq.
    let options: [(name: String, value: String)]
    /// The URL without its password, for messages.
    let text: String

    /// What a person may leave out and we do not: a cut link is noticed within five seconds, and whoever is
    /// not on this machine shows a certificate.
    private static let defaults = [
        ("connect_timeout", "5"), ("keepalives", "1"), ("keepalives_idle", "2"), ("keepalives_interval", "1"),
        ("keepalives_count", "2"), ("tcp_user_timeout", "3000"), ("application_name", "kontragent"),
    ]

    init(_ url: String) throws {
        var complaint: UnsafeMutablePointer<CChar>?
        guard let parsed = PQconninfoParse(url, &complaint) else {
            defer { PQfreemem(complaint) }
            throw StorageProblem.badURL(
                PostgresPlace.said(complaint.map { String(cString: $0).trimmed } ?? ""))
        }
        defer { PQconninfoFree(parsed) }
        var given: [(name: String, value: String)] = []
        var option = parsed
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val {
                given.append((name: String(cString: keyword), value: String(cString: value)))
            }
            option += 1
        }
        func value(_ name: String) -> String? { given.first { $0.name == name }?.value }
        for (name, preset) in PostgresPlace.defaults where value(name) == nil {
            given.append((name: name, value: preset))
        }
        let host = value("host") ?? value("hostaddr") ?? ""
        // Each host there may be spoken to, and each address it is said to have.
        let named = ["host", "hostaddr"].compactMap(value)
        // Where the URL names none, libpq takes what the environment or a service says.
        let all = (named.isEmpty ? ["PGHOST", "PGHOSTADDR"].compactMap(PostgresPlace.setting) : named).flatMap
        {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let isByService = value("service") != nil || PostgresPlace.setting("PGSERVICE") != nil
        if isByService || !all.allSatisfy(PostgresPlace.isHere), value("sslmode") == nil,
            PostgresPlace.setting("PGSSLMODE") == nil
        {
            given.append((name: "sslmode", value: "verify-full"))
        }
        options = given
        let name = value("dbname") ?? value("user") ?? ""
        let port = value("port").map { ":\($0)" } ?? ""
        text = host.hasPrefix("/") ? "postgres:///\(name)?host=\(host)" : "postgres://\(host)\(port)/\(name)"
    }

    /// libpq quotes what it could not read, and that may be the password; only the name of a parameter is safe.
    private static func said(_ complaint: String) -> String {
        complaint.contains("query parameter") ? complaint : complaint.replacing(/"[^"]*"/, with: "\"…\"")
    }

    private static func setting(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Whether a host is this machine: a socket, or loopback.
    private static func isHere(_ host: String) -> Bool {
        host.isEmpty || host.hasPrefix("/") || host.hasPrefix("@")
            || ["localhost", "127.0.0.1", "::1"].contains(host)
    }
}

extension PostgresConnection {
    /// A connection as libpq makes it.
    static func connect(_ place: PostgresPlace) throws -> OpaquePointer {
        let names = CStrings(place.options.map(\.name))
        let values = CStrings(place.options.map(\.value))
        guard let handle = PQconnectdbParams(names.pointers, values.pointers, 0) else {
            throw PostgresFailure(state: "", message: "no memory for a connection")
        }
        guard PQstatus(handle) == CONNECTION_OK else {
            defer { PQfinish(handle) }
            throw refusal(String(cString: PQerrorMessage(handle)).trimmed)
        }
        return handle
    }

    /// Settings that matter are asserted; the program refuses to run on others. Those that are ours to set
    /// are set for the connection.
    static func admit(_ handle: OpaquePointer, _ place: PostgresPlace) throws -> String {
        let version = PQserverVersion(handle)
        guard version >= 150_000 else { throw StorageProblem.oldServer(Int(version) / 10_000) }
        _ = try plain(
            handle,
            """
            SET TIME ZONE 'UTC'; SET client_encoding = 'UTF8'; SET client_min_messages = 'warning';
            SET statement_timeout = '60s'; SET lock_timeout = '10s';
            SET idle_in_transaction_session_timeout = '60s'; SET cursor_tuple_fraction = 1;
            SET default_transaction_isolation = 'read committed';
            SELECT set_config('synchronous_commit', 'on', false)
            WHERE current_setting('synchronous_commit') NOT IN ('on', 'remote_apply')
            """)
        let found = try plain(
            handle,
            """
            SELECT current_setting('synchronous_commit'), current_setting('fsync'),
                current_setting('full_page_writes'), current_setting('server_encoding'),
                current_setting('TimeZone'),
                -- The statistics begin anew when the server mends itself after a crash of one of its processes.
                concat_ws('/', CASE WHEN pg_is_in_recovery() THEN 'standby'
                    ELSE substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) END,
                    pg_postmaster_start_time(), (SELECT stats_reset FROM pg_stat_bgwriter))
            """)
        let wanted = [
            ("synchronous_commit", ["on", "remote_apply"]), ("fsync", ["on"]), ("full_page_writes", ["on"]),
            ("server_encoding", ["UTF8"]), ("TimeZone", ["UTC"]),
        ]
        for ((name, values), value) in zip(wanted, found) where !values.contains(value) {
            throw StorageProblem.wrongSetting("PostgreSQL's \(name)", value)
        }
        return found.last ?? ""
    }

    /// The texts of the last answer's first row.
    private static func plain(_ handle: OpaquePointer, _ sql: String) throws -> [String] {
        let result = PQexec(handle, sql)
        defer { PQclear(result) }
        guard [PGRES_TUPLES_OK, PGRES_COMMAND_OK].contains(PQresultStatus(result)) else {
            throw PostgresFailure.of(result)
        }
        guard PQntuples(result) > 0 else { return [] }
        return (0..<PQnfields(result)).map { String(cString: PQgetvalue(result, 0, $0)) }
    }

    /// A connection that was not made has no SQLSTATE, only words.
    private static func refusal(_ message: String) -> PostgresFailure {
        let states = [
            ("too many connections", "53300"), ("too many clients", "53300"),
            ("remaining connection slots", "53300"),
            ("password authentication failed", "28P01"), ("no password supplied", "28P01"),
            ("no pg_hba.conf entry", "28000"), ("Peer authentication failed", "28000"),
            ("role \"", "28000"),
        ]
        for (words, state) in states where message.contains(words) {
            return PostgresFailure(state: state, message: message)
        }
        if message.contains("database \""), message.contains("does not exist") {
            return PostgresFailure(state: "3D000", message: message)
        }
        return PostgresFailure(state: "", message: message, kind: .connection)
    }
}

/// Texts as C takes a list of them, ended by nil, alive as long as this is.
private final class CStrings {
    private let storage: [UnsafeMutablePointer<CChar>]
    let pointers: [UnsafePointer<CChar>?]

    init(_ texts: [String]) {
        storage = texts.map { text in
            let bytes = Array(text.utf8CString)
            let place = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
            place.initialize(from: bytes, count: bytes.count)
            return place
        }
        pointers = storage.map { UnsafePointer($0) } + [nil]
    }

    deinit { for place in storage { place.deallocate() } }
}

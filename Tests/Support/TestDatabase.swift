import CPostgres
import Foundation
import Hashing
package import Storage

/// The database behind a test: a file in its folder, or a schema of its own on the private server that
/// `scripts/test` started.
package enum TestDatabase {
    /// The engine this run is for.
    package static let engine: Engine =
        ProcessInfo.processInfo.environment["KONTRAGENT_ENGINE"] == "postgres" ? .postgres : .sqlite

    /// The private server's URL; nil = there is none, and tests that need it are skipped.
    package static let server: String? = ProcessInfo.processInfo.environment["KONTRAGENT_POSTGRES"]

    package static var isOnFile: Bool { engine == .sqlite }

    package static var hasServer: Bool { server != nil }

    /// Tests that look at both engines at once, or at the server alone, are run once.
    package static var isFirstRun: Bool { hasServer && isOnFile }

    /// A new schema's URL; whatever opens it finds nothing but its own.
    package static func schema(through way: String? = nil) throws -> String {
        guard let server else { throw TownProblem.noServer }
        let name = "town_\(UInt64.random(in: 0...UInt64.max))"
        try RawPostgres(way ?? server).run("CREATE SCHEMA \(name)")
        return "\(way ?? server)&options=-csearch_path%3D\(name)"
    }

    package static func drop(_ url: String) {
        guard let server, let name = url.split(separator: "%3D").last else { return }
        // Silence is right: the server goes away with all of it when the run ends.
        try? RawPostgres(server).run("DROP SCHEMA \(name) CASCADE")
    }
}

/// A connection beside the program's own, for looking and for meddling.
package final class RawPostgres {
    private let handle: OpaquePointer

    package struct Refusal: Error {
        package let text: String
    }

    package init(_ url: String) throws {
        guard let handle = PQconnectdb(url) else { throw Refusal(text: "no memory") }
        self.handle = handle
        guard PQstatus(handle) == CONNECTION_OK else {
            throw Refusal(text: String(cString: PQerrorMessage(handle)))
        }
        try run("SET client_min_messages = 'error'")
    }

    deinit { PQfinish(handle) }

    package func run(_ sql: String) throws { _ = try rows(sql) }

    /// Every row as texts; NULL is nil.
    package func rows(_ sql: String) throws -> [[String?]] {
        let result = PQexec(handle, sql)
        defer { PQclear(result) }
        guard [PGRES_TUPLES_OK, PGRES_COMMAND_OK].contains(PQresultStatus(result)) else {
            throw Refusal(text: String(cString: PQresultErrorMessage(result)))
        }
        return (0..<PQntuples(result)).map { row in
            (0..<PQnfields(result)).map { column in
                PQgetisnull(result, row, column) == 1
                    ? nil : String(cString: PQgetvalue(result, row, column))
            }
        }
    }
}

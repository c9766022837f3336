import Basics
import CPostgres
import UseCases

/// One connection in pipeline mode: statements go out as they come and are asked for together. Used by
/// one thread at a time.
final class PostgresConnection {
    private let handle: OpaquePointer
    let place: PostgresPlace
    private var names: [Prepared: String] = [:]
    private var lastName = 0
    private var awaited: [Awaited] = []
    private var awaitedBytes = 0
    /// Of tables that were written in batches.
    var columnTypes: [String: [String: PostgresType]] = [:]
    /// Which life of which server this is: one that was killed may give the number of a transaction that went with
    /// it to another.
    let life: String

    private struct Prepared: Hashable {
        let sql: String
        let types: [UInt32]
    }

    private enum Awaited {
        case preparation(Prepared)
        case statement
    }

    /// Connects, checks what must hold, and sets what is ours to set.
    init(_ place: PostgresPlace) throws {
        self.place = place
        handle = try PostgresConnection.connect(place)
        do {
            life = try PostgresConnection.admit(handle, place)
        } catch {
            PQfinish(handle)
            throw error
        }
        guard PQenterPipelineMode(handle) == 1 else {
            PQfinish(handle)
            throw PostgresFailure(state: "", message: "no pipeline mode")
        }
    }

    deinit { PQfinish(handle) }

    /// Set where a transaction could not be ended: whoever comes next must not be in it.
    var isSpent = false

    var isBroken: Bool { isSpent || PQstatus(handle) != CONNECTION_OK }

    var processID: Int32 { PQbackendPID(handle) }

    /// Sends a statement without waiting for what it says.
    func send(_ sql: String, _ parameters: PostgresParameters) throws {
        try put(sql, parameters)
        // Neither side may fill the other's pockets while nobody reads.
        if awaited.count >= 256 || awaitedBytes > 1 << 20 { try collect() }
    }

    /// Puts a statement on its way, whatever is on its way already.
    private func put(_ sql: String, _ parameters: PostgresParameters) throws {
        let key = Prepared(sql: sql, types: parameters.types)
        let name: String
        if let known = names[key] {
            name = known
        } else {
            lastName += 1
            name = "s\(lastName)"
            let sent = parameters.types.withUnsafeBufferPointer {
                PQsendPrepare(handle, name, PostgresConnection.numbered(sql), Int32($0.count), $0.baseAddress)
            }
            guard sent == 1 else { throw lost() }
            awaited.append(.preparation(key))
            names[key] = name
        }
        let sent = parameters.with { PQsendQueryPrepared(handle, name, $0, $1, $2, $3, 1) }
        guard sent == 1 else { throw lost() }
        awaited.append(.statement)
        awaitedBytes += parameters.size + 64
    }

    /// Waits for all that was sent; the answer is the last statement's.
    @discardableResult
    func collect() throws -> PostgresResult? {
        guard !awaited.isEmpty else { return nil }
        guard PQpipelineSync(handle) == 1 else { throw lost() }
        var failure: PostgresFailure?
        var last: PostgresResult?
        for expected in awaited {
            guard let result = PQgetResult(handle) else { throw lost() }
            last = PostgresResult(result)
            while let more = PQgetResult(handle) { PQclear(more) }
            switch PQresultStatus(result) {
            case PGRES_TUPLES_OK, PGRES_COMMAND_OK: continue
            case PGRES_PIPELINE_ABORTED: break
            default: failure = failure ?? PostgresFailure.of(result)
            }
            if case .preparation(let key) = expected { names[key] = nil }
            if isBroken { throw failure ?? lost() }
        }
        awaited = []
        awaitedBytes = 0
        guard let end = PQgetResult(handle) else { throw lost() }
        PQclear(end)
        if let failure { throw failure }
        return last
    }

    func ask(_ sql: String, _ parameters: PostgresParameters) throws -> PostgresResult {
        try put(sql, parameters)
        guard let result = try collect() else { throw lost() }
        return result
    }

    /// Runs several statements without values, one after the other.
    func script(_ sql: String) throws {
        try collect()
        guard PQexitPipelineMode(handle) == 1 else { throw lost() }
        defer { PQenterPipelineMode(handle) }
        let result = PQexec(handle, sql)
        defer { PQclear(result) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: return
        default: throw PostgresFailure.of(result)
        }
    }

    private func lost() -> PostgresFailure {
        PostgresFailure(
            state: "", message: String(cString: PQerrorMessage(handle)).trimmed, kind: .connection)
    }

    /// `?` becomes `$1`, `$2` …; none of our statements has one inside a text.
    private static func numbered(_ sql: String) -> String {
        var out = ""
        out.reserveCapacity(sql.utf8.count + 16)
        var count = 0
        for character in sql.unicodeScalars {
            if character == "?" {
                count += 1
                out += "$\(count)"
            } else {
                out.unicodeScalars.append(character)
            }
        }
        return out
    }
}

/// An answer, given back to libpq when nobody looks at it any more.
final class PostgresResult {
    let handle: OpaquePointer

    init(_ handle: OpaquePointer) { self.handle = handle }

    deinit { PQclear(handle) }

    var count: Int { Int(PQntuples(handle)) }

    /// How many rows a statement changed.
    var changed: Int { Int(String(cString: PQcmdTuples(handle))) ?? 0 }

    /// The word a statement ended with.
    var word: String { String(cString: PQcmdStatus(handle)) }

    func forEach(_ body: (Row) throws -> Bool) throws -> Bool {
        let width = PQnfields(handle)
        let columns = Row.Columns((0..<width).map { String(cString: PQfname(handle, $0)) })
        for row in 0..<PQntuples(handle) {
            let cells = try (0..<width).map { try PostgresCell.read(handle, row, $0) }
            guard try body(Row(columns: columns, cells: cells)) else { return false }
        }
        return true
    }
}

extension String {
    /// Without the line ends libpq closes its sentences with.
    var trimmed: String {
        var text = self[...]
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text).replacing("\n", with: " ").replacing("\t", with: "")
    }
}

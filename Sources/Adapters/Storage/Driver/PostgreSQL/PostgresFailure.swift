import CPostgres

/// What PostgreSQL, or the way to it, said. What follows from it is decided by its class: begin again,
/// connect again, ask what became of it, or tell a person.
struct PostgresFailure: Error {
    enum Class: Sendable {
        /// Lost a race: the same again, from the beginning, will do.
        case contention
        /// No connection, or none any more: nothing was committed.
        case connection
        /// The connection broke while the commit was on its way: it may have happened.
        case unknownCommit
        /// Took too long, or was told to stop.
        case cancelled
        /// All else: it will not get better by itself.
        case refusal
    }

    /// SQLSTATE; empty = the way there, not the server.
    let state: String
    let message: String
    let kind: Class
    /// Whose it is, where it came by a session: a body may ask another database too.
    var place: String?

    init(state: String, message: String, kind: Class? = nil) {
        self.state = state
        self.message = message
        self.kind = kind ?? PostgresFailure.kind(of: state)
    }

    static func of(_ result: OpaquePointer?) -> PostgresFailure {
        func field(_ code: Character) -> String? {
            guard let ascii = code.asciiValue else { return nil }
            return PQresultErrorField(result, Int32(ascii)).map { String(cString: $0) }
        }
        let text =
            field("M").map { $0 + (field("D").map { " (\($0))" } ?? "") }
            ?? String(cString: PQresultErrorMessage(result))
        return PostgresFailure(state: field("C") ?? "", message: text)
    }

    private static func kind(of state: String) -> Class {
        switch state {
        // Serialization, deadlock, a lock waited for too long; a unique key that another one took first:
        // whoever begins again finds its row and answers by it.
        case "40001", "40P01", "55P03", "23505": .contention
        case "", "57P01", "57P02", "57P03", "53300", "25P03", "25P04": .connection
        case "57014": .cancelled
        case _ where state.hasPrefix("08"): .connection
        default: .refusal
        }
    }

    /// In words a person can act on.
    func problem(_ place: String) -> StorageProblem {
        switch state {
        case "28P01", "28000": .notAdmitted(place, message)
        case "3D000": .missing(place)
        case "42501": .noRight(message)
        case "53100": .diskFull(place)
        case "53300": .noRoom(place)
        case "25006": .readOnly(place)
        case "42P01": .notADatabase(place)
        case "57014": .tookTooLong(place)
        default:
            switch kind {
            case .unknownCommit: .unknownOutcome(place)
            case .contention: .contended(message)
            case .connection: .unreachable(place, message)
            case .cancelled, .refusal: .unreadable("\(place): \(message)")
            }
        }
    }
}

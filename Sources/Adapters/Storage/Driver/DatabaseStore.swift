package import UseCases

/// A store with what only those who look after it ask.
package protocol DatabaseStore: Store {
    var engine: Engine { get }
    /// The last migration applied.
    func schemaVersion() throws -> Int
    /// Leaves nothing behind that the next start would have to read: before the process ends in order.
    func settleDown() throws
}

extension DatabaseStore {
    package func settleDown() throws {}

    /// Whether the schema is this program's.
    package func isCurrent() throws -> Bool { try schemaVersion() == Migration.newest }
}

/// How databases are named: a file, or a server's URL.
package enum DatabaseName {
    package static func isURL(_ text: String) -> Bool {
        text.hasPrefix("postgres://") || text.hasPrefix("postgresql://")
    }

    /// The same without its password, for whoever looks over a shoulder.
    package static func shown(_ text: String) -> String {
        guard isURL(text) else { return text }
        return text.replacing(/:\/\/([^:@\/]*):[^@\/]*@/) { "://\($0.output.1)@" }
            .replacing(/([?&])password=[^&]*/) { "\($0.output.1)password=…" }
    }
}

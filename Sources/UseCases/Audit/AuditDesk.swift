package import Access

/// Shows what staff have done. What is done writes itself, in the transaction that does it.
package struct AuditDesk: Sendable {
    let store: any Store
    let clock: Clock

    /// The latest first, those before a place.
    package func entries(
        _ search: AuditSearch, before place: AuditPlace? = nil, limit: Int, for viewer: Viewer
    ) throws -> [AuditEntry] {
        guard viewer.mayEverywhere(.audit) else { throw AccessProblem.notAllowed }
        return try store.read { try $0.auditEntries(search, before: place, limit: limit) }
    }

    /// Keeps that something was asked for which writes nothing else in a transaction of its own.
    package func keep(
        _ action: StaffAction, on object: String, detail: String = "", by author: Author
    ) throws {
        let now = clock.now()
        try store.transaction { try $0.keep(action, on: object, detail: detail, by: author, at: now) }
    }
}

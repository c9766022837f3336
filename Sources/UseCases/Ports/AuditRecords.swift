package import Basics

/// What staff did: appended, read, never changed.
package protocol AuditRecords {
    func keep(
        _ action: StaffAction, on object: String, account: AccountID?, detail: String, by author: Author,
        at moment: Moment) throws
    /// The latest first, those before a place.
    func auditEntries(_ search: AuditSearch, before place: AuditPlace?, limit: Int) throws -> [AuditEntry]
}

extension AuditRecords {
    func keep(
        _ action: StaffAction, on object: String, account: AccountID? = nil, detail: String = "",
        by author: Author, at moment: Moment
    ) throws {
        try keep(action, on: object, account: account, detail: detail, by: author, at: moment)
    }
}

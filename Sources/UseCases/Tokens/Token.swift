package import Access
package import Basics

/// Who may call over HTTP and what for. The secret itself is kept nowhere: only its SHA-256.
package struct Token: Hashable, Sendable {
    package let hash: [UInt8]
    package let name: String
    package let scopes: [TokenScope]
    /// Where it is given, the token sees this project alone.
    package let project: PID?
    /// The user it belongs to; nil = whoever runs the machine.
    package let owner: UserID?
    package let createdAt: Moment
    package let expiresAt: Moment?
    package let revokedAt: Moment?

    package init(
        hash: [UInt8], name: String, scopes: [TokenScope], project: PID?, owner: UserID? = nil,
        createdAt: Moment,
        expiresAt: Moment?, revokedAt: Moment?
    ) {
        self.hash = hash
        self.name = name
        self.scopes = scopes
        self.project = project
        self.owner = owner
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.revokedAt = revokedAt
    }

    /// The name as its owner gave it; a user's is kept behind the user's id, so that no two users meet.
    package var shortName: String { owner.map { String(name.dropFirst($0.text.count + 1)) } ?? name }

    /// Another project is to this token as if it were not there.
    package func sees(_ pid: PID) -> Bool { project.map { $0 == pid } ?? true }

    /// Holds that the token may be used now.
    package func check(at now: Moment) throws(TokensProblem) {
        if revokedAt != nil { throw .revoked }
        if let expiresAt, expiresAt <= now { throw .expired }
    }
}

package import Basics

/// Who may call over HTTP and what for. The secret itself is kept nowhere: only its SHA-256.
package struct Token: Hashable, Sendable {
    package let hash: [UInt8]
    package let name: String
    package let scopes: [TokenScope]
    /// Where it is given, the token sees this project alone.
    package let project: PID?
    package let createdAt: Moment
    package let expiresAt: Moment?
    package let revokedAt: Moment?

    package init(
        hash: [UInt8], name: String, scopes: [TokenScope], project: PID?, createdAt: Moment,
        expiresAt: Moment?, revokedAt: Moment?
    ) {
        self.hash = hash
        self.name = name
        self.scopes = scopes
        self.project = project
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.revokedAt = revokedAt
    }

    /// Another project is to this token as if it were not there.
    package func sees(_ pid: PID) -> Bool { project.map { $0 == pid } ?? true }

    /// Holds that the token may be used now.
    package func check(at now: Moment) throws(TokensProblem) {
        if revokedAt != nil { throw .revoked }
        if let expiresAt, expiresAt <= now { throw .expired }
    }
}

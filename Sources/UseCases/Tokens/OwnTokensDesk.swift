package import Access
package import Basics
import Notices

/// Tokens of users: made by whoever may see a project, for that project, and opening no more than the user
/// may see there at the moment they are shown.
package struct OwnTokensDesk: Sendable {
    let tokens: TokensDesk
    let security: SecurityDesk

    /// How long they live at most, in days: a forgotten one ends by itself.
    package static let mostDays = 366
    /// How many of a user live at once.
    package static let most = 20

    /// What a user can have a token for: the projects, and the scopes that are open in each.
    package struct Offer: Sendable {
        package let project: PID
        package let scopes: [TokenScope]
    }

    package func offers(to viewer: Viewer) -> [Offer] {
        guard case .customer(_, let projects) = viewer else { return [] }
        return projects.keys.sorted().compactMap { pid in
            let scopes = TokenScope.allCases.filter { $0.isOpen(to: viewer, in: pid) }
            return scopes.isEmpty ? nil : Offer(project: pid, scopes: scopes)
        }
    }

    /// The user's own ones, those that live first, ended ones too.
    package func list(_ visit: SignedVisit) throws -> [Token] {
        let now = tokens.clock.now()
        return try tokens.store.read { try $0.tokens(of: visit.user.id, at: now, limit: 200) }
    }

    /// Makes a token and answers with its text, told once and kept nowhere. It outlives the session, so the password
    /// is asked for and a letter tells of it.
    package func create(
        name: String, scopes: [TokenScope], project: PID, days: Int, password: String, _ visit: SignedVisit,
        at site: Site, secret: [UInt8]
    ) throws -> String {
        guard (1...OwnTokensDesk.mostDays).contains(days) else {
            throw TokensProblem.badOwnDays(most: OwnTokensDesk.mostDays)
        }
        guard scopes.allSatisfy({ $0.isOpen(to: visit.viewer, in: project) }) else {
            throw TokensProblem.scopeNotYours
        }
        try security.authenticate(password, visit)
        let now = tokens.clock.now()
        return try tokens.make(
            name: name, scopes: scopes, project: project, days: days, owner: visit.user.id, secret: secret
        ) { records in
            try records.lock(.user(visit.user.email))
            guard try records.livingTokens(of: visit.user.id, at: now) < OwnTokensDesk.most else {
                throw TokensProblem.tooMany(OwnTokensDesk.most)
            }
            try security.ground.send(
                .tokenMade(name: name, project, site: site.base), to: visit.user.email,
                in: visit.user.language, at: now, records)
        }
    }

    /// Ends one of the user's own; ended twice is ended.
    package func revoke(_ name: String, _ visit: SignedVisit) throws {
        try tokens.revoke("\(visit.user.id)/\(name)")
    }
}

extension TokenScope {
    /// What somebody must hold in a project to have it there; nil where no user's token has it.
    private var rights: Set<Right>? {
        switch self {
        case .balance: [.tokens, .balance]
        case .read: [.tokens, .balance, .detail, .documents]
        case .usage, .catalog, .money, .closing: nil
        }
    }

    func isOpen(to viewer: Viewer, in project: PID) -> Bool {
        rights.map { $0.allSatisfy { viewer.may($0, in: project) } } ?? false
    }
}

package import Access
package import Basics

/// A signed-in visit. Its token is the browser's alone; here it is known by its SHA-256.
package struct UserSession: Hashable, Sendable {
    package enum Stage: String, Hashable, Sendable {
        /// The password was right; the code is still to come, and nothing is open before.
        case secondStep = "second-step"
        case open
    }

    package let hash: [UInt8]
    package let user: UserID
    package let side: AccessSide
    package let stage: Stage
    package let createdAt: Moment
    package let seenAt: Moment
    /// Where it was begun, and with what: shown to the user, who knows the own ones.
    package let network: String
    package let agent: String
    /// Whether the user's rights have changed since: its next request gets another token.
    package let isStale: Bool

    package init(
        hash: [UInt8], user: UserID, side: AccessSide, stage: Stage, createdAt: Moment, seenAt: Moment,
        network: String, agent: String, isStale: Bool = false
    ) {
        self.hash = hash
        self.user = user
        self.side = side
        self.stage = stage
        self.createdAt = createdAt
        self.seenAt = seenAt
        self.network = network
        self.agent = agent
        self.isStale = isStale
    }

    /// The same visit under another token, no younger than it was.
    func renewed(as hash: [UInt8], at now: Moment) -> UserSession {
        UserSession(
            hash: hash, user: user, side: side, stage: stage, createdAt: createdAt, seenAt: now,
            network: network, agent: agent)
    }

    /// How the list of sessions names it: enough of the hash to tell it from the user's others.
    package var name: String { Hex.text(Array(hash.prefix(8))) }

    /// Whether it lives at an instant.
    func isAlive(at now: Moment, by terms: AccessTerms) -> Bool {
        let term = terms.session(of: side)
        return switch stage {
        case .secondStep: now < createdAt.adding(seconds: terms.secondStepSeconds)
        case .open:
            now < createdAt.adding(seconds: term.absoluteSeconds)
                && now < seenAt.adding(seconds: term.idleSeconds)
        }
    }
}

/// Who comes, as far as the network tells.
package struct Caller: Hashable, Sendable {
    package let network: Network
    /// What the browser calls itself.
    package let agent: String
    /// The mark that a browser keeps where somebody has signed in before.
    package let device: String?

    package init(network: Network, agent: String, device: String?) {
        self.network = network
        self.agent = String(agent.prefix(200))
        self.device = device
    }
}

/// What a browser keeps after signing in: told once, kept nowhere else.
package struct SignedIn: Hashable, Sendable {
    package let token: String
    package let stage: UserSession.Stage
    /// A new mark for the device; nil where it has one.
    package let device: String?
}

/// A session found, whose it is, and what it may see now.
package struct SignedVisit: Hashable, Sendable {
    package let session: UserSession
    package let user: User
    package let viewer: Viewer
    /// The token that the browser is to keep from now on; nil where it has it.
    package var renewed: String?
}

package import UseCases

/// What opens a route. There is no route without one.
package enum Opening: Sendable {
    /// Anybody may look: the description of the interface, the state of the process.
    case everybody
    /// A token with any of these scopes; one of a single project sees what is that project's.
    case scopes([TokenScope])
    /// The same for what is no single project's: a token of one project does not open it.
    case house([TokenScope])

    package var scopes: [TokenScope] {
        switch self {
        case .everybody: []
        case .scopes(let scopes), .house(let scopes): scopes
        }
    }

    /// Holds that a token opens it.
    func admit(_ token: Token) throws(APIProblem) {
        guard scopes.contains(where: { token.scopes.contains($0) }) else {
            throw .noScope(scopes.map(\.rawValue))
        }
        if case .house = self, token.project != nil { throw .oneProject }
    }
}

package import UseCases

/// What opens a route. There is no route without one.
package enum Opening: Sendable {
    /// Anybody may look: the description of the interface, the state of the process.
    case everybody
    /// A token with any of these scopes.
    case scopes([TokenScope])

    package func admits(_ token: Token) -> Bool {
        switch self {
        case .everybody: true
        case .scopes(let scopes): scopes.contains { token.scopes.contains($0) }
        }
    }
}

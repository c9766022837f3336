package import Basics
package import HTTPTypes
import Projects
package import UseCases
package import Wording

/// A request as a route's work sees it: found, allowed, its body read whole.
package struct Call: Sendable {
    /// Its number in the log and in the answer.
    package let id: String
    package let route: Route
    /// Who calls; nil on routes that are open to everybody.
    package let token: Token?
    package let names: [String: String]
    package let query: [(name: String, value: String)]
    package let fields: HTTPFields
    /// The host and port the caller believes to speak to.
    package let authority: String
    /// The other end of the connection: whoever is in front, if somebody is.
    package let address: String
    package let language: Language
    /// In lower case, without parameters; empty where there is no body.
    package let mediaType: String
    package let body: [UInt8]

    /// A name of the route's path.
    package func name(_ name: String) -> String {
        guard let text = names[name] else { preconditionFailure("\(route.path.text) has no {\(name)}") }
        return text
    }

    /// The first value of a parameter of the query.
    package func query(_ name: String) -> String? { query.first { $0.name == name }?.value }

    /// The project named in the path, where the caller may see it: to others it is as if it were not there.
    package func project(_ name: String = "pid") throws -> PID {
        let text = self.name(name)
        guard let pid = PID(text), token?.sees(pid) ?? true else {
            throw ProjectsProblem.unknownProject(text)
        }
        return pid
    }

    /// Whether the caller may see what concerns these projects: all of them, or it is as if not there.
    package func sees(_ projects: [PID]) -> Bool {
        guard let own = token?.project else { return true }
        return !projects.isEmpty && projects.allSatisfy { $0 == own }
    }

    /// A parameter of the query as a value; a missing or misspelt one is named.
    package func query<Value>(_ name: String, _ read: (String) -> Value?) throws -> Value? {
        guard let text = query(name) else { return nil }
        guard let value = read(text) else { throw APIProblem.badParameter(name, text) }
        return value
    }
}

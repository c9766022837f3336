import Basics
import Hashing
import Support
import Testing
import UseCases

/// Some nodes on one town's database, under one clock that moves when told.
struct Crew {
    let town: Town
    var desk: NodesDesk { town.app.nodes }

    init() throws { town = try Town() }

    func node(_ name: String, works: Bool = true) -> Node {
        Node(
            id: NodeID(name), host: "host-\(name)", process: Int64(name.utf8.first ?? 0),
            program: "kontragent 1", works: works)
    }

    @discardableResult func join(_ name: String, works: Bool = true) throws -> Node {
        let node = node(name, works: works)
        try desk.join(node)
        return node
    }

    func wait(_ seconds: Int64) throws { try town.go(to: town.now.adding(seconds: seconds).description) }

    func take(_ lease: String, _ node: String) throws -> Hold? { try desk.take(lease, for: NodeID(node)) }

    /// A small piece of work that is seen in the database: a token with a name.
    func write(_ name: String, under hold: Hold) throws {
        _ = try town.app.under(hold).tokens.create(
            name: name, scopes: [.read], project: nil, days: nil, secret: Sodium.sha256(Array(name.utf8)))
    }

    var written: [String] { get throws { try town.app.tokens.list().map(\.name) } }
}

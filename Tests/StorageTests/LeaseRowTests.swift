import GRDB
import Support
import Testing
import UseCases

/// Leases as rows: the database itself holds that a token only grows.
@Suite(.enabled(if: TestDatabase.isOnFile)) struct LeaseRowTests {
    @Test func `no statement makes a token smaller, hands a lease on with an old one, or deletes it`() throws
    {
        let town = try Town()
        for name in ["a", "b"] {
            try town.app.nodes.join(
                Node(id: NodeID(name), host: "h", process: 1, program: "p", works: true))
        }
        let hold = try #require(try town.app.nodes.take("seals/0", for: NodeID("a")))
        try town.app.nodes.release(hold)
        _ = try #require(try town.app.nodes.take("seals/0", for: NodeID("a")))
        let file = try DatabaseQueue(path: town.folder + "/town.db")
        for (sql, says) in [
            ("UPDATE leases SET token = token - 1", "only grows"),
            ("UPDATE leases SET holder = 'b'", "only grows"),
            ("UPDATE leases SET holder = 'nobody', token = token + 1", "FOREIGN KEY"),
            ("DELETE FROM leases", "not deleted"), ("DELETE FROM nodes", "FOREIGN KEY"),
        ] {
            let thrown = #expect(throws: DatabaseError.self) { try file.write { try $0.execute(sql: sql) } }
            #expect(thrown?.message?.contains(says) == true, "\(sql): \(thrown?.message ?? "")")
        }
        try file.write { try $0.execute(sql: "UPDATE leases SET holder = 'b', token = token + 1") }
    }
}

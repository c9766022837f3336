import Testing

/// The checks over this very project.
@Suite struct ProjectTests {
    @Test(arguments: [
        "the map", "arrows", "banned words", "papers", "problem codes", "notes", "build products",
        "migrations",
        "decisions", "planted bugs", "source documents",
    ])
    func `the house keeps its rules`(_ name: String) throws {
        let check = try #require(try House().checks.first { $0.name == name })
        for finding in check.findings { Issue.record("\(finding)") }
    }

    @Test func `no check is left out above`() throws {
        let house = try House()
        #expect(house.checks.count == 11)
        #expect(house.table.rows.count >= 12)
        #expect(house.files.contains { $0.path == "Sources/Domain/Basics/Money.swift" })
    }

    /// Not wrong, but worth a look.
    @Test func `files that grow long are named`() throws {
        for finding in Leftovers.longFiles(in: try House().files) { print("note: \(finding)") }
    }
}

import Access
import Basics
import Projects
import Support
import Testing
import UseCases

/// A project is called by its PID until its owner or a superadministrator names it (R19).
@Suite struct NamesTests {
    private func town() throws -> (Town, PID, PID) {
        let town = try Town(opened: "2026-09-01")
        try town.register(Make.romashka(pids: ["mcs0000000001", "mcs0000000011"]))
        return (town, try town.project("mcs0000000001"), try town.project("mcs0000000011"))
    }

    @Test func `a project is named by its owner or a superadministrator, and who did is a fact`() throws {
        let (town, pid, _) = try town()
        for role in CustomerRole.allCases {
            let viewer = Viewer.customer(UserID("u-\(role.rawValue)"), [pid: [role]])
            if [.owner, .superadministrator].contains(role) {
                try town.app.names.name(pid, "shop-\(role.rawValue == "owner" ? "a" : "b")", by: viewer)
            } else {
                #expect(throws: ProjectsProblem.unknownProject(pid.text)) {
                    try town.app.names.name(pid, "other", by: viewer)
                }
            }
        }
        let head = try town.app.overview.head(pid, .project, for: .house)
        #expect(head.names[pid]?.text.hasPrefix("shop-") == true)
        let facts = try town.store.read { records in
            var facts: [String] = []
            try records.forEachRow(
                of: "facts", ["body"], where: ["chain": .text("names/\(pid)")], by: ["sequence"]
            ) { if case .text(let text) = $0[0] { facts.append(text) } }
            return facts
        }
        #expect(facts.count == 2 && facts.contains { $0.contains("u-owner") })
        #expect(try town.app.verification.verify().findings.isEmpty)
    }

    @Test func `the staff rename nothing, and another's project is not there`() throws {
        let (town, pid, other) = try town()
        let staff = Viewer.staff(UserID("s"), Set(StaffRole.allCases))
        #expect(throws: ProjectsProblem.unknownProject(pid.text)) {
            try town.app.names.name(pid, "shop", by: staff)
        }
        let viewer = Viewer.customer(UserID("u"), [pid: [.owner]])
        #expect(throws: ProjectsProblem.unknownProject(other.text)) {
            try town.app.names.name(other, "shop", by: viewer)
        }
    }

    @Test func `a named project is found by its name, and keeps its PID`() throws {
        let (town, pid, other) = try town()
        let viewer = Viewer.customer(UserID("u"), [pid: [.owner], other: [.owner]])
        try town.app.names.name(pid, "bakery-front", by: viewer)
        try town.app.names.name(pid, "bakery-front", by: viewer)
        let found = try town.app.overview.projects(
            ProjectSearch(text: "bakery"), for: .house)
        #expect(found.rows.map(\.project.project.pid) == [pid] && found.count == 1)
        #expect(found.rows.first?.name?.text == "bakery-front")
        let all = try town.app.overview.projects(ProjectSearch(), for: viewer)
        #expect(all.rows.map { $0.name?.text } == ["bakery-front", nil])
    }
}

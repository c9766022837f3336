import Access
import Basics
import Documents
import Support
import Testing
import UseCases

/// Closing documents of a project.
@Suite struct ProjectDocumentsTests {
    private let pids = ["mcs0000000001", "mcs0000000011"]

    /// Three months: both projects, one, none from transfers.
    private func town(perProject: Bool? = nil) throws -> Town {
        let town = try Town(opened: "2026-06-01")
        try town.completeSuppliers()
        let contract = Make.contract(scheme: "postpaid", documents: ["upd", "act"], perProject: perProject)
        try town.register(Make.romashka(pids: pids, contract: contract))
        try town.register(Make.petrov())
        try town.price("vm", "10")
        for (month, pid) in [("06", pids[0]), ("06", pids[1]), ("07", pids[0])] {
            try town.use("vm", in: pid, until: "2026-\(month)-10T12:00:00Z")
        }
        try town.credit("5.00", to: "mcs0000000002", at: "2026-06-01T10:00:00Z")
        try town.use("vm", in: "mcs0000000002", until: "2026-06-10T12:00:00Z")
        for month in ["2026-06", "2026-07"] { try town.close(month) }
        return town
    }

    private func viewer(_ town: Town, _ pids: [String]) throws -> Viewer {
        .customer(
            UserID("u"),
            Dictionary(uniqueKeysWithValues: try pids.map { (try town.project($0), [.accountant]) }))
    }

    private func names(_ list: ProjectDocuments) -> [String] {
        list.rows.map { "\($0.document.key.kind.rawValue) \($0.document.content.month)" }
    }

    @Test func `the latest come first, by kind and year as asked`() throws {
        let town = try town()
        let pid = try town.project(pids[0])
        let viewer = try viewer(town, pids)
        let all = try town.app.documents.documents(of: pid, DocumentSearch(), after: nil, for: viewer)
        #expect(
            names(all) == [
                "invoice 2026-07", "act 2026-07", "upd 2026-07", "invoice 2026-06", "act 2026-06",
                "upd 2026-06",
            ])
        #expect(all.years == [2026] && all.kinds == [.upd, .act, .invoice] && all.next == nil)
        let acts = try town.app.documents.documents(
            of: pid, DocumentSearch(kind: .act), after: nil, for: viewer)
        #expect(names(acts) == ["act 2026-07", "act 2026-06"])
        let none = try town.app.documents.documents(
            of: pid, DocumentSearch(year: 2025), after: nil, for: viewer)
        #expect(none.rows.isEmpty)
        // Behind a place.
        let place = try #require(DocumentPlace("2026-07.1"))
        let rest = try town.app.documents.documents(of: pid, DocumentSearch(), after: place, for: viewer)
        #expect(names(rest) == ["invoice 2026-06", "act 2026-06", "upd 2026-06"])
    }

    @Test func `a document over another project too is not shown to who may not see that one`() throws {
        let town = try town()
        let pid = try town.project(pids[0])
        let one = try town.app.documents.documents(
            of: pid, DocumentSearch(), after: nil, for: viewer(town, [pids[0]]))
        #expect(names(one) == ["invoice 2026-07", "act 2026-07", "upd 2026-07"])
        let house = try town.app.documents.documents(of: pid, DocumentSearch(), after: nil, for: .house)
        #expect(house.rows.count == 6)
    }

    @Test func `a paper is told ready once it is printed`() throws {
        let town = try town()
        let pid = try town.project(pids[0])
        func ready() throws -> Int {
            try town.app.documents.documents(of: pid, DocumentSearch(), after: nil, for: .house).rows
                .count { $0.printedAt != nil }
        }
        #expect(try ready() == 0)
        _ = try town.app.papers.paper(.document(try #require(DocumentKey("moscow/upd/2026/1"))))
        #expect(try ready() == 1)
    }

    @Test func `a month without documents says why, to a prepaid customer too`() throws {
        let town = try town()
        let list = try town.app.documents.documents(
            of: town.project("mcs0000000002"), DocumentSearch(), after: nil,
            for: viewer(town, ["mcs0000000002"]))
        #expect(list.rows.isEmpty)
        #expect(list.skipped.contains { $0.month == Month("2026-06") && $0.reason == "no-bank-funded-spend" })
    }
}

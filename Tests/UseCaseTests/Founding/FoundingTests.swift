import Access
import Basics
import Documents
import Regions
import Support
import Testing
import UseCases

/// The folder of the supplier's founding documents.
@Suite struct FoundingTests {
    private let clerk = Viewer.staff(UserID("c"), [.documentSpecialist])
    private let author = Author(user: nil, name: "anna@office.example", reason: "")
    private let day = Day("2024-05-07") ?? Day(number: 0)

    private func add(
        _ town: Town, _ bytes: [UInt8] = Make.scan, named name: String = "устав.pdf", title: String = "Устав",
        for viewer: Viewer? = nil
    ) throws -> FoundingPaper {
        try town.app.founding.add(
            bytes, named: name, title: title, dated: day, in: .moscow, for: viewer ?? clerk, by: author)
    }

    @Test func `a document that was put in is shown in its region, once, with its bytes`() throws {
        let town = try Town(opened: "2026-09-01")
        let paper = try add(town, title: "  Устав \n общества ")
        #expect(try add(town, title: "Устав общества") == paper)
        #expect(paper.title == "Устав общества" && paper.number == 1 && paper.type == .pdf)
        #expect(try town.app.founding.papers(in: .moscow) == [paper])
        #expect(try town.app.founding.papers(in: .kazakhstan).isEmpty)
        let customer = Viewer.customer(UserID("u"), [:])
        #expect(try town.app.founding.paper(1, in: .moscow, for: customer).bytes == Make.scan)
        let kept = try town.app.audit.entries(AuditSearch(object: paper.name), limit: 10, for: .house)
        #expect(kept.map(\.action) == [.addFoundingPaper] && kept.first?.detail == "Устав общества")
        #expect(try town.app.verification.verify().findings.map(\.sentence) == [])
    }

    @Test func `what is withdrawn stays in the folder and is no customer's any more`() throws {
        let town = try Town(opened: "2026-09-01")
        let paper = try add(town)
        for _ in 1...2 { try town.app.founding.withdraw(1, in: .moscow, for: clerk, by: author) }
        #expect(try town.app.founding.papers(in: .moscow).isEmpty)
        #expect(throws: DocumentsProblem.noFoundingPaper(1)) {
            try town.app.founding.paper(1, in: .moscow, for: .customer(UserID("u"), [:]))
        }
        #expect(try town.app.founding.folder(.moscow, for: clerk).first?.withdrawnAt != nil)
        #expect(try town.app.founding.paper(1, in: .moscow, for: clerk).bytes == Make.scan)
        // The same file may come back: a document of its own, with the same bytes.
        #expect(try add(town).number == 2)
        let trail = try town.app.audit.entries(AuditSearch(object: paper.name), limit: 10, for: .house)
        #expect(trail.map(\.action) == [.withdrawFoundingPaper, .addFoundingPaper])
    }

    @Test func `a file is what its bytes are, whatever it calls itself`() throws {
        let town = try Town(opened: "2026-09-01")
        let png: [UInt8] =
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0] + Array("IEND".utf8)
            + [0xAE, 0x42, 0x60, 0x82]
        #expect(try add(town, png, named: "../../etc/passwd.exe").type == .png)
        #expect(try add(town, [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 0xFF, 0xD9], title: "Фото").type == .jpeg)
        for bytes in [
            [], Array("<html><script>alert(1)</script>".utf8), Array("MZ".utf8),
            Array("%PDF-1.7 cut off".utf8),
            Array("PK\u{3}\u{4}".utf8), Array(png.dropLast(2)), Array(" %PDF-1.7 %%EOF".utf8),
        ] {
            #expect(throws: DocumentsProblem.noScan) { try add(town, bytes, named: "устав.pdf") }
        }
        let large = Make.scan + [UInt8](repeating: 0, count: ScanType.mostBytes)
        #expect(throws: DocumentsProblem.scanTooLarge(10)) { try add(town, large) }
        for title in ["", " \n ", String(repeating: "я", count: 201)] {
            #expect(throws: DocumentsProblem.noTitle(200)) { try add(town, title: title) }
        }
    }

    @Test func `only those who keep the folder put in and withdraw`() throws {
        let town = try Town(opened: "2026-09-01")
        _ = try add(town)
        for viewer in [
            Viewer.staff(UserID("s"), [.support]), .staff(UserID("m"), [.salesManager]),
            .customer(UserID("u"), [try town.project("mcs0000000001"): [.owner]]),
        ] {
            #expect(throws: AccessProblem.notAllowed) { try add(town, title: "Другой", for: viewer) }
            #expect(throws: AccessProblem.notAllowed) {
                try town.app.founding.withdraw(1, in: .moscow, for: viewer, by: author)
            }
            #expect(throws: AccessProblem.notAllowed) { try town.app.founding.folder(.moscow, for: viewer) }
        }
    }
}

import Foundation
import Testing

/// `replay` as a person runs it.
@Suite struct ReplayCommandTests {
    @Test func `a closed month is made again, byte for byte`() throws {
        let folder = try CloseTests.town()
        #expect(try folder.kontragent("replay", "2026-02").status == 2)
        for month in ["2026-01", "2026-02"] { _ = try folder.kontragent("close", month) }
        let ran = try folder.kontragent("replay", "2026-02", "--language", "en")
        #expect(ran.status == 0, "\(ran.out)\(ran.err)")
        let lines = ran.out.split(separator: "\n")
        #expect(lines.first?.hasPrefix("moscow/upd/2026/1  JSON ✓  XML ✓") == true)
        #expect(lines.last?.contains("all equal byte for byte") == true)
        #expect(ran.out.contains("kazakhstan/act/2026/1  JSON ✓  XML ✓"))
        let russian = try folder.kontragent("replay", "2026-02", "--language", "ru", "--region", "kazakhstan")
        #expect(russian.out.contains("все совпали побайтно"))
        #expect(!russian.out.contains("moscow/"))
        let json = try folder.kontragent("replay", "2026-02", "--json").json
        #expect(
            json.keys == ["month", "regions", "equal", "papers", "differing", "documents", "findings"])
        #expect(json["documents"].list.allSatisfy { $0["json"].text == "equal" })
        #expect(try folder.kontragent("replay", "2026-13").status == 64)
    }

    @Test func `a changed document is named with its field and its byte`() throws {
        guard let sqlite = Tool.installed("sqlite3") ?? Tool.installed("python3") else {
            print("skipped: nothing to change a database with")
            return
        }
        let folder = try CloseTests.town()
        for month in ["2026-01", "2026-02"] { _ = try folder.kontragent("close", month) }
        let sql = [
            "DROP TRIGGER documents_no_update",
            "UPDATE documents SET content = CAST(replace(CAST(content AS TEXT), 'Вавилова', 'Вавулова') AS BLOB) "
                + "WHERE kind = 'upd' AND number = 1 AND month = 24313",
        ]
        let words =
            sqlite.hasSuffix("sqlite3")
            ? ["kontragent.db", sql.joined(separator: "; ")]
            : [
                "-c",
                "import sqlite3,sys\nd=sqlite3.connect('kontragent.db')\nfor s in sys.argv[1:]: d.execute(s)\nd.commit()",
            ] + sql
        #expect(try folder.run(sqlite, words).status == 0)
        let ran = try folder.kontragent("replay", "2026-02", "--language", "en")
        #expect(ran.status == 1)
        #expect(ran.out.contains("moscow/upd/2026/1  JSON ✗  XML ✗"))
        #expect(ran.out.contains("JSON: counterparty.address"), "\(ran.out)")
        #expect(ran.out.contains("JSON: byte "))
        #expect(ran.out.contains("1 differ"))
        let json = try folder.kontragent("replay", "2026-02", "--json")
        #expect(json.status == 1)
        #expect(try json.json["differing"] == .number("1"))
    }
}

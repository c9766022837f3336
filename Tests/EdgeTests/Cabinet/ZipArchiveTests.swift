import Archives
import Basics
import Foundation
import Testing

/// Several files in one.
@Suite struct ZipArchiveTests {
    private func archive(_ files: [(String, String)]) throws -> [UInt8] {
        var archive = ZipArchive()
        let day = try #require(Day("2026-09-30"))
        for (name, text) in files { try archive.add(name, Array(text.utf8), at: day) }
        return try archive.bytes()
    }

    @Test func `the order in which files are added does not show, nor does the hour`() throws {
        let (one, two) = (("б.txt", "второй"), ("a/b.txt", String(repeating: "первый ", count: 5000)))
        let made = try archive([one, two])
        #expect(try made == archive([two, one]))
        #expect(made.count < 2000)
    }

    @Test func `every unpacker reads it`() throws {
        let folder = try TestFolder.quick()
        let file = URL(fileURLWithPath: folder.path).appendingPathComponent("a.zip")
        let text = String(repeating: "Счёт ", count: 3000)
        try Data(try archive([("2026-09/счёт.txt", text), ("empty.txt", "")])).write(to: file)
        let python = try #require(Tool.installed("python3"))
        let said = try folder.run(
            python,
            [
                "-c",
                "import zipfile; z = zipfile.ZipFile('a.zip'); print(z.testzip(), z.namelist(), "
                    + "len(z.read('2026-09/счёт.txt').decode()), z.infolist()[0].date_time[:4])",
            ])
        #expect(
            said.out == "None ['2026-09/счёт.txt', 'empty.txt'] \(text.count) (2026, 9, 30, 12)\n", "\(said)")
    }
}

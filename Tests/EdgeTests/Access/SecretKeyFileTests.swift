import Foundation
import Hashing
import Testing
import UseCases

@testable import kontragent

/// Where the key of second steps lies, and what the program says of a wrong one.
@Suite struct SecretKeyFileTests {
    private func vault(_ database: String, isFirst: Bool, _ environment: [String: String] = [:]) throws
        -> [UInt8]?
    {
        try SecretKey.vault(of: database, isFirst: isFirst, environment)?.key
    }

    @Test func `the first start makes a key beside the file, for its owner alone, and later ones read it`()
        throws
    {
        let folder = try TestFolder()
        let (database, path) = (folder.file("town.db"), folder.file("town.db.key"))
        #expect(Sodium.start())
        #expect(try vault(database, isFirst: false) == nil && !folder.has("town.db.key"))
        let made = try #require(try vault(database, isFirst: true))
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        #expect(try vault(database, isFirst: false) == made)
        #expect(try vault(database, isFirst: true) == made)
        // What the environment says goes before; a server's database has no file beside it.
        let text = String(repeating: "0a", count: 32)
        let given = try vault(database, isFirst: false, [SecretKey.text: text])
        #expect(given != nil && given != made)
        #expect(try vault("postgres:///x", isFirst: true, [SecretKey.file: path]) == made)
        #expect(try vault("postgres:///x", isFirst: true) == nil)
        for bad in ["", "0a", text + "00", String(repeating: "x", count: 64)] {
            #expect(throws: SettingsProblem.self) {
                try vault(database, isFirst: false, [SecretKey.text: bad])
            }
        }
    }

    @Test func `a server with another key than the database's, or none, does not start and says why`() throws
    {
        let folder = try TestFolder()
        #expect(try folder.kontragent("migrate").status == 0)
        let first = try folder.kontragent("secret-key", "replace", "--with", "one.key")
        #expect(first.status == 0 && folder.has("one.key"))
        func serve(_ environment: String...) throws -> Tool.Ran {
            try folder.run(
                Tool.path, ["serve", "--listen", "127.0.0.1:0", "--control", "127.0.0.1:0", "--no-work"],
                environment: environment)
        }
        let none = try serve()
        #expect(none.status == 3 && none.err.contains("access.no-secret-key"))
        let other = try serve("\(SecretKey.text)=\(String(repeating: "0a", count: 32))")
        #expect(other.status == 3 && other.err.contains("access.other-secret-key"))
        let bad = try serve("\(SecretKey.text)=nothing")
        #expect(bad.status == 2 && bad.err.contains("settings.bad-secret-key"))
        let lost = try folder.kontragent("secret-key", "replace", "--with", "two.key")
        #expect(lost.status == 3 && lost.err.contains("access.no-secret-key"))
        #expect(try folder.kontragent("secret-key", "replace", "--with", "two.key", "--lost").status == 0)
        // A key that is no key is as good as lost.
        let broken = ["\(SecretKey.text)=nothing"]
        for (words, status) in [([String](), Int32(2)), (["--lost"], 0)] {
            let ran = try folder.run(
                Tool.path, ["secret-key", "replace", "--with", "three.key"] + words, environment: broken)
            #expect(ran.status == status, "\(ran.err)")
        }
    }
}

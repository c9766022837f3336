import Basics
import Foundation
import GRDB
import Hashing
import Storage
import Support
import Testing
import UseCases

@Suite(.enabled(if: TestDatabase.isOnFile)) struct TamperTests {
    @Test func `every single change of a row is found`() throws {
        let isNightly = ProcessInfo.processInfo.environment["KONTRAGENT_CAMPAIGN"] == "nightly"
        let count = isNightly ? 1_000 : 150
        let seed = UInt64.random(in: 0...999_999)
        print("tampering: seed \(seed), count \(count)")
        var random = SplitMix64(seed: seed)
        let town = try BusyTown.make(seed: 11, busy: 24)
        let original = town.folder + "/original.db"
        let copy = town.folder + "/copy.db"
        try town.file().backup(to: original)
        var missed: [String] = []
        var named = 0
        for _ in 0..<count {
            try fresh(copy, from: original)
            let change = try Tamper(copy).change(&random)
            let findings = try findings(copy)
            if findings.contains(where: { $0.table == change.table }) { named += 1 }
            let isAllowed = Tamper.allowed.contains { $0.table == change.table && $0.kind == change.kind }
            if findings.isEmpty, !isAllowed {
                missed.append("\(change.table) \(change.kind): \(change.text)")
            }
        }
        print("tampering: \(count) changes, \(named) named by their own table")
        #expect(missed.isEmpty, "seed \(seed)")
        #expect(named * 10 >= count * 7)
        for name in ["original.db", "original.db.lock", "copy.db"] { unlink("\(town.folder)/\(name)") }
        for name in ["-wal", "-shm"] { unlink(copy + name) }
    }

    @Test(arguments: [
        ("credit_identities", "DELETE FROM credit_identities WHERE id = (SELECT MIN(id) FROM credits)"),
        ("credit_identities", "UPDATE credit_identities SET project = project || 'x'"),
        ("credit_identities", "UPDATE credit_identities SET digest = x'00'"),
        ("credits", "INSERT INTO credit_identities VALUES ('never-came', 'mcs0000000001', x'00')"),
        // What one database forbids by an index that a spread one does without.
        (
            "documents",
            """
            DROP INDEX documents_by_number;
            INSERT INTO documents SELECT supplier, kind, year, number, region, account || 'x', month, day,
                issued_at, position, content, sha256 FROM documents LIMIT 1
            """
        ),
        ("document_shares", "UPDATE document_shares SET account = account || 'x'"),
    ]) func `what a key no longer says by itself is found`(table: String, change: String) throws {
        let town = try BusyTown.make(busy: 24)
        let copy = town.folder + "/copy.db"
        try town.file().backup(to: copy)
        defer { for name in ["", "-wal", "-shm", ".lock"] { unlink(copy + name) } }
        #expect(try findings(copy).isEmpty)
        try Tamper(copy).queue.write { try $0.execute(sql: change) }
        #expect(try findings(copy).contains { $0.table == table }, "\(change)")
    }

    @Test(arguments: [
        "UPDATE substitutions SET amount = amount - 1", "UPDATE substitutions SET at = at + 1",
        "UPDATE substitutions SET payment = transfer, transfer = payment", "DELETE FROM substitutions",
        "INSERT INTO substitutions SELECT project, run + 1, payment, transfer, amount, at FROM substitutions",
    ]) func `a substitution that was changed is found in its table`(change: String) throws {
        let town = try Town(opened: "2026-01-01")
        try town.price("vm", "1")
        try town.register(Make.romashka())
        let pid = "mcs0000000001"
        try town.credit("100.00", to: pid, at: "2026-01-02T10:00:00Z", id: "card")
        try town.use("vm", quantity: "60", in: pid, until: "2026-01-03T10:00:00Z")
        let line = try #require(
            try town.transfer([Make.Transfer("100.00", for: pid, on: "2026-01-04", number: "1")]).lines.first)
        try town.go(to: "2026-01-05T10:00:00Z")
        _ = try town.app.settlement.substitute(
            CreditID("card"), by: CreditID(line.id.text), in: town.project(pid), as: .operatorAtMachine)
        let copy = town.folder + "/copy.db"
        try town.file().backup(to: copy)
        defer { for name in ["", "-wal", "-shm", ".lock"] { unlink(copy + name) } }
        #expect(try findings(copy).isEmpty)
        try Tamper(copy).queue.write { try $0.execute(sql: change) }
        #expect(try findings(copy).contains { $0.table == "substitutions" }, "\(change)")
    }

    @Test(arguments: [
        ("assignments", "UPDATE assignments SET amount = amount - 1"),
        ("assignments", "UPDATE assignments SET at = at + 1"),
        ("assignments", "UPDATE assignments SET assignee = '7702070139'"),
        ("assignments", "UPDATE assignments SET assignor = '7702070139'"),
        ("assignments", "DELETE FROM assignments"),
        (
            "assignments",
            "INSERT INTO assignments SELECT project, run + 1, credit, assignor, assignee, amount, at FROM assignments"
        ),
        ("lots", "UPDATE lots SET assignee = NULL"), ("lots", "UPDATE lots SET assignee = '7702070139'"),
        ("portions", "UPDATE portions SET assignee = NULL"),
        ("portions", "UPDATE portions SET assignee = '7704123450' WHERE assignee IS NULL"),
    ]) func `an assigned advance that was changed is found in its table`(table: String, change: String) throws
    {
        let town = try Town(opened: "2026-01-01")
        try town.price("vm", "1")
        try town.register(Make.romashka())
        let pid = "mcs0000000001"
        try town.transfer([
            Make.Transfer("100.00", from: "7704123450", for: pid, on: "2026-01-02", number: "1")
        ])
        try town.use("vm", quantity: "30", in: pid, until: "2026-01-03T10:00:00Z")
        try town.go(to: "2026-01-05T10:00:00Z")
        _ = try town.app.settlement.assign(
            from: TaxID("7704123450"), in: town.project(pid),
            as: Author(user: nil, name: "operator", reason: "letter 5"))
        try town.use("vm", quantity: "50", in: pid, until: "2026-01-06T10:00:00Z", id: "e-2")
        try town.settle()
        let copy = town.folder + "/copy.db"
        try town.file().backup(to: copy)
        defer { for name in ["", "-wal", "-shm", ".lock"] { unlink(copy + name) } }
        #expect(try findings(copy).isEmpty)
        try Tamper(copy).queue.write { try $0.execute(sql: change) }
        #expect(try findings(copy).contains { $0.table == table }, "\(change)")
    }

    @Test(arguments: [
        "UPDATE project_passings SET at = at + 86400000000", "UPDATE project_passings SET run = run + 1",
        "UPDATE project_passings SET to_account = 'company-7', from_account = 'romashka'",
        "UPDATE project_passings SET n = 2", "DELETE FROM project_passings",
        "INSERT INTO project_passings SELECT project, n + 1, to_account, from_account, region, at, run FROM project_passings",
    ]) func `a passing that was changed is found in its table`(change: String) throws {
        let town = try Town(opened: "2026-01-05")
        try town.register(Make.romashka())
        try town.register(Make.company(7, pid: "mcs0000000007"))
        try town.app.passing.pass(
            town.project("mcs0000000007"), to: AccountID("romashka"),
            by: Author(user: nil, name: "operator", reason: "letter 7"))
        let copy = town.folder + "/copy.db"
        try town.file().backup(to: copy)
        defer { for name in ["", "-wal", "-shm", ".lock"] { unlink(copy + name) } }
        #expect(try findings(copy).isEmpty)
        try Tamper(copy).queue.write { try $0.execute(sql: change) }
        #expect(try findings(copy).contains { $0.table == "project_passings" }, "\(change)")
    }

    private func fresh(_ copy: String, from original: String) throws {
        for suffix in ["", "-wal", "-shm"] { unlink(copy + suffix) }
        try FileManager.default.copyItem(atPath: original, toPath: copy)
    }

    /// A value the reader cannot even take counts as found where it lies.
    private func findings(_ path: String) throws -> [UseCases.Finding] {
        try BusyTown.verify(path).findings
    }
}

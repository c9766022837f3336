import Basics
import Foundation
import Regions
import Storage
import Support
import Testing

/// The real program, started as a person would start it.
@Suite struct PapersOfAClosing {
    private struct Ended {
        let status: Int32
        let out: String
        let err: String
    }

    private func kontragent(_ arguments: [String], at program: String = Tool.path) throws -> Ended {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: "/")
        let out = Pipe()
        let err = Pipe()
        process.standardOutput = out
        process.standardError = err
        try process.run()
        let said = out.fileHandleForReading.readDataToEndOfFile()
        let told = err.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Ended(
            status: process.terminationStatus, out: String(decoding: said, as: UTF8.self),
            err: String(decoding: told, as: UTF8.self))
    }

    private func run(_ program: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(program) \(arguments)")
    }

    /// A town whose January is over, its database copied to where the program may write it.
    private func database() throws -> String {
        let town = try Town(opened: "2026-01-01")
        try town.completeSuppliers()
        try town.register(Make.romashka(contract: Make.contract(documents: ["taxInvoice", "act"])))
        try town.register(Make.petrov())
        try town.price("vm", "300")
        try town.transfer([
            Make.Transfer("1000.00", for: "mcs0000000001", on: "2026-01-05", number: "1"),
            Make.Transfer(
                "700.00", from: Make.petrovINN, for: "mcs0000000002", on: "2026-01-07", number: "2"),
        ])
        try town.use("vm", in: "mcs0000000001", until: "2026-01-20T10:00:00Z")
        try town.use("vm", in: "mcs0000000002", until: "2026-01-20T10:00:00Z")
        try town.register(Make.altyn())
        try town.price("vm", "900", region: .kazakhstan)
        try town.transfer(
            [
                Make.Transfer(
                    "5000.00", from: Make.altynBIN, for: "mcs0000000003", on: "2026-01-05",
                    account: "KZ86125KZT5004100100")
            ], to: .kazakhstan, named: "kz.txt")
        try town.use("vm", in: "mcs0000000003", until: "2026-01-20T10:00:00Z")
        try town.settle()
        let folder = "\(NSTemporaryDirectory())/kontragent-edge-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for end in ["", "-wal"] {
            try FileManager.default.copyItem(
                atPath: "\(town.folder)/town.db\(end)", toPath: "\(folder)/town.db\(end)")
        }
        return folder
    }

    private func papers(in folder: String) throws -> [String: Data] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder).filter {
            $0.hasSuffix(".pdf")
        }
        return try Dictionary(
            uniqueKeysWithValues: names.map {
                ($0, try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\($0)")))
            })
    }

    @Test func `close writes a paper beside every document, the same bytes each time`() throws {
        let folder = try database()
        defer { try? FileManager.default.removeItem(atPath: folder) }  // a temporary folder
        let close = ["close", "2026-01", "--db", "\(folder)/town.db", "--json", "--out"]
        let left = try kontragent(close + ["\(folder)/left", "--no-wait"])
        #expect(left.status == 0)
        #expect(try papers(in: "\(folder)/left").isEmpty)
        let first = try kontragent(close + ["\(folder)/one"])
        #expect(first.status == 0, "\(first.err)")
        let one = try papers(in: "\(folder)/one")
        #expect(
            one.keys.sorted() == [
                "050141000631/971240001315/2026-01/act-1.pdf",
                "7743001840/500100732259/2026-01/upd-1.pdf", "7743001840/7707083893/2026-01/act-1.pdf",
                "7743001840/7707083893/2026-01/taxInvoice-1.pdf",
            ])
        for name in one.keys { #expect(first.out.contains(name)) }
        // Moscow's documents are formalised, and carry their XML.
        for name in one.keys where name.hasPrefix("7743001840") {
            let place = "\(folder)/one/\(name.dropLast(4))"
            try run("pdfdetach", ["-save", "1", "-o", "\(place).inside", "\(place).pdf"])
            #expect(
                try Data(contentsOf: URL(fileURLWithPath: "\(place).inside"))
                    == Data(contentsOf: URL(fileURLWithPath: "\(place).xml")))
        }
        _ = try kontragent(close + ["\(folder)/two"])
        #expect(try papers(in: "\(folder)/two") == one)
        let again = try kontragent(close + ["\(folder)/two", "--no-wait"])
        for name in one.keys { #expect(again.out.contains(name)) }
    }

    @Test func `a paper that cannot be printed is named, and the rest of the closing stands`() throws {
        let folder = try database()
        defer { try? FileManager.default.removeItem(atPath: folder) }  // a temporary folder
        let ended = try kontragent([
            "close", "2026-01", "--db", "\(folder)/town.db", "--out", "\(folder)/out", "--paper-python",
            "/bin/false",
        ])
        #expect(ended.status == 3)
        #expect(ended.err.contains("paper.not-started"))
        #expect(
            FileManager.default.fileExists(atPath: "\(folder)/out/7743001840/500100732259/2026-01/upd-1.xml"))
        let waiting = try kontragent(["outbox", "--topic", "paper", "--db", "\(folder)/town.db"])
        #expect(waiting.out.contains("4 wait, 4 of them after a failure"), "\(waiting.out)")
        #expect(waiting.out.contains("moscow/upd/2026/1"))
        #expect(waiting.out.contains("paper.not-started"))
        let missing = try kontragent([
            "close", "2026-01", "--db", "\(folder)/town.db", "--out", "\(folder)/out", "--paper-python",
            "/nowhere/python3",
        ])
        #expect(missing.status == 3)
        #expect(missing.err.contains("paper.no-python"))
        // Once there is something to print with, nothing was lost.
        let mended = try kontragent([
            "close", "2026-01", "--db", "\(folder)/town.db", "--out", "\(folder)/out",
        ])
        #expect(mended.status == 0, "\(mended.err)")
        #expect(try papers(in: "\(folder)/out").count == 4)
        let done = try kontragent(["outbox", "--topic", "paper", "--db", "\(folder)/town.db", "--json"])
        #expect(done.out == "[]\n")
        let copy = try kontragent([
            "print", "moscow/upd/2026/1", "--db", "\(folder)/town.db", "--out", "\(folder)/copy.pdf",
        ])
        #expect(copy.status == 0, "\(copy.err)")
        #expect(
            try Data(contentsOf: URL(fileURLWithPath: "\(folder)/copy.pdf"))
                == Data(
                    contentsOf: URL(
                        fileURLWithPath: "\(folder)/out/7743001840/500100732259/2026-01/upd-1.pdf")))
    }

    @Test func `a program with nothing to print with closes all the same, and says so`() throws {
        let folder = try database()
        defer { try? FileManager.default.removeItem(atPath: folder) }  // a temporary folder
        // A link, not a copy: a file just written may still be open in a neighbour's fork, and busy.
        let program = URL(fileURLWithPath: Tool.path).resolvingSymlinksInPath().path
        guard (try? FileManager.default.linkItem(atPath: program, toPath: "\(folder)/kontragent")) != nil
        else {
            print("skipped: the temporary folder is on another disk than the program")
            return
        }
        let ended = try kontragent(
            ["close", "2026-01", "--db", "\(folder)/town.db", "--out", "\(folder)/out"],
            at: "\(folder)/kontragent")
        #expect(ended.status == 0, "\(ended.err)")
        #expect(ended.err.contains("paper.no-python"))
        #expect(
            FileManager.default.fileExists(atPath: "\(folder)/out/7743001840/500100732259/2026-01/upd-1.xml"))
    }

    @Test func `invoice writes its paper and says what it is`() throws {
        let folder = try database()
        defer { try? FileManager.default.removeItem(atPath: folder) }  // a temporary folder
        let make = ["invoice", "mcs0000000001", "--db", "\(folder)/town.db", "--out", "\(folder)/a.pdf"]
        let made = try kontragent(make + ["2440.00", "--json"])
        #expect(made.status == 0, "\(made.err)")
        #expect(made.out.contains("\"kind\":\"paymentInvoice\""))
        #expect(made.out.contains("\"number\":1"))
        #expect(made.out.contains("\"amount\":\"2440.00\""))
        let pdf = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/a.pdf"))
        #expect(pdf.starts(with: Array("%PDF-1.7".utf8)))
        let small = try kontragent(make + ["9.99"])
        #expect(small.status == 2)
        #expect(small.err.contains("documents.invoice-too-small"))
        #expect(try kontragent(make + ["-5"]).status == 64)
        #expect(try kontragent(make + ["1,5"]).status == 64)
        let next = try kontragent(make + ["10"])
        #expect(next.out.contains("2"))
    }

    @Test func `reconcile shows an act, then makes it once, as PDF and XML; open months are refused`() throws
    {
        let folder = try database()
        defer { try? FileManager.default.removeItem(atPath: folder) }  // a temporary folder
        let make = [
            "reconcile", "mcs0000000002", "--db", "\(folder)/town.db", "--from", "2026-01-01", "--through",
            "2026-01-31",
        ]
        let early = try kontragent(make + ["--preview"])
        #expect(early.status == 3 && early.err.contains("documents.period-not-closed"), "\(early.err)")
        let closed = try kontragent(["close", "2026-01", "--db", "\(folder)/town.db"])
        #expect(closed.status == 0, "\(closed.err)")
        let shown = try kontragent(make + ["--preview", "--language", "ru"])
        #expect(shown.status == 0 && shown.out.contains("сальдо конечное"), "\(shown.err)")
        let files = ["--out", "\(folder)/act.pdf", "--xml", folder, "--json"]
        for _ in 1...2 {
            let made = try kontragent(make + files)
            #expect(made.status == 0, "\(made.err)")
            #expect(made.out.contains("\"address\":\"moscow/reconciliation/"))
            #expect(made.out.contains("\"number\":1,"))
            #expect(made.out.contains("\"closing\":\"-400.00\""), "\(made.out)")
        }
        let pdf = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/act.pdf"))
        #expect(pdf.starts(with: Array("%PDF-1.7".utf8)))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(
            names.filter { $0.hasPrefix("ON_AKTSVEROTP_") && $0.hasSuffix(".xml") }.count == 1, "\(names)")
        let nobody = try kontragent(make + ["--party", "7702070139", "--preview"])
        #expect(nobody.status == 2 && nobody.err.contains("documents.never-party"), "\(nobody.err)")
        let backwards = ["reconcile", "mcs0000000002", "--from", "2026-02-01", "--through", "2026-01-01"]
        #expect(try kontragent(backwards + ["--db", "\(folder)/town.db"]).status == 2)
    }
}

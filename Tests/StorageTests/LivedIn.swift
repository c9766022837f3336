import Access
import Basics
import Contracts
import Documents
import GRDB
import Projects
import Regions
import Requests
import Support
import Testing
import UseCases
import Wording

/// A town with some of everything in its database, and a look into it from beside.
struct LivedIn {
    let town: Town
    private let raw: Raw

    private enum Raw {
        case file(DatabaseQueue)
        /// Its URL: a connection is one thread's, and this is shared.
        case server(String)
    }

    init() throws {
        town = try Town(opened: "2026-01-01")
        try town.completeSuppliers()
        try town.register(Make.romashka())
        try town.price("vm", "1300")
        try town.transfer([
            Make.Transfer("1000.00", for: "mcs0000000001", on: "2026-01-05", number: "1"),
            Make.Transfer("700.00", from: "7702070139", for: "услуги", on: "2026-01-07", number: "2"),
        ])
        try town.grant(
            "10.00", "compute", to: "mcs0000000001", at: "2026-01-06T10:00:00Z",
            expires: "2026-03-06T10:00:00Z")
        // More than there is: the project is frozen, a debt is left.
        try town.use("vm", in: "mcs0000000001", until: "2026-01-20T10:00:00Z", id: "e-1")
        try town.settle()
        _ = try town.app.invoices.make(for: town.project("mcs0000000001"), amount: 100_00)
        try town.app.flow.ask(of: town.project("mcs0000000001"), seen: 0, for: .house) { region, open in
            Make.flow(region, from: open)
        }
        try town.close("2026-01")
        _ = try town.app.reconciliations.make(
            of: town.project("mcs0000000001"),
            ReconciledPeriod(
                from: Month(index: 2026 * 12).firstDay, through: Month(index: 2026 * 12).lastDay),
            for: .house)
        for key in try town.app.papers.due(limit: 10) { _ = try town.app.papers.paper(key) }
        // Somebody with nothing yet.
        try town.register(Make.petrov())
        // Unclear money given to them by mistake, and taken back.
        let author = Author(user: nil, name: "operator", reason: "wrong customer")
        _ = try town.app.bank.match("2", to: town.project("mcs0000000002"), by: author)
        _ = try town.app.bank.undoMatch("2", by: author)
        _ = try town.app.founding.add(
            Make.scan, named: "устав.pdf", title: "Устав", dated: Month(index: 2020 * 12).firstDay,
            in: .moscow,
            for: .house, by: author)
        try town.app.founding.withdraw(1, in: .moscow, for: .house, by: author)
        if let euro = AgreedCurrency("EUR"), let rate = ExchangeRate(units: 1, "98.7654") {
            let day = Month(index: 2020 * 12).firstDay
            try town.app.rates.add(
                OfficialRate(euro, on: day, rate), in: .moscow, for: .house, by: author)
        }
        try LivedIn.ask(town)
        _ = try town.app.mailbox.take(LivedIn.letter, from: "docs@provider.example/INBOX")
        try town.app.settlement.deferFreezing(of: town.project("mcs0000000001"), days: 1, by: author)
        // What a card has paid a transfer pays.
        try LivedIn.substitute(town, author)
        // Terms, and a contract that was signed.
        var terms = Make.contract(from: "2026-06-01", number: "7")
        let id = AccountID(Make.petrov().account)
        for version in ["2026-06-01", "2026-07-01"] {
            terms.from = version
            try town.app.contracts.draft(terms, of: id, in: .moscow, for: .house, as: author)
            guard version == "2026-06-01" else { break }
            let dossier = try town.app.contracts.dossier(of: id, in: .moscow, for: .house)
            try town.app.contracts.sign(
                dossier.mark, file: ("signed.pdf", Array("%PDF-1.7".utf8)), of: id, in: .moscow, for: .house,
                as: author)
        }
        try town.app.flow.mark(
            [
                PackageName(
                    account: AccountID("romashka"), region: .moscow, month: Month(index: 2026 * 12),
                    project: nil)
            ], as: .edm, for: .house, by: author)
        // Somebody who wants no more charges, and uses something all the same.
        let petrov = try town.project("mcs0000000002")
        try town.app.conservation.take(.begun, of: petrov, by: .house)
        try town.use("vm", in: "mcs0000000002", until: "2026-02-20T10:00:00Z")
        try town.go(to: "2026-02-20T11:00:00Z")
        _ = try town.app.settlement.settle([petrov])
        // A project of one customer becomes another's.
        try town.register(Make.company(7, pid: "mcs0000000007"))
        try town.app.passing.pass(
            town.project("mcs0000000007"), to: AccountID("romashka"), by: author)
        raw =
            TestDatabase.isOnFile
            ? .file(try DatabaseQueue(path: town.database)) : .server(town.database)
    }

    /// A letter that waits, with a file.
    private static let letter = Array(
        """
        From: a@b.example
        Subject: scan
        Content-Type: application/pdf; name="a.pdf"
        Content-Transfer-Encoding: base64

        JVBERi0xLjQKJSVFT0YK

        """.utf8)

    private static func substitute(_ town: Town, _ author: Author) throws {
        let pid = try town.project("mcs0000000002")
        try town.credit("10.00", to: pid.text, at: "2026-02-04T10:00:00Z", id: "card-1")
        try town.use("vm", quantity: "0.001", in: pid.text, until: "2026-02-05T10:00:00Z", id: "e-2")
        let transfer = try town.transfer(
            [
                Make.Transfer("10.00", from: Make.petrovINN, for: pid.text, on: "2026-02-06", number: "5"),
                Make.Transfer("8.00", from: "7702070139", for: pid.text, on: "2026-02-06", number: "6"),
            ], named: "february.txt")
        try town.go(to: "2026-02-07T09:00:00Z")
        _ = try town.app.settlement.substitute(
            CreditID("card-1"), by: CreditID(transfer.lines[0].id.text), in: pid, as: author)
        // What another payer has left becomes the customer's.
        _ = try town.app.settlement.assign(from: TaxID("7702070139"), in: pid, as: author)
    }

    /// A customer's request with a file.
    private static func ask(_ town: Town) throws {
        let pid = try town.project("mcs0000000001")
        try town.app.users.create(
            email: "owner@romashka.example", name: "Anna", password: "a kettle on the stove",
            .member(pid, [.owner]), in: .ru, by: .house)
        try town.app.requests.make(
            .freezeDelay, ["project": pid.text],
            RequestWords(
                "", files: [RequestFile(field: .proof, named: "proof.pdf", Array("%PDF-1.7\n".utf8))],
                key: "1"),
            in: pid, by: town.app.requests.person("owner@romashka.example"))
    }

    /// The file from beside.
    var queue: DatabaseQueue {
        get throws {
            guard case .file(let file) = raw else { throw TownProblem.noFile }
            return file
        }
    }

    /// The first column of an answer, as texts.
    func texts(_ sql: String) throws -> [String] {
        switch raw {
        case .file(let file): try file.read { try String.fetchAll($0, sql: sql) }
        case .server(let url): try RawPostgres(url).rows(sql).compactMap { $0.first ?? nil }
        }
    }

    /// Nil where the statement went through, else what the engine said. What goes through is undone, so
    /// that statements do not disturb each other.
    func refusal(_ sql: String) throws -> String? {
        switch raw {
        case .file(let file):
            do {
                try file.write { db in
                    try db.execute(sql: sql)
                    throw Undo()
                }
                return nil
            } catch is Undo { return nil } catch let error as DatabaseError { return error.message ?? "" }
        case .server(let url):
            // What was begun ends with the connection.
            let server = try RawPostgres(url)
            try server.run("BEGIN")
            do {
                try server.run(sql)
                return nil
            } catch let refusal as RawPostgres.Refusal { return refusal.text }
        }
    }

    private struct Undo: Error {}
}

extension LivedIn {
    private static let made = Result { try LivedIn() }

    /// One for all tests that leave it as it was.
    static func shared() throws -> LivedIn { try made.get() }
}

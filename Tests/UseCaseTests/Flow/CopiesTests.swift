import Access
import Basics
import Contracts
import Counterparties
import Documents
import Regions
import Support
import Synchronization
import Testing
import UseCases
import Wording

/// Copies of a month's documents go out by mail by themselves, each once, to whom they were asked for.
@Suite struct CopiesTests {
    private let own = "mcs0000000001"
    private let clerk = Viewer.staff(UserID("c"), [.documentSpecialist])
    private let author = Author(user: nil, name: "anna@office.example", reason: "просили ещё раз")
    private let september = Month(index: 2026 * 12 + 8)
    private let october = Month(index: 2026 * 12 + 9)
    private let november = Month(index: 2026 * 12 + 10)

    /// A mail server that keeps what it takes, and does something first.
    private final class Post: Sendable {
        let taken = Mutex<[(letter: Letter, enclosures: [Enclosure])]>([])
        let first = Mutex<(@Sendable (Letter) throws -> Void)?>(nil)

        var mailer: Mailer {
            Mailer { letter, enclosures in
                try self.first.withLock { $0 }?(letter)
                self.taken.withLock { $0.append((letter, enclosures)) }
            }
        }

        /// The letters with copies: address and names of files, in the order of addresses.
        var copies: [String] {
            taken.withLock { all in
                all.filter { $0.letter.kind == "copies" }
                    .map { "\($0.letter.to): \($0.enclosures.map(\.name).joined(separator: ", "))" }.sorted()
            }
        }
    }

    private func town(
        contract: Bool = true, printer: Printer = Town.plainPress, months: [String] = ["09", "10", "11"]
    ) throws -> Town {
        let town = try Town(opened: "2026-09-05", printer: printer)
        try town.completeSuppliers()
        try town.price("vm", "1.5")
        try town.register(Make.romashka(pids: [own], contract: contract ? Make.contract() : nil))
        try town.transfer([Make.Transfer("100.00", for: "Оплата \(own)", on: "2026-09-01")])
        for month in months {
            try town.use("vm", quantity: "10", in: own, until: "2026-\(month)-05T08:00:00Z")
        }
        return town
    }

    private func ask(
        _ town: Town, from month: Month? = nil, documents: Set<DocumentKind> = [],
        _ copies: DocumentFlow.Copies
    ) throws {
        let project = try town.project(own)
        let seen = try town.app.flow.overview(of: project, for: .house).seen
        try town.app.flow.ask(of: project, seen: seen, for: .house) { region, open in
            Make.flow(region, from: month ?? open, documents: documents, copies: copies)
        }
    }

    private func print(_ town: Town) throws {
        for key in try town.app.papers.due(limit: 100) { _ = try town.app.papers.paper(key) }
    }

    private func wait(_ town: Town, seconds: Int64 = 60) throws {
        try town.go(to: town.now.adding(seconds: seconds).description)
    }

    /// A turn of the work: letters are written, and sent.
    private func work(_ town: Town, _ post: Post, limit: Int = 50) throws {
        let desks = town.desks(mailer: post.mailer)
        _ = try desks.notices.write()
        _ = try desks.letters.send(limit: limit)
    }

    private func name(_ month: Month) -> PackageName {
        PackageName(account: AccountID("romashka"), region: .moscow, month: month, project: nil)
    }

    /// Who noted that copies went out, once for each time.
    private func copied(_ town: Town, _ month: Month) throws -> [UserID?] {
        try town.store.read { try $0.dispatches(of: name(month)) }.filter { $0.step == .copied }.map(\.by)
    }

    private func going(_ town: Town, _ month: Month) throws -> FlowDesk.Going {
        try #require(try town.app.flow.queue(.moscow, month, .copies, for: clerk).packages.first)
    }

    private func isTrue(_ town: Town, of month: Month) throws {
        #expect(try town.app.verification.verify().findings.map(\.sentence) == [])
        #expect(try town.app.replay.replay(month, regions: [.moscow]).isEqual)
    }

    private func passage(_ town: Town) throws -> PackagePassage {
        let documents = try town.app.documents.documents(
            of: town.project(own), DocumentSearch(), after: nil, for: .house)
        return try #require(documents.rows.first).passage
    }

    @Test
    func
        `each address gets the month's papers when they are printed, and the last letter taken marks the package`()
        throws
    {
        let town = try town()
        try town.app.users.create(
            email: "boss@romashka.example", name: "Boss", password: "зелёная лампа у окна",
            .member(town.project(own), [.accountant]), in: .en, by: .house)
        try ask(
            town, documents: [.taxInvoice, .act],
            .monthly(["buh@romashka.example", "boss@romashka.example", "buh@romashka.example"]))
        try town.close("2026-09")
        let post = Post()
        try work(town, post)
        #expect(post.copies.isEmpty, "the papers are not printed yet")
        try print(town)
        try wait(town)
        _ = try town.desks(mailer: post.mailer).notices.write()
        let letters = try town.app.letters.list().filter { $0.kind == "copies" }
        #expect(letters.count == 2 && Set(letters.map(\.language)) == [.ru, .en])
        #expect(try going(town, september).copies?.waiting.count == 2)
        // One of them is taken, the other is told to come later.
        post.first.withLock {
            $0 = { letter in
                if letter.to.text.hasPrefix("buh") { throw MailRefusal.later("452 full") }
            }
        }
        try work(town, post)
        #expect(try copied(town, september).isEmpty)
        #expect(try !going(town, september).isToMail, "a letter is on its way")
        post.first.withLock { $0 = nil }
        try wait(town)
        try work(town, post)
        let files = "moscow-taxInvoice-2026-1.pdf, moscow-act-2026-1.pdf"
        #expect(post.copies == ["boss@romashka.example: \(files)", "buh@romashka.example: \(files)"])
        #expect(try copied(town, september) == [nil])
        for (letter, enclosures) in post.taken.withLock({ $0 }) where letter.kind == "copies" {
            #expect(
                enclosures.map(\.bytes)
                    == ["moscow/taxInvoice/2026/1", "moscow/act/2026/1"].map { Array($0.utf8) })
            let isRussian = letter.language == .ru
            #expect(
                letter.subject.contains(isRussian ? "сентябрь 2026" : "September 2026"), "\(letter.subject)")
            #expect(
                letter.body.contains(isRussian ? "акт № 1 от 30.09.2026" : "act № 1 of"), "\(letter.body)")
        }
        // Nothing goes twice.
        for _ in 1...2 {
            try wait(town, seconds: 86_400)
            try work(town, post)
        }
        #expect(post.copies.count == 2)
        #expect(try town.app.audit.entries(AuditSearch(action: .sendCopies), limit: 9, for: .house).isEmpty)
        try isTrue(town, of: september)
    }

    @Test
    func `copies that are wanted once go of the first month alone, and each month goes where it was asked`()
        throws
    {
        let town = try town()
        try ask(town, from: september, .once(["once@romashka.example"]))
        let post = Post()
        try town.close("2026-09")
        try ask(town, from: november, .monthly(["new@romashka.example"]))
        for month in ["2026-10", "2026-11"] {
            try print(town)
            try town.close(month)
            // September's waits still, though others are asked for by now.
            try wait(town)
        }
        try print(town)
        try wait(town)
        try work(town, post)
        #expect(
            post.copies == [
                "new@romashka.example: moscow-upd-2026-3.pdf", "once@romashka.example: moscow-upd-2026-1.pdf",
            ])
        #expect(try copied(town, october).isEmpty)
        for month in [september, november] { try #expect(copied(town, month) == [nil]) }
        try isTrue(town, of: november)
    }

    @Test func `a package by project brings that project's papers`() throws {
        let town = try Town(opened: "2026-09-05")
        let pids = [own, "mcs0000000002"]
        try town.completeSuppliers()
        try town.price("vm", "1.5")
        try town.register(Make.romashka(pids: pids, contract: Make.contract()))
        for pid in pids { try town.use("vm", in: pid, until: "2026-09-05T08:00:00Z") }
        try town.transfer(
            [Make.Transfer("100.00", for: "Оплата \(own)", on: "2026-09-01", number: "1")], named: "a.txt")
        try town.transfer(
            [Make.Transfer("100.00", for: "Оплата \(pids[1])", on: "2026-09-01", number: "2")], named: "b.txt"
        )
        try town.app.flow.ask(of: try town.project(own), seen: 0, for: .house) { region, open in
            Make.flow(region, from: open, perProject: true, copies: .monthly(["buh@romashka.example"]))
        }
        try town.close("2026-09")
        try print(town)
        let post = Post()
        try work(town, post)
        #expect(
            post.copies == (1...2).map { "buh@romashka.example: moscow-upd-2026-\($0).pdf" })
        let packages = try town.app.flow.queue(.moscow, september, .copies, for: clerk).packages
        #expect(packages.count == 2 && packages.allSatisfy(\.state.isCopied))
    }

    @Test func `a former party's month goes where that party asked, and the next one gets nothing`() throws {
        let town = try town(contract: false)
        try ask(town, .monthly(["buh@romashka.example"]))
        for month in ["2026-09", "2026-10"] { try town.close(month) }
        try town.go(to: "2026-11-03T09:00:00Z")
        var party = Make.petrov().counterparty
        party.address = Make.romashka().counterparty.address
        try town.app.profiles.change(
            party, of: try town.project(own), by: .house, as: Author(user: nil, name: "a", reason: "b"))
        try town.close("2026-11")
        try print(town)
        let post = Post()
        try wait(town)
        try work(town, post)
        #expect(
            post.copies == (1...2).map { "buh@romashka.example: moscow-upd-2026-\($0).pdf" }, "not November's"
        )
        for (letter, _) in post.taken.withLock({ $0 }) where letter.kind == "copies" {
            #expect(letter.body.contains("Ромашка"), "\(letter.body)")
        }
        #expect(try town.app.flow.queue(.moscow, november, .copies, for: clerk).packages.isEmpty)
    }

    @Test func `a process that dies between taking and noting sends the same letter again and marks once`()
        throws
    {
        let town = try town()
        try ask(town, .monthly(["buh@romashka.example"]))
        try town.close("2026-09")
        try print(town)
        let post = Post()
        _ = try town.app.notices.write()
        let dying = town.desks(over: CopiesTests.DyingStore(store: town.store), mailer: post.mailer)
        #expect(throws: CopiesTests.Died.self) { try dying.letters.send() }
        #expect(try copied(town, september).isEmpty)
        for _ in 1...2 { try work(town, post) }
        let sent = post.taken.withLock { $0 }.filter { $0.letter.kind == "copies" }
        #expect((1...2).contains(sent.count) && Set(sent.map(\.letter.messageWord)).count == 1)
        #expect(try copied(town, september) == [nil])
        try isTrue(town, of: september)
    }

    private struct Died: Error {}

    /// What is read comes; nothing is written any more.
    private struct DyingStore: Store {
        let store: any Store
        func read<Result>(_ body: (any Records) throws -> Result) throws -> Result { try store.read(body) }
        func transaction<Result>(_ body: (any Records) throws -> Result) throws -> Result { throw Died() }
    }

    @Test func `of two nodes the one that lost the work notes nothing, and the other marks the package once`()
        throws
    {
        let town = try town()
        try ask(town, .monthly(["buh@romashka.example", "boss@romashka.example"]))
        try town.close("2026-09")
        try print(town)
        let post = Post()
        let nodes = ["a", "b"].map {
            Node(id: NodeID($0), host: "host-\($0)", process: 1, program: "kontragent 1", works: true)
        }
        let desks = town.desks(mailer: post.mailer)
        for node in nodes { try desks.nodes.join(node) }
        let held = try #require(try desks.nodes.take("letters/0", for: nodes[0].id))
        let slow = desks.under(held)
        _ = try slow.notices.write()
        post.first.withLock {
            $0 = { [post] letter in
                // While the server takes its time, another node gets the work and does all of it.
                post.first.withLock { $0 = nil }
                try town.go(to: town.now.adding(seconds: 120).description)
                let other = try #require(try desks.nodes.take("letters/0", for: nodes[1].id))
                _ = try desks.under(other).notices.write()
                _ = try desks.under(other).letters.send()
            }
        }
        #expect(throws: NodesProblem.self) { try slow.letters.send() }
        #expect(try copied(town, september) == [nil])
        #expect(try town.app.letters.list().filter { $0.kind == "copies" }.count == 2)
        #expect(Set(post.copies).count == 2)
        try isTrue(town, of: september)
    }

    @Test func `what is more than a letter holds goes in several, and a paper too large is left to a person`()
        throws
    {
        // As long as its name says, in bytes: taxInvoice 9 MB, act 8 MB, upd 16 MB.
        let printer = Printer(
            places: 1,
            print: { _, name in
                let size = name.contains("act") ? 8_000_000 : name.contains("upd") ? 16_000_000 : 9_000_000
                return Array(repeating: 0x25, count: size)
            }, trouble: { "\($0)" })
        let town = try town(printer: printer, months: ["09", "10"])
        try ask(town, documents: [.taxInvoice, .act], .monthly(["buh@romashka.example"]))
        try ask(town, from: october, documents: [.upd, .act], .monthly(["buh@romashka.example"]))
        let post = Post()
        for month in ["2026-09", "2026-10"] {
            try town.close(month)
            try print(town)
            try wait(town)
            try work(town, post)
        }
        #expect(
            post.copies == [
                "buh@romashka.example: moscow-act-2026-1.pdf", "buh@romashka.example: moscow-act-2026-2.pdf",
                "buh@romashka.example: moscow-taxInvoice-2026-1.pdf",
            ])
        let letters = post.taken.withLock { $0 }.map(\.letter).filter { $0.kind == "copies" }
        #expect(
            letters.filter { $0.subject.contains("(1 из 2)") || $0.subject.contains("(2 из 2)") }.count == 2)
        #expect(letters.last?.body.contains("Не помещаются в письмо") == true, "\(letters)")
        #expect(letters.last?.body.contains("УПД № 1") == true)
        #expect(try copied(town, september) == [nil])
        // The large one is a person's to send, and to mark.
        let left = try going(town, october)
        #expect(left.copies?.tooLarge.map(\.document.text) == ["moscow/upd/2026/1"])
        #expect(!left.isToMail && !left.state.isCopied)
        try town.app.flow.mark([name(october)], as: .copies, for: clerk, by: author)
        #expect(try going(town, october).state.isCopied)
    }

    @Test func `what was refused or came back is sent again when staff say so, once`() throws {
        let town = try town()
        try ask(town, .monthly(["buh@romashka.example"]))
        try town.close("2026-09")
        // Asked for before the papers are there, they go when those are.
        try town.app.flow.mailCopies([name(september)], for: clerk, by: author)
        try print(town)
        let post = Post()
        post.first.withLock { $0 = { _ in throw MailRefusal.never("550 nobody") } }
        try work(town, post)
        #expect(try going(town, september).copies?.refusal == "550 nobody")
        try wait(town, seconds: 3_600)
        post.first.withLock { $0 = nil }
        try work(town, post)
        #expect(post.copies.isEmpty, "a refused letter is not tried by itself")
        #expect(throws: AccessProblem.notAllowed) {
            try town.app.flow.mailCopies(
                [name(september)], for: .staff(UserID("s"), [.support]), by: author)
        }
        #expect(throws: DocumentsProblem.self) {
            try town.app.flow.mailCopies([name(october)], for: clerk, by: author)
        }
        for _ in 1...2 { try town.app.flow.mailCopies([name(september)], for: clerk, by: author) }
        try work(town, post)
        #expect(post.copies.count == 1)
        #expect(try copied(town, september) == [nil])
        #expect(try !going(town, september).isToMail)
        // It comes back after all.
        let letter = try #require(post.taken.withLock { $0.last { $0.letter.kind == "copies" } }?.letter)
        try town.store.transaction { try $0.note(bounced: letter, "mailbox full", at: town.now) }
        let back = try going(town, september)
        #expect(back.isToMail && back.state.isCopied && back.copies?.refusal == "mailbox full")
        #expect(try passage(town).copies == .refused, "the customer is not told that it has them")
        try town.app.flow.mailCopies([name(september)], for: clerk, by: author)
        try work(town, post)
        #expect(post.copies.count == 2)
        #expect(
            Set(post.taken.withLock { $0 }.map(\.letter.messageWord)).count
                == post.taken.withLock { $0 }.count)
        #expect(try copied(town, september) == [nil])
        #expect(try !going(town, september).isToMail)
        #expect(try passage(town).copies != .refused)
        let trail = try town.app.audit.entries(AuditSearch(action: .mailCopies), limit: 9, for: .house)
        #expect(trail.map(\.object) == Array(repeating: "flow/moscow/2026-09/romashka", count: 3))
        try isTrue(town, of: september)
    }

    @Test func `what a person has sent before its papers were printed is not sent by the program too`() throws
    {
        let town = try town()
        try ask(town, .monthly(["buh@romashka.example"]))
        try town.close("2026-09")
        try town.app.flow.mark([name(september)], as: .copies, for: clerk, by: author)
        try print(town)
        let post = Post()
        try work(town, post)
        #expect(post.copies.isEmpty)
        #expect(try town.app.outbox.waiting(.notice).isEmpty)
    }

    @Test func `the cabinet says how far the copies of a document are, and when they went`() throws {
        let town = try town()
        try ask(town, .monthly(["buh@romashka.example"]))
        try town.close("2026-09")
        #expect(try passage(town).copies == .onTheirWay)
        try print(town)
        try wait(town)
        let post = Post()
        try work(town, post)
        #expect(try passage(town).copies == .sent(at: town.now))
        #expect(try passage(town).state.sentAt == nil, "the originals are another matter")
        #expect(try passage(town).delivery == .edm)
        try wait(town)
        try town.app.flow.mark([name(september)], as: .edm, for: clerk, by: author)
        #expect(try passage(town).state.sentAt == town.now)
    }
}

import Access
import Basics
import Contracts
import Counterparties
import Documents
import Formats
import Foundation
import Pages
import Payments
import Projects
import Regions
import Requests
import Support
import Testing
import Wording

@testable import UseCases

/// Texts that try to be more than texts, many on a page: a page of hostile ones is built as the same page of harmless
/// ones is, row by row. Pages know nothing of engines: one is enough.
@Suite(.enabled(if: TestDatabase.isOnFile)) struct HostileListsTests {
    private typealias Text = (number: Int, text: String)

    /// Pages over a town whose texts these are, and those of them that the desks took.
    private struct Shown {
        var kept: [Text] = []
        /// Those of them that the pages show as they are; nil = all.
        var whole: [Text]?
        var pages: [(name: String, markup: Markup)] = []
    }

    private static let visit = Visit(
        asked: "en", preferred: .en, look: Look(styles: ["/assets/sheet.css"], icon: "/assets/icon.svg"),
        person: .user(name: "Anna", isStaff: true), formToken: "token", office: Set(Right.allCases))

    private static func pid(_ number: Int) -> String { "mcs" + ("000000000" + String(number + 1)).suffix(10) }

    /// Shows the corpus, then as many harmless texts in the same places.
    private func hold(_ least: Int, _ show: ([Text]) throws -> Shown) throws {
        let corpus = try HostilePagesTests.corpus().enumerated().map { (number: $0, text: $1) }
        let hostile = try show(corpus)
        #expect(hostile.kept.count >= least, "\(hostile.kept.count) of \(corpus.count)")
        let plain = try show(hostile.kept.map { (number: $0.number, text: "Ромашка") })
        #expect(plain.kept.map(\.number) == hostile.kept.map(\.number))
        #expect(hostile.pages.map(\.name) == plain.pages.map(\.name))
        var text = ""
        for (page, other) in zip(hostile.pages, plain.pages) {
            let (found, wanted) = (try Skeleton(page.markup), try Skeleton(other.markup))
            #expect(found.shape == wanted.shape, "\(page.name)")
            text += found.text
        }
        var found = 0
        for one in hostile.whole ?? hostile.kept where isPlain(one.text) {
            #expect(text.contains(one.text), "\(one.text.debugDescription) is not shown")
            found += 1
        }
        #expect(found > (hostile.whole ?? hostile.kept).count / 2)
    }

    /// Whether a text has only signs that can be seen: the others may be left out where it is taken or shown.
    private func isPlain(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: false
            case .spaceSeparator: scalar == " "
            default: true
            }
        }
    }

    @Test func `a bank's file and list of lines with hostile payers and purposes hold no markup of theirs`()
        throws
    {
        try hold(100) { texts in
            let town = try Town(opened: "2026-02-01")
            try town.completeSuppliers()
            var (shown, lines) = (Shown(), [Make.Transfer]())
            for one in texts {
                let line = Make.Transfer(
                    "10.00", from: nil, for: "x \(one.text) x", on: "2026-02-03", number: "\(one.number)",
                    named: "x \(one.text) x")
                // What ends a line, and what the bank's encoding does not have, no bank file says.
                let isLine = !one.text.unicodeScalars.contains { $0.value < 32 || $0.value == 0x2028 }
                guard isLine, let file = try? Make.statement([line]),
                    try OneCStatement.read(file).lines.first?.purpose == line.purpose
                else { continue }
                shown.kept.append(one)
                lines.append(line)
            }
            try town.transfer(lines, named: "a.txt")
            let statement = try #require(
                try town.app.office.bank(nil, before: nil, statements: nil, for: .house).statements.first)
            var before: Int64?
            repeat {
                let bank = try town.app.office.bank(.unclear, before: before, statements: nil, for: .house)
                let file = try town.app.office.statement(statement.digest, nil, before: before, for: .house)
                let visit = HostileListsTests.visit
                shown.pages.append(("the bank", BankPage(bank, isFirst: before == nil, visit).markup))
                shown.pages.append(("a statement", StatementPage(file, isFirst: before == nil, visit).markup))
                before = bank.lines.next
            } while before != nil
            for line in try town.app.bank.lines(in: nil, after: 0, limit: 1000) {
                let view = try town.app.office.line(line.number, asking: "nobody at all", for: .house)
                shown.pages.append(("a line", BankLinePage(view, HostileListsTests.visit).markup))
            }
            return shown
        }
    }

    @Test func `lists of people and members with hostile names hold no markup of theirs`() throws {
        try hold(200) { texts in
            let town = try Town(opened: "2026-02-01")
            try town.register(Make.romashka())
            let pid = try town.project("mcs0000000001")
            var shown = Shown()
            for one in texts {
                func create(_ door: String, _ standing: UsersDesk.Standing) throws {
                    try town.app.users.create(
                        email: "u\(one.number)@\(door).example", name: one.text, password: Resort.password,
                        standing,
                        in: .en, by: .house)
                }
                // A name of blanks, or a very long one, is none.
                do {
                    try create("office", .staff([.support]))
                    try create("romashka", .member(pid, [.viewer]))
                } catch is AccessProblem { continue }
                shown.kept.append(one)
            }
            let visit = HostileListsTests.visit
            let head = try town.app.overview.head(pid, .members, for: .house)
            shown.pages = [
                ("people", PeoplePage(try town.app.users.staff(by: .house), visit).markup),
                ("members", MembersPage(head, try town.app.members.list(pid, for: .house), visit).markup),
            ]
            return shown
        }
    }

    @Test func `a dry closing that names hostile customers, and their books, hold no markup of theirs`()
        throws
    {
        let month = try #require(Month("2026-02"))
        try hold(190) { texts in
            let town = try Town(opened: "2026-02-01")
            try town.completeSuppliers()
            try town.price("vm", "1")
            var shown = Shown()
            let visit = HostileListsTests.visit
            for one in texts {
                let pid = HostileListsTests.pid(one.number)
                var draft = Make.company(one.number, pid: pid)
                (draft.counterparty.name, draft.counterparty.shortName) = (one.text, one.text)
                draft.counterparty.address = nil
                draft.contract = Make.contract(scheme: "postpaid", number: "1")
                // A name of blanks alone is no name.
                do { try town.register(draft) } catch { continue }
                shown.kept.append(one)
                try town.use("vm", in: pid, until: "2026-02-02T12:00:00Z")
                // The id of a credit comes from elsewhere, and is the cause of a posting.
                guard one.number % 10 == 0 else { continue }
                try town.credit(
                    "5.00", to: pid, at: "2026-02-01T10:00:00Z", id: "\(one.number) \(one.text)")
            }
            try town.settle()
            try town.go(to: "2026-03-03T06:00:00Z")
            shown.whole = shown.kept.filter { $0.number % 10 == 0 }
            let report = try town.app.closing.close(month, region: .moscow, dryRun: true)
            #expect(report.blocked.count == shown.kept.count)
            let run = ClosingRunView(
                isDryRun: true, isRunning: false, step: "", done: 1, total: 1, documents: 0,
                skipped: report.skipped,
                blocked: report.blocked, tieOuts: report.tieOuts, problem: nil)
            shown.pages.append(
                (
                    "a closing",
                    ClosingPage(
                        month, .moscow, try town.app.closing.standing(of: month, in: .moscow), run,
                        try town.app.office.funnel(.moscow, month, for: .house), visit
                    ).markup
                ))
            for one in shown.kept where one.number % 10 == 0 {
                let pid = HostileListsTests.pid(one.number)
                let book = try #require(
                    try town.app.office.book(
                        pid, JournalSearch(account: "", cause: ""), before: nil, for: .house))
                let story = try town.app.office.story(
                    of: AccountID("company-\(one.number)"), before: nil, for: .house)
                shown.pages += [
                    ("a book", BookPage(book, isFirst: true, visit).markup),
                    ("a customer", AccountPage(story, isFirst: true, visit).markup),
                    (
                        "top-up",
                        TopUpPage(
                            try town.app.overview.head(town.project(pid), .topUp, for: .house),
                            try town.app.invoices.offer(for: town.project(pid)), amount: one.text, visit
                        ).markup
                    ),
                ]
            }
            return shown
        }
    }

    @Test func `requests with hostile words and files hold no markup of theirs on either side`() throws {
        try hold(200) { texts in
            let requests = try RequestTown()
            var shown = Shown()
            let visit = HostileListsTests.visit
            for one in texts {
                // A few of a project may be open at a time, and a few made in a day.
                try requests.town.go(to: requests.town.now.adding(seconds: 86_400).description)
                let owner = try requests.owner
                let made: CustomerRequest
                do {
                    made = try requests.app.requests.make(
                        .individualContract,
                        Dictionary(
                            uniqueKeysWithValues: RequestKind.individualContract.terms.fields.filter(
                                \.isNeeded
                            ).map {
                                let isFree = $0.field.shape == .text || $0.field.shape == .line
                                return ($0.field.rawValue, isFree ? "x \(one.text)" : requests.good($0.field))
                            }),
                        RequestWords(
                            "x \(one.text)",
                            files: [RequestFile(named: "\(one.text).pdf", RequestTown.pdf)],
                            key: "made \(one.number)"),
                        in: requests.pid, by: owner)
                    try requests.app.requests.take(
                        made.number, seen: 1, RequestWords("x \(one.text)", key: "taken \(one.number)"),
                        by: requests.clerk)
                } catch is RequestsProblem { continue }
                shown.kept.append(one)
                shown.pages += [
                    (
                        "a request",
                        RequestPage(
                            try requests.app.requests.view(made.number, in: requests.pid, for: .house),
                            typed: one.text,
                            key: "key", visit
                        ).markup
                    ),
                    (
                        "the staff's request",
                        StaffRequestPage(
                            try requests.app.requests.view(made.number, for: .house),
                            typed: ["text": one.text],
                            key: "key", visit
                        ).markup
                    ),
                ]
                if one.number % 10 == 0 {
                    let queue = try requests.app.requests.queue(RequestSearch(), for: .house)
                    shown.pages.append(
                        ("the queue", RequestQueuePage(queue, isMine: false, after: "", visit).markup))
                }
                try requests.app.requests.refuse(
                    made.number, canned: nil, seen: 2, requests.words("x"), by: requests.clerk)
            }
            return shown
        }
    }

    @Test func `letters with hostile senders, subjects and texts hold no markup of theirs`() throws {
        func encoded(_ text: String) -> String { Data(text.utf8).base64EncodedString() }
        try hold(200) { texts in
            let mail = try MailTown()
            var shown = Shown()
            let visit = HostileListsTests.visit
            // The page breaks lines where a letter does.
            for one in texts where !one.text.contains("\u{2028}") {
                let letter = """
                    From: =?utf-8?B?\(encoded("x " + one.text))?= <wife\(one.number)@example.com>
                    Subject: =?utf-8?B?\(encoded("x " + one.text))?=
                    Message-ID: <\(one.number)@example.com>
                    MIME-Version: 1.0
                    Content-Type: multipart/mixed; boundary=b

                    --b
                    Content-Type: text/plain; charset=utf-8
                    Content-Transfer-Encoding: base64

                    \(encoded("x " + one.text))
                    --b
                    Content-Type: application/pdf; name="=?utf-8?B?\(encoded(one.text + ".pdf"))?="
                    Content-Transfer-Encoding: base64

                    \(MailTown.pdf)
                    --b--

                    """
                let taken = try mail.take(Array(letter.replacing("\n", with: "\r\n").utf8))
                guard taken.state == .waiting else { continue }
                shown.kept.append(one)
                let desk = mail.town.app.mailbox
                shown.pages += [
                    (
                        "a letter",
                        ReceivedLetterPage(
                            try desk.view(taken.number, for: .house), typed: ["request": one.text],
                            key: "key", visit
                        ).markup
                    ),
                    (
                        "a letter as a request",
                        LetterRequestPage(
                            try desk.draft(taken.number, .thaw, in: mail.requests.pid, for: .house),
                            key: "key", visit
                        ).markup
                    ),
                ]
            }
            var before: Int64?
            repeat {
                let list = try mail.town.app.mailbox.list(.waiting, before: before, for: .house)
                shown.pages.append(
                    (
                        "letters",
                        ReceivedLettersPage(list, before: before.map(String.init) ?? "", visit).markup
                    ))
                before = list.next
            } while before != nil
            return shown
        }
    }

    @Test func `titles of founding documents and names of machines hold no markup of theirs`() throws {
        try hold(40) { texts in
            let town = try Town(opened: "2026-02-01")
            try town.completeSuppliers()
            var shown = Shown()
            let visit = HostileListsTests.visit
            let (date, today) = (try #require(Day("2020-02-28")), try #require(Day("2026-02-01")))
            // A folder holds so many.
            for one in texts where one.number % 5 == 0 {
                do {
                    _ = try town.app.founding.add(
                        Make.scan + Array("\(one.number)".utf8), named: one.text, title: "x \(one.text)",
                        dated: date, in: .moscow, for: .house, by: .operatorAtMachine)
                } catch is DocumentsProblem { continue }
                try town.app.nodes.join(
                    Node(
                        id: NodeID("n\(one.number)"), host: one.text, process: 1, program: one.text,
                        works: true))
                shown.kept.append(one)
            }
            let papers = try town.app.founding.folder(.moscow, for: .house)
            let rate = OfficialRate(
                try #require(AgreedCurrency("EUR")), on: date, try #require(ExchangeRate(units: 1, "98.7654"))
            )
            let rates = shown.kept.map { KeptRate(rate: rate, addedAt: town.now, addedBy: $0.text) }
            let typed = shown.kept.last.map {
                RatesPage.Typed(currency: $0.text, day: $0.text, units: $0.text, price: $0.text)
            }
            shown.pages = [
                (
                    "rates",
                    RatesPage(
                        rates, in: .moscow, today: today, next: nil, typed: typed ?? RatesPage.Typed(), visit
                    ).markup
                ),
                ("founding", FoundingPage([(.moscow, papers)], today: today, visit).markup),
                (
                    "supplier",
                    SupplierPage(try town.app.accounts.supplier(.moscow), papers: papers, visit).markup
                ),
                (
                    "running",
                    RunningPage(
                        nodes: try town.app.nodes.list(), waiting: [], counts: [], next: nil, isFirst: true,
                        visit
                    ).markup
                ),
            ]
            return shown
        }
    }
}

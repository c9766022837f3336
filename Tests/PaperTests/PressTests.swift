import Basics
import Dispatch
import Documents
import Foundation
import Glibc
import Paper
import Support
import Synchronization
import Testing

@Suite struct PressWork {
    @Test func `equal contents make equal bytes, whichever worker prints them`() throws {
        let job = try PaperJob(PaperCast.document(.upd), xml: nil)
        let one = Press(try Tools.settings())
        let other = Press(try Tools.settings())
        let first = try one.print(job, named: "upd")
        _ = try one.print(PaperJob(PaperCast.invoice()), named: "invoice")
        #expect(try one.print(job, named: "upd") == first)
        #expect(try other.print(job, named: "upd") == first)
        let later = try PaperJob(PaperCast.document(.upd, number: 100232), xml: nil)
        #expect(try other.print(later, named: "upd") != first)
    }

    @Test(arguments: [
        "#panic(\"x\") $ a_b $ *bold* _it_ `code` \\ #read(\"/etc/passwd\") <label> @ref // no",
        "]) #eval(\"1\") #[x] = h\n- list\u{0}\u{1}\u{202E}abc\u{FEFF}\u{FFFE}", "漢字 😀 \u{E000} ﷽ ก",
        String(repeating: "Щ", count: 900), "\\u{22}\"'<&>]]>{{}}%s%n", "a\u{301}\u{301}\u{301}", "",
        String(repeating: "Очень длинное название ", count: 60),
    ])
    func `hostile names are printed and nothing of them is run`(name: String) throws {
        for kind in [DocumentKind.upd, .taxInvoice, .act, .invoice] {
            let content = try PaperCast.document(
                kind, lines: [PaperCast.line(name)], buyer: PaperCast.buyer(named: name))
            let text = try Tools.text(
                Tools.print(PaperJob(content, xml: nil), keptAs: "hostile-\(name.hashValue)"))
            #expect(!text.contains("root:"))
            if name.hasPrefix("#panic") {
                #expect(text.replacing(" ", with: "").contains("#read(\"/etc/passwd\")<label>@ref//no"))
            }
        }
    }

    @Test func `a long paper whose lines bear every hostile name is printed, and holds them as they are`()
        throws
    {
        let names = try HostileTexts.all()
        let content = try PaperCast.document(.upd, lines: names.map { try PaperCast.line($0) })
        let pdf = try Tools.print(PaperJob(content, xml: nil), keptAs: "hostile-all")
        let text = try Tools.text(pdf).filter { !$0.isWhitespace }
        #expect(!text.contains("root:"))
        // A long name goes on in the next line of its cell; short ones stand whole, signs of every language of markup
        // among them.
        let short = names.filter { name in
            (3...14).contains(name.count)
                && name.unicodeScalars.allSatisfy { (0x21...0x7E).contains($0.value) }
        }
        #expect(short.count > 40)
        for name in short { #expect(text.contains(name), "\(name)") }
        #expect(try Tools.pages(pdf).count > 3)
    }

    @Test func `a killed worker is replaced and its paper printed`() throws {
        let press = Press(try Tools.settings())
        let job = try PaperJob(PaperCast.invoice())
        let first = try press.print(job, named: "invoice")
        let before = try #require(press.waiting.first)
        kill(before, SIGKILL)
        #expect(try press.print(job, named: "invoice") == first)
        let after = try #require(press.waiting.first)
        #expect(after != before)
        kill(after, SIGSTOP)
        var settings = try Tools.settings()
        settings.patienceMilliseconds = 10_000
        #expect(press.waiting == [after])
        kill(after, SIGCONT)
        #expect(try press.print(job, named: "invoice") == first)
    }

    @Test func `a worker that hangs is killed and the paper printed by another`() throws {
        var settings = try Tools.settings()
        settings.patienceMilliseconds = 1500
        let press = Press(settings)
        let job = try PaperJob(PaperCast.invoice())
        let first = try press.print(job, named: "invoice")
        let before = try #require(press.waiting.first)
        kill(before, SIGSTOP)
        #expect(try press.print(job, named: "invoice") == first)
        #expect(press.waiting != [before])
        #expect(kill(before, 0) != 0)
    }

    @Test func `a paper that never comes is reported after its tries`() throws {
        var settings = try Tools.settings()
        settings.patienceMilliseconds = 1
        settings.patiencePerLineMilliseconds = 0
        let press = Press(settings)
        let lines = try (1...50).map { try PaperCast.line("Услуга \($0)") }
        let job = try PaperJob(PaperCast.document(.upd, lines: lines), xml: nil)
        #expect(
            throws: PaperProblem.notPrinted("upd", tries: 4, why: "the printing program took too long")
        ) { try press.print(job, named: "upd") }
        #expect(press.waiting.isEmpty)
    }

    @Test func `a template's own words say why a paper failed`() throws {
        let press = Press(try Tools.settings())
        let job = PaperJob(
            form: .act, sheet: Array("{\"title\":\"x\",\"author\":\"y\"}".utf8), code: nil, attachment: nil,
            madeAt: Moment(microseconds: 0), lines: 0)
        let problem = #expect(throws: PaperProblem.self) { try press.print(job, named: "act") }
        guard case .notPrinted("act", tries: 4, let why)? = problem else {
            Issue.record("not the problem expected: \(String(describing: problem))")
            return
        }
        #expect(why.contains("language"))
        #expect(try !press.print(PaperJob(PaperCast.invoice()), named: "next").isEmpty)
    }

    @Test func `a worker is replaced after its number of papers`() throws {
        var settings = try Tools.settings()
        settings.papersPerWorker = 2
        settings.workers = 1
        let press = Press(settings)
        let job = try PaperJob(PaperCast.invoice())
        _ = try press.print(job, named: "1")
        let first = press.waiting
        _ = try press.print(job, named: "2")
        #expect(press.waiting.isEmpty)
        _ = try press.print(job, named: "3")
        #expect(!press.waiting.isEmpty)
        #expect(press.waiting != first)
    }

    @Test func `many threads share the workers`() throws {
        let press = Press(try Tools.settings())
        let sizes = Mutex<[Int]>([])
        let job = try PaperJob(PaperCast.invoice())
        DispatchQueue.concurrentPerform(iterations: 16) { _ in
            guard let bytes = try? press.print(job, named: "invoice") else { return }
            sizes.withLock { $0.append(bytes.count) }
        }
        let all = sizes.withLock { $0 }
        #expect(all.count == 16)
        #expect(Set(all).count == 1)
        #expect(press.waiting.count <= 2)
    }

    @Test func `a Python that is not there is named`() throws {
        #expect(throws: PaperProblem.noPython(["/nowhere/python3"])) {
            try PaperSettings.found(named: "/nowhere/python3", beside: "/x/kontragent", workers: 1)
        }
        var settings = try Tools.settings()
        settings.python = "/bin/false"
        settings.retries = 0
        let press = Press(settings)
        let job = try PaperJob(PaperCast.invoice())
        #expect(throws: PaperProblem.notStarted("the printing program ended")) {
            try press.print(job, named: "invoice")
        }
    }
}

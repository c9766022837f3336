import Access
import Basics
import Contracts
import Counterparties
import Documents
import Funding
import Metering
import Notices
import Projects
import Regions
import Support
import Testing
import UseCases
import Wording

/// ООО «Ромашка» hands one project of two over to ИП Петров in the middle of February: each gets the documents of what its
/// own transfers have paid, and sees nothing of the other's (R130, Q10).
@Suite struct PassedProjectStory {
    private let kept = "mcs0000000001"
    private let passed = "mcs0000000011"
    private let author = Author(user: nil, name: "operator", reason: "re-registration")
    private let lamp = "7704123450"

    /// January is closed with both projects in one УПД of «Ромашка».
    private func january() throws -> Town {
        let town = try Town.priced("2026-01-01")
        try town.register(Make.romashka(pids: [kept, passed]))
        try town.register(Make.petrov())
        try pay(town, "1000.00", to: kept, on: "2026-01-05", number: "1")
        try pay(town, "1000.00", to: passed, on: "2026-01-05", number: "2")
        try town.spend("100", in: kept, until: "2026-01-20T10:00:00Z")
        try town.spend("200", in: passed, until: "2026-01-20T10:00:00Z")
        #expect(
            try town.closed("2026-01") == [
                "upd 1 of 2026-01-31, \(kept) \(passed)",
                "Облачные вычисления 2026-01, 22: 245.90 + 54.10 = 300.00",
                "paid by 1 of 2026-01-05: 100.00", "paid by 2 of 2026-01-05: 200.00",
                "nothing for \(Make.petrovINN), no-bank-funded-spend",
            ])
        return town
    }

    /// In the middle of February the second project is Petrov's.
    private func february() throws -> Town {
        let town = try january()
        try town.spend("50", in: kept, until: "2026-02-10T10:00:00Z")
        try town.spend("70", in: passed, until: "2026-02-10T10:00:00Z")
        try town.go(to: "2026-02-15T12:00:00Z")
        try pass(town, passed, to: "petrov")
        return town
    }

    private func pay(
        _ town: Town, _ sum: String, from inn: String = Make.romashkaINN, to pid: String, on day: String,
        number: String
    ) throws {
        try town.transfer(
            [Make.Transfer(sum, from: inn, for: pid, on: day, number: number)], named: "\(number).txt")
    }

    /// The account of a project becomes a company.
    private func become(_ inn: String, of pid: String, _ town: Town) throws {
        var party = Make.romashka().counterparty
        (party.inn, party.shortName) = (inn, "ООО \(inn)")
        try town.app.profiles.change(party, of: town.project(pid), by: .house)
    }

    /// What the documents of some months say, by tax id in the order of the months.
    private func documented(_ town: Town, _ months: [String]) throws -> [String: [Int64]] {
        var sums: [String: [Int64]] = [:]
        for month in months {
            for document in try town.app.closing.documents(#require(Month(month)), region: .moscow) {
                sums[document.content.counterparty.taxID.text, default: []].append(document.content.gross)
            }
        }
        return sums
    }

    @discardableResult
    private func pass(_ town: Town, _ pid: String, to account: String) throws -> Passing {
        try town.app.passing.pass(town.project(pid), to: AccountID(account), by: author)
    }

    private func expectClean(_ town: Town, _ place: SourceLocation = #_sourceLocation) throws {
        let report = try town.app.verification.verify()
        #expect(report.isDerived, sourceLocation: place)
        #expect(report.findings.map(\.sentence) == [], sourceLocation: place)
    }

    private func expectReplayed(
        _ town: Town, _ months: [String], _ place: SourceLocation = #_sourceLocation
    ) throws {
        for month in months {
            let report = try town.app.replay.replay(#require(Month(month)), regions: [.moscow])
            #expect(report.findings == [], sourceLocation: place)
            for document in report.documents {
                #expect(document.json == .equal, "\(document.key.text)", sourceLocation: place)
            }
        }
    }

    private func viewer(_ town: Town, _ pids: [String], _ name: String = "u") throws -> Viewer {
        .customer(
            UserID(name),
            Dictionary(uniqueKeysWithValues: try pids.map { (try town.project($0), [.owner]) }))
    }

    @Test func `each party's documents hold what its own transfers have paid, every kopeck in one of them`()
        throws
    {
        let town = try february()
        try expectClean(town)
        // Petrov pays and spends in what is his by now; late usage of before comes after.
        try pay(town, "500.00", from: Make.petrovINN, to: passed, on: "2026-02-16", number: "9")
        try town.spend("30", in: passed, until: "2026-01-25T10:00:00Z", resource: "vm-late")
        try town.spend("1100", in: passed, until: "2026-02-20T10:00:00Z")
        try town.spend("40", in: kept, until: "2026-02-20T10:00:00Z")
        let february = try town.closed("2026-02")
        try expectClean(town)
        try town.spend("25", in: passed, until: "2026-03-10T10:00:00Z")
        try town.spend("15", in: kept, until: "2026-03-10T10:00:00Z")
        let march = try town.closed("2026-03")
        try expectClean(town)
        try expectReplayed(town, ["2026-01", "2026-02", "2026-03"])
        #expect(february.count { $0.hasPrefix("upd") } == 2 && march.count { $0.hasPrefix("upd") } == 2)
        // The former party's unspent 730.00 pay in the new one's documents from the passing on.
        #expect(
            try documented(town, ["2026-01", "2026-02", "2026-03"]) == [
                Make.romashkaINN: [300_00, 50_00 + 70_00 + 40_00, 15_00],
                Make.petrovINN: [30_00 + 1100_00, 25_00],
            ])
    }

    @Test func `nothing of the former party's papers is seen by whoever has the project now`() throws {
        let town = try january()
        let (first, second) = (try town.project(kept), try town.project(passed))
        try town.go(to: "2026-02-10T10:00:00Z")
        let invoice = try town.app.invoices.make(for: second, amount: 500_00)
        try town.go(to: "2026-02-15T12:00:00Z")
        let period = try ReconciledPeriod(
            from: #require(Day("2026-01-01")), through: #require(Day("2026-01-31")))
        let act = try town.app.reconciliations.make(of: second, period, for: .house)
        try pass(town, passed, to: "petrov")
        let (new, old) = (try viewer(town, [passed]), try viewer(town, [kept]))
        let key = try #require(DocumentKey("moscow/upd/2026/1"))
        // Lists, documents and their explanations.
        let documents = town.app.documents
        #expect(try documents.documents(of: second, DocumentSearch(), after: nil, for: new).rows.isEmpty)
        #expect(try documents.documents(of: second, DocumentSearch(), after: nil, for: new).years.isEmpty)
        #expect(try documents.documents(of: second, limit: 10, ofTodayAlone: true).isEmpty)
        #expect(throws: SealsProblem.self) { try town.app.overview.document(key, for: new) }
        #expect(throws: SealsProblem.self) { try documents.document(key, ofTodayAlone: true) }
        for address in [
            key.text, "tie-out/moscow/2026-01/romashka", "\(passed)/2026-01-20/vm-1/vm",
            "credit/\(try credit("2", town))",
        ] {
            #expect(throws: ExplanationsProblem.self, "\(address)") {
                try town.app.explanations.explain(address, for: new)
            }
        }
        // Payment invoices and acts.
        #expect(try town.app.invoices.offer(for: second).made.isEmpty)
        #expect(
            try town.app.invoices.made(
                for: second, year: 2026, number: invoice.content.number, ofTodayAlone: true) == nil)
        #expect(throws: SealsProblem.self) {
            try documents.paymentInvoice(
                .moscow, year: 2026, number: invoice.content.number, ofTodayAlone: true)
        }
        #expect(try town.app.reconciliations.overview(of: second, for: new).made.isEmpty)
        #expect(throws: SealsProblem.self) {
            try town.app.reconciliations.act(.moscow, year: 2026, number: act.content.number, for: new)
        }
        // The former party sees its own through the project that it has left; not the one that passed.
        #expect(try town.app.overview.document(key, for: old).document.content.projects == [first, second])
        #expect(
            try documents.documents(of: first, DocumentSearch(), after: nil, for: old).rows
                .map(\.document.key) == [key])
        #expect(
            try town.app.reconciliations.act(.moscow, year: 2026, number: act.content.number, for: old).key
                == act.key)
        #expect(throws: Never.self) { try town.app.explanations.explain(key.text, for: old) }
        #expect(throws: ProjectsProblem.self) {
            try documents.documents(of: second, DocumentSearch(), after: nil, for: old)
        }
        // Staff see all, and papers are printed as before.
        #expect(try documents.documents(of: second, limit: 10).map(\.key) == [key])
        #expect(try !town.app.papers.paper(invoice.key).isEmpty)
        try expectClean(town)
    }

    /// A transfer's credit, by the number of its order.
    private func credit(_ number: String, _ town: Town) throws -> String {
        try #require(try town.app.bank.lines(in: .matched).first { $0.document == number }).id.text
    }

    @Test func `both parties' acts of reconciliation close as they should, and go on`() throws {
        let town = try february()
        try pay(town, "500.00", from: Make.petrovINN, to: passed, on: "2026-02-16", number: "9")
        try town.spend("40", in: kept, until: "2026-02-20T10:00:00Z")
        try town.closed("2026-02").forEach { _ in }
        try town.closed("2026-03").forEach { _ in }
        for party in [Make.romashkaINN, Make.petrovINN] {
            let whole = try act(town, party, "2026-01-01", "2026-03-31")
            let first = try act(town, party, "2026-01-01", "2026-02-28")
            let rest = try act(town, party, "2026-03-01", "2026-03-31")
            #expect(first.closing == rest.opening && rest.closing == whole.closing)
        }
        // The former party's is drawn through the project that passed, too; each shows the advance that passed.
        let old = try act(town, Make.romashkaINN, "2026-01-01", "2026-02-28")
        #expect(try old.projects == [town.project(kept), town.project(passed)])
        #expect(
            told(old) == [
                "7707083893 0.00", "2026-01-05 Оплата (1 от 05.01.2026) 0.00 1000.00",
                "2026-01-05 Оплата (2 от 05.01.2026) 0.00 1000.00",
                "2026-01-31 Продажа (УПД № 1 от 31.01.2026) 300.00 0.00",
                "2026-02-15 Передача аванса, ИНН 500100732259 (2 от 05.01.2026) 730.00 0.00",
                "2026-02-28 Продажа (УПД № 2 от 28.02.2026) 160.00 0.00", "-810.00",
            ])
        #expect(
            told(try act(town, Make.petrovINN, "2026-01-01", "2026-02-28")) == [
                "500100732259 0.00",
                "2026-02-15 Зачёт переданного аванса, ИНН 7707083893 (2 от 05.01.2026) 0.00 730.00",
                "2026-02-16 Оплата (9 от 16.02.2026) 0.00 500.00", "-1230.00",
            ])
    }

    @Test func `an act is drawn of a party that the project's former account was before`() throws {
        let town = try january()
        try town.spend("70", in: passed, until: "2026-02-10T10:00:00Z")
        try town.go(to: "2026-02-11T09:00:00Z")
        try town.settle()
        try become(lamp, of: kept, town)
        try town.go(to: "2026-02-15T12:00:00Z")
        try pass(town, passed, to: "petrov")
        try town.close("2026-02")
        let act = try act(town, Make.romashkaINN, "2026-02-01", "2026-02-28")
        #expect(act.counterparty.taxID.text == Make.romashkaINN)
        #expect(act.contracts.flatMap(\.operations).map(\.debit) == [730_00, 70_00])
        #expect(
            town.refusal { _ = try self.act(town, Make.inn(9), "2026-02-01", "2026-02-28") }
                == "documents.never-party")
    }

    /// An act about a party, drawn through the project that passed.
    private func act(
        _ town: Town, _ party: String, _ from: String, _ through: String
    ) throws -> ReconciliationContent {
        try town.app.reconciliations.make(
            of: town.project(passed),
            ReconciledPeriod(from: #require(Day(from)), through: #require(Day(through))),
            about: TaxID(party), for: .house
        ).content
    }

    private func told(_ act: ReconciliationContent) -> [String] {
        ["\(act.counterparty.taxID) \(Money.text(minor: act.opening))"]
            + act.contracts.flatMap(\.operations).map {
                "\($0.day) \($0.phrase.ru) \(Money.text(minor: $0.debit)) \(Money.text(minor: $0.credit))"
            } + [Money.text(minor: act.closing)]
    }

    @Test func `the record of before does not take the project back`() throws {
        let town = try february()
        #expect(
            town.refusal { try town.register(Make.romashka(pids: [kept, passed])) }
                == "projects.project-taken")
        // Without it the record is the one that is known.
        #expect(try town.register(Make.romashka(pids: [kept])) == .duplicate)
        #expect(
            try town.register(Make.petrov()) == .duplicate)
        #expect(
            try town.store.read { try $0.account(AccountID("romashka"))?.projects.map(\.pid.text) } == [kept])
        try expectClean(town)
    }

    @Test func `a project goes on to a third party, and comes back to the first`() throws {
        let town = try february()
        let third = Make.company(7, pid: "mcs0000000007")
        try town.register(third)
        try town.go(to: "2026-02-16T12:00:00Z")
        try pass(town, passed, to: "company-7")
        try town.spend("10", in: passed, until: "2026-02-17T10:00:00Z")
        try expectClean(town)
        #expect(try town.closed("2026-02").contains { $0.contains("no-bank-funded-spend") })
        try town.go(to: "2026-03-05T12:00:00Z")
        try pass(town, passed, to: "romashka")
        try pay(town, "300.00", to: passed, on: "2026-03-06", number: "17")
        try town.spend("1200", in: passed, until: "2026-03-10T10:00:00Z")
        try town.close("2026-03")
        try expectClean(town)
        try expectReplayed(town, ["2026-01", "2026-02", "2026-03"])
        let record = try #require(try town.store.read { try $0.accountDraft(AccountID("romashka")) })
        #expect(record.projects.map(\.pid) == [kept, passed])
        // It is what it was at first, and its first record is known again.
        #expect(try town.register(Make.romashka(pids: [kept, passed])) == .duplicate)
        #expect(
            try town.store.read { try $0.passings(of: town.project(passed)) }.map(\.to.text) == [
                "petrov", "company-7", "romashka",
            ])
    }

    @Test func `an account may be left without projects and still gets the documents of its last month`()
        throws
    {
        let town = try january()
        try town.spend("50", in: kept, until: "2026-02-10T10:00:00Z")
        try town.go(to: "2026-02-15T12:00:00Z")
        for pid in [kept, passed] { try pass(town, pid, to: "petrov") }
        let told = try town.closed("2026-02")
        #expect(told.contains { $0 == "upd 2 of 2026-02-28, \(kept)" })
        try town.close("2026-03")
        try expectClean(town)
        try expectReplayed(town, ["2026-01", "2026-02"])
    }

    @Test func `what stands against it is said with the way`() throws {
        let town = try Town.priced("2026-01-01")
        try town.register(Make.romashka(pids: [kept, passed]))
        try town.register(Make.petrov(contract: Make.contract(scheme: "postpaid", from: "2026-01-01")))
        try town.register(Make.sidorov())
        try town.register(Make.romashka(account: "twin", pids: ["mcs0000000021"]))
        try town.register(Make.company(7, pid: "mcs0000000007"))
        try town.spend("50", in: passed, until: "2026-01-10T10:00:00Z")
        try town.go(to: "2026-02-15T12:00:00Z")
        try town.settle()
        for (account, code) in [
            ("romashka", "projects.pass-to-same-party"), ("twin", "projects.pass-to-same-party"),
            ("sidorov", "projects.pass-without-documents"), ("nobody", "projects.unknown-account"),
            ("petrov", "projects.pass-postpaid"), ("company-7", "projects.pass-open-month"),
        ] {
            #expect(town.refusal { try pass(town, passed, to: account) } == code, "\(account)")
            guard account != "nobody" else { continue }
            #expect(
                try town.app.passing.preview(of: town.project(passed), to: AccountID(account)).refusal?.code
                    == code, "\(account)")
        }
        #expect(
            town.refusal {
                try town.app.passing.pass(
                    town.project(passed), to: AccountID("company-7"), by: .operatorAtMachine)
            } == "access.no-reason")
        // A prepaid debt passes with the project: whoever pays next pays it.
        try town.close("2026-01")
        try town.go(to: "2026-02-15T12:00:00Z")
        try pass(town, passed, to: "company-7")
        #expect(try town.payment(passed) == "-50.00")
        try pay(town, "80.00", from: Make.inn(7), to: passed, on: "2026-02-16", number: "3")
        try town.close("2026-02")
        try expectClean(town)
        try expectReplayed(town, ["2026-02"])
    }

    @Test
    func `prices of the day of the passing and before are the former contract's, later ones the new one's`()
        throws
    {
        let town = try Town.priced("2026-01-01")
        let own = ContractPriceDraft(sku: "vm", price: "3", validFrom: "2026-01-01")
        try town.register(
            Make.romashka(pids: [kept, passed], contract: Make.contract(from: "2026-01-01", prices: [own])))
        try town.register(Make.petrov())
        try pay(town, "1000.00", to: passed, on: "2026-01-05", number: "1")
        try town.go(to: "2026-01-15T12:00:00Z")
        try pass(town, passed, to: "petrov")
        try town.spend("10", in: passed, until: "2026-01-15T11:00:00Z")
        try town.spend("10", in: passed, until: "2026-01-15T18:00:00Z")
        try town.spend("10", in: passed, until: "2026-01-16T10:00:00Z")
        try town.settle()
        let lines = try town.app.balances.detail(of: town.project(passed), month: #require(Month("2026-01")))
        #expect(
            lines.map { "\($0.line.key.day) \(Money.text(minor: $0.line.posted))" } == [
                "2026-01-15 60.00", "2026-01-16 10.00",
            ])
        for line in ["2026-01-15", "2026-01-16"] {
            guard
                case .dayLine(let told) = try town.app.explanations.explain("\(passed)/\(line)/vm-1/vm")
            else {
                Issue.record("no day line of \(line)")
                continue
            }
            #expect(told.differences.isEmpty)
        }
        try town.close("2026-01")
        try expectClean(town)
        try expectReplayed(town, ["2026-01"])
    }

    @Test
    func
        `late usage of the former party's post-paid month is the new one's, in advance, and its own contract follows`()
        throws
    {
        let town = try Town.priced("2026-01-01")
        var former = Make.contract(scheme: "postpaid", from: "2026-01-01")
        former.until = "2026-01-31"
        try town.register(Make.romashka(pids: [kept, passed], contract: former))
        try town.register(
            Make.petrov(contract: Make.contract(scheme: "postpaid", from: "2026-03-01", number: "П-3")))
        try town.spend("100", in: passed, until: "2026-01-20T10:00:00Z")
        try town.close("2026-01")
        // An invoice of January waits: nobody could tell whose debt it would be.
        try town.go(to: "2026-02-10T12:00:00Z")
        #expect(town.refusal { try pass(town, passed, to: "petrov") } == "projects.pass-postpaid-open")
        try pay(town, "100.00", to: passed, on: "2026-02-10", number: "1")
        try town.go(to: "2026-02-15T12:00:00Z")
        try pass(town, passed, to: "petrov")
        try town.spend("30", in: passed, until: "2026-01-25T10:00:00Z", resource: "vm-late")
        try pay(town, "50.00", from: Make.petrovINN, to: passed, on: "2026-02-16", number: "2")
        let february = try town.closed("2026-02")
        #expect(february.contains { $0.contains("2026-01") && $0.hasSuffix("= 30.00") })
        try expectClean(town)
        try town.spend("70", in: passed, until: "2026-03-10T10:00:00Z")
        let march = try town.closed("2026-03")
        #expect(march.contains { $0.hasPrefix("invoice") })
        try expectClean(town)
        try expectReplayed(town, ["2026-01", "2026-02", "2026-03"])
    }

    @Test func `packages of each project are both parties' in the month of the passing`() throws {
        let town = try Town.priced("2026-01-01")
        try town.register(
            Make.romashka(
                pids: [kept, passed], contract: Make.contract(from: "2026-01-01", perProject: true)))
        try town.register(Make.petrov())
        for (number, pid) in [kept, passed].enumerated() {
            try pay(town, "100.00", to: pid, on: "2026-01-05", number: "\(number + 1)")
            try town.spend("10", in: pid, until: "2026-01-10T10:00:00Z")
        }
        try town.go(to: "2026-01-15T12:00:00Z")
        try pass(town, passed, to: "petrov")
        try town.spend("20", in: passed, until: "2026-01-20T10:00:00Z")
        try town.go(to: "2026-01-21T12:00:00Z")
        try town.settle()
        // Not closed yet, the month is told to bookkeepers with what the former party had of both.
        let january = try ReconciledPeriod(
            from: #require(Day("2026-01-01")), through: #require(Day("2026-01-31")))
        let report = try town.app.reports.report(
            ReportAsk(kind: .accounting, period: january, step: .month, projects: []),
            of: town.project(kept), most: 1000, for: .house)
        let rows = try town.app.reports.rows(of: report, .ru, from: nil).rows
        #expect(rows.map { $0[8] } == [.sum(10_00), .sum(10_00), .sum(20_00)])
        let told = try town.closed("2026-01")
        #expect(told.count { $0.hasPrefix("upd") } == 3)
        #expect(told.count { $0.hasSuffix("= 10.00") } == 2 && told.count { $0.hasSuffix("= 20.00") } == 1)
        try town.close("2026-02")
        try expectClean(town)
        try expectReplayed(town, ["2026-01", "2026-02"])
    }

    @Test func `an individual's project passes to a company, whose transfers alone are documented`() throws {
        let town = try Town.priced("2026-01-01")
        let pid = "mcs0000000004"
        try town.register(Make.sidorov())
        try town.register(Make.petrov())
        try town.credit("200.00", to: pid, at: "2026-01-05T10:00:00Z")
        try town.spend("60", in: pid, until: "2026-01-20T10:00:00Z")
        try town.close("2026-01")
        try town.go(to: "2026-02-15T12:00:00Z")
        try pass(town, pid, to: "petrov")
        try pay(town, "300.00", from: Make.petrovINN, to: pid, on: "2026-02-16", number: "2")
        try town.spend("190", in: pid, until: "2026-02-20T10:00:00Z")
        let february = try town.closed("2026-02")
        #expect(february.contains { $0.hasSuffix("= 50.00") })
        #expect(try town.payment(pid) == "250.00")
        try expectClean(town)
        try expectReplayed(town, ["2026-01", "2026-02"])
    }

    @Test func `a party that is new has what comes late in the month in which it came`() throws {
        let town = try january()
        // It has closed no month yet.
        try town.go(to: "2026-02-14T12:00:00Z")
        try town.register(Make.company(7, pid: "mcs0000000007"))
        try pass(town, passed, to: "company-7")
        // The former party's advance, of January, pays what January brings late.
        try town.spend("30", in: passed, until: "2026-01-25T10:00:00Z", resource: "vm-late")
        let february = try town.closed("2026-02")
        #expect(february.contains { $0.contains(" 2026-01, ") && $0.hasSuffix("= 30.00") })
        try expectClean(town)
        try expectReplayed(town, ["2026-01", "2026-02"])
    }

    @Test func `money of the party that the account becomes next month holds the project until then`() throws
    {
        let town = try january()
        try town.spend("70", in: passed, until: "2026-02-10T10:00:00Z")
        try town.go(to: "2026-02-11T09:00:00Z")
        try town.settle()
        try become(lamp, of: kept, town)
        try pay(town, "500.00", from: lamp, to: passed, on: "2026-02-12", number: "5")
        try town.go(to: "2026-02-13T09:00:00Z")
        try town.settle()
        #expect(town.refusal { try pass(town, passed, to: "petrov") } == "projects.pass-coming-party")
        // Spent to the last kopeck, it waits for the documents of March.
        try town.spend("1230", in: passed, until: "2026-02-14T10:00:00Z")
        try town.go(to: "2026-02-15T12:00:00Z")
        try town.settle()
        #expect(town.refusal { try pass(town, passed, to: "petrov") } == "projects.pass-coming-party")
        #expect(
            try town.app.passing.preview(of: town.project(passed), to: AccountID("petrov")).refusal?.code
                == "projects.pass-coming-party")
        try town.close("2026-02")
        try town.go(to: "2026-03-05T12:00:00Z")
        try pass(town, passed, to: "petrov")
        try pay(town, "100.00", from: Make.petrovINN, to: passed, on: "2026-03-06", number: "9")
        try town.spend("40", in: passed, until: "2026-03-10T10:00:00Z")
        try town.close("2026-03")
        try expectClean(town)
        try expectReplayed(town, ["2026-02", "2026-03"])
        #expect(
            try documented(town, ["2026-02", "2026-03"]) == [
                Make.romashkaINN: [800_00], lamp: [500_00], Make.petrovINN: [40_00],
            ])
    }

    @Test func `the advance is the other party's as it is now, and what it pays waits for its first month`()
        throws
    {
        let town = try january()
        let other = "mcs0000000002"
        try pay(town, "100.00", from: Make.petrovINN, to: other, on: "2026-02-05", number: "5")
        try town.spend("10", in: other, until: "2026-02-10T10:00:00Z")
        try town.spend("70", in: passed, until: "2026-02-10T10:00:00Z")
        try town.go(to: "2026-02-11T09:00:00Z")
        try town.settle()
        // It is «Ромашка» from March on: the same party.
        try become(Make.romashkaINN, of: other, town)
        #expect(town.refusal { try pass(town, passed, to: "petrov") } == "projects.pass-to-same-party")
        try become(lamp, of: other, town)
        try town.go(to: "2026-02-15T12:00:00Z")
        try pass(town, passed, to: "petrov")
        let project = try town.project(passed)
        #expect(try town.store.read { try $0.openLots(in: project) }.map(\.source.payer?.text) == [lamp])
        try town.spend("30", in: passed, until: "2026-02-20T10:00:00Z")
        try town.close("2026-02")
        try town.close("2026-03")
        try expectClean(town)
        try expectReplayed(town, ["2026-02", "2026-03"])
        #expect(
            try documented(town, ["2026-02", "2026-03"]) == [
                Make.romashkaINN: [70_00], Make.petrovINN: [10_00], lamp: [30_00],
            ])
    }

    @Test func `a project comes back to the party that had it in the same account alone`() throws {
        let town = try february()
        try town.register(Make.romashka(account: "twin", pids: ["mcs0000000021"]))
        #expect(town.refusal { try pass(town, passed, to: "twin") } == "projects.pass-to-former-party")
        try town.go(to: "2026-02-16T12:00:00Z")
        try pass(town, passed, to: "romashka")
        try pay(town, "20.00", to: passed, on: "2026-02-17", number: "7")
        try town.spend("740", in: passed, until: "2026-02-20T10:00:00Z")
        try town.close("2026-02")
        try expectClean(town)
        try expectReplayed(town, ["2026-02"])
        #expect(try documented(town, ["2026-02"]) == [Make.romashkaINN: [50_00 + 70_00 + 740_00]])
    }

    @Test func `a passing that waited happened when its turn came, and so did an invoice`() throws {
        let town = try january()
        func late(_ moment: String) -> App {
            town.desks(over: WaitingStore(store: town.store) { try town.go(to: moment) })
        }
        let passing = try late("2026-02-15T12:30:00Z").passing.pass(
            town.project(passed), to: AccountID("petrov"), by: author)
        #expect(passing.at == Moment("2026-02-15T12:30:00Z"))
        let invoice = try late("2026-02-15T12:45:00Z").invoices.make(for: town.project(passed), amount: 10_00)
        #expect(invoice.content.issuedAt == Moment("2026-02-15T12:45:00Z"))
        #expect(try town.app.invoices.offer(for: town.project(passed)).made.count == 1)
    }

    @Test func `a token of one project is told nothing of papers that name others, passed or not`() throws {
        let town = try february()
        try town.spend("15", in: kept, until: "2026-03-10T10:00:00Z")
        try town.close("2026-02")
        try town.close("2026-03")
        func isTold(_ address: String, _ pid: String) throws -> Bool {
            let own = try town.project(pid)
            do {
                _ = try town.app.explanations.explain(
                    address, for: .customer(UserID(""), [:]), isOfOneProject: true,
                    sees: { _, projects in !projects.isEmpty && projects.allSatisfy { $0 == own } })
            } catch ExplanationsProblem.unknownAddress { return false }
            return true
        }
        for pid in [kept, passed] {
            for address in [
                "moscow/upd/2026/1", "moscow/upd/2026/2", "tie-out/moscow/2026-01/romashka",
                "tie-out/moscow/2026-02/romashka",
            ] {
                #expect(try !isTold(address, pid), "\(pid) \(address)")
            }
        }
        // March names what the account has left.
        #expect(try isTold("moscow/upd/2026/3", kept))
        #expect(try !isTold("moscow/upd/2026/3", passed))
    }

    @Test func `a project of one region that passed is not asked for in another region's packages`() throws {
        let town = try Town.priced("2026-01-01")
        var both = Make.romashka(
            pids: [kept, passed],
            contract: Make.contract(from: "2026-01-01", vat: "none", region: "kazakhstan"))
        var abroad = both.projects[0]
        (abroad.pid, abroad.region) = ("mcs0000000031", "kazakhstan")
        both.projects.append(abroad)
        try town.register(both)
        try town.register(Make.petrov())
        try pay(town, "100.00", to: passed, on: "2026-01-05", number: "1")
        try town.spend("60", in: passed, until: "2026-01-10T10:00:00Z")
        try town.go(to: "2026-01-15T12:00:00Z")
        try pass(town, passed, to: "petrov")
        try town.close("2026-01")
        let report = try town.close("2026-01", region: .kazakhstan)
        #expect(report.skipped.map(\.reason) == ["no-bank-funded-spend"] && report.blocked.isEmpty)
        try expectClean(town)
    }

    @Test func `the former account's party is offered before a stranger whose money came earlier`() throws {
        let town = try february()
        try pay(town, "20.00", from: Make.inn(9), to: passed, on: "2026-02-16", number: "8")
        try pay(town, "50.00", to: passed, on: "2026-02-17", number: "9")
        try town.go(to: "2026-02-18T12:00:00Z")
        try town.settle()
        let assignable = try town.app.settlement.assignable(in: town.project(passed))
        #expect(assignable.advances.map(\.isFormer) == [false, true])
        #expect(assignable.offer?.payer.text == Make.romashkaINN)
    }
}

/// A store before which others stood: whoever comes to it has waited.
private struct WaitingStore: Store {
    let store: any Store
    let wait: @Sendable () throws -> Void

    func read<Result>(_ body: (any Records) throws -> Result) throws -> Result { try store.read(body) }
    func transaction<Result>(_ body: (any Records) throws -> Result) throws -> Result {
        try wait()
        return try store.transaction(body)
    }
}

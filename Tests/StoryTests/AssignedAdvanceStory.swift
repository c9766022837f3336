import Access
import Basics
import Books
import Contracts
import Counterparties
import Documents
import Funding
import Notices
import Regions
import Support
import Testing
import UseCases

/// ООО «Ромашка» re-registers its project to ООО «Лампа» in the middle of September (R130): what each of them spends
/// stands in its own documents, whosever the advance was.
@Suite struct AssignedAdvanceStory {
    private let pid = "mcs0000000001"
    private let lamp = "7704123450"
    private let author = Author(user: nil, name: "operator", reason: "letter 5 of both")

    /// Ромашка pays 1000, spends 300 and becomes Лампа on 15 September.
    private func town() throws -> Town {
        let town = try Town.priced("2026-09-01")
        try town.register(Make.romashka())
        try town.transfer([Make.Transfer("1000.00", for: pid, on: "2026-09-02", number: "77")])
        try town.spend("300", in: pid, until: "2026-09-05T12:00:00Z")
        try town.go(to: "2026-09-15T09:00:00Z")
        try town.settle()
        try become(lamp, "ООО «Лампа»", town)
        return town
    }

    private func become(_ inn: String, _ name: String, _ town: Town) throws {
        var party = Make.romashka().counterparty
        (party.inn, party.shortName) = (inn, name)
        try town.app.profiles.change(party, of: town.project(pid), by: .house)
    }

    @discardableResult
    private func assign(
        _ town: Town, from payer: String = Make.romashkaINN, seen: Int64? = nil
    ) throws -> SettlementDesk.Assigned {
        try town.app.settlement.assign(
            from: TaxID(payer), seen: seen, in: town.project(pid), as: author)
    }

    private func pay(_ sum: String, from payer: String, on day: String, _ number: String, _ town: Town) throws
    {
        try town.transfer(
            [Make.Transfer(sum, from: payer, for: pid, on: day, number: number)], named: "\(number).txt")
    }

    private func lots(_ town: Town) throws -> [String] {
        let project = try town.project(pid)
        return try town.store.read { try $0.openLots(in: project) }.map {
            "\($0.source.means) \($0.source.payer?.text ?? "—") \(Money.text(minor: $0.remaining))"
        }
    }

    private func expectClean(_ town: Town, _ place: SourceLocation = #_sourceLocation) throws {
        let report = try town.app.verification.verify()
        #expect(report.isDerived, sourceLocation: place)
        #expect(report.findings.map(\.sentence) == [], sourceLocation: place)
    }

    private func expectReplayed(_ months: [String], _ town: Town) throws {
        for month in months {
            let replayed = try town.app.replay.replay(try #require(Month(month)), regions: [.moscow])
            #expect(replayed.isEqual, "\(month)")
        }
    }

    private func act(_ month: String, about party: String, _ town: Town) throws -> ReconciliationContent {
        let month = try #require(Month(month))
        return try town.app.reconciliations.make(
            of: town.project(pid), ReconciledPeriod(from: month.firstDay, through: month.lastDay),
            about: TaxID(party), for: .house
        ).content
    }

    private func told(_ act: ReconciliationContent) -> [String] {
        ["\(act.counterparty.taxID) \(Money.text(minor: act.opening))"]
            + act.contracts.flatMap(\.operations).map {
                "\($0.day) \($0.phrase.ru) \(Money.text(minor: $0.debit)) \(Money.text(minor: $0.credit))"
            } + [Money.text(minor: act.closing)]
    }

    @Test func `every kopeck spent is in exactly one party's documents, and both acts close`() throws {
        let town = try town()
        let done = try assign(town, seen: 700_00)
        #expect(done.amount == 700_00 && done.advances.count == 1)
        #expect(try lots(town) == ["bank \(lamp) 700.00"])
        #expect(try town.payment(pid) == "700.00")
        try expectClean(town)
        try pay("500.00", from: lamp, on: "2026-09-16", "12", town)
        try town.spend("900", in: pid, until: "2026-09-20T12:00:00Z")
        #expect(
            try town.closed("2026-09") == [
                "upd 1 of 2026-09-30, \(pid)",
                "Облачные вычисления 2026-09, 22: 245.90 + 54.10 = 300.00",
                "paid by 77 of 2026-09-02: 300.00",
            ])
        try expectClean(town)
        try town.spend("100", in: pid, until: "2026-10-10T12:00:00Z")
        let october = try town.close("2026-10")
        #expect(october.documents.map(\.content.counterparty.taxID.text) == [lamp])
        #expect(
            try town.told(october) == [
                "upd 2 of 2026-10-31, \(pid)",
                "Облачные вычисления 2026-09, 22: 737.70 + 162.30 = 900.00",
                "Облачные вычисления 2026-10, 22: 81.97 + 18.03 = 100.00",
                "paid by 77 of 2026-09-02: 700.00", "paid by 12 of 2026-09-16: 300.00",
            ])
        #expect(try town.payment(pid) == "200.00")
        try expectClean(town)
        try expectReplayed(["2026-09", "2026-10"], town)
        let former = try act("2026-09", about: Make.romashkaINN, town)
        #expect(
            told(former) == [
                "7707083893 0.00", "2026-09-02 Оплата (77 от 02.09.2026) 0.00 1000.00",
                "2026-09-15 Передача аванса, ИНН \(lamp) (77 от 02.09.2026) 700.00 0.00",
                "2026-09-30 Продажа (УПД № 1 от 30.09.2026) 300.00 0.00", "0.00",
            ])
        #expect(try act("2026-10", about: Make.romashkaINN, town).opening == former.closing)
        let first = try act("2026-09", about: lamp, town)
        #expect(
            told(first) == [
                "\(lamp) 0.00",
                "2026-09-15 Зачёт переданного аванса, ИНН 7707083893 (77 от 02.09.2026) 0.00 700.00",
                "2026-09-16 Оплата (12 от 16.09.2026) 0.00 500.00", "-1200.00",
            ])
        #expect(
            told(try act("2026-10", about: lamp, town)) == [
                "\(lamp) -1200.00", "2026-10-31 Продажа (УПД № 2 от 31.10.2026) 1000.00 0.00", "-200.00",
            ])
        // What is left is what the act says, and nobody else was ever a party here.
        #expect(try lots(town) == ["bank \(lamp) 200.00"])
        #expect(town.refusal { _ = try act("2026-10", about: "7702070139", town) } == "documents.never-party")
    }

    @Test func `the transfer tells to whom its rest passed, and what it paid tells whose it was`() throws {
        let town = try town()
        try assign(town)
        try town.spend("50", in: pid, until: "2026-09-20T12:00:00Z", resource: "vm-2")
        try town.go(to: "2026-09-21T09:00:00Z")
        try town.settle()
        let line = try #require(try town.app.bank.lines(in: .matched).first)
        guard
            case .credit(let credit) = try town.app.explanations.explain(
                "credit/\(line.id)", showing: ExcerptSize(rows: 6, after: nil))
        else { return #expect(Bool(false)) }
        #expect(credit.differences.isEmpty && credit.spent == 350_00)
        #expect(credit.standing == .lot(remaining: 650_00))
        #expect(credit.assignments.map(\.assigned.amount) == [700_00])
        #expect(credit.assignments.map(\.assigned.assignee.text) == [lamp])
        #expect(
            credit.reports.map(\.report) == [
                .monthOpen(try #require(Month("2026-09"))), .monthOpen(try #require(Month("2026-10"))),
            ])
        let kept = try town.app.audit.entries(AuditSearch(action: .assignAdvance), limit: 10, for: .house)
        #expect(kept.map(\.reason) == ["letter 5 of both"])
        #expect(kept.first?.detail.contains("7707083893 → \(lamp) 700.00") == true)
        #expect(town.refusal { try assign(town) } == "funding.nothing-to-assign")
        try expectClean(town)
    }

    @Test
    func `without a letter the former party's advance is in nobody's documents, and the new one's own waits`()
        throws
    {
        let town = try town()
        try pay("500.00", from: lamp, on: "2026-09-16", "12", town)
        try town.spend("900", in: pid, until: "2026-09-20T12:00:00Z")
        // The former one's 700 go first, into September: they are its own still.
        #expect(try town.closed("2026-09").contains("paid by 77 of 2026-09-02: 1000.00"))
        #expect(try town.closed("2026-10").suffix(2).map { String($0.suffix(6)) } == ["200.00", "200.00"])
        try expectClean(town)
        try expectReplayed(["2026-09", "2026-10"], town)
    }

    @Test func `a debt of the former month that the new party pays stands in the new one's first documents`()
        throws
    {
        let town = try town()
        try town.spend("800", in: pid, until: "2026-09-18T12:00:00Z")
        try town.go(to: "2026-09-19T09:00:00Z")
        try town.settle()
        #expect(try town.payment(pid) == "-100.00")
        try pay("500.00", from: lamp, on: "2026-09-22", "12", town)
        #expect(try town.closed("2026-09").contains("paid by 77 of 2026-09-02: 1000.00"))
        #expect(
            try town.closed("2026-10") == [
                "upd 2 of 2026-10-31, \(pid)",
                "Облачные вычисления 2026-09, 22: 81.97 + 18.03 = 100.00",
                "paid by 12 of 2026-09-22: 100.00",
            ])
        try expectClean(town)
        try expectReplayed(["2026-09", "2026-10"], town)
    }

    @Test
    func `who is a party for one month alone has that month's documents, late usage of the month before too`()
        throws
    {
        let (town, owl) = (try town(), "7702070139")
        try assign(town)
        try pay("500.00", from: lamp, on: "2026-09-16", "12", town)
        try town.spend("750", in: pid, until: "2026-09-20T12:00:00Z")
        try town.spend("50", in: pid, until: "2026-10-02T12:00:00Z")
        // September is not closed yet when the party of October becomes another.
        try town.go(to: "2026-10-03T09:00:00Z")
        try town.settle()
        try become(owl, "ООО «Сова»", town)
        try town.spend("20", in: pid, until: "2026-09-28T12:00:00Z", resource: "vm-late")
        try town.settle()
        #expect(try lots(town) == ["bank \(lamp) 380.00"])
        #expect(try assign(town, from: lamp).amount == 380_00)
        try town.spend("30", in: pid, until: "2026-10-20T12:00:00Z")
        #expect(try town.closed("2026-09")[1].hasSuffix("= 300.00"))
        let october = try town.close("2026-10")
        #expect(october.documents.map(\.content.counterparty.taxID.text) == [lamp])
        #expect(october.documents.map(\.content.gross) == [820_00])
        try town.spend("100", in: pid, until: "2026-11-10T12:00:00Z")
        let november = try town.close("2026-11")
        #expect(november.documents.map(\.content.counterparty.taxID.text) == [owl])
        #expect(november.documents.map(\.content.gross) == [130_00])
        #expect(try act("2026-10", about: lamp, town).closing == 0)
        #expect(try act("2026-11", about: owl, town).closing == -250_00)
        try expectClean(town)
        try expectReplayed(["2026-09", "2026-10", "2026-11"], town)
    }

    @Test func `a coming party that has spent keeps its first month, though it becomes another before`()
        throws
    {
        let (town, owl) = (try town(), "7702070139")
        try assign(town)
        try town.spend("100", in: pid, until: "2026-09-20T12:00:00Z")
        try town.go(to: "2026-09-25T09:00:00Z")
        try town.settle()
        try become(owl, "ООО «Сова»", town)
        try pay("300.00", from: owl, on: "2026-09-26", "12", town)
        try town.spend("700", in: pid, until: "2026-09-27T12:00:00Z")
        #expect(try town.closed("2026-09")[1].hasSuffix("= 300.00"))
        for (month, party, sum) in [("2026-10", lamp, 700_00 as Int64), ("2026-11", owl, 100_00)] {
            let report = try town.close(month)
            #expect(report.documents.map(\.content.counterparty.taxID.text) == [party], "\(month)")
            #expect(report.documents.map(\.content.gross) == [sum], "\(month)")
        }
        #expect(try act("2026-10", about: lamp, town).closing == 0)
        #expect(try act("2026-11", about: owl, town).closing == -200_00)
        try expectClean(town)
        try expectReplayed(["2026-09", "2026-10", "2026-11"], town)
    }

    @Test func `who comes back after a party of one month has nothing in that one's month`() throws {
        let town = try town()
        try assign(town)
        try town.spend("100", in: pid, until: "2026-09-20T12:00:00Z")
        try town.go(to: "2026-09-25T09:00:00Z")
        try town.settle()
        try become(Make.romashkaINN, "ООО «Ромашка»", town)
        #expect(try assign(town, from: lamp).amount == 600_00)
        try town.spend("50", in: pid, until: "2026-09-27T12:00:00Z")
        try town.spend("200", in: pid, until: "2026-10-02T12:00:00Z")
        // September is open still: October is Лампа's, whose money paid nothing of it.
        try town.go(to: "2026-10-02T13:00:00Z")
        try town.settle()
        for (month, party, sum) in [
            ("2026-09", Make.romashkaINN, 350_00 as Int64), ("2026-10", lamp, 100_00),
            ("2026-11", Make.romashkaINN, 200_00),
        ] {
            let report = try town.close(month)
            #expect(report.documents.map(\.content.counterparty.taxID.text) == [party], "\(month)")
            #expect(report.documents.map(\.content.gross) == [sum], "\(month)")
        }
        #expect(try act("2026-11", about: Make.romashkaINN, town).closing == -350_00)
        try expectClean(town)
        try expectReplayed(["2026-09", "2026-10", "2026-11"], town)
    }

    @Test func `what the coming party takes over from a card waits for its first month too`() throws {
        let town = try town()
        try assign(town)
        try town.spend("700", in: pid, until: "2026-09-16T12:00:00Z")
        try town.credit("60.00", to: pid, at: "2026-09-17T10:00:00Z", id: "card")
        try town.spend("60", in: pid, until: "2026-09-18T12:00:00Z")
        try pay("60.00", from: lamp, on: "2026-09-20", "12", town)
        try town.go(to: "2026-09-21T09:00:00Z")
        try town.settle()
        let project = try town.project(pid)
        let offer = try #require(try town.app.settlement.substitutes(in: project).offer)
        let done = try town.app.settlement.substitute(
            offer.payment.lot.id, by: offer.transfer.id, in: project, as: author)
        #expect(done.months.map { "\($0.key) \($0.value)" } == ["2026-10 6000"])
        #expect(try town.closed("2026-09").contains("paid by 77 of 2026-09-02: 300.00"))
        #expect(try town.closed("2026-10")[1].hasSuffix("= 760.00"))
        try expectClean(town)
        try expectReplayed(["2026-09", "2026-10"], town)
    }

    @Test func `the rest keeps its place behind a card and before a later transfer`() throws {
        let town = try town()
        try town.credit("40.00", to: pid, at: "2026-09-15T10:00:00Z", id: "card")
        try pay("100.00", from: Make.romashkaINN, on: "2026-09-16", "78", town)
        try pay("500.00", from: lamp, on: "2026-09-17", "12", town)
        try town.go(to: "2026-09-18T09:00:00Z")
        #expect(try assign(town).advances.map(\.amount) == [700_00, 100_00])
        #expect(
            try lots(town) == [
                "bank \(lamp) 700.00", "card — 40.00", "bank \(lamp) 100.00", "bank \(lamp) 500.00",
            ])
        try expectClean(town)
    }

    @Test
    func `a sum that is not what is left, a payer that is the customer and one without money are refused`()
        throws
    {
        let town = try town()
        #expect(town.refusal { try assign(town, seen: 1000_00) } == "funding.other-advance")
        #expect(town.refusal { try assign(town, from: lamp) } == "funding.no-assignee")
        #expect(town.refusal { try assign(town, from: "7702070139") } == "funding.nothing-to-assign")
        let silent = Author(user: nil, name: "operator", reason: " ")
        #expect(
            town.refusal {
                _ = try town.app.settlement.assign(
                    from: TaxID(Make.romashkaINN), in: town.project(pid), as: silent)
            } == "access.no-reason")
        #expect(try lots(town) == ["bank 7707083893 700.00"])
        let offered = try town.app.settlement.assignable(in: town.project(pid))
        #expect(offered.assignee?.text == lamp)
        #expect(offered.advances.map(\.isFormer) == [true] && offered.offer?.amount == 700_00)
        try expectClean(town)
    }

    @Test func `an advance handed over by mistake goes back once the customer is the former party again`()
        throws
    {
        let town = try town()
        try assign(town)
        try become(Make.romashkaINN, "ООО «Ромашка»", town)
        #expect(try assign(town, from: lamp).amount == 700_00)
        #expect(try lots(town) == ["bank 7707083893 700.00"])
        try town.spend("100", in: pid, until: "2026-09-20T12:00:00Z")
        #expect(try town.closed("2026-09").contains("paid by 77 of 2026-09-02: 400.00"))
        #expect(try act("2026-09", about: Make.romashkaINN, town).closing == -600_00)
        try expectClean(town)
        try expectReplayed(["2026-09"], town)
    }

    @Test func `a transfer matched by mistake is taken back from whoever holds its money`() throws {
        let town = try town()
        try pay("250.00", from: Make.romashkaINN, on: "2026-09-16", "78", town)
        try town.go(to: "2026-09-17T09:00:00Z")
        try town.settle()
        try assign(town)
        let line = try #require(try town.app.bank.lines(in: .matched).first { $0.document == "78" })
        _ = try town.app.bank.undoMatch(String(line.number), by: author)
        #expect(try lots(town) == ["bank \(lamp) 700.00"])
        try expectClean(town)
        _ = try town.closed("2026-09")
        #expect(try act("2026-09", about: Make.romashkaINN, town).closing == 0)
        #expect(try act("2026-09", about: lamp, town).closing == -700_00)
    }
}

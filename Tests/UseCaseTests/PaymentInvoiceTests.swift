import Access
import Basics
import Counterparties
import Documents
import Formats
import Paper
import Regions
import Support
import Testing
import UseCases

@Suite struct PaymentInvoices {
    private func town(opened: String = "2026-10-05") throws -> Town {
        let town = try Town(opened: opened)
        try town.completeSuppliers()
        return town
    }

    @Test func `numbers go 1, 2, 3 and begin anew with the year of the region's day`() throws {
        let town = try town()
        try town.register(Make.romashka())
        try town.register(Make.sidorov())
        #expect(try invoice(town, "mcs0000000001", 100_00).number == 1)
        #expect(try invoice(town, "mcs0000000004", 100_00).number == 2)
        // 20:59 UTC is still 31 December in Moscow, 21:00 is the new year there.
        try town.go(to: "2026-12-31T20:59:59Z")
        let last = try invoice(town, "mcs0000000001", 100_00)
        #expect(last.number == 3)
        #expect(last.date == Day("2026-12-31"))
        try town.go(to: "2026-12-31T21:00:00Z")
        let first = try invoice(town, "mcs0000000001", 100_00)
        #expect(first.number == 1)
        #expect(first.date == Day("2027-01-01"))
    }

    @Test func `a company gets the full form, an individual the short one`() throws {
        let town = try town()
        try town.register(Make.romashka(contract: Make.contract()))
        try town.register(Make.sidorov())
        let full = try invoice(town, "mcs0000000001", 2440_00)
        #expect(full.payer?.taxID.text == Make.romashkaINN)
        #expect(full.basis?.number == "ВК-17/2026")
        #expect(full.vat == 440_00)
        #expect(full.purpose == "Оплата по счету № 1 от 05.10.2026, PID mcs0000000001, в т.ч. НДС 22% 440,00")
        let short = try invoice(town, "mcs0000000004", 2440_00)
        #expect(short.payer == nil)
        #expect(short.basis == nil)
        #expect(short.purpose.contains("PID mcs0000000004"))
    }

    @Test func `a contract without VAT has an invoice without VAT, 2025 its 20 per cent`() throws {
        let town = try town()
        try town.register(Make.romashka(contract: Make.contract(vat: "none")))
        #expect(try invoice(town, "mcs0000000001", 100_00).vatRate == .none)
        let earlier = try self.town(opened: "2025-12-31")
        try earlier.register(Make.romashka())
        let old = try invoice(earlier, "mcs0000000001", 120_00)
        #expect(old.vatRate == .percent(20))
        #expect(old.vat == 20_00)
    }

    @Test func `post-paid, Kazakhstan's and too small ones are refused and take no number`() throws {
        let town = try town()
        try town.register(Make.romashka())
        try town.register(
            Make.petrov(contract: Make.contract(scheme: "postpaid", number: "ВК-18/2026")))
        try town.register(Make.altyn())
        let pid = try town.project("mcs0000000001")
        #expect(throws: DocumentsProblem.invoiceForPostpaid(try town.project("mcs0000000002"))) {
            try invoice(town, "mcs0000000002", 100_00)
        }
        #expect(
            throws: DocumentsProblem.invoiceByDepartment(try town.project("mcs0000000003"), .kazakhstan)
        ) { try invoice(town, "mcs0000000003", 100_00_00) }
        #expect(
            throws: DocumentsProblem.invoiceTooSmall(Money(minor: 9_99, .rub), Money(minor: 10_00, .rub))
        ) { try invoice(town, "mcs0000000001", 9_99) }
        #expect(throws: (any Error).self) { try invoice(town, "mcs0000000009", 100_00) }
        #expect(try town.app.invoices.made(for: pid).isEmpty)
        #expect(try invoice(town, "mcs0000000001", 10_00).number == 1)
    }

    @Test func `a non-resident asks for its invoice by a request, and the department makes it with its name`()
        throws
    {
        let town = try town()
        try town.register(Make.altyn())
        let pid = try town.project("mcs0000000003")
        let foreign = try foreigner(town)
        #expect(throws: DocumentsProblem.invoiceForNonResident(foreign)) {
            try town.app.invoices.makeOnce(for: foreign, amount: 500_00)
        }
        #expect(
            try town.app.invoices.offer(for: foreign).refusal?.code == "documents.invoice-for-non-resident")
        #expect(try town.app.invoices.offer(for: pid).refusal?.code == "documents.invoice-by-department")
        #expect(try town.app.invoices.offer(for: foreign, to: .department).refusal == nil)
        let author = Author(user: nil, name: "anna@office.example", reason: "asked by request 7")
        let made = try town.app.invoices.makeOnce(for: foreign, amount: 500_00, by: .department, as: author)
        let entries = try town.app.audit.entries(AuditSearch(action: .makeInvoice), limit: 10, for: .house)
        #expect(entries.map(\.object) == [made.key.text] && entries.first?.reason == "asked by request 7")
    }

    private func foreigner(_ town: Town) throws -> PID {
        var account = Make.sidorov(account: "foreign", pids: ["mcs0000000008"])
        account.counterparty.residency = "DE"
        try town.register(account)
        return try town.project("mcs0000000008")
    }

    @Test func `in Kazakhstan the document department makes it, on a paper of that country`() throws {
        let town = try town()
        try town.register(Make.altyn())
        let made = try town.app.invoices.makeOnce(
            for: town.project("mcs0000000003"), amount: 100_000_00, by: .department)
        #expect(made.content.currency == .kzt && made.content.payer?.taxID.text == Make.altynBIN)
        let job = try PaperJob(made.content)
        #expect(job.form == .kazakhInvoice)
        let sheet = String(decoding: job.sheet, as: UTF8.self)
        for words in ["Төлемге арналған шот", "mcs0000000003", Make.altynBIN, "мың теңге"] {
            #expect(sheet.contains(words), "\(words) in \(sheet)")
        }
    }

    @Test func `a supplier without a signatory issues none`() throws {
        let town = try Town(opened: "2026-10-05")
        try town.register(Make.romashka())
        #expect(throws: DocumentsProblem.supplierRequisitesMissing(.moscow, [.signatory])) {
            try invoice(town, "mcs0000000001", 100_00)
        }
    }

    @Test func `what is frozen thaws to the same, and nothing else thaws`() throws {
        let town = try town()
        try town.register(Make.romashka())
        let made = try town.app.invoices.make(for: try town.project("mcs0000000001"), amount: 100_01)
        #expect(try PaymentInvoiceJSON.thaw(made.frozen) == made.content)
        let kept = try town.app.invoices.made(for: made.content.project)
        #expect(kept.map(\.content) == [made.content])
        #expect(kept.map(\.frozen) == [made.frozen])
        #expect(throws: (any Error).self) { try PaymentInvoiceJSON.thaw(made.frozen + [0x20]) }
        #expect(throws: (any Error).self) {
            try PaymentInvoiceJSON.thaw(DocumentJSON.freeze(try closed(town)))
        }
    }

    @Test func `a form sent twice makes one invoice, and a minute later another`() throws {
        let town = try town()
        try town.register(Make.romashka())
        let pid = try town.project("mcs0000000001")
        let first = try town.app.invoices.makeOnce(for: pid, amount: 500_00)
        #expect(try town.app.invoices.makeOnce(for: pid, amount: 500_00).key == first.key)
        #expect(try town.app.invoices.makeOnce(for: pid, amount: 500_01).content.number == 2)
        try town.go(to: town.now.adding(seconds: InvoicesDesk.formSeconds).description)
        #expect(try town.app.invoices.makeOnce(for: pid, amount: 500_00).content.number == 3)
        #expect(try town.app.invoices.made(for: pid, year: 2026, number: 3)?.content.amount == 500_00)
        #expect(try town.app.invoices.made(for: pid, year: 2027, number: 3) == nil)
    }

    @Test func `a form makes twenty invoices a day for a project and no more, each another sum`() throws {
        let town = try town()
        try town.register(Make.romashka())
        let pid = try town.project("mcs0000000001")
        for sum in 0..<20 { _ = try town.app.invoices.makeOnce(for: pid, amount: 500_00 + Int64(sum)) }
        #expect(throws: DocumentsProblem.tooManyInvoices(20)) {
            try town.app.invoices.makeOnce(for: pid, amount: 600_00)
        }
        try town.go(to: town.now.adding(seconds: 86_400).description)
        #expect(try town.app.invoices.makeOnce(for: pid, amount: 600_00).content.number == 21)
    }

    @Test func `a project's list of invoices shows its own alone, the newest first`() throws {
        let town = try town()
        try town.register(Make.romashka(pids: ["mcs0000000001", "mcs0000000007"]))
        try invoice(town, "mcs0000000001", 500_00)
        try invoice(town, "mcs0000000007", 700_00)
        try invoice(town, "mcs0000000001", 600_00)
        func amounts(_ pid: String) throws -> [Int64] {
            try town.app.invoices.made(for: town.project(pid)).map(\.content.amount)
        }
        #expect(try amounts("mcs0000000001") == [600_00, 500_00])
        #expect(try amounts("mcs0000000007") == [700_00])
    }

    @Test func `a transfer that quotes the invoice finds its project`() throws {
        let town = try town()
        // Two projects, so that the payer's tax id alone decides nothing.
        try town.register(Make.romashka(pids: ["mcs0000000001", "mcs0000000007"]))
        _ = try invoice(town, "mcs0000000001", 500_00)
        _ = try invoice(town, "mcs0000000007", 700_00)
        let booked = try town.transfer([
            Make.Transfer("700.00", for: "Оплата по счету № 2 от 05.10.2026", on: "2026-10-06", number: "1"),
            Make.Transfer("500.00", for: "Оплата по счету № 1 от 06.10.2026", on: "2026-10-06", number: "2"),
        ])
        #expect(booked.lines[0].state == .matched)
        #expect(booked.lines[0].projects == [try town.project("mcs0000000007")])
        #expect(booked.lines[1].state == .unclear)
        try town.settle()
        #expect(try town.balance("mcs0000000007").payment.minor == 700_00)
        #expect(try town.balance("mcs0000000001").payment.minor == 0)
    }

    @Test func `the purpose an invoice asks for finds its project by itself`() throws {
        let town = try town()
        try town.register(Make.romashka(pids: ["mcs0000000001", "mcs0000000007"]))
        let content = try invoice(town, "mcs0000000007", 700_00)
        let booked = try town.transfer([Make.Transfer("700.00", for: content.purpose, on: "2026-10-06")])
        #expect(booked.lines.map(\.projects) == [[content.project]])
    }

    @discardableResult
    private func invoice(_ town: Town, _ pid: String, _ amount: Int64) throws -> PaymentInvoiceContent {
        try town.app.invoices.make(for: try town.project(pid), amount: amount).content
    }

    /// Some document of a package.
    private func closed(_ town: Town) throws -> DocumentContent {
        try town.price("vm", "10")
        try town.transfer([Make.Transfer("100.00", for: "mcs0000000001", on: "2026-10-05")])
        try town.use("vm", in: "mcs0000000001", until: "2026-10-20T10:00:00Z")
        try town.settle()
        return try #require(try town.close("2026-10").documents.first).content
    }
}

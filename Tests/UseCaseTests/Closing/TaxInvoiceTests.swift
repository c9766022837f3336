import Basics
import Documents
import Formats
import Regions
import Support
import Testing
import UseCases

@Suite struct TaxInvoiceTests {
    @Test func `a tax invoice names the act of its own package as the shipment document`() throws {
        let town = try townOf(["taxInvoice", "act"])
        // A neighbour with acts and no tax invoices, so that the two numberings go apart.
        try town.register(Make.petrov(contract: Make.contract(documents: ["upd", "act"], number: "2")))
        try live(town, "mcs0000000001", payer: Make.romashkaINN, ["2026-08", "2026-09"])
        try live(town, "mcs0000000002", payer: Make.petrovINN, ["2026-08", "2026-09"])
        for month in ["2026-08", "2026-09"] {
            let report = try town.close(month)
            #expect(report.blocked.isEmpty)
            let own = report.documents.map(\.content).filter {
                $0.counterparty.taxID.text == Make.romashkaINN
            }
            let invoice = try #require(own.first { $0.kind == .taxInvoice })
            let act = try #require(own.first { $0.kind == .act })
            #expect(act.number != invoice.number)
            #expect(invoice.shipment == DocumentReference(.act, number: act.number, date: act.date))
            #expect(act.shipment == nil)
            let shown = try shipment(invoice)
            #expect(shown["РеквНаимДок"] == "Акт об оказании услуг")
            #expect(shown["РеквНомерДок"] == String(act.number))
            #expect(shown["РеквДатаДок"] == act.date.dotted)
        }
    }

    @Test func `a tax invoice without an act beside it names itself`() throws {
        let town = try townOf(["taxInvoice"])
        try live(town, "mcs0000000001", payer: Make.romashkaINN, ["2026-08"])
        let invoice = try #require(try town.close("2026-08").documents.first?.content)
        #expect(invoice.shipment == nil)
        #expect(try shipment(invoice)["РеквНаимДок"] == "Счет-фактура")
        #expect(try shipment(invoice)["РеквНомерДок"] == String(invoice.number))
    }

    @Test func `a dry run's tax invoice names an act as well, still without a number`() throws {
        let town = try townOf(["taxInvoice", "act"])
        try live(town, "mcs0000000001", payer: Make.romashkaINN, ["2026-08"])
        try town.go(to: "2026-09-03T06:00:00Z")
        try town.settle()
        let month = try #require(Month("2026-08"))
        let drafts = try town.app.closing.close(month, region: .moscow, dryRun: true).documents.map(\.content)
        #expect(drafts.first { $0.kind == .taxInvoice }?.shipment?.number == 0)
    }

    @Test func `a tax invoice frozen with its act is the same after thawing`() throws {
        let town = try townOf(["taxInvoice", "act"])
        try live(town, "mcs0000000001", payer: Make.romashkaINN, ["2026-08"])
        for document in try town.close("2026-08").documents {
            let thawed = try DocumentJSON.thaw(document.frozen)
            #expect(thawed == document.content)
            #expect(try SellerTitle.write(thawed) == SellerTitle.write(document.content))
        }
    }
}

extension TaxInvoiceTests {
    private func townOf(_ documents: [String]) throws -> Town {
        let town = try Town(opened: "2026-08-01")
        try town.completeSuppliers()
        try town.price("vm", "100")
        try town.register(Make.romashka(contract: Make.contract(documents: documents)))
        return town
    }

    /// Pays and uses 100 roubles in each month.
    private func live(_ town: Town, _ pid: String, payer: String, _ months: [String]) throws {
        for month in months {
            let number = "\(month.suffix(2))\(pid.suffix(1))"
            try town.transfer(
                [Make.Transfer("100.00", from: payer, for: pid, on: "\(month)-05", number: number)],
                named: "\(number).txt")
            try town.use("vm", in: pid, until: "\(month)-20T10:00:00Z")
        }
    }

    private func shipment(_ content: DocumentContent) throws -> XMLNode {
        let heading = try XMLTree.parse(try SellerTitle.write(content)).root.first("Документ")?
            .first("СвСчФакт")
        return try #require(heading?.first("ДокПодтвОтгрНом"))
    }
}

import Basics
import Contracts
import Counterparties
import Documents
import Regions
import Support
import Testing
import UseCases

@Suite struct ReplayTests {
    private static let pids = ["mcs0000000001", "mcs0000000002"]

    /// ООО «Ромашка» and ИП Петров with money and usage in January and February.
    private static func town(_ romashka: AccountDraft? = nil) throws -> Town {
        let town = try Town(opened: "2026-01-01")
        try town.completeSuppliers()
        try town.register(romashka ?? Make.romashka(pids: [pids[0]]))
        try town.register(Make.petrov(pids: [pids[1]]))
        try town.price("vm", "33.335")
        try town.transfer([
            Make.Transfer("900.00", for: pids[0], on: "2026-01-05", number: "1"),
            Make.Transfer("700.00", from: Make.petrovINN, for: pids[1], on: "2026-01-07", number: "2"),
        ])
        try use(town, "2026-01")
        return town
    }

    private static func use(_ town: Town, _ month: String) throws {
        for pid in pids { try town.use("vm", quantity: "3", in: pid, until: "\(month)-20T10:00:00Z") }
    }

    private func replay(
        _ month: String, _ town: Town, _ regions: [Region] = [.moscow]
    ) throws -> ReplayReport {
        try town.app.replay.replay(#require(Month(month)), regions: regions)
    }

    private func expectEqual(_ month: String, documents: Int, _ town: Town) throws {
        let report = try replay(month, town)
        #expect(report.documents.count == documents)
        #expect(report.findings == [])
        for document in report.documents {
            #expect(document.json == .equal, "\(document.key.text)")
            #expect(document.xml == (document.key.kind == .invoice ? .none : .equal))
        }
        let issued = try town.app.closing.documents(#require(Month(month)), region: .moscow)
        #expect(report.documents.map(\.made) == issued.map(\.frozen))
    }

    @Test func `a closed month comes out the same, however much happened since`() throws {
        let town = try Self.town()
        try town.close("2026-01")
        try expectEqual("2026-01", documents: 2, town)
        // A new price, another price list, late usage of January, and two more months.
        try town.price("vm", "50", from: "2026-02-01", service: "Вычисления")
        try town.use(
            "vm", quantity: "2", in: Self.pids[0], until: "2026-01-25T10:00:00Z", resource: "vm-late")
        try Self.use(town, "2026-02")
        try town.close("2026-02")
        try Self.use(town, "2026-03")
        try town.close("2026-03")
        for month in ["2026-01", "2026-02", "2026-03"] {
            try expectEqual(month, documents: 2, town)
        }
        let late = try replay("2026-02", town).documents.compactMap(\.madeContent).flatMap(\.lines)
        #expect(late.contains { $0.serviceMonth == Month("2026-01") })
    }

    @Test func `documents name the supplier as it was when they were issued`() throws {
        let town = try Self.town()
        try town.close("2026-01")
        var moved = Make.moscowSupplier()
        moved.name = "ООО «Новое имя»"
        moved.signatory?.lastName = "Сергеева"
        try town.app.accounts.complete(moved)
        try Self.use(town, "2026-02")
        try town.close("2026-02")
        // And once more, with nothing issued under it yet.
        moved.name = "ООО «Третье имя»"
        try town.app.accounts.complete(moved)
        for month in ["2026-01", "2026-02"] { try expectEqual(month, documents: 2, town) }
        let names = try ["2026-01", "2026-02"].map {
            try replay($0, town).documents.first?.madeContent?.supplier.name
        }
        #expect(names[0] != names[1])
        #expect(names[1] == "ООО «Новое имя»")
    }

    @Test func `another company's series begins at 1 in the replay too`() throws {
        let town = try Self.town()
        try town.close("2026-01")
        var other = Make.moscowSupplier()
        other.inn = "7736050003"
        other.kpp = "773601001"
        try town.app.accounts.complete(other)
        try Self.use(town, "2026-02")
        try town.close("2026-02")
        for month in ["2026-01", "2026-02"] { try expectEqual(month, documents: 2, town) }
        #expect(try replay("2026-02", town).documents.map(\.key.number) == [1, 2])
    }

    @Test func `a contract's new version changes what follows, not what was issued`() throws {
        var romashka = Make.romashka(pids: [Self.pids[0]])
        romashka.contracts = [
            Make.contract(number: "1", region: "moscow"),
            Make.contract(
                scheme: "postpaid", documents: ["act", "taxInvoice"], from: "2026-02-01", date: "2026-02-01",
                number: "2", vat: "none", region: "moscow",
                prices: [ContractPriceDraft(sku: "vm", price: "20.005", validFrom: "2026-02-01")]),
        ]
        let town = try Self.town(romashka)
        try town.close("2026-01")
        try Self.use(town, "2026-02")
        try town.close("2026-02")
        try expectEqual("2026-01", documents: 2, town)
        try expectEqual("2026-02", documents: 4, town)
    }

    @Test func `customers who were blocked keep the moment and the numbers of their own closing`() throws {
        let town = try Town(opened: "2026-01-01")
        try town.register(Make.romashka(pids: [Self.pids[0]]))
        try town.register(Make.altyn(pids: ["mcs0000000003"]))
        try town.price("vm", "33.335")
        try town.price("vm", "900", region: .kazakhstan)
        try town.app.accounts.complete(Make.moscowSupplier())
        var nobody = Make.kazakhSupplier()
        nobody.signatory = nil
        try town.app.accounts.complete(nobody)
        try town.transfer([Make.Transfer("900.00", for: Self.pids[0], on: "2026-01-05")])
        try town.transfer(
            [
                Make.Transfer(
                    "5000.00", from: Make.altynBIN, for: "mcs0000000003", on: "2026-01-05",
                    account: "KZ86125KZT5004100100")
            ], to: .kazakhstan, named: "kz.txt")
        for pid in [Self.pids[0], "mcs0000000003"] {
            try town.use("vm", in: pid, until: "2026-01-20T10:00:00Z")
        }
        try town.close("2026-01")
        // Nobody signs yet: nothing is issued, the month is closed.
        #expect(try town.close("2026-01", region: .kazakhstan).blocked.count == 1)
        let empty = try replay("2026-01", town, [.kazakhstan])
        #expect(empty.isEqual && empty.documents.isEmpty)
        try town.app.accounts.complete(Make.kazakhSupplier())
        try town.go(to: "2026-02-10T08:00:00Z")
        try town.close("2026-01", region: .kazakhstan)
        let report = try replay("2026-01", town, [.moscow, .kazakhstan])
        #expect(report.isEqual)
        #expect(report.documents.map(\.key.text) == ["moscow/upd/2026/1", "kazakhstan/act/2026/1"])
        // Beside Kazakhstan's act goes the draft of its ЭСФ.
        #expect(report.documents.map(\.xml) == [.equal, .equal])
    }

    @Test func `packages of single projects and those with nothing to report come out again`() throws {
        let town = try Self.town(
            Make.romashka(
                pids: [Self.pids[0], "mcs0000000009"],
                contract: Make.contract(documents: ["act", "taxInvoice"], perProject: true)))
        try town.close("2026-01")
        try expectEqual("2026-01", documents: 3, town)
        try town.close("2026-02")
        try expectEqual("2026-02", documents: 0, town)
    }

    @Test func `a month that is not closed is not replayed`() throws {
        let town = try Self.town()
        let month = try #require(Month("2026-01"))
        #expect(throws: ReplayProblem.monthNotClosed(month)) { try town.app.replay.replay(month) }
        try town.close("2026-01")
        #expect(try town.app.replay.replay(month).regions == [.moscow])
        #expect(throws: ReplayProblem.monthNotClosed(month)) {
            try town.app.replay.replay(month, regions: [.kazakhstan])
        }
    }
}

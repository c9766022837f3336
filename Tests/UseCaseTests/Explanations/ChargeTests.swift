import Basics
import Contracts
import Documents
import Metering
import Regions
import Support
import Testing
import UseCases

/// From a document line down to events, prices, rounding and money.
@Suite struct ExplainedChargeTests {
    private let pid = "mcs0000000001"

    @Test func `kopecks carry over from event to event inside a day line`() throws {
        let town = try Town(opened: "2026-10-01")
        try town.register(Make.romashka())
        try town.price("vm", "0.004")
        for (hour, quantity) in [(10, "1"), (11, "1"), (12, "1"), (13, "0.5")] {
            try town.use("vm", quantity: quantity, in: pid, until: "2026-10-05T\(hour):00:00Z")
        }
        try town.settle()
        let line = try town.dayLine("\(pid)/2026-10-05/vm-1/vm")
        // 0.004 → 0.01; 0.008 → 0.01; 0.012 → 0.01; 0.014 → 0.01.
        #expect(line.events.rows.map(\.element.accrued.description) == ["0.004", "0.008", "0.012", "0.014"])
        #expect(line.events.rows.map(\.element.posted) == [1, 0, 0, 0])
        #expect(line.line.posted == 1 && line.rounding == .down)
        #expect(line.funding.map(\.source.told) == ["debt"])
        #expect(line.reports.map(\.told) == ["0.01 unpaid"])
        try town.use("vm", quantity: "0.25", in: pid, until: "2026-10-05T14:00:00Z")
        try town.settle()
        // 0.015 → 0.02: the fifth event brings the second kopeck.
        let grown = try town.dayLine("\(pid)/2026-10-05/vm-1/vm", rows: 2, after: 3)
        #expect(grown.rounding == .up)
        #expect(grown.events.count == 5 && grown.events.rows.map(\.place) == [4, 5])
        #expect(grown.events.rows.map(\.element.posted) == [0, 1])
        let ends = try town.dayLine("\(pid)/2026-10-05/vm-1/vm", rows: 2)
        #expect(ends.events.rows.map(\.place) == [1, 5])
        #expect(try town.dayLine("\(pid)/2026-10-05/vm-1/vm", rows: 0).events.rows.isEmpty)
        // What nobody has settled yet is told, and not counted.
        try town.use("vm", in: pid, until: "2026-10-05T15:00:00Z")
        let waiting = try town.dayLine("\(pid)/2026-10-05/vm-1/vm")
        #expect(waiting.waiting == 1 && waiting.events.count == 5)
    }

    @Test func `a charge is told to its bonus, two lots and the debt paid later`() throws {
        let town = try Town(opened: "2026-10-01")
        try town.completeSuppliers()
        try town.register(Make.romashka())
        try town.price("vm", "1", bonusType: "compute")
        try town.grant(
            "10.00", "compute", to: pid, at: "2026-10-01T00:00:00Z", expires: "2026-12-01T00:00:00Z",
            id: "g-1")
        try town.transfer([Make.Transfer("20.00", for: pid, on: "2026-10-02", number: "1")])
        try town.credit("30.00", to: pid, at: "2026-10-03T10:00:00Z", id: "pay-1")
        try town.use("vm", quantity: "100", in: pid, until: "2026-10-05T10:00:00Z")
        try town.settle()
        try town.transfer(
            [Make.Transfer("50.00", for: pid, on: "2026-11-01", number: "2")], named: "november.txt")
        try town.close("2026-10")
        try town.close("2026-11")
        let line = try town.dayLine("\(pid)/2026-10-05/vm-1/vm")
        #expect(line.funding.map(\.source.told) == ["grant g-1", "lot bank/1", "lot bank/2", "lot pay-1"])
        #expect(line.funding.map(\.amount) == [1000, 2000, 4000, 3000])
        #expect(line.funding.map(\.isLater) == [false, false, true, false])
        #expect(
            line.reports.map(\.told).sorted() == [
                "10.00 bonus", "20.00 moscow/upd/2026/1#1", "30.00 notBankTransfer",
                "40.00 moscow/upd/2026/2#1",
            ])
        let second = try town.documentLine("moscow/upd/2026/2#1")
        #expect(second.days.rows.map(\.element.address) == ["\(pid)/2026-10-05/vm-1/vm"])
        #expect(second.days.rows.map(\.element.amount) == [4000])
        #expect(second.money.map(\.source.told) == ["lot bank/2"])
        // Forward from the money.
        guard case .bankLine(let transfer) = try town.why("bank/2") else {
            Issue.record("no bank line")
            return
        }
        #expect(transfer.credits.map(\.spent) == [4000])
        #expect(transfer.credits[0].standing == .lot(remaining: 1000))
        #expect(transfer.credits[0].reports.map(\.told) == ["40.00 moscow/upd/2026/2#1"])
        #expect(try town.credited("pay-1").reports.map(\.told) == ["30.00 notBankTransfer"])
        #expect(try town.credited("credit/g-1").reports.map(\.told) == ["10.00 bonus"])
        // The grant is used up; what would be left at its end would have expired.
        #expect(try town.credited("g-1").standing == .grant(remaining: 0, expired: 0))
    }

    @Test func `a contract's own price is told with the day it counts from`() throws {
        let town = try Town(opened: "2026-10-01")
        try town.price("vm", "2", from: "2026-01-15")
        try town.register(
            Make.romashka(
                contract: Make.contract(
                    date: "2026-09-10", number: "7",
                    prices: [.init(sku: "vm", price: "1.5", validFrom: "2026-08-01")])))
        try town.use("vm", in: pid, until: "2026-09-09T10:00:00Z")
        try town.use("vm", in: pid, until: "2026-09-10T10:00:00Z")
        try town.settle()
        let list = try town.dayLine("\(pid)/2026-09-09/vm-1/vm")
        #expect(list.price?.origin == .list && list.price?.validFrom == Day("2026-01-15"))
        let own = try town.dayLine("\(pid)/2026-09-10/vm-1/vm")
        let date = try #require(Day("2026-09-10"))
        #expect(own.price?.origin == .contract(number: "7", date: date))
        // The price is older than the contract, which rules only from its date on.
        #expect(own.price?.validFrom == date)
        #expect(own.price?.price.description == "1.50" && own.price?.listPrice.description == "2.00")
    }

    @Test func `a Kazakh document line is told in its own days and money`() throws {
        let pid = "mcs0000000003"
        let town = try Town(opened: "2026-10-01")
        try town.completeSuppliers()
        try town.register(Make.altyn())
        try town.price("vm", "116.5", region: .kazakhstan)
        try town.transfer(
            [
                Make.Transfer(
                    "5000.00", from: Make.altynBIN, for: pid, on: "2026-10-01",
                    account: "KZ86125KZT5004100100")
            ], to: .kazakhstan)
        // 19:30 UTC is half past midnight of the next day in Almaty.
        try town.use("vm", quantity: "3", in: pid, until: "2026-10-05T19:30:00Z")
        try town.use("vm", quantity: "2", in: pid, until: "2026-10-05T18:30:00Z")
        try town.close("2026-10", region: .kazakhstan)
        let line = try town.documentLine("kazakhstan/act/2026/1#1")
        #expect(
            line.days.rows.map(\.element.address) == [
                "\(pid)/2026-10-05/vm-1/vm", "\(pid)/2026-10-06/vm-1/vm",
            ])
        #expect(line.days.rows.map(\.element.amount) == [233_00, 349_50])
        #expect(line.line.gross == 582_50)
        #expect(try town.dayLine("\(pid)/2026-10-06/vm-1/vm").region.profile.currency == .kzt)
    }

    @Test func `a post-paid charge is reported in its month, whatever pays it later`() throws {
        let town = try Town(opened: "2026-10-01")
        try town.completeSuppliers()
        try town.register(Make.romashka(contract: Make.contract(scheme: "postpaid")))
        try town.price("vm", "1")
        try town.use("vm", quantity: "100", in: pid, until: "2026-10-05T10:00:00Z")
        try town.close("2026-10")
        let documents = "100.00 moscow/upd/2026/1#1 moscow/invoice/2026/1#1"
        let before = try town.dayLine("\(pid)/2026-10-05/vm-1/vm")
        #expect(before.funding.map(\.source.told) == ["debt"])
        #expect(before.reports.map(\.told) == [documents])
        try town.transfer([
            Make.Transfer("100.00", for: "по счёту № 1 от 31.10.2026", on: "2026-11-06")
        ])
        try town.use("vm", quantity: "5", in: pid, until: "2026-11-07T10:00:00Z")
        try town.close("2026-11")
        let after = try town.dayLine("\(pid)/2026-10-05/vm-1/vm")
        #expect(after.funding.map(\.source.told) == ["lot bank/1"])
        #expect(after.reports.map(\.told) == [documents])
        guard case .bankLine(let line) = try town.why("bank/1") else {
            Issue.record("no bank line")
            return
        }
        #expect(line.shares.map(\.invoice?.number) == [1])
        #expect(line.credits.flatMap(\.reports).map(\.told) == [documents])
        #expect(try town.documentLine("moscow/upd/2026/2#1").days.count == 1)
    }
}

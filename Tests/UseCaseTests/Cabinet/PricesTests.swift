import Access
import Basics
import Contracts
import Metering
import Support
import Testing
import UseCases

/// The prices that hold for a project.
@Suite struct PricesTests {
    private let pid = "mcs0000000001"

    private func town() throws -> Town {
        let town = try Town(opened: "2026-09-01")
        let own = [ContractPriceDraft(sku: "b.vm", price: "0.5", validFrom: "2026-08-01")]
        try town.register(Make.romashka(contract: Make.contract(from: "2026-08-15", prices: own)))
        try town.price("a.disk", "3", service: "Диски")
        try town.price("b.vm", "1", from: "2026-01-01")
        try town.price("b.vm", "2", from: "2026-07-01")
        try town.price("c.new", "9", from: "2026-12-01")
        return town
    }

    private func rows(_ town: Town, on day: String? = nil, like text: String = "") throws -> [String] {
        let viewer = Viewer.customer(UserID("u"), [try town.project(pid): [.viewer]])
        return try town.app.prices.prices(
            for: town.project(pid), on: day.flatMap { Day($0) }, like: text, after: nil, for: viewer
        ).rows.map { row in
            let origin = row.own.map { "own since \($0.from)" } ?? "list since \(row.listing.validFrom)"
            return "\(row.listing.sku) \(row.own?.price ?? row.listing.price) \(origin)"
        }
    }

    @Test func `the contract's price goes before the list's, from the day it counts`() throws {
        let town = try town()
        #expect(try rows(town) == ["a.disk 3.00 list since 2020-01-01", "b.vm 0.50 own since 2026-08-15"])
        #expect(try rows(town, on: "2026-08-14")[1] == "b.vm 2.00 list since 2026-07-01")
        #expect(try rows(town, on: "2026-06-30")[1] == "b.vm 1.00 list since 2026-01-01")
        #expect(try rows(town, on: "2026-12-01").count == 3)
        #expect(try rows(town, on: "2019-12-31").isEmpty)
    }

    @Test func `a price is what a charge of that day is reckoned by`() throws {
        let town = try town()
        try town.use("b.vm", quantity: "10", in: pid, until: "2026-08-31T12:00:00Z")
        try town.settle()
        #expect(try town.balance(pid).debt.minor == 5_00)
    }

    @Test func `search finds a service, a name or a SKU however its letters are written`() throws {
        let town = try town()
        for text in ["диск", "ДИСК", "a.DISK", "ISK"] {
            #expect(try rows(town, like: text).count == 1, "\(text)")
        }
        #expect(try rows(town, like: "%").isEmpty && rows(town, like: "_.vm").isEmpty)
    }

    @Test func `a long list comes page by page, each price once`() throws {
        let town = try town()
        for number in 0..<120 { try town.price("s\(number)", "1") }
        let viewer = Viewer.customer(UserID("u"), [try town.project(pid): [.viewer]])
        var (place, found): (SKU?, [String]) = (nil, [])
        repeat {
            let page = try town.app.prices.prices(
                for: town.project(pid), on: nil, like: "", after: place, for: viewer)
            #expect(page.rows.count <= PricesDesk.rowsPerPage)
            found += page.rows.map(\.listing.sku.text)
            place = page.next
        } while place != nil
        #expect(found.count == 122 && Set(found).count == 122)
    }
}

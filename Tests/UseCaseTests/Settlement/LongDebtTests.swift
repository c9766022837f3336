import Basics
import Funding
import Metering
import Regions
import Storage
import Support
import Testing
import UseCases

/// A post-paid month owes by the line; a run loads no more of it than what comes can pay.
@Suite struct LongDebtTests {
    private func town() throws -> Town {
        let town = try Town(opened: "2026-01-01")
        try town.completeSuppliers()
        try town.register(Make.romashka(contract: Make.contract(scheme: "postpaid")))
        try town.price("vm", "300")
        try town.price("disk", "7")
        return town
    }

    private func use(_ town: Town, days: ClosedRange<Int>) throws {
        for day in days {
            for sku in ["vm", "disk"] {
                try town.use(
                    sku, in: "mcs0000000001", until: "2026-01-\(day < 10 ? "0" : "")\(day)T10:00:00Z")
            }
            try town.go(to: "2026-01-\(day < 10 ? "0" : "")\(day)T12:00:00Z")
            try town.settle()
        }
    }

    private func queue(_ town: Town) throws -> [String] {
        try town.store.read { try $0.openDebts(in: town.project("mcs0000000001")) }
            .map { "\($0.number) \($0.debt.line.sku) \($0.debt.amount)" }
    }

    @Test func `a transfer pays the oldest lines first, whole and in part, and leaves the rest`() throws {
        let town = try town()
        try use(town, days: 2...9)
        #expect(try queue(town).count == 16)
        let before = try queue(town)
        try town.credit("310.00", to: "mcs0000000001", at: "2026-01-09T13:00:00Z")
        try town.go(to: "2026-01-09T14:00:00Z")
        try town.settle()
        // 7 and 300 are paid, 3 of the next 7 (by id, a disk comes before a machine).
        #expect(try queue(town) == ["3 disk 400"] + before.dropFirst(3))
        try use(town, days: 10...11)
        #expect(try queue(town).count == 18)
        #expect(try town.balance("mcs0000000001").payment.minor == -(10 * 307_00 - 310_00))
        #expect(try town.app.verification.verify().findings.map(\.sentence) == [])
    }

    @Test func `a transfer that pays all and more leaves a lot and no debt`() throws {
        let town = try town()
        try use(town, days: 2...6)
        try town.credit("2000.00", to: "mcs0000000001", at: "2026-01-06T13:00:00Z")
        try town.go(to: "2026-01-06T14:00:00Z")
        try town.settle()
        #expect(try queue(town).isEmpty)
        try use(town, days: 7...9)
        #expect(try town.balance("mcs0000000001").payment.minor == 2000_00 - 8 * 307_00)
        #expect(try town.app.verification.verify().findings.map(\.sentence) == [])
    }

    @Test func `what is charged again to the line that is owed last adds to it`() throws {
        let town = try town()
        try use(town, days: 2...4)
        try town.use("vm", in: "mcs0000000001", until: "2026-01-04T10:30:00Z")
        try town.settle()
        #expect(try queue(town).count == 6)
        #expect(try queue(town).last?.hasSuffix("vm 60000") == true)
        #expect(try town.app.verification.verify().findings.map(\.sentence) == [])
    }
}

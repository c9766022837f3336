import Access
import Basics
import Contracts
import Counterparties
import Foundation
import Funding
import Hashing
import Projects
import Regions
import Storage
import Support
import UseCases

/// Some months of a provider with everything that makes its books hard: late events, switches of scheme,
/// several runs, bonuses, suspense, blocked customers, documents of all kinds.
enum BusyTown {
    static let pids = [
        "mcs0000000001", "mcs0000000002", "mcs0000000003", "mcs0000000004", "mcs0000000005", "mcs0000000006",
        "mcs0000000007",
    ]

    static func make(seed: UInt64 = 7, busy: Int = 40) throws -> Town {
        var random = SplitMix64(seed: seed)
        let town = try Town(opened: "2026-01-01")
        try people(town)
        try town.transfer([
            Make.Transfer("3000.00", for: "оплата mcs0000000001", on: "2026-01-05", number: "1"),
            Make.Transfer("700.00", for: "mcs0000000005", on: "2026-01-06", number: "2"),
            Make.Transfer("450.50", from: nil, for: "за услуги", on: "2026-01-07", number: "3"),
            Make.Transfer("99.00", from: nil, for: "неизвестно", on: "2026-01-08", number: "4"),
        ])
        try town.credit("500.00", to: pids[0], at: "2026-01-06T10:00:00Z")
        try town.credit("40.00", by: .sbp, to: pids[3], at: "2026-01-09T10:00:00Z")
        try town.credit("5.00", by: .wallet, to: pids[1], at: "2026-01-09T11:00:00Z")
        try town.credit("15000.00", by: .card(card), to: pids[2], at: "2026-01-10T11:00:00Z")
        try town.grant(
            "60.00", "cpu", to: pids[0], at: "2026-01-02T00:00:00Z", expires: "2026-01-20T00:00:00Z")
        try town.grant(
            "25.00", "cpu", to: pids[3], at: "2026-01-02T00:00:00Z", expires: "2026-06-20T00:00:00Z")
        try month("2026-01", town, &random, busy)
        _ = try town.app.bank.match("3", to: PID(pids[4]) ?? town.project(pids[4]))
        try town.settle()
        _ = try town.close("2026-01")
        try blockedKazakhstan(town, "2026-01")
        try month("2026-02", town, &random, busy)
        // Usage of January that arrives in February, after the closing.
        for number in 0..<6 {
            try town.use(
                "vcpu", quantity: "\(number + 1)", in: pids[number % 3],
                until: "2026-01-2\(number)T10:00:00Z",
                resource: "vm-late")
        }
        try town.settle()
        try town.transfer(
            [
                Make.Transfer("1234.56", for: "mcs0000000001", on: "2026-02-20", number: "11"),
                Make.Transfer("80.00", for: "mcs0000000006", on: "2026-02-21", number: "12"),
            ], named: "february.txt")
        try town.settle()
        try substitute(town)
        _ = try town.close("2026-02")
        _ = try town.close("2026-02", region: .kazakhstan)
        try month("2026-03", town, &random, busy)
        try town.credit("900.00", to: pids[1], at: "2026-03-20T10:00:00Z")
        try town.settle()
        try substitute(town)
        _ = try town.close("2026-03")
        _ = try town.close("2026-03", region: .kazakhstan)
        for amount in [100_00, 250_50] as [Int64] {
            _ = try town.app.invoices.make(for: town.project(pids[0]), amount: amount)
        }
        for key in try town.app.papers.due(limit: 6) { _ = try town.app.papers.paper(key) }
        // Conserved and used all the same, and once back to work.
        let own = try town.project(pids[6])
        for (turn, at) in [
            (Conservation.Turn.begun, "2026-04-05T10:00:00Z"), (.ended, "2026-04-10T10:00:00Z"),
            (.begun, "2026-04-20T10:00:00Z"),
        ] {
            try town.go(to: at)
            try town.app.conservation.take(turn, of: own, by: .house)
            for day in ["06", "08", "12", "21"] where "2026-04-\(day)" < at {
                try town.use(
                    "disk", quantity: "3", in: pids[6], until: "2026-04-\(day)T11:00:00Z", id: "\(at)/\(day)")
            }
        }
        _ = try town.app.settlement.settle([own])
        // What waits: a credit and events that no run has taken.
        try town.credit("12.00", to: pids[3], at: "2026-04-28T10:00:00Z", id: "waits")
        try town.use("disk", in: pids[0], until: "2026-04-29T10:00:00Z")
        return town
    }

    private static let card = Instrument(
        first6: "220220", last4: "4242", scheme: "mir", issuerCountry: "RU")

    private static func people(_ town: Town) throws {
        try town.app.accounts.complete(Make.moscowSupplier())
        try town.register(Make.romashka(pids: [pids[0], pids[4]]))
        // Prepaid, then post-paid from March on.
        var petrov = Make.petrov(pids: [pids[1]])
        petrov.contracts = [
            Make.contract(number: "1", region: "moscow"),
            Make.contract(
                scheme: "postpaid", from: "2026-02-10", date: "2026-02-10", number: "1", region: "moscow"),
        ]
        try town.register(petrov)
        try town.register(Make.altyn(pids: [pids[2]]))
        try town.register(Make.sidorov(pids: [pids[3]]))
        var other = Make.romashka(
            account: "vasilek", pids: [pids[5], pids[6]],
            contract: Make.contract(
                scheme: "postpaid", documents: ["act", "taxInvoice"], number: "5", perProject: true,
                region: "moscow",
                prices: [ContractPriceDraft(sku: "vcpu", price: "0.333333", validFrom: "2026-01-15")]))
        other.counterparty.inn = "7736050003"
        other.counterparty.name = "Общество с ограниченной ответственностью «Василёк»"
        try town.register(other)
        for (sku, price, bonus) in [
            ("vcpu", "0.777777", "cpu"), ("ram", "0.123457", nil), ("disk", "12.5", nil),
        ] {
            try town.price(
                sku, price, service: sku == "disk" ? "Диски" : "Облачные вычисления", bonusType: bonus)
            try town.price(sku, price, service: "Облако", bonusType: bonus, region: .kazakhstan)
        }
        try town.price("vcpu", "0.9", from: "2026-02-15", bonusType: "cpu")
        try town.price("unused", "1")
    }

    /// Whatever a transfer can pay instead of another payment it pays.
    private static func substitute(_ town: Town) throws {
        for pid in try pids.map({ try town.project($0) }) {
            guard let offer = try town.app.settlement.substitutes(in: pid).offer else { continue }
            _ = try town.app.settlement.substitute(
                offer.payment.lot.id, by: offer.transfer.id, in: pid,
                as: Author(user: nil, name: "operator", reason: "card into documents"))
        }
    }

    /// The supplier's bank is not known yet: everybody waits, until it is.
    private static func blockedKazakhstan(_ town: Town, _ month: String) throws {
        _ = try town.close(month, region: .kazakhstan)
        try town.app.accounts.complete(Make.kazakhSupplier())
        _ = try town.close(month, region: .kazakhstan)
    }

    private static func month(_ month: String, _ town: Town, _ random: inout SplitMix64, _ busy: Int) throws {
        for week in 0..<4 {
            for _ in 0..<busy / 4 {
                let day = week * 7 + Int.random(in: 1...6, using: &random)
                let hour = Int.random(in: 1...20, using: &random)
                let minute = Int.random(in: 0...59, using: &random)
                let instant = "\(month)-\(pad(day))T\(pad(hour)):\(pad(minute)):00Z"
                try town.use(
                    random.pick(["vcpu", "ram", "disk"]),
                    quantity: "\(Int.random(in: 1...40, using: &random))",
                    in: random.pick(pids), until: instant, resource: random.pick(["vm-1", "vm-2", "том-3"]),
                    id: "e\(random.next())")
            }
            try town.go(to: "\(month)-\(pad(week * 7 + 7))T12:00:00Z")
            _ = try town.app.settlement.settle()
        }
    }

    private static func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// A verifier over a file, as the command has it.
    static func verify(_ path: String) throws -> VerificationDesk.Report {
        let store = try SQLiteStore(reading: path, digest: Sodium.digest)
        return try VerificationDesk(store: store, digest: Sodium.digest, thaw: Town.papers.thaw).verify()
    }
}

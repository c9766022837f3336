import Basics
import Foundation
import Hashing
import Metering
import Regions
import Storage
import Support
import Synchronization
import Testing
import UseCases

/// Two nodes on one PostgreSQL: stores of their own, the same desks, one clock.
final class Pair: Sendable {
    let town: Town
    let pids: [PID]
    let url: String
    private let second: App

    init(projects: Int = 1, funded: Bool = true, through url: String? = nil) throws {
        let town = try Town(opened: "2026-01-03", engine: .postgres, through: url)
        self.town = town
        self.url = town.database
        second = town.desks(
            over: try PostgresStore(writing: town.database, digest: Sodium.digest, now: town.now))
        pids = try (1...projects).map { try town.project(Pair.pid($0)) }
        try town.completeSuppliers()
        try town.price("vm", "0.1", from: "2025-01-01")
        for (index, pid) in pids.enumerated() {
            try town.register(Make.company(index + 1, pid: pid.text))
            if funded {
                try town.transfer([
                    Make.Transfer(
                        "1000.00", from: Make.inn(index + 1), for: pid.text, on: "2026-01-02",
                        number: "\(index + 1)")
                ])
            }
        }
        try town.settle()
    }

    /// Hands at work at the same time, half of them on each node; the first error is thrown.
    @discardableResult
    func race<Result: Sendable>(
        _ hands: Int, _ work: @escaping @Sendable (App, Int) throws -> Result
    ) throws -> [Result] {
        let results = Mutex<[Int: Swift.Result<Result, any Error>]>([:])
        let gate = DispatchSemaphore(value: 0)
        let group = DispatchGroup()
        for hand in 0..<hands {
            group.enter()
            Thread { [town, second] in
                gate.wait()
                let result = Swift.Result { try work(hand % 2 == 0 ? town.app : second, hand) }
                results.withLock { $0[hand] = result }
                group.leave()
            }.start()
        }
        for _ in 0..<hands { gate.signal() }
        group.wait()
        return try results.withLock { results in
            try results.sorted { $0.key < $1.key }.map { try $0.value.get() }
        }
    }

    func event(_ id: String, at minute: Int, in project: Int = 0) -> UsageEvent {
        let start = Moment(microseconds: 1_767_394_800_000_000).adding(seconds: Int64(minute % 200) * 60)
        return UsageEvent(
            id: id, source: "meter", type: "cloud.usage.v1", project: pids[project],
            resource: ResourceID("vm-1"), sku: SKU("vm"), quantity: Quantity(thousandths: 1000),
            start: start, end: start.adding(seconds: 60), labels: [])
    }

    func publish(_ price: String, from day: String, through node: App) throws {
        guard let exact = UnitPrice(price), let from = Day(day) else { throw TownProblem.badText(price) }
        _ = try node.prices.publish(
            PriceListing(
                sku: SKU("vm"), region: Region.moscow.rawValue, service: ServiceName("Облачные вычисления"),
                name: "vm", unit: "ед.", price: exact, currency: .rub, bonusType: nil, validFrom: from))
    }

    func statement(lines: Int) throws -> [UInt8] {
        try Make.statement(
            (1...lines).map { n in
                let project = n % pids.count
                return Make.Transfer(
                    "\(n).00", from: Make.inn(project + 1), for: pids[project].text, on: "2026-01-02",
                    number: "\(1000 + n)")
            })
    }

    /// A transfer whose payer nobody knows: its number.
    func unclearLine() throws -> Int64? {
        try town.transfer([
            Make.Transfer("77.00", from: "7702070139", for: "услуги", on: "2026-01-02", number: "9")
        ])
        return try town.app.bank.lines(in: .unclear).first?.number
    }

    static func pid(_ number: Int) -> String { "mcs" + ("0000000000" + String(number)).suffix(10) }

    func settle() throws { try town.settle() }

    func count(_ table: String) throws -> Int {
        Int(try RawPostgres(url).rows("SELECT COUNT(*) FROM \(table)")[0][0] ?? "") ?? -1
    }

    func expectClean() throws {
        let report = try town.app.verification.verify()
        #expect(report.findings.isEmpty, "\(report.findings)")
    }
}

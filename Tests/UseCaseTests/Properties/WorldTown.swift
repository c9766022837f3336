import Basics
import Contracts
import Counterparties
import Funding
import Hashing
import Metering
import Regions
import Storage
import Support
import UseCases

/// A town in which a world of the model happens through the real desks, so that both can be compared.
final class WorldTown {
    typealias R = Reference

    let town: Town
    let world: R.World
    /// Every project of the world, by PID.
    let projects: [PID]
    private(set) var reports: [ClosingReport] = []
    private(set) var closed: [(month: Month, region: Region)] = []

    /// Opens after everything that happens, with suppliers, price lists and accounts.
    init(_ world: R.World, engine: Engine = TestDatabase.engine) throws {
        self.world = world
        let last = R.Region.allCases.map { $0.month(at: world.lastMovement) }.max() ?? 0
        town = try Town(opened: R.text(day: R.firstDay(of: last + 2) + 4), engine: engine)
        projects = try world.accounts.flatMap(\.projects).map { try Self.pid($0.pid) }.sorted()
        try found()
        for pid in projects { try conserve(pid) }
    }

    /// Suppliers, price lists and accounts.
    func found() throws {
        try town.completeSuppliers()
        for price in world.prices { try publish(price) }
        for account in world.accounts { _ = try town.register(try Self.draft(account)) }
    }

    /// Times without charges, as the desk that takes them leaves them.
    private func conserve(_ pid: PID) throws {
        let times = world.conservations.filter { $0.pid == pid.text }.sorted { $0.from < $1.from }
        for (place, at) in times.flatMap({ [$0.from] + ($0.until.map { [$0] } ?? []) }).enumerated() {
            try town.store.transaction { records in
                try records.lock([pid])
                try records.insert(
                    ConservationTurn(
                        number: place + 1, at: Moment(microseconds: at), user: nil, who: "operator"),
                    of: pid)
            }
        }
    }

    /// Everything at once, as an import brings it; `batch` events in one request.
    func takeAll(batch: Int = Int.max) throws {
        try take(world.usage, batch: batch)
        for grant in world.grants { try take(grant) }
        for credit in world.credits { try take(credit) }
        try take(world.transfers)
    }

    func take(_ usage: [R.Usage], batch: Int = Int.max) throws {
        let events = try usage.map(Self.event)
        var start = 0
        while start < events.count {
            let end = start + min(batch, events.count - start)
            for answer in try town.app.usage.take(Array(events[start..<end])) {
                if case .refused(let problem) = answer { throw BridgeProblem.refused("\(problem)") }
            }
            start = end
        }
    }

    func take(_ grant: R.Grant) throws {
        try take(
            Credit(
                id: CreditID(grant.id), project: try Self.pid(grant.pid), amount: grant.amount,
                at: Moment(microseconds: grant.granted),
                kind: .bonus(BonusType(grant.bonusType), expires: Moment(microseconds: grant.expires))))
    }

    func take(_ credit: R.Credit) throws {
        try take(
            Credit(
                id: CreditID(credit.id), project: try Self.pid(credit.pid), amount: credit.amount,
                at: Moment(microseconds: credit.at), kind: .money(try Self.source(credit.means))))
    }

    /// Those of a regional midnight come by a bank file credited as booked; a file knows no hours, so
    /// the others are kept directly.
    func take(_ transfers: [R.Transfer]) throws {
        for region in R.Region.allCases {
            let own = transfers.filter { home(of: $0.pid) == region }
            let isBooked = { (transfer: R.Transfer) in
                region.start(of: region.day(at: transfer.at)) == transfer.at
            }
            let booked = own.filter(isBooked)
            if !booked.isEmpty {
                let file = try Make.statement(try booked.map(Self.line), region: Self.region(region))
                let name = "statement-\(region).txt"
                let answer = try town.app.bank.book(file, named: name, asBooked: true)
                if answer.lines.contains(where: { $0.state != .matched }) || !answer.heldFor.isEmpty {
                    throw BridgeProblem.refused("bank file: \(answer.lines) \(answer.heldFor)")
                }
            }
            for transfer in own where !isBooked(transfer) { try keep(transfer) }
        }
    }

    /// Closes months in order, for both regions each.
    func close(_ months: [R.Month]) throws {
        for month in months {
            for region in Region.allCases { try close(Month(index: Int32(month)), region) }
        }
    }

    func close(_ month: Month, _ region: Region) throws {
        reports.append(try town.app.closing.close(month, region: region))
        closed.append((month, region))
    }

    func settle(until: Moment? = nil) throws {
        let report = try until.map { try town.app.settlement.settle(until: $0) } ?? town.settle()
        if let failure = report.failed.first { throw BridgeProblem.refused("\(failure.problem)") }
    }

    /// The months in which anything can be recognised.
    var months: [Month] { world.months.map { Month(index: Int32($0)) } }

    func home(of pid: String) -> R.Region? {
        world.accounts.flatMap(\.projects).first { $0.pid == pid }?.region
    }

    private func take(_ credit: Credit) throws { _ = try town.app.credits.take(credit) }

    private func keep(_ transfer: R.Transfer) throws {
        let parts = transfer.id.split(separator: "|").map(String.init)
        guard parts.count == 6, let date = Day(parts[3]) else { throw BridgeProblem.refused(transfer.id) }
        let credit = Credit(
            id: CreditID(transfer.id), project: try Self.pid(transfer.pid), amount: transfer.amount,
            at: Moment(microseconds: transfer.at),
            kind: .money(.bank(payer: TaxID(transfer.payer), number: parts[2], date: date)))
        try take(credit)
    }

    private func publish(_ price: R.ListPrice) throws {
        let region = Self.region(price.region)
        guard let exact = UnitPrice(price.price.description) else {
            throw BridgeProblem.refused("\(price.price)")
        }
        _ = try town.app.prices.publish(
            PriceListing(
                sku: SKU(price.sku), region: region.rawValue, service: ServiceName(price.service),
                name: price.sku, unit: "ед.", price: exact, currency: region.profile.currency,
                bonusType: price.bonusType.map(BonusType.init),
                validFrom: Day(number: Int32(price.validFrom))))
    }
}

enum BridgeProblem: Error {
    case refused(String)
}

package import Basics
import Contracts
import Counterparties
import Formats
import Foundation
package import Funding
import Metering
import Payments
package import Regions
import Synchronization
package import UseCases

/// What happens in a town, in few words; what a test does not say is filled in.
extension Town {
    /// Completes ООО «ВК» and ТОО «QazCloud» so that documents can be issued.
    package func completeSuppliers() throws {
        for draft in [Make.moscowSupplier(), Make.kazakhSupplier()] { try app.accounts.complete(draft) }
    }

    @discardableResult
    package func register(_ draft: AccountDraft) throws -> Taken { try app.accounts.register(draft) }

    /// Publishes a price in a region's list.
    package func price(
        _ sku: String, _ price: String, from day: String = "2020-01-01",
        service: String = "Облачные вычисления",
        bonusType: String? = nil, region: Region = .moscow
    ) throws {
        guard let exact = UnitPrice(price), let validFrom = Day(day) else { throw TownProblem.badText(price) }
        _ = try app.prices.publish(
            PriceListing(
                sku: SKU(sku), region: region.rawValue, service: ServiceName(service), name: sku, unit: "ед.",
                price: exact, currency: region.profile.currency, bonusType: bonusType.map(BonusType.init),
                validFrom: validFrom))
    }

    /// Takes one event of five minutes that ends at an instant; quantity 1 unless told.
    @discardableResult
    package func use(
        _ sku: String, quantity: String = "1", in pid: String, until end: String, resource: String = "vm-1",
        id: String? = nil, minutes: Int64 = 5
    ) throws -> Answer {
        guard let last = Moment(end), let project = PID(pid),
            let amount = DecimalText.parse(quantity.utf8, fractionDigits: 3)
        else { throw TownProblem.badText(end) }
        let event = UsageEvent(
            id: id ?? "\(pid)/\(resource)/\(sku)/\(end)", source: "test", type: "cloud.usage.v1",
            project: project, resource: ResourceID(resource), sku: SKU(sku),
            quantity: Quantity(thousandths: amount), start: last.adding(seconds: -60 * minutes), end: last,
            labels: [])
        return try app.usage.take([event])[0]
    }

    /// Credits money or a bonus that came by another road than the bank.
    package func credit(
        _ amount: String, by source: LotSource = .card(nil), to pid: String, at: String, id: String? = nil
    ) throws {
        guard let moment = Moment(at) else { throw TownProblem.badText(at) }
        _ = try app.credits.take(
            Credit(
                id: CreditID(id ?? "pay/\(pid)/\(at)"), project: try project(pid), amount: try minor(amount),
                at: moment, kind: .money(source)))
    }

    /// Grants bonuses.
    package func grant(
        _ amount: String, _ type: String, to pid: String, at: String, expires: String, id: String? = nil
    ) throws {
        guard let moment = Moment(at), let end = Moment(expires) else { throw TownProblem.badText(at) }
        _ = try app.credits.take(
            Credit(
                id: CreditID(id ?? "grant/\(pid)/\(at)/\(type)"), project: try project(pid),
                amount: try minor(amount), at: moment, kind: .bonus(BonusType(type), expires: end)))
    }

    /// A bank file with incoming transfers, credited as booked.
    @discardableResult
    package func transfer(
        _ lines: [Make.Transfer], to region: Region = .moscow, named name: String = "statement.txt"
    ) throws -> BankDesk.Booked {
        try app.bank.book(try Make.statement(lines, region: region), named: name, asBooked: true)
    }

    /// Settles everything that has happened.
    @discardableResult
    package func settle() throws -> SettlementDesk.Report { try app.settlement.settleAll() }

    package func balance(_ pid: String) throws -> BalancesDesk.Balance {
        try app.balances.balance(of: try project(pid))
    }

    /// What becomes of work that begins while a change is under way and goes on after it.
    package func beside<Value: Sendable>(
        _ change: (any Records) throws -> Void, work: @escaping @Sendable () throws -> Value
    ) throws -> Result<Value, any Error> {
        let outcome = Mutex<Result<Value, any Error>?>(nil)
        let group = DispatchGroup()
        try store.transaction { records in
            try change(records)
            // Statements that nobody waits for go to the server with the next answer that is read.
            _ = try records.secretKey()
            group.enter()
            Thread {
                let result = Result { try work() }
                outcome.withLock { $0 = result }
                group.leave()
            }.start()
            usleep(300_000)
        }
        group.wait()
        guard let result = outcome.withLock({ $0 }) else { throw TownProblem.badText("no outcome") }
        return result
    }

    /// Closes a month as on the third day of the next.
    @discardableResult
    package func close(_ month: String, region: Region = .moscow) throws -> ClosingReport {
        guard let month = Month(month) else { throw TownProblem.badText(month) }
        let third = "\(month.next)-03T06:00:00Z"
        if let moment = Moment(third), now < moment { try go(to: third) }
        return try app.closing.close(month, region: region)
    }

    package func project(_ text: String) throws -> PID {
        guard let pid = PID(text) else { throw TownProblem.badText(text) }
        return pid
    }

    private func minor(_ text: String) throws -> Int64 {
        guard let minor = DecimalText.parse(text.utf8, fractionDigits: 2) else {
            throw TownProblem.badText(text)
        }
        return minor
    }
}

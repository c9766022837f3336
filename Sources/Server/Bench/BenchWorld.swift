import Basics
import Contracts
import Counterparties
import Hashing
import Metering
import Payments
import Regions
import Requisites
import UseCases

/// A provider of any size, made by counting: companies with right check digits, prices, usage.
struct BenchWorld: Sendable {
    let companies: Int
    static let month = "2026-09"
    static let skus = ["compute.vcpu", "compute.ram", "disk.ssd", "net.ip", "storage.hot"]

    func register(_ app: App) throws {
        var supplier = SupplierDraft()
        supplier.region = Region.moscow.rawValue
        var signatory = SignatoryDraft()
        (signatory.lastName, signatory.firstName) = ("Иванова", "Анна")
        (signatory.post, signatory.basis) = ("Главный бухгалтер", "Устав")
        supplier.signatory = signatory
        try app.accounts.complete(supplier)
        for (index, sku) in BenchWorld.skus.enumerated() {
            guard let from = Day("2026-01-01") else { return }
            _ = try app.prices.publish(
                PriceListing(
                    sku: SKU(sku), region: Region.moscow.rawValue,
                    service: ServiceName("Услуга \(index % 3 + 1)"),
                    name: sku, unit: "ед.", price: UnitPrice(millionths: Int64(7_000 + 1_310 * index)),
                    currency: .rub, bonusType: nil, validFrom: from))
        }
        for number in 0..<companies { _ = try app.accounts.register(company(number)) }
    }

    func pid(_ number: Int) -> String { "mcs" + padded(number + 1, 10) }

    /// One event of five minutes: the n-th of a company's month, in the order of time.
    func event(_ n: Int, of company: Int, perCompany: Int, id: String) -> UsageEvent? {
        guard let start = Moment("\(BenchWorld.month)-01T00:00:00Z"), let pid = PID(pid(company)) else {
            return nil
        }
        let slots = 29 * 288  // five-minute slots that stay inside September in Moscow
        let slot = Int64(n * slots / perCompany)
        let begin = start.adding(seconds: slot * 300)
        return UsageEvent(
            id: id, source: "meter/bench", type: "cloud.usage.v1", project: pid,
            resource: ResourceID("vm-\(n % 6)"), sku: SKU(BenchWorld.skus[n % BenchWorld.skus.count]),
            quantity: Quantity(thousandths: Int64(1_000 + n % 7 * 250)), start: begin,
            end: begin.adding(seconds: 300), labels: [UsageEvent.Label(name: "env", value: "prod")])
    }

    /// Events of all companies by turns, the n-th of the month with an id of its own.
    func events(
        _ range: Range<Int>, perCompany: Int, isRandom: Bool, suffix: String = ""
    ) -> [UsageEvent] {
        range.compactMap { n in
            event(
                n / companies % perCompany, of: n % companies, perCompany: perCompany,
                id: isRandom ? Sodium.guid() : BenchWorld.ordered(n) + suffix)
        }
    }

    /// Ids in the order of time, UUIDs of version 7 as a meter of four events a second makes them; what is
    /// random in them only counts here.
    static func ordered(_ n: Int) -> String {
        let time = hex(1_788_220_800_000 + n * 250, 12)
        return "\(time.prefix(8))-\(time.suffix(4))-7000-8000-\(hex(n, 12))"
    }

    private static func hex(_ number: Int, _ width: Int) -> String {
        let text = String(number, radix: 16)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }

    /// The same event as a line of a dataset.
    func line(_ event: UsageEvent) -> String {
        """
        {"specversion":"1.0","id":"\(event.id)","source":"\(event.source)","type":"\(event.type)",\
        "time":"\(event.end)","subject":"\(event.project)","data":{"resource":"\(event.resource)",\
        "sku":"\(event.sku)","quantity":"\(event.quantity)","start":"\(event.start)","end":"\(event.end)",\
        "labels":{"env":"prod"}}}

        """
    }

    /// A transfer from every company.
    func statement() throws -> StatementFile {
        guard let date = Day("\(BenchWorld.month)-01"), let bank = Region.moscow.profile.supplier.bank else {
            throw SettingsProblem.noRandomness
        }
        return StatementFile(
            lines: (0..<companies).map { number in
                StatementLine(
                    lineNumber: number + 1, kind: "Платежное поручение", number: String(number + 1),
                    date: date,
                    amount: 1_000_00,
                    payer: StatementParty(
                        name: "ООО «Фирма \(number)»", taxID: TaxID(inn(number)),
                        accounts: ["40702810938120061991"]),
                    payee: StatementParty(name: "ООО «ВК»", accounts: [bank.account]), receivedOn: date,
                    purpose: "Оплата услуг, \(pid(number))")
            })
    }

    private func company(_ number: Int) -> AccountDraft {
        var party = CounterpartyDraft()
        (party.kind, party.residency) = ("legalEntity", "RU")
        (party.inn, party.kpp) = (inn(number), "770101001")
        party.name = "Общество с ограниченной ответственностью «Фирма \(number)»"
        var address = AddressDraft()
        (address.country, address.postalCode, address.regionCode) = ("RU", "101000", "77")
        (address.city, address.street, address.house) = ("Москва", "ул. Мясницкая", String(number % 90 + 1))
        party.address = address
        var draft = AccountDraft()
        (draft.account, draft.registered) = ("bench-\(number)", "2026-01-01T00:00:00Z")
        draft.counterparty = party
        draft.projects = [ProjectDraft(pid: pid(number), region: Region.moscow.rawValue, created: nil)]
        return draft
    }

    /// A made-up ИНН whose check digit is right.
    private func inn(_ number: Int) -> String {
        let nine = "77" + padded(number + 1, 7)
        let weights = [2, 4, 10, 3, 5, 9, 4, 6, 8]
        let sum = zip(nine.utf8, weights).reduce(0) { $0 + Int($1.0 - 48) * $1.1 }
        return nine + String(sum % 11 % 10)
    }

    private func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
}

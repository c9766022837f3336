package import Basics
package import Contracts
import Metering
import Projects
import Regions

/// What terms would change for a customer, and what the last months would have cost under them.
package struct ContractPreview: Sendable {
    package let contract: Contract
    package let changes: [Change]
    /// The last whole months with charges, the latest first.
    package let months: [PricedMonth]
    /// What the new prices make of each SKU over those months; the largest differences first.
    package let wares: [PricedWare]
    /// From when the scheme is another; nil = it stays.
    package let schemeFrom: Day?

    /// One thing that is otherwise under the terms.
    package struct Change: Hashable, Sendable {
        package enum Subject: String, CaseIterable, Sendable {
            case basis
            case scheme
            case documents
            case packages
            case vat
            case currency
            case due
            case credit
            case term
        }

        package let subject: Subject
        package let before: Contract?
        package let after: Contract
    }

    package struct PricedMonth: Hashable, Sendable {
        package let month: Month
        /// Charged, minor units, and what it would have been.
        package let charged: Int64
        package let under: Int64
    }

    package struct PricedWare: Hashable, Sendable {
        package let sku: SKU
        package let charged: Int64
        package let under: Int64
    }

    static let mostMonths: Int32 = 3
    static let mostWares = 50

    init(
        _ contract: Contract, _ account: Account, _ next: (draft: AccountDraft, account: Account),
        _ region: Region,
        before today: Day, _ records: any Records
    ) throws {
        self.contract = contract
        // Against what would hold on its first day without it.
        let present = account.agreements.contract(on: contract.from, in: region)
        changes = ContractPreview.subjects(present, contract).map {
            Change(subject: $0, before: present, after: contract)
        }
        schemeFrom = next.account.agreements.schemeSwitches(in: region).first { $0 >= contract.from }
        let tariff = try records.tariff(in: region)
        var months: [PricedMonth] = []
        var wares: [SKU: (charged: Int64, under: Int64)] = [:]
        let last = today.month.previous
        for month in (0..<ContractPreview.mostMonths).map({ Month(index: last.index - $0) }) {
            var (charged, under) = (Int64(0), Int64(0))
            for project in account.projects where project.region == region {
                for record in try records.dayLines(in: project.pid, month: month) {
                    let line = record.line
                    let would = try ContractPreview.cost(of: line, contract, tariff)
                    charged = try Money.sum(charged, line.posted)
                    under = try Money.sum(under, would)
                    wares[line.key.sku, default: (0, 0)].charged += line.posted
                    wares[line.key.sku, default: (0, 0)].under += would
                }
            }
            if charged != 0 || under != 0 {
                months.append(PricedMonth(month: month, charged: charged, under: under))
            }
        }
        self.months = months
        self.wares = Array(
            wares.map { PricedWare(sku: $0.key, charged: $0.value.charged, under: $0.value.under) }
                .filter { $0.charged != $0.under }
                .sorted {
                    (abs($1.under - $1.charged), $0.sku) < (abs($0.under - $0.charged), $1.sku)
                }.prefix(ContractPreview.mostWares))
    }

    /// What a day line would have cost: all it used at the contract's price of its SKU, as it would be a year on, else
    /// at the list's of its day. It is rounded as day lines are.
    private static func cost(of line: DayLine, _ contract: Contract, _ tariff: Tariff) throws -> Int64 {
        let own = contract.prices.filter { $0.sku == line.key.sku }.max { $0.validFrom < $1.validFrom }
        guard let price = own?.price ?? tariff.listing(of: line.key.sku, on: line.key.day)?.price else {
            return line.posted
        }
        return try Rounding.dayLine(Accrual(line.quantity, at: price))
    }

    private static func subjects(_ before: Contract?, _ after: Contract) -> [Change.Subject] {
        Change.Subject.allCases.filter { subject in
            switch subject {
            case .basis: before?.number != after.number
            case .scheme: (before?.scheme ?? .prepaid) != after.scheme
            case .documents: (before?.documents ?? []) != after.documents
            case .packages: (before?.perProject ?? false) != after.perProject
            case .vat: (before?.vat ?? .charged) != after.vat
            case .currency: before?.currency != after.currency
            case .due: before?.dueDays != after.dueDays
            case .credit: before?.creditLimit != after.creditLimit
            case .term: (before?.term ?? .open) != after.term
            }
        }
    }
}

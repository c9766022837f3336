import Basics
import Contracts
import Documents
import Funding
import Payments
import Regions
import UseCases

/// An invoice of a closed month that waits to be paid.
struct OpenPaper {
    let taxID: String
    let number: Int
    let date: Day
    let gross: Int64
}

extension Play {
    /// What the cast's habits pay today: one file for each bank, then cards and wallets.
    /// Before the first day everybody who pays in advance does so, whatever its day.
    mutating func payDay(_ day: Day, isFirst: Bool = false) throws {
        var transfers = Happenings.all.compactMap { $0.transfer(on: day) }
        for customer in Cast.all where customer.registered <= Play.morning(of: day) {
            for habit in customer.habits where isFirst || habit.day == day.dayNumber {
                transfers += try follow(habit, of: customer, on: day)
            }
        }
        for index in banks.indices {
            let own = transfers.filter { $0.region == banks[index].region }
            guard !own.isEmpty else { continue }
            let file = banks[index].statement(own, on: day)
            let booked = try app.bank.book(
                write(file, day), named: banks[index].fileName(day), asBooked: false)
            try settled(app.settlement.settle(booked.credited))
            record(day) { $0.transfers += booked.lines.count }
        }
    }

    private mutating func follow(
        _ habit: Habit, of customer: Customer, on day: Day
    ) throws -> [Transfer] {
        switch habit {
        case .transfers(_, let goal, let quotesPID, let skips)
        where !skips.contains(day.month.description):
            return try customer.pids.compactMap { pid in
                let amount = try missing(goal, in: pid)
                guard amount > 0 else { return nil }
                let project = quotesPID ? ", проект \(pid)" : ""
                return customer.transfer(amount, for: "Предоплата за облачные услуги\(project)")
            }
        case .pays(_, let goal, let purse, let skips)
        where !skips.contains(day.month.description):
            for pid in customer.pids {
                let amount = try missing(goal, in: pid)
                guard amount > 0 else { continue }
                try credit(pid, amount, by: purse, on: day)
            }
            return []
        case .paysInvoices:
            let open = invoices.filter { $0.taxID == customer.taxID }
            guard !open.isEmpty else { return [] }
            invoices.removeAll { $0.taxID == customer.taxID }
            let list = open.map { "№ \($0.number) от \($0.date.dotted)" }.joined(separator: ", ")
            let sum = open.reduce(0) { $0 + $1.gross }
            return [customer.transfer(sum, for: "Оплата по счету \(list) за облачные услуги")]
        default:
            return []
        }
    }

    /// What brings a project up to a sum, in whole thousands.
    private func missing(_ goal: Int64, in pid: PID) throws -> Int64 {
        try settled(app.settlement.settle([pid]))
        let lack = goal - (try app.balances.balance(of: pid).payment.minor)
        return lack > 0 ? (lack + 1000_00 - 1) / 1000_00 * 1000_00 : 0
    }

    private mutating func credit(
        _ pid: PID, _ amount: Int64, by purse: Habit.Purse, on day: Day
    ) throws {
        _ = try app.credits.take(
            Credit(
                id: CreditID("\(purse)/\(pid)/\(day)"), project: pid, amount: amount,
                at: Play.morning(of: day), kind: .money(purse.source)))
        try settled(app.settlement.settle([pid]))
        record(day) { $0.credits += 1 }
    }
}

extension Habit.Purse {
    fileprivate var source: LotSource {
        switch self {
        case .card:
            .card(Instrument(first6: "220000", last4: "4242", scheme: "MIR", issuerCountry: "RU"))
        case .sbp: .sbp
        case .wallet: .wallet
        case .mobile: .mobile
        }
    }
}

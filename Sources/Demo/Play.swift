package import Basics
package import Payments
import Projects
import Regions
import Requisites
package import UseCases

/// Plays the cast through the real desks, day by day: in the morning the bank's files and other money,
/// in the night the meters, on the third the month before is closed.
package struct Play {
    let app: App
    let clock: PlayClock
    /// Makes a bank's file of what it says.
    let write: (StatementFile, Day) throws -> [UInt8]
    var banks: [Bank]
    var waiting: [Customer]
    var invoices: [OpenPaper] = []
    var months: [PlayedMonth] = []
    var current = PlayedMonth(Play.opening.month)
    var next: PlayedMonth?
    var held: [Played.HeldFile] = []

    package static let opening = literal("2025-09-01")
    package static let last = literal("2026-10-03")
    static let closingDay = 3

    package init(app: App, clock: PlayClock, write: @escaping (StatementFile, Day) throws -> [UInt8]) {
        self.app = app
        self.clock = clock
        self.write = write
        banks = [
            Bank(
                .moscow, account: Region.moscow.profile.supplier.bank?.account ?? "", name: "ООО «ВК»",
                opening: 100_000_00),
            Bank(
                .kazakhstan, account: Suppliers.kazakhAccount, name: "ТОО «QazCloud»", opening: 500_000_00),
        ]
        waiting = Cast.all
    }

    /// The morning before the first day.
    static var beginning: Moment { morning(of: opening.previous) }

    /// Plays all thirteen months; `tell` hears of each when it is closed.
    package mutating func run(tell: (PlayedMonth) throws -> Void) throws -> Played {
        try open()
        clock.move(to: Play.beginning)
        try greet(on: Play.opening.previous)
        try flows()
        try payDay(Play.opening.previous, isFirst: true)
        var day = Play.opening
        while true {
            clock.move(to: Play.morning(of: day))
            try greet(on: day)
            if day.dayNumber == Play.closingDay, day.month > Play.opening.month {
                try close(day.month.previous)
                if let closed = months.last { try tell(closed) }
            }
            if day == Play.last {
                // So that the next month is seen as far as it has come.
                try settled(app.settlement.settle())
                break
            }
            try payDay(day)
            try happen(on: day)
            clock.move(to: Play.night(of: day))
            try meter(day)
            day = day.next
        }
        return try outcome()
    }

    /// Suppliers' details, price lists, and who is there before the first day.
    private func open() throws {
        try app.registry.keep(DemoRegistry.parties, DemoRegistry.banks)
        for draft in [Suppliers.moscow, Suppliers.kazakhstan] { try app.accounts.complete(draft) }
        for region in Region.allCases {
            for ware in Ware.allCases { _ = try app.prices.publish(ware.listing(in: region)) }
        }
    }

    /// Registers who has come by this morning.
    private mutating func greet(on day: Day) throws {
        let now = Play.morning(of: day)
        for customer in waiting where customer.registered <= now {
            _ = try app.accounts.register(customer.draft)
        }
        waiting.removeAll { $0.registered <= now }
    }

    /// The meters tell what was used on the day; on Sundays everything is settled.
    private mutating func meter(_ day: Day) throws {
        let batch = Cast.all.filter { $0.registered <= Play.morning(of: day) }.flatMap { customer in
            customer.machines.flatMap { $0.events(on: day, in: customer.region) }
        }
        for answer in try app.usage.take(batch) {
            _ = try answer.get()
        }
        record(day) { $0.events += batch.count }
        if day.number % 7 == 3 { try settled(app.settlement.settle()) }
    }

    /// A settlement that left a project out is no play.
    func settled(_ report: SettlementDesk.Report) throws {
        if let failure = report.failed.first { throw failure.problem }
    }

    static func morning(of day: Day) -> Moment { at(day, hour: 6) }

    /// After the midnights of both regions.
    private static func night(of day: Day) -> Moment { at(day, hour: 22) }

    private static func at(_ day: Day, hour: Int64) -> Moment {
        Moment(microseconds: (Int64(day.number) * 86_400 + hour * 3600) * 1_000_000)
    }

    /// A literal day of the play.
    static func literal(_ text: String) -> Day {
        guard let day = Day(text) else { preconditionFailure("not a day: \(text)") }
        return day
    }

    static func moment(_ text: String) -> Moment {
        guard let moment = Moment(text) else { preconditionFailure("not an instant: \(text)") }
        return moment
    }

    /// A literal project of the cast.
    static func pid(_ text: String) -> PID {
        guard let pid = PID(text) else { preconditionFailure("not a PID: \(text)") }
        return pid
    }
}

import Access
import Basics
import Funding
import Metering
import Payments
import Projects
import Regions
import UseCases

extension Play {
    /// What happens once and is no transfer: those go with the day's bank files.
    mutating func happen(on day: Day) throws {
        for happening in Happenings.all where happening.day == day.description {
            if let text = happening.note {
                record(day) { $0.notes.append(PlayedMonth.Note(day: day, text: text)) }
            }
            switch happening.what {
            case .transfer, .nothing: break
            case .spoiledFile(let transfer): try bookSpoiled(transfer, on: day)
            case .match(let amount, let pid): try match(amount, to: Play.pid(pid))
            case .grant(let pid, let amount, let type, let expires):
                let credit = Credit(
                    id: CreditID("grant/\(pid)/\(day)"), project: Play.pid(pid), amount: amount,
                    at: Play.morning(of: day),
                    kind: .bonus(BonusType(type), expires: Play.moment(expires)))
                _ = try app.credits.take(credit)
                record(day) { $0.credits += 1 }
            case .price(let ware, let price, let region, let from):
                _ = try app.prices.publish(ware.listing(price, in: region, from: from))
            case .conserve(let pid): try app.conservation.take(.begun, of: Play.pid(pid), by: .house)
            case .lateUsage(let account, let late):
                try meterLate(account, Play.literal(late), on: day)
            }
        }
    }

    private mutating func bookSpoiled(_ transfer: Transfer, on day: Day) throws {
        guard let index = banks.firstIndex(where: { $0.region == transfer.region }) else { return }
        let file = banks[index].statement([transfer], on: day, isSpoiled: true)
        let booked = try app.bank.book(write(file, day), named: banks[index].fileName(day), asBooked: false)
        held.append(
            Played.HeldFile(
                name: booked.file, reasons: booked.heldFor, lines: booked.lines.count,
                amount: booked.lines.reduce(0) { $0 + $1.amount }, region: transfer.region))
        record(day) { $0.transfers += booked.lines.count }
    }

    private func match(_ amount: Int64, to pid: PID) throws {
        guard let line = try app.bank.lines(in: .unclear).first(where: { $0.amount == amount }) else {
            preconditionFailure("the play has no unclear line of \(amount)")
        }
        _ = try app.bank.match(String(line.number), to: pid)
        try settled(app.settlement.settle([pid]))
    }

    /// Two hours of a machine nobody had heard of.
    private mutating func meterLate(_ account: String, _ late: Day, on day: Day) throws {
        guard let customer = Cast.all.first(where: { $0.draft.account == account }),
            let pid = customer.pids.first
        else { preconditionFailure("nobody in the cast is \(account)") }
        let start = customer.region.profile.zone.start(of: late).adding(seconds: 10 * 3600)
        let event = UsageEvent(
            id: "late/\(pid)/\(late)", source: "meter.\(customer.region.rawValue)", type: "cloud.usage.v1",
            project: pid, resource: ResourceID("erp-report"), sku: Ware.cores.sku,
            quantity: Quantity(thousandths: 16 * 120 * 1000), start: start,
            end: start.adding(seconds: 7200), labels: [])
        for answer in try app.usage.take([event]) {
            _ = try answer.get()
        }
        record(day) { $0.events += 1 }
    }
}

extension Happening {
    func transfer(on today: Day) -> Transfer? {
        guard day == today.description, case .transfer(let transfer) = what else { return nil }
        return transfer
    }
}

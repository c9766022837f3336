package import Access
package import Basics
import Metering
package import Projects
import Regions

/// Conserves projects and ends it again (D13, R61): what is used meanwhile is kept as a dispute and never charged.
package struct ConservationDesk: Sendable {
    let store: any Store
    let clock: Clock
    let settlement: SettlementDesk

    /// So many days back a page says what was charged: what an owner must stop, copy and delete.
    package static let lookedBack: Int32 = 7
    package static let mostResources = 200
    package static let perPage = 200
    /// So often a day it begins or ends: each turn stays for good.
    package static let turnsPerDay = 20

    /// What an owner decides by, and what came of it.
    package struct View: Sendable {
        package let head: ProjectHead
        /// The days looked back at, and what was charged in them for each resource.
        package let from: Day
        package let through: Day
        package let charged: [ResourceCost]
        /// Whether there are more resources than are shown.
        package let isCut: Bool
        /// Of all of them.
        package let sum: Int64
        package let turns: [ConservationTurn]
        package let disputes: [Listed]
        /// Where the next page of disputes begins; nil = these were the last.
        package let next: DisputePlace?
        package let disputedEvents: Int64
        /// What all of them would have cost by the price list, rounded once; nil where one has no price.
        package let disputedSum: Int64?

        package var since: Moment? { turns.last.flatMap { $0.turn == .begun ? $0.at : nil } }
    }

    /// A dispute with what it would have cost by the price list; nil = the list has no such price.
    package struct Listed: Sendable {
        package let dispute: Dispute
        package let unit: String
        package let cost: Int64?
    }

    package func view(
        of pid: PID, after place: DisputePlace? = nil, for viewer: Viewer
    ) throws -> View {
        let now = clock.now()
        return try store.read { records in
            let head = try records.head(pid, .detail, at: now, for: viewer)
            let today = head.region.profile.zone.day(of: now)
            let from = Day(number: today.number - ConservationDesk.lookedBack)
            let most = ConservationDesk.mostResources
            let charged = try records.resources(in: pid, from: from, through: today, limit: most + 1)
            let hasTurned = head.record.turns > 0
            let page = ConservationDesk.perPage
            let disputes =
                hasTurned ? try records.disputes(in: pid, after: place?.key, limit: page + 1) : []
            let days = hasTurned ? try records.disputesByDay(in: pid) : []
            let tariff = days.isEmpty ? Tariff([]) : try records.tariff(in: head.region)
            return View(
                head: head, from: from, through: today, charged: Array(charged.prefix(most)),
                isCut: charged.count > most,
                sum: try records.spending(in: pid, from: from, through: today).reduce(0) { $0 + $1.amount },
                turns: hasTurned ? try turns(of: pid, for: viewer, records) : [],
                disputes: disputes.prefix(page).map { ConservationDesk.listed($0, tariff) },
                next: disputes.count > page ? DisputePlace(disputes[page - 1].key) : nil,
                disputedEvents: days.reduce(0) { $0 + $1.events },
                disputedSum: ConservationDesk.sum(of: days, tariff))
        }
    }

    /// Who of the staff it was is nobody's business outside.
    private func turns(
        of pid: PID, for viewer: Viewer, _ records: any Records
    ) throws -> [ConservationTurn] {
        let turns = try records.conservationTurns(of: pid)
        guard !viewer.mayEverywhere(.detail) else { return turns }
        return try turns.map { turn in
            let isOwn = try turn.user.flatMap { try records.user($0)?.side } == .cabinet
            return isOwn ? turn : ConservationTurn(number: turn.number, at: turn.at, user: nil, who: "")
        }
    }

    private static func listed(_ dispute: Dispute, _ tariff: Tariff) -> Listed {
        let listing = tariff.listing(of: dispute.key.sku, on: dispute.key.day)
        // Silence is right: a cost that no sum can hold is as good as unknown.
        let cost = listing.flatMap { try? Rounding.dayLine(Accrual(dispute.quantity, at: $0.price)) }
        return Listed(dispute: dispute, unit: listing?.unit ?? "", cost: cost)
    }

    private static func sum(of days: [DisputedDay], _ tariff: Tariff) -> Int64? {
        var exact = Accrual.zero
        for day in days {
            guard let listing = tariff.listing(of: day.sku, on: day.day) else { return nil }
            exact = exact + Accrual(day.quantity, at: listing.price)
        }
        // Silence is right: a cost that no sum can hold is as good as unknown.
        return try? Rounding.dayLine(exact)
    }

    /// Its owner has a project conserved, or not any more. What was used before is settled at once, so that the state is
    /// seen; where that cannot be, the next settlement turns it.
    package func take(_ turn: Conservation.Turn, of pid: PID, by viewer: Viewer) throws {
        let now = clock.now()
        let at = try store.transaction { records in
            try records.lock([pid])
            guard viewer.may(.conservation, in: pid), try records.project(pid) != nil else {
                throw ProjectsProblem.unknownProject(pid.text)
            }
            // What was paid back lies in the lots still, until gateways book refunds.
            if turn == .ended, !viewer.mayEverywhere(.conservation),
                let since = try records.conservation(of: pid).since,
                let refund = try records.lastRefund(in: pid), refund >= since
            {
                throw ProjectsProblem.refundedMeanwhile(pid)
            }
            let who = try viewer.user.flatMap { try records.user($0)?.email.text } ?? "operator"
            return try keep(turn, of: pid, user: viewer.user, who: who, at: now, records).at
        }
        _ = try settlement.settle([pid], notBefore: at)
    }

    /// Staff do it for the owner, who hears of it. Seen by the next settlement.
    func take(_ turn: Conservation.Turn, of pid: PID, by author: Author) throws {
        let now = clock.now()
        try store.transaction { records in
            try records.lock([pid])
            let taken = try keep(turn, of: pid, user: author.user, who: author.name, at: now, records)
            let account = try records.knownProject(pid).project.account
            try records.keep(
                turn == .begun ? .conserve : .endConservation, on: "projects/\(pid)", account: account,
                detail: taken.at.description, by: author, at: now)
            let notice: Notice =
                turn == .begun ? .conserved(pid, since: taken.at) : .conservationEnded(pid, at: taken.at)
            try records.post(.notice(notice.subject, to: account), at: now)
        }
    }

    private func keep(
        _ turn: Conservation.Turn, of pid: PID, user: UserID?, who: String, at now: Moment,
        _ records: any Records
    ) throws -> ConservationTurn {
        let project = try records.knownProject(pid)
        let before = try records.conservation(of: pid)
        let day = now.adding(seconds: -86_400)
        guard
            before.turns.suffix(ConservationDesk.turnsPerDay).count(where: { $0 > day })
                < ConservationDesk.turnsPerDay
        else { throw ProjectsProblem.turnedTooOften(pid, most: ConservationDesk.turnsPerDay) }
        let next = try before.taking(turn, of: pid, at: now, settledUntil: project.cursor.until)
        let taken = ConservationTurn(
            number: next.turns.count, at: next.turns.last ?? now, user: user, who: who)
        try records.insert(taken, of: pid)
        return taken
    }
}

/// Where a page of disputes ended.
package struct DisputePlace: Hashable, Sendable {
    let key: DayLineKey

    init(_ key: DayLineKey) { self.key = key }

    /// "2026-10-05/vm-42/compute.vcpu", as a page's address says it.
    package var text: String {
        "\(key.day)/\(AddressPart.escaped(key.resource.text))/\(AddressPart.escaped(key.sku.text))"
    }

    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, let day = Day(parts[0]) else { return nil }
        key = DayLineKey(
            day: day, resource: ResourceID(AddressPart.plain(String(parts[1]))),
            sku: SKU(AddressPart.plain(String(parts[2]))))
    }
}

package import Basics
package import Funding
import Projects
import Regions

/// Lists what moved a project's balances, of what is settled.
package struct MovementsDesk: Sendable {
    let store: any Store
    let clock: Clock

    /// In the order of movements, those behind a place; a day's charges count as one, at its end.
    package func movements(
        of pid: PID, after place: MovementOrder? = nil, limit: Int
    ) throws -> [ListedMovement] {
        try store.read { records in
            let project = try records.knownProject(pid)
            let zone = project.project.region.profile.zone
            let from = place?.at ?? Moment(microseconds: 0)
            let charges = try records.chargedDays(
                in: pid, from: zone.day(of: from).previous, limit: limit + 2
            ).map { day in
                ListedMovement(
                    step: .charges(day),
                    order: MovementOrder(
                        at: zone.start(of: day.day.next), rank: .charge, id: day.day.description))
            }
            let credits = try records.appliedCredits(
                in: pid, from: from, behind: behind(place, .credit), limit: limit
            ).map {
                ListedMovement(
                    step: .credit($0), order: MovementOrder(at: $0.at, rank: .credit, id: $0.id.text))
            }
            let expiries = try records.endedGrants(
                in: pid, from: from, behind: behind(place, .expiry), until: project.cursor.until,
                limit: limit
            ).map {
                ListedMovement(
                    step: .expiry($0), order: MovementOrder(at: $0.expires, rank: .expiry, id: $0.id.text))
            }
            let returns = try records.returnedCredits(
                in: pid, from: from, behind: behind(place, .takeBack), limit: limit
            ).map {
                ListedMovement(
                    step: .takeBack($0.credit),
                    order: MovementOrder(at: $0.at, rank: .takeBack, id: $0.credit.id.text))
            }
            let all = (charges + credits + expiries + returns).filter { movement in
                place.map { $0 < movement.order } ?? true
            }
            return Array(all.sorted { $0.order < $1.order }.prefix(limit))
        }
    }

    /// At the place's own instant: of the same kind those behind its id, of a kind that comes later all,
    /// of one that came earlier none.
    private func behind(_ place: MovementOrder?, _ rank: MovementOrder.Rank) -> CreditID {
        guard let place, place.rank >= rank else { return CreditID("") }
        return CreditID(place.rank == rank ? place.id : "\u{10FFFF}")
    }
}

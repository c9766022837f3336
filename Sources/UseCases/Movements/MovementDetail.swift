package import Access
package import Basics
package import Funding
import Projects
import Regions

/// Which movements are looked for.
package struct MovementSearch: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case charges
        case credits
        case expiry
    }

    /// Those asked for; empty = the page's own project.
    package let projects: [PID]
    package let from: Day?
    package let through: Day?
    /// Nil = all kinds.
    package let kind: Kind?

    package init(projects: [PID] = [], from: Day? = nil, through: Day? = nil, kind: Kind? = nil) {
        self.projects = projects
        self.from = from
        self.through = through
        self.kind = kind
    }
}

/// A movement and whose it is.
package struct ProjectMovement: Hashable, Sendable {
    package let project: PID
    package let movement: ListedMovement

    package var place: MovementPlace { MovementPlace(order: movement.order, project: project) }
}

/// Where a page of movements of several projects ended.
package struct MovementPlace: Hashable, Comparable, Sendable {
    package let order: MovementOrder
    package let project: PID

    package init(order: MovementOrder, project: PID) {
        self.order = order
        self.project = project
    }

    package var text: String { "\(project)!\(order.place)" }

    package init?(_ text: String) {
        let parts = text.split(separator: "!", maxSplits: 1)
        guard parts.count == 2, let project = PID(parts[0]),
            let order = MovementOrder(place: String(parts[1]))
        else { return nil }
        self.init(order: order, project: project)
    }

    package static func < (a: Self, b: Self) -> Bool {
        a.order == b.order ? a.project < b.project : a.order < b.order
    }
}

/// A page of movements, the latest first.
package struct MovementDetail: Sendable {
    package let head: ProjectHead
    package let search: MovementSearch
    /// The projects whose movements are shown, and those that may be chosen.
    package let shown: [PID]
    package let choice: [PID]
    package let rows: [ProjectMovement]
    /// Where the next page goes on; nil = these were the last.
    package let next: MovementPlace?
    /// Of the whole period, where one is asked for that is no longer than a year.
    package let period: Sums?

    /// Minor units. Money is what came less what was taken back.
    package struct Sums: Hashable, Sendable {
        package var charged: Int64 = 0
        package var money: Int64 = 0
        package var bonuses: Int64 = 0
        package var expired: Int64 = 0

        package init() {}
    }

    /// What the rows of this page make.
    package var sums: Sums {
        rows.reduce(into: Sums()) { sums, row in
            switch row.movement.step {
            case .charges(let day): sums.charged += day.amount
            case .credit(let credit):
                if case .bonus = credit.kind {
                    sums.bonuses += credit.amount
                } else {
                    sums.money += credit.amount
                }
            case .expiry: sums.expired -= row.movement.amount
            case .takeBack(let credit): sums.money -= credit.amount
            }
        }
    }
}

extension MovementsDesk {
    package static let rowsPerPage = 50
    /// What one download holds at most.
    package static let mostRows = 50_000
    static let longestPeriod: Int32 = 366

    /// A page of movements for whoever holds the right in the projects: those of one region, whose days and money
    /// are the same. A project asked for in which the viewer does not hold it is as if it were not there.
    package func detail(
        of pid: PID, _ search: MovementSearch, after place: MovementPlace? = nil, right: Right = .detail,
        limit: Int = MovementsDesk.rowsPerPage, for viewer: Viewer
    ) throws -> MovementDetail {
        let now = clock.now()
        return try store.read { records in
            let head = try records.head(pid, right, at: now, for: viewer)
            let choice = try records.projects(head, with: right, for: viewer)
            let asked = search.projects.isEmpty ? [pid] : search.projects
            for one in asked where !choice.contains(where: { $0.project.pid == one }) {
                throw ProjectsProblem.unknownProject(one.text)
            }
            let shown = choice.filter { asked.contains($0.project.pid) }
            let rows = try shown.flatMap { try latest($0, search, before: place, limit: limit + 1, records) }
                .sorted { $0.place > $1.place }
            let page = Array(rows.prefix(limit))
            return MovementDetail(
                head: head, search: search, shown: shown.map(\.project.pid),
                choice: choice.map(\.project.pid),
                rows: page, next: rows.count > limit ? page.last?.place : nil,
                period: try period(shown, search, records))
        }
    }

    private func latest(
        _ project: ProjectRecord, _ search: MovementSearch, before place: MovementPlace?, limit: Int,
        _ records: any Records
    ) throws -> [ProjectMovement] {
        let pid = project.project.pid
        let zone = project.project.region.profile.zone
        let end = search.through.map { zone.start(of: $0.next) } ?? Moment(microseconds: .max)
        let (before, isPlace) =
            place.map { ($0.order.at < end ? $0.order.at : end, $0.order.at < end) } ?? (end, false)
        func bound(_ rank: MovementOrder.Rank) -> CreditID {
            guard isPlace, let place, place.order.rank >= rank else { return CreditID("") }
            return CreditID(place.order.rank == rank ? place.order.id : "\u{10FFFF}")
        }
        let from = search.from.map { zone.start(of: $0) }
        var all: [ListedMovement] = []
        if search.kind == nil || search.kind == .charges {
            let last = place.map { zone.day(of: $0.order.at).previous }
            let through = [search.through, last].compactMap(\.self).min()
            all += try records.latestChargedDays(
                in: pid, from: search.from, through: through, limit: limit + 1
            )
            .map { day in
                ListedMovement(
                    step: .charges(day),
                    order: MovementOrder(
                        at: zone.start(of: day.day.next), rank: .charge, id: day.day.description))
            }
        }
        if search.kind == nil || search.kind == .credits {
            all += try records.latestCredits(
                in: pid, from: from, before: before, at: bound(.credit), limit: limit
            ).map {
                ListedMovement(
                    step: .credit($0), order: MovementOrder(at: $0.at, rank: .credit, id: $0.id.text))
            }
        }
        if search.kind == nil || search.kind == .credits {
            all += try records.latestReturned(
                in: pid, from: from, before: before, at: bound(.takeBack), limit: limit
            ).map {
                ListedMovement(
                    step: .takeBack($0.credit),
                    order: MovementOrder(at: $0.at, rank: .takeBack, id: $0.credit.id.text))
            }
        }
        if search.kind == nil || search.kind == .expiry {
            all += try records.latestEnded(
                in: pid, from: from, before: before, at: bound(.expiry), until: project.cursor.until,
                limit: limit
            ).map {
                ListedMovement(
                    step: .expiry($0), order: MovementOrder(at: $0.expires, rank: .expiry, id: $0.id.text))
            }
        }
        let rows = all.map { ProjectMovement(project: pid, movement: $0) }
        return rows.filter { row in place.map { row.place < $0 } ?? true }
    }

    private func period(
        _ projects: [ProjectRecord], _ search: MovementSearch, _ records: any Records
    ) throws -> MovementDetail.Sums? {
        guard let from = search.from, let through = search.through, from <= through,
            through.number - from.number < MovementsDesk.longestPeriod
        else { return nil }
        var sums = MovementDetail.Sums()
        for project in projects {
            let pid = project.project.pid
            let zone = project.project.region.profile.zone
            let (start, end) = (zone.start(of: from), zone.start(of: through.next))
            if search.kind == nil || search.kind == .charges {
                sums.charged += try records.chargedSum(in: pid, from: from, through: through)
            }
            if search.kind == nil || search.kind == .credits {
                let credited = try records.creditedSums(in: pid, from: start, before: end)
                sums.money += credited.money - (try records.returnedSum(in: pid, from: start, before: end))
                sums.bonuses += credited.bonuses
            }
            if search.kind == nil || search.kind == .expiry {
                sums.expired += try records.expiredSum(
                    in: pid, from: start, before: end, until: project.cursor.until)
            }
        }
        return sums
    }
}

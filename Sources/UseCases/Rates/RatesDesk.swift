package import Access
package import Basics
import Contracts
package import Documents
package import Regions

/// Keeps official rates of exchange, by which invoices in a contract's currency are reckoned (R14, O39).
package struct RatesDesk: Sendable {
    let store: any Store
    let clock: Clock
    /// Nil = rates come by files and by hand alone.
    let source: RateSource?

    /// Where a contract may agree another currency at all.
    package static let regions = Region.allCases.filter { $0.profile.rates != nil }

    /// What came of rates: how many are new, how many were kept already.
    package struct Counts: Hashable, Sendable {
        package let added: Int
        package let known: Int
    }

    /// Keeps what the bank has published, all or nothing. The same again changes nothing; another rate for a day that
    /// has one is refused.
    @discardableResult
    package func take(
        _ rates: [OfficialRate], in region: Region, for viewer: Viewer, by author: Author
    ) throws -> Counts {
        try keep(rates, in: region, for: viewer, by: author) { records, added, at in
            try told(added, in: region, by: author, at: at, records)
        }
    }

    /// What came of asking the bank.
    package struct Fetched: Sendable {
        package fileprivate(set) var added = 0
        /// Days the bank has set nothing for by now.
        package fileprivate(set) var unset: [Day] = []
        /// What the bank says otherwise than what is kept, with that: kept for good, so somebody should know.
        package fileprivate(set) var differing: [Differing] = []
        /// Why some days did not come: the last reason. They are asked for again.
        package fileprivate(set) var failed: DocumentsProblem?
    }

    package struct Differing: Hashable, Sendable {
        package let official: OfficialRate
        package let kept: ExchangeRate
    }

    package var hasSource: Bool { source != nil }

    /// How many days back a missing rate is still asked for.
    package static let lookedBack: Int32 = 14

    /// Asks the bank for all days up to tomorrow that it sets rates for and that lack some here, the oldest first. What
    /// was kept before a day failed stays.
    package func fetch(
        in region: Region, for viewer: Viewer, while goesOn: () -> Bool = { true }
    ) throws -> Fetched {
        guard viewer.mayEverywhere(.closing) else { throw AccessProblem.notAllowed }
        guard region.profile.rates != nil else { throw ContractsProblem.currencyOfRegion(region) }
        guard let source else { throw DocumentsProblem.noRateSource }
        let author = Author(user: nil, name: source.name, reason: "")
        var fetched = Fetched()
        var asked: Set<Day> = []
        // What came may show that a day with a rate of somebody's own lacks the others.
        while let day = try lacking(in: region).first(where: { !asked.contains($0) }), goesOn() {
            asked.insert(day)
            let rates: [OfficialRate]
            do { rates = try source.rates(day) } catch let problem as DocumentsProblem {
                fetched.failed = problem
                if case .ratesUnavailable = problem { break }
                // One bad file keeps no later day away.
                continue
            }
            guard rates.allSatisfy({ $0.day == day }) else {
                fetched.unset.append(day)
                continue
            }
            try keep(rates, in: region, by: author, &fetched)
        }
        return fetched
    }

    /// Keeps what the bank says of a day, and passes over what is kept already.
    private func keep(
        _ rates: [OfficialRate], in region: Region, by author: Author, _ fetched: inout Fetched
    ) throws {
        let (added, differing) = try store.transaction { records in
            try records.lock(.closing(region))
            let now = clock.now()
            var differing: [Differing] = []
            var added: [OfficialRate] = []
            for rate in rates {
                if let known = try records.officialRate(of: rate.currency, in: region, on: rate.day) {
                    if known != rate { differing.append(Differing(official: rate, kept: known.rate)) }
                    continue
                }
                try records.insert(rate, in: region, by: author.name, at: now)
                added.append(rate)
            }
            try told(added, in: region, by: author, at: now, records)
            return (added.count, differing)
        }
        fetched.added += added
        fetched.differing += differing
    }

    /// Leaves in the trail which days new rates are of.
    private func told(
        _ added: [OfficialRate], in region: Region, by author: Author, at now: Moment, _ records: any Records
    ) throws {
        guard !added.isEmpty else { return }
        let days = Set(added.map(\.day)).sorted()
        try records.keep(
            .importRates, on: "rates/\(region.rawValue)",
            detail: "\(days.map(\.description).joined(separator: " ")): \(added.count)", by: author, at: now)
    }

    /// Days that follow a working day and have fewer rates than another of their time.
    private func lacking(in region: Region) throws -> [Day] {
        let profile = region.profile
        let tomorrow = profile.zone.day(of: clock.now()).next
        let first = Day(number: tomorrow.number - RatesDesk.lookedBack)
        let counts = try store.read { try $0.officialRateCounts(in: region, from: first) }
        let most = max(counts.values.max() ?? 0, 1)
        return (first.number...tomorrow.number).map { Day(number: $0) }.filter { day in
            profile.workCalendar.isWorked(day.previous) && counts[day, default: 0] < most
        }
    }

    /// Keeps one rate as somebody typed it; the author says from where.
    @discardableResult
    package func add(
        _ rate: OfficialRate, in region: Region, for viewer: Viewer, by author: Author
    ) throws -> Counts {
        try keep([rate], in: region, for: viewer, by: author) { records, _, at in
            try records.keep(
                .addRate, on: "rates/\(region.rawValue)",
                detail: "\(rate.currency) \(rate.day): \(rate.rate)",
                by: author, at: at)
        }
    }

    /// The latest first.
    package func rates(
        in region: Region, of currency: AgreedCurrency? = nil, after place: RatePlace? = nil, limit: Int,
        for viewer: Viewer
    ) throws -> [KeptRate] {
        guard viewer.mayEverywhere(.closing) else { throw AccessProblem.notAllowed }
        return try store.read {
            try $0.officialRates(in: region, of: currency, after: place, limit: limit)
        }
    }

    private func keep(
        _ rates: [OfficialRate], in region: Region, for viewer: Viewer, by author: Author,
        told: (any Records, _ added: [OfficialRate], Moment) throws -> Void
    ) throws -> Counts {
        guard viewer.mayEverywhere(.closing) else { throw AccessProblem.notAllowed }
        guard region.profile.rates != nil else { throw ContractsProblem.currencyOfRegion(region) }
        return try store.transaction { records in
            // A month is closed by what was known then, so no rate comes in while documents are given out.
            try records.lock(.closing(region))
            let now = clock.now()
            let tomorrow = region.profile.zone.day(of: now).next
            var added: [OfficialRate] = []
            for rate in rates {
                guard rate.day <= tomorrow else { throw DocumentsProblem.rateAhead(rate.day) }
                if let known = try records.officialRate(of: rate.currency, in: region, on: rate.day) {
                    guard known == rate else { throw DocumentsProblem.otherRate(rate, kept: known.rate) }
                    continue
                }
                try records.insert(rate, in: region, by: author.name, at: now)
                added.append(rate)
            }
            if !added.isEmpty { try told(records, added, now) }
            return Counts(added: added.count, known: rates.count - added.count)
        }
    }
}

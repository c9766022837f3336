package import Access
package import Basics
import Contracts
import Documents
package import Regions

/// Keeps official rates of exchange, by which invoices in a contract's currency are reckoned (R14, O39).
package struct RatesDesk: Sendable {
    let store: any Store
    let clock: Clock

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
            let days = Set(added.map(\.day)).sorted()
            try records.keep(
                .importRates, on: "rates/\(region.rawValue)",
                detail: "\(days.map(\.description).joined(separator: " ")): \(added.count)", by: author,
                at: at)
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

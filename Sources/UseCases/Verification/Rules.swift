import Basics
import Contracts
import Counterparties
import Regions

/// What held for one customer in one region on a day: scheme, prices, VAT. Spelled from contracts and
/// price rows, apart from the rooms that the writers ask.
final class Rules {
    struct Listing {
        let from: Int32
        let service: String
        let unit: String
        let price: Int64
        let bonusType: String?
    }

    struct Price {
        let listing: Listing
        let millionths: Int64
    }

    private struct Version {
        /// Nil = the offer again, after a contract has ended.
        let contract: Contract?
        let from: Int32
        let schemeFrom: Int32
    }

    let profile: RegionProfile
    private let versions: [Version]
    /// Whose the project was before, the earliest first.
    private let former: [Former]
    /// The settlement run that is lived.
    var run: Int64 = 0
    private let listings: [SKU: [Listing]]
    private var days: (range: Range<Int64>, day: Int32)?
    private var prices: [SKU: [Int32: Price]] = [:]

    /// Rules of an account that a project passed from, with the day and the run that were its last.
    private struct Former {
        let through: Int32
        let run: Int64
        let rules: Rules
    }

    /// All price rows, each SKU's in the order of their days.
    static func listings(_ records: any Records) throws -> [Region: [SKU: [Listing]]] {
        var listings: [Region: [SKU: [Listing]]] = [:]
        try records.forEachRow(
            of: "price_listings", ["region", "sku", "valid_from", "service", "unit", "price", "bonus_type"],
            where: [:], by: ["region", "sku", "valid_from"]
        ) { cells in
            guard let region = Region(rawValue: cells[0].shown), let sku = cells[1].text,
                let from = cells[2].integer.flatMap(Int32.init(exactly:))
            else { return }
            listings[region, default: [:]][SKU(sku), default: []].append(
                Listing(
                    from: from, service: cells[3].shown, unit: cells[4].text ?? "",
                    price: cells[5].integer ?? 0, bonusType: cells[6].text))
        }
        return listings
    }

    init(
        _ account: Account, region: Region, listings: [SKU: [Listing]],
        former: [(through: Int32, run: Int64, account: Account)] = []
    ) {
        profile = region.profile
        self.former = former.map {
            Former(
                through: $0.through, run: $0.run,
                rules: Rules($0.account, region: region, listings: listings))
        }
        self.listings = listings
        let registered = profile.zone.day(of: account.agreements.registered).number
        func version(_ contract: Contract?, from day: Day) -> Version {
            let isAtOnce = day.dayNumber == 1 || day.number <= registered
            return Version(
                contract: contract, from: day.number,
                schemeFrom: isAtOnce ? day.number : Month(index: day.month.index + 1).firstDay.number)
        }
        let contracts = account.agreements.contracts.filter { $0.region == region }
            .sorted { $0.from < $1.from }
        var versions: [Version] = []
        for (place, contract) in contracts.enumerated() {
            versions.append(version(contract, from: contract.from))
            guard case .ends(let last) = contract.term else { continue }
            let after = Day(number: last.number + 1)
            if place + 1 < contracts.count, contracts[place + 1].from <= after { continue }
            versions.append(version(nil, from: after))
        }
        self.versions = versions
    }

    /// The regional day of an instant.
    func day(_ instant: Int64) -> Int32 {
        if let days, days.range.contains(instant) { return days.day }
        let day = profile.zone.day(of: Moment(microseconds: instant))
        let start = profile.zone.start(of: day).microseconds
        let end = profile.zone.start(of: day.next).microseconds
        if start < end { days = (start..<end, day.number) }
        return day.number
    }

    func start(_ day: Int32) -> Int64 { profile.zone.start(of: Day(number: day)).microseconds }

    /// A day before a passing is post-paid while it is the former account's to pay, and never after.
    func isPostpaid(_ day: Int32) -> Bool {
        if let former = former.first(where: { day <= $0.through }) {
            return run <= former.run && former.rules.isPostpaid(day)
        }
        return versions.last { $0.schemeFrom <= day }?.contract?.scheme == .postpaid
    }

    /// The days on which the scheme is another than the day before.
    var switches: [Int32] {
        var days: [Int32] = []
        var first = Int32.min
        for former in former {
            days += former.rules.switches.filter { first <= $0 && $0 <= former.through }
            first = former.through + 1
        }
        return days
            + Set(versions.map(\.schemeFrom)).sorted().filter {
                $0 >= first && isPostpaid($0) != isPostpaid($0 - 1)
            }
    }

    func contract(_ day: Int32) -> Contract? { versions.last { $0.from <= day }?.contract }

    func price(_ sku: SKU, _ day: Int32) -> Price? {
        if let former = former.first(where: { day <= $0.through }) { return former.rules.price(sku, day) }
        if let known = prices[sku]?[day] { return known }
        guard let listing = listings[sku]?.last(where: { $0.from <= day }) else { return nil }
        var millionths = listing.price
        var since = Int32.min
        for own in contract(day)?.prices ?? [] where own.sku == sku {
            let from = max(own.validFrom.number, contract(day)?.date.number ?? .max)
            if from <= day, own.validFrom.number > since {
                since = own.validFrom.number
                millionths = own.price.millionths
            }
        }
        let price = Price(listing: listing, millionths: millionths)
        prices[sku, default: [:]][day] = price
        return price
    }

    /// The VAT of a day's services, per cent; nil where none is shown: the contract wants it so, or there is none
    /// and the customer is no resident.
    func vat(_ day: Int32, of party: Counterparty) -> Int? {
        let isCharged = contract(day).map { $0.vat == .charged } ?? party.isResident(of: profile.country)
        return isCharged ? profile.vat.on(Day(number: day)) : nil
    }

    func month(_ day: Int32) -> Int32 { Day(number: day).month.index }
}

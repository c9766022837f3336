import Basics
import Books
import Contracts
import Documents
import Funding
import Ledger
import Metering
import Projects
import Regions

/// One project's settlement in memory: takes its movements in order and gathers what they change
/// (architecture: a usage event's journey). It decides; the desk loads and writes.
struct Settlement {
    let project: ProjectRecord
    let agreements: Agreements
    let tariff: Tariff
    let openMonth: Month?
    let debtRecognition: DebtRecognition
    private let profile: RegionProfile
    private(set) var purse: Purse<DayLineKey>
    private(set) var state: ProjectState
    private(set) var everPaid: Bool
    private(set) var transitions: [StateTransition] = []
    private(set) var entries: [Entry] = []
    private(set) var touchedLots: Set<CreditID> = []
    private(set) var touchedGrants: Set<CreditID> = []
    private(set) var events = 0
    private var portions: [PortionKey: Int64] = [:]
    private var sources: [CreditID: LotSource] = [:]
    private var lines: [DayLineKey: DayLine] = [:]
    private var prices: [SKU: [Day: DayPrice]] = [:]
    private var schemes: [Day: PaymentScheme] = [:]
    private var days: LastDay
    /// Changes of scheme whose turn has not come yet.
    private var switchesAhead: Set<Moment>

    init(
        project: ProjectRecord, agreements: Agreements, tariff: Tariff, openMonth: Month?,
        debtRecognition: DebtRecognition, purse: Purse<DayLineKey>, switches: [Moment]
    ) {
        self.switchesAhead = Set(switches)
        self.project = project
        self.agreements = agreements
        self.tariff = tariff
        self.openMonth = openMonth
        self.debtRecognition = debtRecognition
        self.profile = project.project.region.profile
        days = LastDay(profile.zone)
        self.purse = purse
        self.state = project.state
        self.everPaid = project.everPaid
        for lot in purse.lots { sources[lot.id] = lot.source }
    }

    /// Rates an event into its day line and pays what the line posts for it.
    mutating func charge(_ event: UsageEvent, load: (DayLineKey) throws -> DayLine?) throws {
        events += 1
        let day = regionalDay(of: event.start)
        let key = DayLineKey(day: day, resource: event.resource, sku: event.sku)
        let price = try price(of: event, on: day)
        var line =
            try lines[key] ?? load(key)
            ?? DayLine(key: key, service: price.listing.service, unit: price.listing.unit)
        let amount = try line.take(event, at: price.price)
        lines[key] = line
        guard amount > 0 else { return }
        let scheme = scheme(on: day)
        var parts: [FundingPart] = []
        try purse.charge(
            amount, type: price.listing.bonusType, at: event.end, line: key, scheme: scheme
        ) { parts.append($0) }
        for part in parts { note(part, key: key, scheme: scheme) }
        // What arrives late is posted now: it freezes by the scheme of now, not of its day.
        let isLate = event.end <= project.cursor.until
        review(
            at: event.end, scheme: isLate ? schemeNow(project.cursor.until) : scheme,
            cause: "\(event.source)/\(event.id)")
    }

    /// Applies a credit whose turn has come.
    mutating func apply(_ pending: PendingCredit) throws {
        let credit = pending.credit
        switch credit.kind {
        case .bonus(let type, let expires):
            purse.grant(
                Grant(
                    id: credit.id, type: type, granted: credit.at, expires: expires, amount: credit.amount,
                    remaining: credit.amount))
            touchedGrants.insert(credit.id)
            post(.bonusGranted(type, credit.amount))
        case .money(let source):
            everPaid = true
            sources[credit.id] = source
            touchedLots.insert(credit.id)
            post(
                pending.fromSuspense
                    ? .suspenseTaken(source, credit.amount) : .moneyReceived(source, credit.amount))
            var settled: [(Lot, Debt<DayLineKey>)] = []
            try purse.credit(id: credit.id, source: source, amount: credit.amount, at: credit.at) {
                settled.append(($0, $1))
            }
            for (lot, debt) in settled { note(lot, pays: debt) }
            review(
                at: credit.at, scheme: schemeNow(max(credit.at, project.cursor.until)), cause: credit.id.text)
        }
    }

    /// Takes away what is left of a grant at its end.
    mutating func expire(_ id: CreditID) {
        guard let grant = purse.expire(id) else { return }
        touchedGrants.insert(id)
        post(.bonusExpired(grant.type, grant.remaining))
    }

    /// A contract switched the scheme: the state is decided again (D12, D24).
    mutating func switchScheme(on day: Day) {
        let instant = profile.zone.start(of: day)
        switchesAhead.remove(instant)
        review(at: instant, scheme: scheme(on: day), cause: "scheme/\(day)")
    }

    var dayLines: [DayLine] { lines.values.sorted { $0.key < $1.key } }

    /// Portions summed by day line, source and month, in a fixed order.
    var portionRecords: [PortionRecord] {
        portions.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map { key, amount in
            PortionRecord(
                key: key.line, scheme: key.scheme, source: key.source, recognised: key.recognised,
                amount: amount)
        }
    }

    private mutating func note(_ part: FundingPart, key: DayLineKey, scheme: PaymentScheme) {
        switch part {
        case .grant(let grant, let amount):
            let month = recognised(key.day, funded: nil, scheme)
            add(.grant(grant.id), key, scheme, month, amount)
            touchedGrants.insert(grant.id)
            post(.chargePaidByBonus(grant.type, amount))
        case .lot(let lot, let amount):
            let month = recognised(key.day, funded: lot.creditedAt, scheme)
            add(.lot(lot.id), key, scheme, month, amount)
            touchedLots.insert(lot.id)
            post(.chargePaidByMoney(lot.source, scheme, month: month, amount))
        case .debt(let amount):
            let month = recognised(key.day, funded: nil, scheme)
            add(.debt, key, scheme, month, amount)
            post(.chargeInDebt(scheme, month: month, amount))
        }
    }

    private mutating func note(_ lot: Lot, pays debt: Debt<DayLineKey>) {
        let month = recognised(debt.line.day, funded: lot.creditedAt, debt.scheme)
        add(.debt, debt.line, debt.scheme, month, -debt.amount)
        add(.lot(lot.id), debt.line, debt.scheme, month, debt.amount)
        post(.debtPaid(lot.source, debt.scheme, month: month, debt.amount))
    }

    private mutating func add(
        _ source: PortionRecord.Source, _ line: DayLineKey, _ scheme: PaymentScheme, _ month: Month,
        _ amount: Int64
    ) {
        portions[PortionKey(line: line, scheme: scheme, source: source, recognised: month), default: 0] +=
            amount
    }

    private mutating func post(_ rule: PostingRule) { entries += rule.entries }

    /// A state never changes in the past: what comes late changes it at the end of what was settled.
    private mutating func review(
        at movement: Moment, scheme: PaymentScheme, cause: @autoclosure () -> String
    ) {
        let instant = max(movement, project.cursor.until)
        let next = state.after(
            balance: purse.balance, at: instant, scheme: scheme, everPaid: everPaid,
            terms: profile.deletion.on(regionalDay(of: instant)))
        guard next != state else { return }
        state = next
        transitions.append(StateTransition(at: instant, state: next, cause: cause()))
    }

    private func recognised(_ day: Day, funded: Moment?, _ scheme: PaymentScheme) -> Month {
        Recognition.month(
            service: day.month, funded: funded.map { profile.zone.day(of: $0).month }, scheme: scheme,
            open: openMonth, debts: debtRecognition)
    }

    private mutating func price(of event: UsageEvent, on day: Day) throws -> DayPrice {
        if let known = prices[event.sku]?[day] { return known }
        let region = project.project.region
        guard let price = tariff.price(of: event.sku, on: day, under: agreements, in: region) else {
            throw MeteringProblem.noPrice(event.id, event.sku, day, first: tariff.firstDay(of: event.sku))
        }
        prices[event.sku, default: [:]][day] = price
        return price
    }

    private mutating func scheme(on day: Day) -> PaymentScheme {
        if let known = schemes[day] { return known }
        let scheme = agreements.scheme(on: day, in: project.project.region)
        schemes[day] = scheme
        return scheme
    }

    /// The scheme at an instant that is no charge's. A credit at the very instant of a switch comes before
    /// it (D8) and is judged by the old scheme.
    private mutating func schemeNow(_ instant: Moment) -> PaymentScheme {
        let day = regionalDay(of: instant)
        return scheme(on: switchesAhead.contains(instant) ? day.previous : day)
    }

    private mutating func regionalDay(of moment: Moment) -> Day { days.day(of: moment) }
}

private struct PortionKey: Hashable, Comparable {
    let line: DayLineKey
    let scheme: PaymentScheme
    let source: PortionRecord.Source
    let recognised: Month

    static func < (a: Self, b: Self) -> Bool {
        if a.line != b.line { return a.line < b.line }
        if a.recognised != b.recognised { return a.recognised < b.recognised }
        return a.source.order.precedesBytewise(b.source.order)
    }
}

extension PortionRecord.Source {
    fileprivate var order: String {
        switch self {
        case .grant(let id): "a\(id)"
        case .lot(let id): "b\(id)"
        case .debt: "c"
        }
    }
}

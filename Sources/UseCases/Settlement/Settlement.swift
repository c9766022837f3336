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
    let agreements: ProjectAgreements
    let tariff: Tariff
    let openMonth: Month?
    let debtRecognition: DebtRecognition
    let coming: [ComingParty]
    private let profile: RegionProfile
    private(set) var purse: Purse<DayLineKey>
    private(set) var state: ProjectState
    private(set) var everPaid: Bool
    private(set) var transitions: [StateTransition] = []
    /// Of everything but charges.
    private var posted: [Entry] = []
    private(set) var touchedLots: Set<CreditID> = []
    private(set) var touchedGrants: Set<CreditID> = []
    private(set) var events = 0
    private var works: [LineWork] = []
    private var places: [DayLineKey: Int] = [:]
    private var schemes: [Day: PaymentScheme] = [:]
    private var days: LastDay
    private var terms: (day: Day, terms: DeletionTerms)?
    /// The parts of one charge, between two of them only a place in memory.
    private var parts: [FundingPart] = []
    private let deferrals: [FreezeDeferral]
    private let conservation: Conservation
    /// Since when the project is conserved at the movement whose turn it is.
    private var conservedSince: Moment?
    private var disputed: [DayLineKey: Dispute] = [:]
    /// Changes of scheme whose turn has not come yet.
    private var switchesAhead: Set<Moment>

    init(
        project: ProjectRecord, agreements: ProjectAgreements, tariff: Tariff, openMonth: Month?,
        debtRecognition: DebtRecognition, coming: [ComingParty], purse: Purse<DayLineKey>,
        switches: [Moment] = [],
        deferrals: [FreezeDeferral] = [], conservation: Conservation = Conservation()
    ) {
        self.conservation = conservation
        self.conservedSince = conservation.since(asOf: project.cursor.until)
        self.deferrals = deferrals
        self.switchesAhead = Set(switches)
        self.project = project
        self.agreements = agreements
        self.tariff = tariff
        self.openMonth = openMonth
        self.debtRecognition = debtRecognition
        self.coming = coming
        self.profile = project.project.region.profile
        days = LastDay(profile.zone)
        self.purse = purse
        self.state = project.state
        self.everPaid = project.everPaid
    }

    /// Rates an event into its day line and pays what the line posts for it.
    mutating func charge(_ event: UsageEvent, load: (DayLineKey) throws -> DayLine?) throws {
        events += 1
        let day = regionalDay(of: event.start)
        guard !conservation.disputes(event.end) else { return dispute(event, on: day) }
        let place = place(of: DayLineKey(day: day, resource: event.resource, sku: event.sku))
        if works[place].charged == nil { try begin(place, with: event, load: load) }
        guard let amount = try works[place].charged?.take(event), amount > 0 else { return }
        let (key, type) = (works[place].key, works[place].charged?.bonusType)
        let scheme = scheme(on: day)
        var parts: [FundingPart] = []
        swap(&parts, &self.parts)
        try purse.charge(amount, type: type, at: event.end, line: key, scheme: scheme) { parts.append($0) }
        for part in parts { note(part, of: place, scheme) }
        parts.removeAll(keepingCapacity: true)
        swap(&parts, &self.parts)
        // What arrives late is posted now: it freezes by the scheme of now, not of its day.
        let isLate = event.end <= project.cursor.until
        review(
            at: event.end, scheme: isLate ? schemeNow(project.cursor.until) : scheme,
            cause: "\(event.source)/\(event.id)")
    }

    /// Keeps what may not be charged. It needs no price.
    private mutating func dispute(_ event: UsageEvent, on day: Day) {
        let key = DayLineKey(day: day, resource: event.resource, sku: event.sku)
        let known = disputed[key] ?? Dispute(key: key, events: 0, quantity: Quantity(thousandths: 0))
        disputed[key] = known.adding(event)
    }

    /// Where a line's work stands; begun if it is new.
    private mutating func place(of key: DayLineKey) -> Int {
        if let known = places[key] { return known }
        places[key] = works.count
        works.append(LineWork(key: key))
        return works.count - 1
    }

    /// The first charge of a line in this run: as it was left, at the price of its day.
    private mutating func begin(
        _ place: Int, with event: UsageEvent, load: (DayLineKey) throws -> DayLine?
    ) throws {
        let key = works[place].key
        let price = try price(of: event, on: key.day)
        works[place].charged = LineWork.Charged(
            line: try load(key)
                ?? DayLine(key: key, service: price.listing.service, unit: price.listing.unit),
            price: price.price, bonusType: price.listing.bonusType)
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

    /// Takes a credit back that was given by mistake; false where some of it is spent. The state stays:
    /// a project whose money is whole owes nothing, and less money than none it has not. `intoSuspense`: the money
    /// goes to the supplier's suspense account, wherever it came from; else back to where it came from.
    mutating func takeBack(_ taken: PendingCredit, everPaid: Bool, intoSuspense: Bool) -> Bool {
        guard let lot = purse.takeBack(taken.credit.id) else { return false }
        touchedLots.insert(lot.id)
        self.everPaid = everPaid
        post(
            intoSuspense
                ? .suspenseGivenBack(lot.source, lot.amount) : .moneyGivenBack(lot.source, lot.amount))
        return true
    }

    /// A transfer pays what another payment has paid. Neither balance nor state change.
    mutating func substitute(
        _ substitution: Substitution<DayLineKey>, of payment: Lot, by transfer: Lot
    ) {
        purse.substitute(payment.id, by: transfer.id, substitution.amount)
        touchedLots.formUnion([payment.id, transfer.id])
        for move in substitution.moves {
            let part = move.part
            let place = place(of: part.line)
            works[place].move(
                -move.amount, .of(payment), .money(payment.source), part.scheme, part.recognised)
            works[place].move(
                move.amount, .of(transfer), .money(transfer.source), part.scheme, move.month)
            post(
                .fundingSubstituted(
                    payment.source, from: part.recognised, by: transfer.source, to: move.month, part.scheme,
                    move.amount))
        }
    }

    /// What is left of a payer's transfers becomes another's. Neither balance nor state
    /// change, nor what is spent first.
    mutating func assign(from payer: TaxID, to other: TaxID) -> [AssignedAdvance] {
        let lots = purse.assign(from: payer, to: other)
        for lot in lots {
            touchedLots.insert(lot.id)
            post(.advanceAssigned(lot.source, to: other, lot.remaining))
        }
        return lots.map {
            AssignedAdvance(credit: $0.id, assignor: payer, assignee: other, amount: $0.remaining)
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

    /// A time without freezing begins or ends: the state is decided again.
    mutating func turnDeferral(at instant: Moment) {
        review(at: instant, scheme: schemeNow(instant), cause: "deferral/\(instant)")
    }

    /// Conservation begins or ends: the state is decided again.
    mutating func turnConservation(at instant: Moment) {
        conservedSince = conservation.since(asOf: instant)
        review(at: instant, scheme: schemeNow(instant), cause: "conservation/\(instant)")
    }

    /// What was used and may not be charged, by day line.
    var disputes: [Dispute] { disputed.values.sorted { $0.key < $1.key } }

    var dayLines: [DayLine] { works.compactMap { $0.charged?.line }.sorted { $0.key < $1.key } }

    /// Portions summed by day line, source and month, in a fixed order.
    var portionRecords: [PortionRecord] {
        works.sorted { $0.key < $1.key }.flatMap { work in
            work.portions.filter { $0.amount != 0 }.sorted().map { portion in
                PortionRecord(
                    key: work.key, scheme: portion.scheme, source: portion.source,
                    recognised: portion.recognised, amount: portion.amount)
            }
        }
    }

    /// What goes to the books; charges by what paid for them and the month that reports it.
    var entries: [Entry] {
        works.reduce(into: posted) { entries, work in
            for portion in work.portions where portion.charged != 0 { entries += portion.charge.entries }
        }
    }

    private mutating func note(_ part: FundingPart, of place: Int, _ scheme: PaymentScheme) {
        let day = works[place].key.day
        switch part {
        case .grant(let grant, let amount):
            let month = recognised(day, funded: nil, scheme)
            works[place].charge(.grant(grant.id), .bonus(grant.type), scheme, month, amount)
            touchedGrants.insert(grant.id)
        case .lot(let lot, let amount):
            let month = recognised(day, funded: lot, scheme)
            works[place].charge(.of(lot), .money(lot.source), scheme, month, amount)
            touchedLots.insert(lot.id)
        case .debt(let amount):
            let month = recognised(day, funded: nil, scheme)
            works[place].charge(.debt, .debt, scheme, month, amount)
        }
    }

    private mutating func note(_ lot: Lot, pays debt: Debt<DayLineKey>) {
        let month = recognised(debt.line.day, funded: lot, debt.scheme)
        let place = place(of: debt.line)
        works[place].move(-debt.amount, .debt, .debt, debt.scheme, month)
        works[place].move(debt.amount, .of(lot), .money(lot.source), debt.scheme, month)
        post(.debtPaid(lot.source, debt.scheme, month: month, debt.amount))
    }

    private mutating func post(_ rule: PostingRule) { posted += rule.entries }

    /// A state never changes in the past: what comes late changes it at the end of what was settled.
    private mutating func review(
        at movement: Moment, scheme: PaymentScheme, cause: @autoclosure () -> String
    ) {
        let instant = max(movement, project.cursor.until)
        let next = state.after(
            balance: purse.balance, at: instant,
            // Put off, a freezing waits as it does for who pays afterwards.
            scheme: deferrals.contains { $0.covers(instant) } ? .postpaid : scheme, everPaid: everPaid,
            terms: terms(on: regionalDay(of: instant)), conservedSince: conservedSince)
        guard next != state else { return }
        state = next
        transitions.append(StateTransition(at: instant, state: next, cause: cause()))
    }

    private mutating func terms(on day: Day) -> DeletionTerms {
        if let terms, terms.day == day { return terms.terms }
        let found = profile.deletion.on(day)
        terms = (day, found)
        return found
    }

    private func recognised(_ day: Day, funded lot: Lot?, _ scheme: PaymentScheme) -> Month {
        coming.month(
            for: lot?.source.payer,
            from: Recognition.month(
                service: day.month, funded: lot.map { profile.zone.day(of: $0.creditedAt).month },
                scheme: scheme, open: openMonth, debts: debtRecognition))
    }

    private func price(of event: UsageEvent, on day: Day) throws -> DayPrice {
        let region = project.project.region
        guard
            let price = tariff.price(
                of: event.sku, on: day, under: agreements.ruling(day), in: region)
        else {
            throw MeteringProblem.noPrice(event.id, event.sku, day, first: tariff.firstDay(of: event.sku))
        }
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

extension PortionRecord.Source {
    fileprivate static func of(_ lot: Lot) -> Self { .lot(lot.id, assignee: lot.assignee) }
}

extension [ComingParty] {
    /// The first month from one on that may report what a payer's money pays: one that is another party's is passed.
    func month(for payer: TaxID?, from month: Month) -> Month {
        guard let payer else { return month }
        return reduce(month) { month, party in
            guard party.payer == payer, party.last.map({ $0 < month }) ?? true else { return month }
            return Swift.max(month, party.month)
        }
    }
}

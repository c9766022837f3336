import Basics
import Regions

/// What a charge is for.
struct ReplayLine: Hashable, Comparable {
    let day: Int32
    let resource: ResourceID
    let sku: SKU

    static func < (a: Self, b: Self) -> Bool { (a.day, a.resource, a.sku) < (b.day, b.resource, b.sku) }
}

struct ReplayEvent {
    let arrival: Int64
    let id: String
    let source: String
    let resource: ResourceID
    let sku: SKU
    let quantity: Int64
    let start: Int64
    let end: Int64
    let labels: String
}

struct ReplayCredit {
    let id: String
    let means: String
    /// Whose money it is: the payer's, until it is assigned.
    private(set) var payer: String?
    private(set) var assignee: String?
    let document: String?
    let documentDay: Int32?
    let amount: Int64
    let at: Int64
    let bonusType: String?
    let expires: Int64?
    let fromSuspense: Bool
    /// The transfer came to a supplier's account: taken back, its money lies on the suspense account.
    let isSuppliers: Bool

    init(
        id: String, means: String, payer: String?, document: String?, documentDay: Int32?, amount: Int64,
        at: Int64, bonusType: String?, expires: Int64?, fromSuspense: Bool, isSuppliers: Bool
    ) {
        self.id = id
        self.means = means
        self.payer = payer
        self.document = document
        self.documentDay = documentDay
        self.amount = amount
        self.at = at
        self.bonusType = bonusType
        self.expires = expires
        self.fromSuspense = fromSuspense
        self.isSuppliers = isSuppliers
    }

    mutating func assign(to other: String) { (payer, assignee) = (other, other) }

    /// `bank:7707083893`, `card`, as accounts of the book spell it.
    var word: String { means == "bank" ? "bank:\(payer ?? "")" : means }
}

/// One project's life lived again from its events and credits, run by run, in the plainest way.
final class Replay {
    struct DayTotal {
        let service: String
        let unit: String
        var quantity: Int64 = 0
        var billionths: Int128 = 0
        var posted: Int64 = 0
        var labels = ""
        var labelsEnd = Int64.min
        var labelsID = ""
    }

    struct Pot {
        var credit: ReplayCredit
        var rest: Int64
        var isReturned = false
    }

    struct Debt {
        var number: Int64
        let line: ReplayLine
        let isPostpaid: Bool
        var amount: Int64
    }

    struct Portion {
        let run: Int64
        let n: Int64
        let line: ReplayLine
        let isPostpaid: Bool
        /// grant, lot or debt
        let source: String
        let credit: ReplayCredit?
        let month: Int32
        let amount: Int64
    }

    /// What a transfer has taken over of what a payment had paid, by their credits' ids.
    typealias Substituted = (payment: String, transfer: String, amount: Int64)

    /// How much passed from whom to whom.
    typealias Assigned = (assignor: String, assignee: String, amount: Int64)

    /// Whose money waits for which month, unless it pays in one through its last before; nil = in any.
    typealias Coming = (payer: String, last: Int32?, month: Int32)

    struct Change {
        let at: Int64
        let frozenAt: Int64?
        let due: Int64?
        let conservedAt: Int64?
        let cause: String
    }

    private struct Part: Hashable {
        let line: ReplayLine
        let isPostpaid: Bool
        let source: String
        let credit: CreditID?
        let month: Int32
    }

    private enum Step {
        case charge(ReplayEvent)
        case expiry(CreditID)
        case credit(ReplayCredit)
        case schemeSwitch(Int32)
        /// A time without freezing begins or ends.
        case deferral(Int64)
        /// Conservation begins or ends.
        case turn(Int64)
    }

    private let rules: Rules
    private(set) var lines: [ReplayLine: DayTotal] = [:]
    private(set) var lots: [Pot] = []
    private(set) var grants: [Pot] = []
    private var debts: [Debt] = []
    private var firstDebt = 0
    private var balance: Int64 = 0
    private(set) var portions: [Portion] = []
    private(set) var changes: [Change] = []
    /// The entries of each run that posted something.
    private(set) var entries: [Int64: [String: Int64]] = [:]
    private(set) var everPaid = false
    /// By which run a credit was taken back.
    private(set) var returned: [CreditID: Int64] = [:]
    /// What transfers have taken over, by run.
    private(set) var substitutions: [Int64: Substituted] = [:]
    /// What of each credit passed to another payer, by run.
    private(set) var assignments: [Int64: [(credit: String, assigned: Assigned)]] = [:]
    private(set) var frozen: (at: Int64, due: Int64)?
    private(set) var problem: String?
    private var firstLot = 0
    private var parts: [Part: Int64] = [:]
    private var credits: [CreditID: ReplayCredit] = [:]
    private var posted: [String: Int64] = [:]
    private var until = Int64.min
    private var open: Int32?
    private var debtsByService = false
    private var coming: [Coming] = []

    /// When staff put the freezing off, and until when.
    private let deferrals: [(from: Int64, until: Int64)]
    /// When conservation began and ended, in turn.
    let turns: [Int64]
    private(set) var conservedAt: Int64?
    /// Since when it lasts at the movement whose turn it is.
    private var conservedSince: Int64?
    /// What was used in it: so many events, so many thousandths.
    private(set) var disputes: [ReplayLine: (events: Int64, quantity: Int64)] = [:]

    init(_ rules: Rules, deferrals: [(from: Int64, until: Int64)], turns: [Int64]) {
        self.rules = rules
        self.deferrals = deferrals
        self.turns = turns
    }

    var lotTotal: Int64 { lots.reduce(0) { $0 &+ $1.rest } }
    var debtTotal: Int64 { openDebts.reduce(0) { $0 &+ $1.amount } }
    var openDebts: ArraySlice<Debt> { debts[firstDebt...] }

    /// Lives one run: what it took, up to its instant.
    func live(
        _ run: Int64, events: [ReplayEvent], credits new: [ReplayCredit], returned: [String] = [],
        substituted: Substituted? = nil, assigned: Assigned? = nil, until end: Int64, open: Int32?,
        debtsByService: Bool, coming: [Coming] = []
    ) {
        rules.run = run
        self.coming = coming
        self.open = open
        self.debtsByService = debtsByService
        parts = [:]
        posted = [:]
        debts.removeFirst(firstDebt)
        firstDebt = 0
        // A queue that was paid off begins at 1 again.
        nextDebt = (debts.first?.number ?? 1) + Int64(debts.count)
        for step in steps(events, new, end) {
            switch step {
            case .charge(let event): charge(event)
            case .expiry(let id): expire(id)
            case .credit(let credit): take(credit)
            case .schemeSwitch(let day):
                review(at: rules.start(day), day: day, cause: "scheme/\(Day(number: day))")
            case .deferral(let at):
                review(
                    at: at, day: rules.day(at), cause: "deferral/\(Moment(microseconds: at))")
            case .turn(let at):
                conservedSince = turns.firstIndex(of: at).flatMap { $0 % 2 == 0 ? at : nil }
                review(
                    at: at, day: rules.day(at), cause: "conservation/\(Moment(microseconds: at))")
            }
        }
        until = max(until, end)
        for id in returned { takeBack(CreditID(id), run) }
        if let substituted { substitute(substituted, run) }
        if let assigned { assign(assigned, run) }
        keep(run)
    }

    private var nextDebt: Int64 = 1

    private typealias Ordered = (at: Int64, rank: Int, id: String, source: String, step: Step)

    /// By instant; then charges, expiries, credits, switches; then by id and source.
    private func steps(_ events: [ReplayEvent], _ new: [ReplayCredit], _ end: Int64) -> [Step] {
        var all: [Ordered] = events.map { ($0.end, 0, $0.id, $0.source, .charge($0)) }
        for pot in grants where pot.rest > 0 {
            all.append((pot.credit.expires ?? .max, 1, pot.credit.id, "", .expiry(CreditID(pot.credit.id))))
        }
        for credit in new {
            all.append((credit.at, 2, credit.id, "", .credit(credit)))
            if let expires = credit.expires {
                all.append((expires, 1, credit.id, "", .expiry(CreditID(credit.id))))
            }
        }
        for day in rules.switches where rules.start(day) > until {
            all.append((rules.start(day), 3, Day(number: day).description, "", .schemeSwitch(day)))
        }
        for at in Set(deferrals.flatMap { [$0.from, $0.until] }) where at > until {
            all.append((at, 3, "deferral/\(Moment(microseconds: at))", "", .deferral(at)))
        }
        for at in turns where at > until {
            all.append((at, 3, "conservation/\(Moment(microseconds: at))", "", .turn(at)))
        }
        return all.filter { $0.at <= end }.sorted { a, b in
            if a.at != b.at { return a.at < b.at }
            if a.rank != b.rank { return a.rank < b.rank }
            if !a.id.utf8.elementsEqual(b.id.utf8) { return a.id.precedesBytewise(b.id) }
            return a.source.precedesBytewise(b.source)
        }.map(\.step)
    }

    private func charge(_ event: ReplayEvent) {
        let day = rules.day(event.start)
        let line = ReplayLine(day: day, resource: event.resource, sku: event.sku)
        guard !isDisputed(event) else {
            let sum = disputes[line] ?? (0, 0)
            // Both are bounded alike: the sum stops at four quintillions.
            let most: Int64 = 4_000_000_000_000_000_000
            disputes[line] = (sum.events + 1, min(most, sum.quantity + min(most, event.quantity)))
            return
        }
        guard let price = rules.price(event.sku, day) else {
            problem = problem ?? "no price of \(event.sku) on \(Day(number: day))"
            return
        }
        var total = lines[line] ?? DayTotal(service: price.listing.service, unit: price.listing.unit)
        total.quantity &+= event.quantity
        total.billionths &+= Int128(event.quantity) * Int128(price.millionths)
        // Half up to the kopeck; less than one, but something, is one.
        let rounded: Int128 =
            total.billionths == 0
            ? 0 : total.billionths < 10_000_000 ? 1 : (total.billionths + 5_000_000) / 10_000_000
        let due = Int64(truncatingIfNeeded: rounded) &- total.posted
        total.posted = Int64(truncatingIfNeeded: rounded)
        if isLatest(event, total) {
            (total.labels, total.labelsEnd, total.labelsID) = (event.labels, event.end, event.id)
        }
        lines[line] = total
        guard due > 0 else { return }
        pay(due, line, price.listing.bonusType, at: event.end)
        let asOf = event.end <= until ? rules.day(until) : day
        review(at: event.end, day: asOf, cause: "\(event.source)/\(event.id)")
    }

    /// Behind the beginning of a conservation, and not behind the end of the same.
    private func isDisputed(_ event: ReplayEvent) -> Bool {
        for place in stride(from: 0, to: turns.count, by: 2) where event.end > turns[place] {
            if place + 1 == turns.count || event.end <= turns[place + 1] { return true }
        }
        return false
    }

    /// The labels of the event that ended last; of two such the greater id; then the greater labels.
    private func isLatest(_ event: ReplayEvent, _ total: DayTotal) -> Bool {
        if event.end != total.labelsEnd { return event.end > total.labelsEnd }
        if !event.id.utf8.elementsEqual(total.labelsID.utf8) {
            return total.labelsID.precedesBytewise(event.id)
        }
        return words(total.labels).lexicographicallyPrecedes(words(event.labels)) { $0.precedesBytewise($1) }
    }

    private func words(_ labels: String) -> [String] {
        guard !labels.isEmpty else { return [] }
        return labels.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
            line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
                $0.replacing("%0A", with: "\n").replacing("%3D", with: "=").replacing("%25", with: "%")
                    .description
            }
        }
    }

    private func pay(_ due: Int64, _ line: ReplayLine, _ type: String?, at instant: Int64) {
        let isPostpaid = rules.isPostpaid(line.day)
        var rest = due
        if let type {
            let order = grants.indices.filter {
                grants[$0].rest > 0 && grants[$0].credit.bonusType == type
            }.sorted {
                let (a, b) = (grants[$0].credit, grants[$1].credit)
                return a.expires == b.expires
                    ? a.id.precedesBytewise(b.id) : (a.expires ?? 0) < (b.expires ?? 0)
            }
            for index in order where rest > 0 {
                let credit = grants[index].credit
                guard credit.at < instant, instant <= credit.expires ?? 0 else {
                    continue
                }
                let taken = min(rest, grants[index].rest)
                grants[index].rest -= taken
                rest -= taken
                part(line, isPostpaid, "grant", credit, taken, funded: nil)
                post("96.\(type)", taken, "90.01.bonus")
            }
        }
        balance &-= rest
        while rest > 0, firstLot < lots.count {
            let taken = min(rest, lots[firstLot].rest)
            if taken > 0 {
                let credit = lots[firstLot].credit
                lots[firstLot].rest -= taken
                rest -= taken
                let month = part(line, isPostpaid, "lot", credit, taken, funded: credit)
                post("62.02.\(credit.word)", taken, income(credit, isPostpaid, month))
            }
            if lots[firstLot].rest == 0 { firstLot += 1 }
        }
        guard rest > 0 else { return }
        let month = part(line, isPostpaid, "debt", nil, rest, funded: nil)
        post("62.01", rest, isPostpaid ? "98.02.postpaid.\(Month(index: month))" : "98.01")
        if let last = openDebts.last, last.line == line, last.isPostpaid == isPostpaid {
            debts[debts.count - 1].amount += rest
        } else {
            debts.append(Debt(number: nextDebt, line: line, isPostpaid: isPostpaid, amount: rest))
            nextDebt += 1
        }
    }

    private func take(_ credit: ReplayCredit) {
        if credit.means == "bonus" {
            grants.append(Pot(credit: credit, rest: credit.amount))
            post("44", credit.amount, "96.\(credit.bonusType ?? "")")
            return
        }
        everPaid = true
        let asset = credit.fromSuspense ? "79" : credit.means == "bank" ? "51" : "57.\(credit.means)"
        post(asset, credit.amount, "62.02.\(credit.word)")
        var rest = credit.amount
        balance &+= rest
        while rest > 0, let debt = openDebts.first {
            let paid = min(rest, debt.amount)
            rest -= paid
            let month = part(debt.line, debt.isPostpaid, "debt", nil, -paid, funded: credit)
            part(debt.line, debt.isPostpaid, "lot", credit, paid, funded: credit)
            post("62.02.\(credit.word)", paid, "62.01")
            if !debt.isPostpaid { post("98.01", paid, income(credit, false, month)) }
            if paid == debt.amount { firstDebt += 1 } else { debts[firstDebt].amount -= paid }
        }
        lots.append(Pot(credit: credit, rest: rest))
        // A credit comes before a switch of scheme at the same instant: the day before still rules it.
        let day = rules.day(max(credit.at, until))
        let isBeforeSwitch = credit.at > until && rules.switches.contains { rules.start($0) == credit.at }
        review(at: credit.at, day: isBeforeSwitch ? day - 1 : day, cause: credit.id)
    }

    /// Undoes a credit that nothing was spent of.
    private func takeBack(_ id: CreditID, _ run: Int64) {
        guard let index = lots.firstIndex(where: { CreditID($0.credit.id) == id }),
            lots[index].rest == lots[index].credit.amount, !lots[index].isReturned
        else {
            problem = problem ?? "\(id) was taken back, and was not whole"
            return
        }
        let credit = lots[index].credit
        lots[index].rest = 0
        lots[index].isReturned = true
        balance &-= credit.amount
        everPaid = lots.contains { !$0.isReturned }
        post(
            "62.02.\(credit.word)", credit.amount,
            credit.isSuppliers ? "79" : credit.means == "bank" ? "51" : "57.\(credit.means)")
        returned[id] = run
    }

    /// A transfer takes over what another payment has paid: the oldest first, nothing that was reported.
    private func substitute(_ wanted: Substituted, _ run: Int64) {
        let (id, other) = (CreditID(wanted.payment), CreditID(wanted.transfer))
        guard let from = lots.firstIndex(where: { CreditID($0.credit.id) == id }),
            let to = lots.firstIndex(where: { CreditID($0.credit.id) == other }),
            lots[from].credit.means != "bank", lots[to].credit.means == "bank",
            lots[to].rest >= wanted.amount, wanted.amount > 0
        else {
            problem = problem ?? "\(other) took over \(id), and could not"
            return
        }
        let (payment, transfer) = (lots[from].credit, lots[to].credit)
        var paid: [Part: Int64] = [:]
        var reported: [ReplayLine: Int32] = [:]
        for portion in portions {
            if portion.source != "grant", portion.amount > 0 {
                reported[portion.line] = min(reported[portion.line] ?? .max, portion.month)
            }
            guard portion.source == "lot", portion.credit.map({ CreditID($0.id) }) == id else { continue }
            let part = Part(
                line: portion.line, isPostpaid: portion.isPostpaid, source: "lot", credit: id,
                month: portion.month)
            paid[part, default: 0] &+= portion.amount
        }
        var rest = wanted.amount
        for (old, sum) in paid.sorted(by: { isEarlier($0.key, $1.key) }) where rest > 0 {
            let shown = old.isPostpaid ? reported[old.line] ?? old.month : old.month
            guard shown >= open ?? shown else { continue }
            let taken = min(rest, sum)
            guard taken > 0 else { continue }
            rest -= taken
            parts[old, default: 0] &-= taken
            let month = part(old.line, old.isPostpaid, "lot", transfer, taken, funded: transfer)
            post("62.02.\(transfer.word)", taken, "62.02.\(payment.word)")
            post(income(payment, old.isPostpaid, old.month), taken, income(transfer, old.isPostpaid, month))
        }
        guard rest == 0 else {
            problem = problem ?? "\(other) took over more than \(id) had paid in open months"
            return
        }
        credits[id] = payment
        lots[to].rest -= wanted.amount
        lots[from].rest += wanted.amount
        firstLot = min(firstLot, from)
        substitutions[run] = wanted
    }

    /// All that is left of a payer's transfers becomes another's.
    private func assign(_ wanted: Assigned, _ run: Int64) {
        var passed: Int64 = 0
        for place in lots.indices
        where lots[place].credit.means == "bank" && lots[place].credit.payer == wanted.assignor
            && lots[place].rest > 0
        {
            let (word, rest) = (lots[place].credit.word, lots[place].rest)
            lots[place].credit.assign(to: wanted.assignee)
            post("62.02.\(word)", rest, "62.02.\(lots[place].credit.word)")
            assignments[run, default: []].append(
                (lots[place].credit.id, (wanted.assignor, wanted.assignee, rest)))
            passed &+= rest
        }
        guard passed == wanted.amount, passed > 0, wanted.assignor != wanted.assignee else {
            problem =
                problem
                ?? "\(wanted.assignor) passed \(Money.text(minor: wanted.amount)) to \(wanted.assignee), "
                + "and had \(Money.text(minor: passed))"
            return
        }
    }

    private func isEarlier(_ a: Part, _ b: Part) -> Bool {
        if a.line != b.line { return a.line < b.line }
        if a.month != b.month { return a.month < b.month }
        return a.isPostpaid && !b.isPostpaid
    }

    private func expire(_ id: CreditID) {
        guard let index = grants.firstIndex(where: { CreditID($0.credit.id) == id && $0.rest > 0 }) else {
            return
        }
        post("96.\(grants[index].credit.bonusType ?? "")", grants[index].rest, "44")
        grants[index].rest = 0
    }

    private func income(_ credit: ReplayCredit, _ isPostpaid: Bool, _ month: Int32) -> String {
        let month = Month(index: month)
        if isPostpaid { return "98.02.postpaid.\(month)" }
        return credit.means == "bank" ? "98.02.\(credit.word).\(month)" : "90.01.other.\(month)"
    }

    private func post(_ debit: String, _ amount: Int64, _ credit: String) {
        posted[debit, default: 0] &+= amount
        posted[credit, default: 0] &-= amount
    }

    @discardableResult
    private func part(
        _ line: ReplayLine, _ isPostpaid: Bool, _ source: String, _ credit: ReplayCredit?, _ amount: Int64,
        funded: ReplayCredit?
    ) -> Int32 {
        var month = rules.month(line.day)
        if !isPostpaid, !debtsByService, let funded { month = max(month, rules.month(rules.day(funded.at))) }
        if let open { month = max(month, open) }
        for party in coming where party.payer == funded?.payer && party.last.map({ $0 < month }) ?? true {
            month = max(month, party.month)
        }
        if let credit { credits[CreditID(credit.id)] = credit }
        let key = Part(
            line: line, isPostpaid: isPostpaid, source: source, credit: credit.map { CreditID($0.id) },
            month: month)
        parts[key, default: 0] &+= amount
        return month
    }

    /// Frozen iff a prepaid project owes; thawed iff it has something again, or is post-paid.
    private func review(at movement: Int64, day: Int32, cause: String) {
        let instant = max(movement, until)
        var next = frozen
        let isPutOff = deferrals.contains { $0.from <= instant && instant < $0.until }
        let conserved = conservedSince
        if conserved != nil {
            next = nil
        } else if rules.isPostpaid(day) || isPutOff || balance > 0 {
            next = nil
        } else if frozen != nil || balance < 0 {
            let since = frozen?.at ?? instant
            let terms = rules.profile.deletion.on(Day(number: rules.day(instant)))
            let seconds = everPaid ? terms.paidSeconds : terms.neverPaidSeconds
            next = (since, since &+ seconds &* 1_000_000)
        }
        guard next?.at != frozen?.at || next?.due != frozen?.due || conserved != conservedAt else { return }
        frozen = next
        conservedAt = conserved
        changes.append(
            Change(
                at: instant, frozenAt: next?.at, due: next?.due, conservedAt: conserved, cause: cause))
    }

    private func keep(_ run: Int64) {
        let kept = parts.filter { $0.value != 0 }.sorted { a, b in
            if a.key.line != b.key.line { return a.key.line < b.key.line }
            if a.key.month != b.key.month { return a.key.month < b.key.month }
            return rank(a.key).precedesBytewise(rank(b.key))
        }
        for (index, entry) in kept.enumerated() {
            portions.append(
                Portion(
                    run: run, n: Int64(index + 1), line: entry.key.line, isPostpaid: entry.key.isPostpaid,
                    source: entry.key.source, credit: entry.key.credit.flatMap { credits[$0] },
                    month: entry.key.month, amount: entry.value))
        }
        let sums = posted.filter { $0.value != 0 }
        if !sums.isEmpty { entries[run] = sums }
    }

    /// Within a line: grants, lots, debts, each by the credit's id.
    private func rank(_ part: Part) -> String {
        switch part.source {
        case "grant": "a\(part.credit?.text ?? "")"
        case "lot": "b\(part.credit?.text ?? "")"
        default: "c"
        }
    }
}

package import Basics
import Books
import Contracts
import Funding
import Ledger
import Metering
import Projects
package import Regions

/// Charges what was used and applies what was credited, project by project, one transaction each.
package struct SettlementDesk: Sendable {
    let store: any Store
    let clock: Clock
    let digest: Digest
    /// Hears of each run, whoever asked for it.
    let told: @Sendable (Report) -> Void

    /// How long events may take to arrive before a project is settled over them.
    package static let watermarkSeconds: Int64 = 300

    package struct Report: Sendable {
        package var projects = 0
        package var events = 0
        package var credits = 0
        package var frozen: [PID] = []
        package var thawed: [PID] = []
        /// Projects that could not be settled and stay as they were; the others went on.
        package var failed: [Failure] = []
        /// How often a project was frozen and thawed, also where one run did both.
        package var freezes = 0
        package var thaws = 0

        package init() {}
    }

    package struct Failure: Sendable {
        package let project: PID
        package let problem: any Problem
    }

    /// Settles every project up to an instant; the default is the watermark.
    package func settle(
        until: Moment? = nil, in region: Region? = nil, progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> Report {
        let instant = until ?? clock.now().adding(seconds: -SettlementDesk.watermarkSeconds)
        return try settle(try unsettled(until: instant, in: region), until: instant, progress: progress)
    }

    /// The projects that something waits for, up to an instant.
    package func unsettled(until instant: Moment, in region: Region? = nil) throws -> [PID] {
        try store.read { records in
            try (region.map { [$0] } ?? Region.allCases).flatMap { region in
                // A contract changes its scheme at a midnight: one look a day is enough.
                let zone = region.profile.zone
                return try records.unsettledProjects(
                    in: region, until: instant, switches: zone.start(of: zone.day(of: instant)))
            }
        }
    }

    /// The projects that money or a bonus waits for: settled now, a thaw does not wait for the watermark.
    package func credited() throws -> [PID] {
        let now = clock.now()
        return try store.read { try $0.creditedProjects(until: now) }
    }

    /// Settles everything that is kept, up to its last movement: what an import does once at its end.
    package func settleAll(progress: (Int, Int) -> Void = { _, _ in }) throws -> Report {
        let last = try store.read { records in
            [try records.latestEvent(), try records.latestCredit()].compactMap { $0 }.max()
        }
        guard let last else { return Report() }
        return try settle(until: last, progress: progress)
    }

    /// Settles some projects now, so that a credit is seen at once; not before the instant at which it
    /// was booked, for the clock may have gone back since.
    package func settle(
        _ pids: [PID], until: Moment? = nil, notBefore: Moment? = nil,
        progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> Report {
        let now = clock.now()
        let instant = until ?? max(now, notBefore ?? now)
        var report = Report()
        // What stands is told, though a later project may find the lease gone.
        defer { told(report) }
        for (index, pid) in pids.enumerated() {
            do {
                let settled = try store.transaction { records in
                    var settled = Report()
                    try settle(pid, until: instant, records, &settled)
                    return settled
                }
                report.add(settled)
            } catch let problem as any Problem where problem.kind != .unavailable {
                report.failed.append(Failure(project: pid, problem: problem))
            }
            progress(index + 1, pids.count)
        }
        return report
    }

    /// Settles one project inside the caller's transaction.
    func settle(
        _ pid: PID, until wanted: Moment, _ records: any Records, _ report: inout Report
    ) throws {
        try records.lock([pid])
        let (project, account) = try known(pid, records)
        let region = project.project.region
        // Whatever was published until now counts; nothing is published until this ends.
        try records.share(.prices(region))
        let tariff = try records.tariff(in: region)
        // Never short of the cursor: it passes everything that has arrived, so what lies between an
        // earlier instant and the cursor (a closing looks back) would be passed uncharged.
        let until = max(wanted, project.cursor.until)
        let credits = try records.pendingCredits(in: pid, until: until)
        let debts = try records.debtQueue(in: pid, covering: credits.reduce(0) { $0 + $1.credit.paid })
        let agreements = try records.agreements(of: project, account)
        let switches = switches(agreements, project, until: until)
        let deferrals = try records.freezeDeferrals(of: pid, endingAfter: project.cursor.until)
        let conservation = project.turns > 0 ? try records.conservation(of: pid) : Conservation()
        let open = try records.openMonth(of: project)
        var settlement = Settlement(
            project: project, agreements: agreements, tariff: tariff, openMonth: open,
            debtRecognition: try records.completedSupplier(region).debtRecognition,
            coming: account.coming(in: region, open: open),
            purse: try Purse(
                lots: try records.openLots(in: pid), grants: try records.openGrants(in: pid),
                debts: debts.head.map(\.debt), unseen: debts.unseen(of: project.debtTotal),
                last: debts.last?.debt),
            switches: switches.map(\.at), deferrals: deferrals, conservation: conservation)
        var others = Others(
            credits: credits, grants: settlement.purse.grants, switches: switches,
            deferrals: Set(deferrals.flatMap { [$0.from, $0.until] })
                .filter { $0 > project.cursor.until && $0 <= until },
            conservation: conservation.turns.filter { $0 > project.cursor.until && $0 <= until })
        var lines = LinesAsLeft(records: records, project: pid)
        try records.forEachUnsettled(in: pid, after: project.cursor, until: until) { event in
            let order = MovementOrder(at: event.end, rank: .charge, id: event.id, source: event.source)
            while let next = others.next(before: order, until: until) { try settlement.take(next) }
            try settlement.charge(event) { try lines.line($0) }
        }
        while let next = others.next(before: nil, until: until) { try settlement.take(next) }
        try write(settlement, until: until, debts, credits, records)
        if settlement.events > 0 {
            let now = clock.now()
            try LimitWatch(records: records, now: now).look(at: project.project, of: account)
            try CreditWatch(records: records, now: now).look(at: project.project, of: account)
        }
        report.note(settlement, credits: credits.count)
    }

    /// Staff put a project's freezing off for some days; a frozen one works again at once. Seen by the next settlement.
    package func deferFreezing(of pid: PID, days: Int, by author: Author) throws {
        let now = clock.now()
        try store.transaction { records in
            try records.lock([pid])
            let project = try records.knownProject(pid)
            // A state never changes in the past.
            let from = max(now, Moment(microseconds: project.cursor.until.microseconds + 1))
            let until = max(now, from).adding(
                seconds: Int64(min(max(days, FreezeDeferral.days.lowerBound), FreezeDeferral.days.upperBound))
                    * 86_400)
            try records.insert(FreezeDeferral(from: from, until: until), of: pid)
            try records.keep(
                .deferFreezing, on: "projects/\(pid)", account: project.project.account,
                detail: until.description, by: author, at: now)
        }
    }

    /// Takes a credit back inside the caller's transaction, as a run of its own behind all that is due;
    /// nil where some of it has paid already. A credit that still waits is taken first. The report is told by the
    /// caller, once it stands.
    func takeBack(
        _ taken: PendingCredit, intoSuspense: Bool, _ records: any Records
    ) throws -> Report? {
        let pid = taken.credit.project
        var report = Report()
        try settle(
            pid, until: max(clock.now(), taken.credit.at), records, &report)
        let (project, account) = try known(pid, records)
        var (settlement, debts) = try deed(project, account, try records.openLots(in: pid), records)
        let wasPaid = try records.wasPaid(pid, besides: taken.credit.id)
        guard settlement.takeBack(taken, everPaid: wasPaid, intoSuspense: intoSuspense) else { return nil }
        try write(settlement, until: project.cursor.until, debts, [], returned: taken.credit.id, records)
        report.note(settlement, credits: 0)
        return report
    }

    /// A run of a person's own begins where all that is due is settled: it takes no event and no credit.
    func deed(
        _ project: ProjectRecord, _ account: Account, _ lots: [Lot], _ records: any Records
    ) throws -> (Settlement, DebtQueue) {
        let (pid, region) = (project.project.pid, project.project.region)
        let debts = try records.debtQueue(in: pid, covering: 0)
        let open = try records.openMonth(of: project)
        let settlement = Settlement(
            project: project, agreements: try records.agreements(of: project, account), tariff: Tariff([]),
            openMonth: open,
            debtRecognition: try records.completedSupplier(region).debtRecognition,
            coming: account.coming(in: region, open: open),
            purse: try Purse(
                lots: lots, grants: try records.openGrants(in: pid), debts: debts.head.map(\.debt),
                unseen: debts.unseen(of: project.debtTotal), last: debts.last?.debt))
        return (settlement, debts)
    }

    func known(_ pid: PID, _ records: any Records) throws -> (ProjectRecord, Account) {
        guard let project = try records.project(pid),
            let account = try records.account(project.project.account)
        else { throw ProjectsProblem.unknownProject(pid.text) }
        return (project, account)
    }

    private func switches(
        _ agreements: ProjectAgreements, _ project: ProjectRecord, until: Moment
    ) -> [(day: Day, at: Moment)] {
        let zone = project.project.region.profile.zone
        return agreements.schemeSwitches(in: project.project.region)
            .map { (day: $0, at: zone.start(of: $0)) }
            .filter { $0.at > project.cursor.until && $0.at <= until }
    }

    func write(
        _ settlement: Settlement, until: Moment, _ debts: DebtQueue, _ credits: [PendingCredit],
        returned: CreditID? = nil, substituted: SubstitutedFunding? = nil,
        assigned: [AssignedAdvance] = [], _ records: any Records
    ) throws {
        let project = settlement.project
        let pid = project.project.pid
        let run = project.run + 1
        let posting = try Posting(settlement.entries)
        let cause =
            returned.map { "return/\($0)" } ?? substituted.map { _ in "substitution/\(run)" }
            ?? "\(assigned.isEmpty ? "settlement" : "assignment")/\(run)"
        if !posting.isEmpty {
            let head = try records.head(of: Chain(pid.text))
            try records.append(
                head.appending(posting, cause: cause, at: clock.now(), digest: digest.sha256))
        }
        try records.save(settlement.dayLines, in: pid)
        let first = debts.head.first?.number ?? 1
        let numbered = settlement.purse.openDebts(unseenCount: debts.unseenCount).map {
            NumberedDebt(number: first + Int64($0.place), debt: $0.debt)
        }
        let lots = settlement.purse.lots.filter { settlement.touchedLots.contains($0.id) }
        let debtTotal = settlement.purse.debtTotal
        try records.save(
            SettlementRun(
                project: pid, run: run,
                cursor: SettlementCursor(
                    arrival: max(project.cursor.arrival, project.lastArrival),
                    until: max(project.cursor.until, until)),
                openMonth: settlement.openMonth, debtRecognition: settlement.debtRecognition,
                coming: settlement.coming, portions: settlement.portionRecords, disputes: settlement.disputes,
                lots: lots,
                grants: settlement.purse.grants.filter { settlement.touchedGrants.contains($0.id) },
                debts: numbered, firstDebt: numbered.first?.number ?? Int64.max,
                appliedCredits: credits.map(\.credit.id),
                returnedCredits: returned.map { [$0] } ?? [], substituted: substituted, assigned: assigned,
                at: clock.now(),
                transitions: settlement.transitions,
                state: settlement.state, everPaid: settlement.everPaid,
                lotTotal: settlement.purse.balance + debtTotal, debtTotal: debtTotal))
        try announce(settlement.transitions, of: project, records)
    }

    /// Tells a customer of its project's freezing and thawing, while that is news. Conservation is told by whoever asks for
    /// it.
    private func announce(
        _ transitions: [StateTransition], of project: ProjectRecord, _ records: any Records
    ) throws {
        let now = clock.now()
        let pid = project.project.pid
        var last = project.state
        for transition in transitions {
            let old = last
            last = transition.state
            guard transition.at.adding(seconds: OutboxMessage.newsSeconds) > now else { continue }
            let notice: Notice
            switch (old, transition.state) {
            case (.frozen, .active): notice = .thawed(pid, at: transition.at)
            case (_, .frozen): notice = .frozen(pid, since: transition.at)
            default: continue
            }
            try records.post(.notice(notice.subject, to: project.project.account), at: now)
        }
    }
}

extension SettlementDesk.Report {
    package mutating func add(_ other: Self) {
        projects += other.projects
        events += other.events
        credits += other.credits
        frozen += other.frozen
        thawed += other.thawed
        failed += other.failed
        freezes += other.freezes
        thaws += other.thaws
    }

    mutating func note(_ settlement: Settlement, credits: Int) {
        projects += 1
        events += settlement.events
        self.credits += credits
        var last = settlement.project.state
        for transition in settlement.transitions {
            switch (last, transition.state) {
            case (.frozen, .active): thaws += 1
            case (_, .frozen): freezes += 1
            default: break
            }
            last = transition.state
        }
        let pid = settlement.project.project.pid
        switch (settlement.project.state, settlement.state) {
        case (.active, .frozen), (.conserved, .frozen): frozen.append(pid)
        case (.frozen, .active): thawed.append(pid)
        default: break
        }
    }
}

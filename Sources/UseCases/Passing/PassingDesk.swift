package import Basics
import Books
import Contracts
import Counterparties
import Documents
package import Funding
import Projects
import Regions

/// Passes projects to other accounts: a project is re-registered to another legal entity, which has an account of its own
/// (R130, Q10; D23, R21).
package struct PassingDesk: Sendable {
    let store: any Store
    let clock: Clock
    let digest: Digest
    let settlement: SettlementDesk

    /// What a passing would do now, and why it cannot be done; nil = it can.
    package struct Preview: Sendable {
        package let project: ProjectRecord
        package let from: Account
        package let to: Account
        /// The month that both have documents of.
        package let month: Month
        /// Lots of the former party's own transfers with money left.
        package let unspent: [Lot]
        package let bonuses: Int64
        /// What the former account keeps in the region, by PID.
        package let kept: [PID]
        package let refusal: (any Problem)?
    }

    package func preview(of pid: PID, to id: AccountID) throws -> Preview {
        let now = clock.now()
        return try store.read { try $0.passing(of: pid, to: id, at: now) }
    }

    /// Settles what is due and gives the project to the other account: from this instant it is that one's.
    @discardableResult
    package func pass(_ pid: PID, to id: AccountID, by author: Author) throws -> Passing {
        let author = try author.withReason()
        let (passing, report) = try store.transaction { records in
            let (before, former) = try settlement.known(pid, records)
            let region = before.project.region
            guard let known = try records.account(id) else { throw ProjectsProblem.unknownAccount(id) }
            // No month of either is closed meanwhile.
            let projects = Set((former.projects + known.projects).map(\.pid)).union([pid])
            try records.lock(projects.sorted())
            var report = SettlementDesk.Report()
            try settlement.settle(pid, until: clock.now(), records, &report)
            try records.lock(.closing(region))
            for account in Set([former.id, id]).sorted() { try records.lock(.account(account)) }
            let (settled, from) = try settlement.known(pid, records)
            guard from.id == former.id, let to = try records.account(id) else {
                throw ProjectsProblem.projectTaken(pid, from.id)
            }
            // Read behind the locks: what had them before was earlier. A state never changes in the past, nor does whose
            // a project is.
            let at = max(clock.now(), settled.cursor.until)
            let month = region.profile.zone.day(of: at).month
            try records.checkPassing(of: settled, from: from, to: to, in: month)
            // What the former party has not spent pays for the new one as it is now, in its documents (decision 0039).
            if let payer = from.counterparty(in: month, of: region).taxID,
                let other = to.counterparty.taxID
            {
                _ = try settlement.assign(
                    from: payer, to: other, in: pid, as: author, records, at: at, &report)
            }
            let project = try records.knownProject(pid)
            let passing = Passing(
                project: pid, number: project.passings + 1, from: from.id, to: id, region: region, at: at,
                run: project.run)
            try keep(passing, of: project.project, by: author, records)
            return (passing, report)
        }
        settlement.told(report)
        return passing
    }

    private func keep(
        _ passing: Passing, of project: Project, by author: Author, _ records: any Records
    ) throws {
        guard var former = try records.accountDraft(passing.from),
            var next = try records.accountDraft(passing.to)
        else { throw ProjectsProblem.unknownAccount(passing.to) }
        former.give(project.pid)
        next.take(project)
        try records.insert(passing)
        for draft in [former, next] {
            try records.change(
                try draft.checked(), draft: draft, digest: digest.sha256(draft.canonicalBytes),
                by: author.user, at: passing.at)
        }
        for account in [passing.from, passing.to] {
            try records.keep(
                .passProject, on: "projects/\(project.pid)", account: account,
                detail: "\(passing.from) → \(passing.to)", by: author, at: passing.at)
        }
    }
}

extension Records {
    /// What a passing would do.
    func passing(of pid: PID, to id: AccountID, at now: Moment) throws -> PassingDesk.Preview {
        let project = try knownProject(pid)
        guard let from = try account(project.project.account), let to = try account(id) else {
            throw ProjectsProblem.unknownAccount(id)
        }
        let region = project.project.region
        let month = region.profile.zone.day(of: now).month
        let own = from.counterparty(in: month, of: region).taxID
        var refusal: (any Problem)?
        do { try checkPassing(of: project, from: from, to: to, in: month) } catch let problem as any Problem
            where problem.kind != .unavailable
        {
            refusal = problem
        }
        return PassingDesk.Preview(
            project: project, from: from, to: to, month: month,
            unspent: try openLots(in: pid).filter { lot in
                own != nil && lot.source.payer == own
            },
            bonuses: try bonusTotal(in: pid),
            kept: from.projects.filter { $0.region == region && $0.pid != pid }.map(\.pid).sorted(),
            refusal: refusal)
    }

    /// What stands against it, the first reason.
    fileprivate func checkPassing(
        of project: ProjectRecord, from: Account, to: Account, in month: Month
    ) throws {
        let (pid, region) = (project.project.pid, project.project.region)
        let parties = [to.counterparty(in: month, of: region), to.counterparty].map(\.taxID)
        guard from.id != to.id, !parties.contains(from.counterparty(in: month, of: region).taxID) else {
            throw ProjectsProblem.passToSameParty(pid, to.id)
        }
        guard to.receivesDocuments(in: month, of: region), !parties.contains(nil) else {
            throw ProjectsProblem.passWithoutDocuments(to.id)
        }
        // Two accounts of one party would both document what its transfers have paid.
        for former in Set(try passings(of: pid).map(\.from)).subtracting([to.id]).sorted() {
            guard let former = try account(former) else { throw ProjectsProblem.unknownAccount(former) }
            guard !parties.contains(where: { $0.map { former.isOrWas($0, in: region) } ?? false }) else {
                throw ProjectsProblem.passToFormerParty(pid, former.id)
            }
        }
        // What its documents would lack is asked for now.
        _ = try BuyerParty(to.counterparty)
        var draft = try accountDraft(to.id)
        draft?.take(project.project)
        _ = try draft?.checked()
        // Post-paid charges have no payer that would say whose documents are theirs.
        for account in [from, to] {
            let days = month.firstDay.number...month.lastDay.number
            let isPostpaid = days.contains {
                account.agreements.scheme(on: Day(number: $0), in: region) == .postpaid
            }
            guard !isPostpaid else { throw ProjectsProblem.passPostpaid(account.id, month) }
        }
        let closed = try lastClosed(from.id, in: region)
        // A debt of a closed month that was paid since stands here plus and minus.
        let reported = Dictionary(
            grouping: try portions(in: pid, after: closed, through: month).filter {
                $0.scheme == .postpaid && $0.source != .bonus
            }, by: \.day)
        let isOpen = reported.values.contains { $0.reduce(0) { $0 + $1.amount } != 0 }
        let isOwed = try openDebts(in: pid).contains { $0.debt.scheme == .postpaid }
        guard !isOpen, !isOwed else { throw ProjectsProblem.passPostpaidOpen(pid) }
        if let open = try firstActiveMonth(of: from, in: region, after: closed, before: month) {
            throw ProjectsProblem.passOpenMonth(open)
        }
        // What a coming party pays waits for a month that the former account would not have of the project any more.
        let payers = Set(try openLots(in: pid).compactMap(\.source.payer))
        for party in from.coming(in: region, open: try openMonth(of: project)) where party.month > month {
            let waits = try reportedSum(in: pid, payer: party.payer, after: month, through: party.month) != 0
            guard !waits, !payers.contains(party.payer) else {
                throw ProjectsProblem.passComingParty(pid, party.month)
            }
        }
    }
}

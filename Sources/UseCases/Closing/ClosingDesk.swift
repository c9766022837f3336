package import Basics
import Books
import Counterparties
import Documents
import Ledger
import Metering
import Projects
package import Regions

/// Closes months: settles what is left, drafts and proves every package, then numbers and issues them.
/// Interrupted anywhere, the next call goes on where it stopped; repeated, it changes nothing.
package struct ClosingDesk: Sendable {
    let store: any Store
    let clock: Clock
    let ids: IDs
    let digest: Digest
    let papers: Papers
    let settlement: SettlementDesk

    /// How many customers are numbered in one transaction.
    private static let customersPerCommit = 200

    package struct Progress: Sendable {
        package let region: Region
        package let step: String
        package let done: Int
        package let total: Int
    }

    package func close(
        _ month: Month, region: Region, dryRun: Bool = false, progress: (Progress) -> Void = { _ in }
    ) throws -> ClosingReport {
        let profile = region.profile
        let now = clock.now()
        var unsettled: [PID: any Problem] = [:]
        if !dryRun {
            guard now >= profile.zone.end(of: month) else {
                throw DocumentsProblem.monthNotOver(month, region)
            }
            let settled = try settlement.settle(until: profile.zone.end(of: month), in: region) {
                progress(Progress(region: region, step: "settle", done: $0, total: $1))
            }
            for failure in settled.failed { unsettled[failure.project] = failure.problem }
            try store.read { try refuseOutOfOrder(month, region, $0) }
        }
        var report = ClosingReport(month: month)
        let planning = try store.read { records in
            Planning(
                region: profile, supplier: try records.completedSupplier(region),
                supplierVersion: try records.supplierVersion(region), month: month, papers: papers, at: now)
        }
        let plans = try plan(planning, unsettled, &report, progress)
        if dryRun {
            for plan in plans { try list(plan, planning, &report) }
            return report
        }
        try issue(plans, planning, &report, progress)
        try store.transaction { records in
            try records.lock(.closing(region))
            if try records.lastClosed(region).map({ $0 < month }) ?? true {
                try records.markClosed(region, month: month, at: now)
            }
        }
        try SealsDesk(store: store, clock: clock, digest: digest).seal()
        try collect(month, region, &report)
        return report
    }

    /// The months that a region has still to close, up to one of them: those after the last one closed,
    /// or since its first charge.
    package func openMonths(through month: Month, in region: Region) throws -> [Month] {
        try store.read { records in
            let last = try records.lastClosed(region)
            let first =
                try last?.next
                ?? records.firstActiveMonth(in: region, after: nil, before: month.next)
            guard let first, first <= month else { return [] }
            return (first.index...month.index).map { Month(index: $0) }
        }
    }

    /// The documents of a month as frozen.
    package func documents(_ month: Month, region: Region) throws -> [ClosingReport.ClosedDocument] {
        try store.read { try $0.documents(region: region, month: month) }
            .map {
                ClosingReport.ClosedDocument(
                    region: region, content: try papers.thaw($0.frozen), frozen: $0.frozen)
            }
    }

    /// How a month stands in the books, whoever closed it.
    package struct Standing: Sendable {
        package let isClosed: Bool
        /// Issued so far.
        package let documents: Int
        package let skipped: [ClosingReport.Skipped]
    }

    package func standing(of month: Month, in region: Region) throws -> Standing {
        try store.read { records in
            Standing(
                isClosed: try records.lastClosed(region).map { $0 >= month } ?? false,
                documents: try records.documentCount(region: region, month: month),
                skipped: try skipped(month, region, records))
        }
    }

    /// Refuses a month whose turn has not come, before anything is done for it.
    package func admit(_ month: Month, in region: Region) throws {
        guard clock.now() >= region.profile.zone.end(of: month) else {
            throw DocumentsProblem.monthNotOver(month, region)
        }
        try store.read { try refuseOutOfOrder(month, region, $0) }
    }

    private func refuseOutOfOrder(_ month: Month, _ region: Region, _ records: any Records) throws {
        let closed = try records.lastClosed(region)
        if let first = try records.firstActiveMonth(in: region, after: closed, before: month) {
            throw DocumentsProblem.monthOutOfOrder(month, region, first: first)
        }
    }

    /// Drafts and checks, before any number is given.
    private func plan(
        _ planning: Planning, _ unsettled: [PID: any Problem], _ report: inout ClosingReport,
        _ progress: (Progress) -> Void
    ) throws -> [CustomerPlan] {
        let region = planning.region.region
        let companies = try store.read { records in
            let done = Set(try records.closings(region: region, month: planning.month).map(\.account))
            return try records.companies(in: region).filter { account in
                if done.contains(account.id) { return false }
                // A company now, it was an individual in this month.
                guard planning.party(account).receivesDocuments else { return false }
                let closed = try records.lastClosed(account.id, in: region)
                let exists = try records.holdings(of: account, in: region).contains { holding in
                    try holding.span(after: closed, through: planning.month) != nil
                        && records.knownProject(holding.project).project.created
                            < planning.region.zone.end(of: planning.month)
                }
                // Usage may say an earlier day than the project's own.
                return try exists
                    || records.firstActiveMonth(
                        of: account, in: region, after: closed, before: planning.month.next) != nil
            }
        }
        var plans: [CustomerPlan] = []
        for (index, account) in companies.enumerated() {
            do {
                // What could not be charged must not be closed over.
                let plan = try store.read { records in
                    if !unsettled.isEmpty,
                        let problem = try records.holdings(of: account, in: region).lazy.compactMap({
                            unsettled[$0.project]
                        }).first
                    {
                        throw problem
                    }
                    return try planning.plan(account, records)
                }
                plans.append(plan)
                report.tieOuts.append(plan.tieOut)
            } catch let problem as any Problem where problem.kind != .unavailable {
                report.blocked.append(
                    ClosingReport.Blocked(
                        region: region, account: account.id,
                        party: ClosingReport.Party(planning.party(account)), problem: problem))
            }
            progress(Progress(region: region, step: "draft", done: index + 1, total: companies.count))
        }
        return plans
    }

    private func list(_ plan: CustomerPlan, _ planning: Planning, _ report: inout ClosingReport) throws {
        for package in plan.packages {
            guard let draft = package.draft else {
                report.skipped.append(
                    ClosingReport.Skipped(
                        region: planning.region.region,
                        party: ClosingReport.Party(planning.party(plan.account)), project: package.project,
                        reason: package.skipped ?? ""))
                continue
            }
            for kind in draft.kinds {
                let content = try planning.content(
                    draft, kind, number: 0, act: draft.kinds.contains(.act) ? 0 : nil, for: plan.account,
                    guid: ids.guid())
                report.documents.append(
                    ClosingReport.ClosedDocument(
                        region: planning.region.region, content: content, frozen: papers.freeze(content)))
            }
        }
    }

    private func issue(
        _ plans: [CustomerPlan], _ planning: Planning, _ report: inout ClosingReport,
        _ progress: (Progress) -> Void
    ) throws {
        let region = planning.region.region
        var done = 0
        while done < plans.count {
            let chunk = plans[done..<min(done + ClosingDesk.customersPerCommit, plans.count)]
            report.issued += try store.transaction { records in
                try records.lock(
                    Array(Set(chunk.flatMap { $0.account.projects.map(\.pid) + $0.basis.keys })).sorted())
                try records.lock(.closing(region))
                var issued = 0
                // Somebody else may have closed some of them meanwhile.
                for plan in chunk
                where try records.lastClosed(plan.account.id, in: region).map({ $0 < planning.month }) ?? true
                {
                    issued += try issue(plan, planning, records)
                }
                return issued
            }
            done += chunk.count
            progress(Progress(region: region, step: "issue", done: done, total: plans.count))
        }
    }

    /// Numbers, content, postings and the closing of one customer, in the caller's transaction; how many documents
    /// came of it.
    private func issue(_ draft: CustomerPlan, _ planning: Planning, _ records: any Records) throws -> Int {
        // The customer may have changed its details since, or gets no documents any more.
        guard let account = try records.account(draft.account.id), planning.party(account).receivesDocuments
        else { return 0 }
        let isFresh =
            try account == draft.account
            && draft.basis.allSatisfy { try records.project($0.key)?.run == $0.value }
            && planning.flows(account, records) == draft.flows
            && planning.rate(account, records) == draft.rate
        let plan = isFresh ? draft : try planning.plan(account, records)
        let region = planning.region.region
        for package in plan.packages {
            if let content = package.draft {
                try number(content, plan, package, planning, records)
            }
            try records.insert(
                Closing(
                    region: region, account: plan.account.id, taxID: plan.taxID, project: package.project,
                    month: planning.month, skipped: package.skipped, at: planning.at),
                supplierVersion: planning.supplierVersion)
        }
        for project in Set(plan.shares.map(\.project)).sorted() {
            let entries = plan.shares.filter { $0.project == project }
                .flatMap { PostingRule.shareDocumented($0.account, $0.amount).entries }
            // The month of a passing is documented twice.
            let isOnes = try records.knownProject(project).passings == 0
            try post(
                entries, chain: Chain(project.text),
                cause: PackageCause.of(planning.month, isOnes ? nil : plan.account.id), records)
        }
        return plan.packages.reduce(0) { $0 + ($1.draft?.kinds.count ?? 0) }
    }

    private func number(
        _ draft: PackageDraft, _ plan: CustomerPlan, _ package: PackagePlan, _ planning: Planning,
        _ records: any Records
    ) throws {
        guard let supplier = planning.supplier.taxID else {
            throw DocumentsProblem.supplierRequisitesMissing(
                planning.region.region, planning.supplier.missing)
        }
        var digests: [String] = []
        // All numbers first: a tax invoice names its act, which is numbered after it.
        let numbered = try draft.kinds.map { kind in
            let number = try records.nextNumber(
                supplier: supplier, kind: kind, year: planning.month.lastDay.year)
            return (kind: kind, number: number)
        }
        let act = numbered.first { $0.kind == .act }?.number
        for (kind, number) in numbered {
            let content = try planning.content(
                draft, kind, number: number, act: act, for: plan.account, guid: ids.guid())
            let frozen = papers.freeze(content)
            let sha256 = digest.sha256(frozen)
            let key = DocumentKey(content, in: planning.region.region)
            digests.append(key.digestLine(sha256))
            try records.insert(
                DocumentRecord(
                    region: planning.region.region, account: plan.account.id, supplier: supplier, kind: kind,
                    number: number, date: content.date, month: planning.month, issuedAt: planning.at,
                    frozen: frozen, sha256: sha256,
                    shares: draft.shares.map { DocumentShare(project: $0.project, amount: $0.amount) }))
            try records.post(.paper(.document(key), of: plan.account.id), at: planning.at)
        }
        try post(
            PostingRule.packageIssued(net: draft.net, vat: draft.vat).entries,
            chain: Chain("supplier/\(planning.region.region.rawValue)"),
            cause: "package/\(planning.month)/\(plan.account.id)/\(package.project?.text ?? "*")",
            payload: digests, records)
        let month = planning.month
        if plan.sendsCopies(of: month) {
            let name = PackageName(
                account: plan.account.id, region: planning.region.region, month: month,
                project: package.project)
            try records.post(
                .notice(Notice.copies(name, again: nil).subject, to: plan.account.id), at: planning.at)
        }
        if planning.at < planning.region.zone.end(of: month.next).adding(seconds: OutboxMessage.newsSeconds) {
            try records.post(
                .notice(Notice.package(planning.region.region, month).subject, to: plan.account.id),
                at: planning.at)
        }
    }

    private func post(
        _ entries: [Entry], chain: Chain, cause: String, payload: [String] = [], _ records: any Records
    ) throws {
        let posting = try Posting(entries)
        guard !posting.isEmpty else { return }
        try records.append(
            records.head(of: chain).appending(
                posting, cause: cause, payload: payload, at: clock.now(), digest: digest.sha256))
    }

    /// What stands after the closing, whether issued now or before.
    private func collect(_ month: Month, _ region: Region, _ report: inout ClosingReport) throws {
        report.documents = try documents(month, region: region)
        report.skipped = try store.read { try skipped(month, region, $0) }
    }

    private func skipped(
        _ month: Month, _ region: Region, _ records: any Records
    ) throws -> [ClosingReport.Skipped] {
        try records.closings(region: region, month: month).compactMap { closing in
            guard let reason = closing.skipped, let account = try records.account(closing.account) else {
                return nil
            }
            return ClosingReport.Skipped(
                region: region,
                party: ClosingReport.Party(account.counterparty(in: month, of: region)),
                project: closing.project, reason: reason)
        }
    }
}

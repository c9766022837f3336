import Basics
import Contracts
import Counterparties
import Documents
import Funding
import Projects
import Regions

/// One customer's month drafted again: every project lives its events and credits, the closing's own
/// rules make packages of what that leaves.
struct CustomerReplay {
    let account: Account
    let planning: Planning
    /// The month closed before.
    let closed: Month?
    let listings: [SKU: [Rules.Listing]]
    let credits: [String: [ReplayCredit]]
    let records: any Records

    private var region: RegionProfile { planning.region }

    func packages() throws -> [PackagePlan] {
        let party = planning.party(account)
        guard let taxID = party.taxID else {
            throw DocumentsProblem.counterpartyRequisitesMissing(party.name, "tax id")
        }
        let closed = [
            closed, account.lastMonthAsIndividual(in: region.region, before: planning.month),
        ].compactMap(\.self).max()
        var projects: Set<PID> = []
        var portions: [Portion] = []
        for holding in try records.holdings(of: account, in: region.region) {
            guard let span = holding.span(after: closed, through: planning.month) else { continue }
            let project = try records.knownProject(holding.project)
            let own = try self.portions(project, after: span.after, through: span.through)
            guard project.project.created < region.zone.end(of: planning.month) || !own.isEmpty else {
                continue
            }
            projects.insert(holding.project)
            portions += own
        }
        let rate = try planning.rate(account, records)
        return try planning.packages(
            account, taxID, planning.flows(account, records), Array(projects), portions
        )
        .map { try planning.agreeing($0, account, rate) }
    }

    private struct Key: Hashable {
        let line: ReplayLine
        let isPostpaid: Bool
        let source: String
        let credit: CreditID?
        let payer: String?
    }

    /// What of a project waits for the month's package. Runs after the closing know it as closed: what
    /// they post belongs to later months, so they need not be lived.
    private func portions(
        _ project: ProjectRecord, after closed: Month?, through last: Month
    ) throws -> [Portion] {
        let pid = project.project.pid
        let rules = try rules(of: project)
        guard let runs = try FactsCheck.runs(of: pid.text, records) else {
            throw ReplayDoubt(reason: "facts runs/\(pid)")
        }
        let month = Int64(planning.month.index)
        let life = ProjectLife(records: records, pid: pid.text, rules: rules)
        var lost: String?
        let replay = try life.live(
            runs.filter { ($0.open ?? 0) <= month }, credits[pid.text] ?? []
        ) { id, _ in lost = lost ?? id }.replay
        if let problem = lost.map({ "credits \($0)" }) ?? replay.problem {
            throw ReplayDoubt(reason: problem)
        }
        var sums: [Key: (amount: Int64, credit: ReplayCredit?)] = [:]
        for portion in replay.portions
        where portion.month > closed?.index ?? -1 && portion.month <= last.index {
            let key = Key(
                line: portion.line, isPostpaid: portion.isPostpaid, source: portion.source,
                credit: portion.credit.map { CreditID($0.id) }, payer: portion.credit?.payer)
            sums[key, default: (0, portion.credit)].amount &+= portion.amount
        }
        return sums.compactMap { key, sum -> Portion? in
            guard sum.amount != 0, let line = replay.lines[key.line] else { return nil }
            return Portion(
                project: pid, service: ServiceName(line.service), day: Day(number: key.line.day),
                scheme: key.isPostpaid ? .postpaid : .prepaid, source: source(key.source, sum.credit),
                amount: sum.amount)
        }
    }

    /// Those of all whose the project was, each in its time.
    private func rules(of project: ProjectRecord) throws -> Rules {
        func account(_ id: AccountID) throws -> Account {
            guard let account = try records.account(id) else { throw ReplayDoubt(reason: "accounts \(id)") }
            return account
        }
        let former = project.passings == 0 ? [] : try records.passings(of: project.project.pid)
        return Rules(
            try account(project.project.account), region: region.region, listings: listings,
            former: try former.map { ($0.day.number, $0.run, try account($0.from)) })
    }

    private func source(_ word: String, _ credit: ReplayCredit?) -> Portion.Source {
        guard word == "lot", let credit else { return word == "grant" ? .bonus : .debt }
        let means: LotSource =
            switch credit.means {
            case "bank":
                .bank(
                    payer: credit.payer.map { TaxID($0) }, number: credit.document ?? "",
                    date: Day(number: credit.documentDay ?? 0))
            case "sbp": .sbp
            case "wallet": .wallet
            case "mobile": .mobile
            default: .card(nil)
            }
        return .money(means, CreditID(credit.id))
    }
}

/// Why a customer's month cannot be told again: the row that stands in the way.
struct ReplayDoubt: Error {
    let reason: String
}

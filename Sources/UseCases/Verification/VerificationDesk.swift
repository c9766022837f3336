import Basics
import Contracts
import Counterparties
package import Documents
import Projects
import Regions

/// The books' own auditor: derives everything again from what happened and says which row is wrong.
/// It reads one snapshot; whoever writes goes on.
package struct VerificationDesk: Sendable {
    let store: any Store
    let digest: Digest
    let thaw: @Sendable ([UInt8]) throws -> DocumentContent

    package init(
        store: any Store, digest: Digest, thaw: @escaping @Sendable ([UInt8]) throws -> DocumentContent
    ) {
        self.store = store
        self.digest = digest
        self.thaw = thaw
    }

    package struct Report: Sendable {
        /// The first ones, as they were found.
        package let findings: [Finding]
        /// How many there were.
        package let count: Int
        package let rows: Int
        /// Whether sums were derived; not where the facts they follow from are damaged.
        package let isDerived: Bool
    }

    package struct Progress: Sendable {
        package let step: String
        package let done: Int
        package let total: Int
    }

    package func verify(progress: (Progress) -> Void = { _ in }) throws -> Report {
        try withoutActuallyEscaping(progress) { progress in
            try store.read { records in
                let audit = Audit(records: records, digest: digest, thaw: thaw, progress: progress)
                let isDerived = try audit.run()
                return Report(
                    findings: audit.findings.list, count: audit.findings.count, rows: audit.findings.rows,
                    isDerived: isDerived)
            }
        }
    }
}

/// One verification.
private struct Audit {
    let records: any Records
    let digest: Digest
    let thaw: @Sendable ([UInt8]) throws -> DocumentContent
    let progress: (VerificationDesk.Progress) -> Void
    let findings = Findings()

    init(
        records: any Records, digest: Digest, thaw: @escaping @Sendable ([UInt8]) throws -> DocumentContent,
        progress: @escaping (VerificationDesk.Progress) -> Void
    ) {
        self.records = records
        self.digest = digest
        self.thaw = thaw
        self.progress = progress
    }

    private var journal: JournalCheck {
        JournalCheck(records: records, digest: digest, findings: findings)
    }

    func run() throws -> Bool {
        tell("facts")
        if let dangling = try records.danglingRow() {
            findings.add(
                dangling.table, "", found: "a row", expected: "one whose \(dangling.parent) is there")
        }
        try FactsCheck(records: records, digest: digest, findings: findings).check()
        let accounts = try AccountsCheck(records: records, digest: digest, findings: findings).check()
        let isTold = findings.count == 0
        tell("events")
        let intake = try IntakeCheck(records: records, digest: digest, findings: findings)
            .check { progress(VerificationDesk.Progress(step: "events", done: $0, total: 0)) }
        let books = try Region.allCases.map {
            (region: $0, links: try journal.walk("supplier/\($0.rawValue)"))
        }
        let released = Set(
            books.flatMap(\.links).filter { $0.cause.hasPrefix("match/") }
                .map { CreditID(String($0.cause.dropFirst(6))) })
        let bank = BankCheck(records: records, findings: findings)
        let (lines, shares, returned) = (try bank.lines(), try bank.shares(), try bank.returned())
        let money = try CreditsCheck(records: records, digest: digest, findings: findings)
            .check(
                released: released,
                suppliers: Set(
                    lines.filter { $0.region != nil }.flatMap { (shares[$0.id] ?? []).map(\.credit) }))
        bank.check(lines, shares, money.credits, returned: returned)
        tell("seals")
        try SealsCheck(records: records, digest: digest, findings: findings).check()
        try journal.strangers(
            known: Set(books.map { "supplier/\($0.region.rawValue)" }),
            projects: Set(accounts.values.flatMap(\.projects).map(\.pid.text)))
        try PapersCheck(records: records, digest: digest, findings: findings).check()
        guard isTold else { return false }
        let closings = try ClosingRow.all(records)
        let lives = try projects(
            accounts, intake.arrivals, money.credits, intake.damaged.union(money.damaged), closings)
        tell("documents")
        try SupplierCheck(
            records: records, digest: digest, thaw: thaw, findings: findings, closings: closings
        ) { lives.package($0, closings) }
        .check(
            books.map { book in
                (
                    region: book.region, links: book.links,
                    postings: bank.postings(
                        lines, shares, region: book.region.rawValue, released: released, returned: returned)
                )
            })
        return true
    }

    private func tell(_ step: String) {
        progress(VerificationDesk.Progress(step: step, done: 0, total: 0))
    }

    private func projects(
        _ accounts: [AccountID: Account], _ arrivals: [String: Int64], _ credits: [String: [ReplayCredit]],
        _ damaged: Set<String>, _ closings: [ClosingRow]
    ) throws -> Lives {
        var lives = Lives(
            accounts: accounts,
            passings: try PassingsCheck(records: records, findings: findings).check(accounts))
        try records.forEachRow(
            of: "document_flows",
            ["account", "region", "tax_id", "from_month", "contract_from", "documents"], where: [:],
            by: ["account", "region", "from_month", "n"]
        ) { cells in
            lives.flows["\(cells[0].shown)/\(cells[1].shown)/\(cells[2].shown)", default: []].append(
                (
                    from: cells[3].integer.flatMap(Int32.init(exactly:)) ?? 0,
                    contract: cells[4].integer.flatMap(Int32.init(exactly:)),
                    kinds: (cells[5].text ?? "").split(separator: ",").map(String.init)
                ))
        }
        try records.forEachRow(
            of: "official_rates", ["region", "currency", "day", "units", "millionths", "added_at"],
            where: [:],
            by: ["region", "currency", "day"]
        ) { cells in
            lives.rates["\(cells[0].shown)/\(cells[1].shown)", default: []].append(
                PackageCheck.Rate(
                    day: cells[2].integer ?? 0, units: cells[3].integer ?? 0,
                    millionths: cells[4].integer ?? 0, addedAt: cells[5].integer ?? 0))
        }
        var open: [PID: Project] = [:]
        for project in accounts.values.flatMap(\.projects) { open[project.pid] = project }
        let prices = try Rules.listings(records)
        let own = Dictionary(grouping: closings, by: \.account)
        let rows = try records.rows(of: "projects", ProjectCheck.columns, by: ["pid"])
        for (index, row) in rows.enumerated() {
            progress(VerificationDesk.Progress(step: "projects", done: index + 1, total: rows.count))
            let pid = row[0].shown
            guard let key = PID(pid), let project = open.removeValue(forKey: key),
                let account = accounts[project.account]
            else {
                findings.add("projects", pid, found: "a row", expected: "a project that an account names")
                continue
            }
            let passings = lives.passings[pid] ?? []
            let rules = Rules(
                account, region: project.region, listings: prices[project.region] ?? [:],
                former: passings.compactMap { passing in
                    accounts[passing.from].map { (passing.day, passing.run, $0) }
                })
            guard !damaged.contains(pid) else {
                lives.lose(project)
                continue
            }
            let check = ProjectCheck(
                records: records, findings: findings, journal: journal, pid: pid, account: account,
                rules: rules, credits: credits[pid] ?? [], lastArrival: arrivals[pid] ?? 0,
                closings: Set([account.id] + passings.map(\.from)).flatMap { own[$0] ?? [] }
                    .filter { $0.region == project.region },
                parties: ([account.id] + passings.map(\.from)).compactMap { accounts[$0] },
                passings: passings)
            guard let replay = try check.check(row, created: project.created) else {
                lives.lose(project)
                continue
            }
            lives.keep(replay, of: project)
        }
        for project in open.values.sorted(by: { $0.pid < $1.pid }) {
            findings.add(
                "projects", project.pid.text, found: "no row", expected: "a project of \(project.account)")
            lives.lose(project)
        }
        return lives
    }
}

/// What was lived again and a package may report.
private struct Lives {
    let accounts: [AccountID: Account]
    /// What parties asked for about their documents in a region: what rules later stands later.
    var flows: [String: [(from: Int32, contract: Int32?, kinds: [String])]] = [:]
    /// Official rates by region and currency, in the order of their days.
    var rates: [String: [PackageCheck.Rate]] = [:]
    private var portions: [String: [(portion: Replay.Portion, service: String)]] = [:]
    private var lost: Set<AccountID> = []
    /// Whose projects were before, by project, in order.
    let passings: [String: [PassingRow]]

    init(accounts: [AccountID: Account], passings: [String: [PassingRow]]) {
        self.accounts = accounts
        self.passings = passings
    }

    mutating func lose(_ project: Project) {
        lost.formUnion([project.account] + (passings[project.pid.text] ?? []).map(\.from))
    }

    mutating func keep(_ replay: Replay, of project: Project) {
        portions[project.pid.text] = replay.portions.filter {
            $0.isPostpaid ? $0.source != "grant" : $0.source == "lot" && $0.credit?.means == "bank"
        }.map { ($0, replay.lines[$0.line]?.service ?? "") }
    }

    func package(_ closing: ClosingRow, _ closings: [ClosingRow]) -> PackageCheck? {
        guard !lost.contains(closing.account), let account = accounts[closing.account] else { return nil }
        // Contracts and their days alone: prices are the projects'.
        let rules = Rules(account, region: closing.region, listings: [:])
        let before = ClosingRow.before(closing.month, account, closing.region, closings)
        let passed = passings.filter {
            $0.value.contains { $0.from == account.id && $0.region == closing.region }
        }.map(\.key)
        let pids = Set(account.projects.filter { $0.region == closing.region }.map(\.pid.text) + passed)
            .filter { closing.project.isEmpty || $0 == closing.project }
        let own = pids.flatMap { pid in
            (portions[pid] ?? []).filter {
                $0.portion.month > before.index && $0.portion.month <= closing.month.index
                    && PassingRow.documents(account.id, $0.portion.month, passings[pid] ?? [])
            }.map { (pid: pid, portion: $0.portion, service: $0.service) }
        }
        let taxID = account.counterparty(in: closing.month, of: closing.region).taxID?.text ?? ""
        let asked = flows["\(closing.account)/\(closing.region.rawValue)/\(taxID)"]?.last {
            $0.from <= closing.month.index
        }
        return PackageCheck(
            rules: rules, account: account, month: closing.month, taxID: taxID,
            asked: asked.map { ($0.contract, $0.kinds) }, portions: own,
            rates: rules.contract(closing.month.lastDay.number)?.currency.map {
                rates["\(closing.region.rawValue)/\($0)"] ?? []
            })
    }
}

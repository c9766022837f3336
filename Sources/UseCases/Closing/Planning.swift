import Basics
import Books
import Contracts
import Counterparties
import Documents
import Ledger
import Projects
import Regions

/// Drafts one customer's month and proves its sums; pure decisions over loaded records.
struct Planning {
    let region: RegionProfile
    let supplier: Supplier
    let supplierVersion: Int64
    let month: Month
    let papers: Papers
    let at: Moment

    /// The plan, or the blocker by name.
    func plan(_ account: Account, _ records: any Records) throws -> CustomerPlan {
        let party = party(account)
        guard let taxID = party.taxID else {
            throw DocumentsProblem.counterpartyRequisitesMissing(party.name, "tax id")
        }
        let closed = try records.lastClosed(account.id, in: region.region)
        if let open = try records.firstActiveMonth(
            of: account, in: region.region, after: closed, before: month)
        {
            throw DocumentsProblem.earlierMonthOpen(open)
        }
        let held = try held(by: account, after: closed, records)
        let flows = try flows(account, records)
        let rate = try rate(account, records)
        let packages = try packages(
            account, taxID, flows, Array(Set(held.map(\.project.project.pid))), held.flatMap(\.portions)
        ).map { try agreeing($0, account, rate) }
        let drafts = packages.compactMap(\.draft)
        let shares = try bookShares(held, taxID, records)
        let portions = try records.reportedSum(
            of: account, payer: taxID, after: closed, through: month, in: region.region)
        let tieOut = ClosingReport.TieOut(
            region: region.region, counterparty: taxID, portions: Money(minor: portions, region.currency),
            documents: Money(minor: drafts.reduce(0) { $0 + $1.gross }, region.currency),
            ledger: Money(minor: shares.reduce(0) { $0 + $1.amount }, region.currency))
        if packages.allSatisfy({ $0.skipped != Planning.noContract }), !tieOut.agrees {
            throw DocumentsProblem.tieOutDiffers(
                portions: tieOut.portions.minor, documents: tieOut.documents.minor,
                ledger: tieOut.ledger.minor)
        }
        try checkFormats(drafts, account)
        return CustomerPlan(
            account: account, taxID: taxID, packages: packages, tieOut: tieOut,
            basis: Dictionary(
                held.map { ($0.project.project.pid, $0.project.run) }, uniquingKeysWith: { one, _ in one }),
            shares: drafts.isEmpty ? [] : shares, flows: flows, rate: rate)
    }

    /// A project that an account documents in the month, the months that are its own to report, and what they report.
    private struct Held {
        let project: ProjectRecord
        let after: Month?
        let through: Month
        let portions: [Portion]
    }

    private func held(by account: Account, after closed: Month?, _ records: any Records) throws -> [Held] {
        try records.holdings(of: account, in: region.region).compactMap { holding in
            guard let span = holding.span(after: closed, through: month) else { return nil }
            let held = Held(
                project: try records.knownProject(holding.project), after: span.after, through: span.through,
                portions: try records.portions(
                    in: holding.project, after: span.after, through: span.through))
            let isThere = held.project.project.created < region.zone.end(of: month)
            return isThere || !held.portions.isEmpty ? held : nil
        }
    }

    /// The package with what its invoice asks in the contract's currency; a missing rate is a blocker.
    func agreeing(_ package: PackagePlan, _ account: Account, _ rate: OfficialRate?) throws -> PackagePlan {
        PackagePlan(
            project: package.project,
            draft: try package.draft?.agreeing(
                with: account.agreements, in: region, at: rate, on: rateDay), skipped: package.skipped)
    }

    /// The day whose official rate an invoice of the month goes by: its own, or today where the month is looked at
    /// before it is over.
    private var rateDay: Day { min(month.lastDay, region.zone.day(of: at)) }

    /// The last rate of the currency that the month's contract agrees, as it was known when the month was closed.
    func rate(_ account: Account, _ records: any Records) throws -> OfficialRate? {
        let contract = account.agreements.contract(on: month.lastDay, in: region.region)
        return try contract?.currency.flatMap {
            try records.officialRate(of: $0, in: region.region, by: rateDay, knownAt: at)
        }
    }

    /// What the customer asked for about its documents.
    func flows(_ account: Account, _ records: any Records) throws -> DocumentFlows {
        DocumentFlows(try records.documentFlows(of: account.id, in: region.region).map(\.asked))
    }

    /// Whose the month is.
    func party(_ account: Account) -> Counterparty { account.counterparty(in: month, of: region.region) }

    static let noSpend = "no-bank-funded-spend"
    static let noContract = "non-resident-without-contract"

    /// The frozen content of one document of a package. A tax invoice names the package's act, whose
    /// number is told where there is one.
    func content(
        _ draft: PackageDraft, _ kind: DocumentKind, number: Int, act: Int?, for account: Account,
        guid: String
    ) throws -> DocumentContent {
        let seller = try SupplierParty(supplier)
        let buyer = try BuyerParty(party(account))
        let isFormalised = region.formalised.contains(kind)
        return DocumentContent(
            kind: kind, number: number, date: month.lastDay, month: month, currency: region.currency,
            supplier: seller, counterparty: buyer,
            basis: Basis(account.agreements, month: month, supplier: supplier), projects: draft.projects,
            lines: draft.lines, payments: draft.payments, issuedAt: at,
            file: isFormalised ? papers.exchangeName(seller, buyer, month.lastDay, guid) : nil,
            shipment: kind == .taxInvoice
                ? act.map { DocumentReference(.act, number: $0, date: month.lastDay) } : nil,
            agreed: kind == .invoice ? draft.agreed : nil,
            due: kind == .invoice
                ? account.agreements.contract(on: month.lastDay, in: region.region)?.due(of: month.lastDay)
                : nil)
    }

    /// What the portions of a customer's projects make: one package, or one of each project.
    func packages(
        _ account: Account, _ taxID: TaxID, _ flows: DocumentFlows, _ projects: [PID], _ portions: [Portion]
    ) throws -> [PackagePlan] {
        let contract = account.agreements.contract(on: month.lastDay, in: region.region)
        let isPerProject = flows.isPerProject(for: month, of: taxID, under: contract)
        let isResident = party(account).isResident(of: region.country)
        guard account.receivesDocuments(in: month, of: region.region) else {
            return [PackagePlan(project: nil, draft: nil, skipped: Planning.noContract)]
        }
        let groups: [(PID?, [Portion])] =
            isPerProject
            ? projects.sorted().map { pid in (pid, portions.filter { $0.project == pid }) }
            : [(nil, portions)]
        return try groups.map { pid, portions in
            let draft = try PackageDraft.make(
                month: month, region: region, counterparty: taxID, isResident: isResident,
                agreements: account.agreements, flows: flows, portions: portions)
            return PackagePlan(project: pid, draft: draft, skipped: draft == nil ? Planning.noSpend : nil)
        }
    }

    /// What the projects' books themselves say is to be documented, from the entries.
    private func bookShares(
        _ held: [Held], _ taxID: TaxID, _ records: any Records
    ) throws -> [BookShare] {
        try held.flatMap { held in
            let pid = held.project.project.pid
            let reported = try records.turnovers(of: Chain(pid.text), prefix: Chart.toDocumentPrefix)
            return reported.compactMap { account, amount -> BookShare? in
                guard let known = Chart.documented(account), known.month <= held.through,
                    held.after.map({ $0 < known.month }) ?? true,
                    known.payer == nil || known.payer == taxID, amount != 0
                else { return nil }
                return BookShare(project: pid, account: account, amount: amount)
            }
        }
    }

    /// Every formalised file is made and checked before any number is given.
    private func checkFormats(_ drafts: [PackageDraft], _ account: Account) throws {
        _ = drafts.isEmpty ? nil : try SupplierParty(supplier)
        for draft in drafts {
            _ = try BuyerParty(party(account))
            for kind in draft.kinds where region.formalised.contains(kind) {
                let content = try content(
                    draft, kind, number: 1, act: draft.kinds.contains(.act) ? 1 : nil, for: account,
                    guid: "00000000-0000-4000-8000-000000000000")
                let findings = papers.findings(try papers.xml(content), "\(content.file?.name ?? "").xml")
                guard findings.isEmpty else { throw DocumentsProblem.formatFindings(findings) }
            }
        }
    }
}

package import Access
package import Basics
import Counterparties
package import Documents
import Funding
import Projects
package import Regions
import Requisites

/// Draws up acts of reconciliation of mutual settlements for any period, by the customer itself or by staff (R122,
/// O35): whatever passed between the two by bank, and the documents of closed months.
package struct ReconciliationsDesk: Sendable {
    let store: any Store
    let clock: Clock
    let ids: IDs
    let digest: Digest
    let papers: Papers

    /// More operations in a period are asked for in parts.
    package static let mostOperations = 5_000
    /// So many a day a form makes for an account: each takes a number for good and a place in the press.
    package static let actsPerDay = 20
    package static let mostListed = 50

    /// An act as it was frozen.
    package struct Made: Sendable {
        package let region: Region
        package let account: AccountID
        package let content: ReconciliationContent
        package let frozen: [UInt8]
        package let sha256: [UInt8]

        package var key: PaperKey {
            .reconciliation(region, year: content.date.year, number: content.number)
        }
    }

    /// What a project's page of acts shows.
    package struct Overview: Sendable {
        package let head: ProjectHead
        package let today: Day
        /// The last month whose documents are all there; nil where none was closed yet.
        package let closed: Month?
        /// Why the viewer gets no act at all.
        package let refusal: (any Problem)?
        /// The newest first.
        package let made: [Made]
        /// Those whose balances are others today: something of their days or before became known later.
        package let superseded: Set<PaperKey>
    }

    package func overview(of pid: PID, for viewer: Viewer) throws -> Overview {
        let now = clock.now()
        return try store.read { records in
            let head = try records.head(pid, .documents, at: now, for: viewer)
            var refusal: (any Problem)?
            var made: [Made] = []
            var superseded: Set<PaperKey> = []
            do {
                let ground = try ground(of: pid, at: now, for: viewer, records)
                made = try records.reconciliations(
                    of: head.account.id, in: head.region, about: ground.counterparty.taxID,
                    limit: ReconciliationsDesk.mostListed
                ).map(self.made)
                if !made.isEmpty {
                    let operations = try operations(ground, records).map(\.operation)
                    superseded = Set(made.filter { !holds($0.content, operations) }.map(\.key))
                }
            } catch let problem as DocumentsProblem {
                refusal = problem
            }
            return Overview(
                head: head, today: head.region.profile.zone.day(of: now),
                closed: try closed(head.account.id, head.region, records), refusal: refusal, made: made,
                superseded: superseded)
        }
    }

    /// Whether an act opens and closes as the books have it now. What is carried from one contract to another comes
    /// to nothing.
    private func holds(_ content: ReconciliationContent, _ operations: [SettledOperation]) -> Bool {
        func balance(_ isIn: (Day) -> Bool) -> Int64 {
            operations.reduce(0) { isIn($1.day) ? $0 + $1.debit - $1.credit : $0 }
        }
        let period = content.period
        return content.opening == balance { $0 < period.from }
            && content.closing == balance { $0 <= period.through }
    }

    /// An act as it would be made now: number 0, and nothing is kept.
    /// `party`: about whom of those the account was before, for staff; nil = as it is now.
    package func preview(
        of pid: PID, _ period: ReconciledPeriod, about party: TaxID? = nil, for viewer: Viewer
    ) throws -> ReconciliationContent {
        let now = clock.now()
        return try store.read { records in
            try draw(period, try ground(of: pid, about: party, at: now, for: viewer, records), records)
        }
    }

    /// Numbers and freezes an act. While nothing has changed, the act of the same period is the one made before.
    package func make(
        of pid: PID, _ period: ReconciledPeriod, about party: TaxID? = nil, for viewer: Viewer,
        by author: Author? = nil
    ) throws -> Made {
        let now = clock.now()
        return try store.transaction { records in
            guard viewer.may(.documents, in: pid), let project = try records.project(pid)?.project else {
                throw ProjectsProblem.unknownProject(pid.text)
            }
            try records.lock(.account(project.account))
            let ground = try ground(of: pid, about: party, at: now, for: viewer, records)
            let draft = try draw(period, ground, records)
            let latest = try records.reconciliations(
                of: ground.account.id, in: ground.region.region, about: ground.counterparty.taxID,
                limit: ReconciliationsDesk.mostListed
            ).map(made)
            if let same = latest.first(where: { $0.content.says(theSameAs: draft) }) { return same }
            let day = now.adding(seconds: -86_400)
            guard latest.filter({ $0.content.madeAt > day }).count < ReconciliationsDesk.actsPerDay else {
                throw DocumentsProblem.tooManyActs(ReconciliationsDesk.actsPerDay)
            }
            let number = try records.nextReconciliationNumber(
                in: ground.region.region, year: ground.today.year)
            let file =
                draft.fileObstacle == nil
                ? papers.acts.exchangeName(ground.supplier, ground.counterparty, ground.today, ids.guid())
                : nil
            let content = ground.content(number, period, draft.contracts, file)
            let frozen = papers.acts.freeze(content)
            let record = ReconciliationRecord(
                region: ground.region.region, account: ground.account.id,
                taxID: ground.counterparty.taxID, supplier: ground.supplier.taxID, number: number,
                date: content.date, period: period, madeAt: now, frozen: frozen, sha256: digest.sha256(frozen)
            )
            try records.insert(record, by: viewer.user)
            let key = PaperKey.reconciliation(record.region, year: content.date.year, number: number)
            try records.post(.paper(key, of: ground.account.id), at: now)
            if let author {
                try records.keep(
                    .makeAct, on: key.text, account: ground.account.id,
                    detail: "\(period.from) – \(period.through)", by: author, at: now)
            }
            return Made(
                region: record.region, account: record.account, content: content, frozen: frozen,
                sha256: record.sha256)
        }
    }

    /// An act by its address; what is about another party than the account is today is shown to staff alone, and
    /// kept from whoever asks for one project.
    package func act(
        _ region: Region, year: Int, number: Int, isOfOneProject: Bool = false, for viewer: Viewer
    ) throws -> Made {
        try store.read { records in
            if let record = try records.reconciliation(region, year: year, number: number),
                let account = try records.account(record.account)
            {
                let made = try made(record)
                let isTheirs = account.counterparty.taxID == record.taxID
                let shown = try records.shown(
                    made.content.projects, of: account, in: record.region, to: viewer)
                let isKept = try made.content.projects.allSatisfy {
                    try records.project($0)?.project.account == record.account
                }
                if viewer.may(.documents, inAllOf: shown), isKept || !isOfOneProject,
                    isTheirs || (viewer.mayEverywhere(.documents) && !isOfOneProject)
                {
                    return made
                }
            }
            throw SealsProblem.unknownDocument(
                PaperKey.reconciliation(region, year: year, number: number).text)
        }
    }

    /// Its formalised file; nil where it has none.
    package func xml(of act: Made) throws -> [UInt8]? {
        act.content.file == nil ? nil : try papers.acts.xml(act.content)
    }

    private func made(_ record: ReconciliationRecord) throws -> Made {
        Made(
            region: record.region, account: record.account, content: try papers.acts.thaw(record.frozen),
            frozen: record.frozen, sha256: record.sha256)
    }

    /// The two parties and what binds them, at an instant.
    private struct Ground {
        let account: Account
        /// Whom the act is about: the account as it is, or as it was.
        let party: Counterparty
        let region: RegionProfile
        let projects: [PID]
        let supplierAsKept: Supplier
        let supplier: SupplierParty
        let counterparty: BuyerParty
        let today: Day
        let now: Moment

        func content(
            _ number: Int, _ period: ReconciledPeriod, _ contracts: [ReconciledContract],
            _ file: ExchangeFile?
        ) -> ReconciliationContent {
            let ogrn: String? =
                if case .russianEntity(_, _, let ogrn) = party.identity { ogrn?.text } else {
                    nil
                }
            return ReconciliationContent(
                number: number, date: today, period: period, currency: region.currency, supplier: supplier,
                counterparty: counterparty, supplierOGRN: supplierAsKept.ogrn, counterpartyOGRN: ogrn,
                projects: projects, contracts: contracts, madeAt: now, file: file)
        }
    }

    private func ground(
        of pid: PID, about taxID: TaxID? = nil, at now: Moment, for viewer: Viewer, _ records: any Records
    ) throws -> Ground {
        guard viewer.may(.documents, in: pid), let project = try records.project(pid)?.project,
            var account = try records.account(project.account)
        else { throw ProjectsProblem.unknownProject(pid.text) }
        // Whose the project was before it passed is told to staff alone.
        if let taxID, viewer.mayEverywhere(.documents),
            let former = try records.passings(of: pid).lazy.compactMap({ try records.account($0.from) })
                .last(where: { $0.isOrWas(taxID, in: project.region) }),
            !account.isOrWas(taxID, in: project.region)
        {
            account = former
        }
        let projects = account.projects.filter { $0.region == project.region }.map(\.pid).sorted()
        guard viewer.may(.documents, inAllOf: projects) else { throw DocumentsProblem.actBeyondView }
        let supplier = try records.completedSupplier(project.region)
        let all = Set(try records.holdings(of: account, in: project.region).map(\.project)).sorted()
        var party = account.counterparty
        if let taxID, taxID != party.taxID {
            let former = account.former.last {
                $0.region == project.region && $0.counterparty.taxID == taxID
            }
            guard let former, viewer.mayEverywhere(.documents) else {
                throw DocumentsProblem.neverParty(taxID)
            }
            party = former.counterparty
        }
        return Ground(
            account: account, party: party, region: project.region.profile, projects: all,
            supplierAsKept: supplier,
            supplier: try SupplierParty(supplier), counterparty: try BuyerParty(party),
            today: project.region.profile.zone.day(of: now), now: now)
    }

    private func draw(
        _ period: ReconciledPeriod, _ ground: Ground, _ records: any Records
    ) throws -> ReconciliationContent {
        guard period.through < ground.today else { throw DocumentsProblem.periodNotOver(period.through) }
        try refuseOpen(period.lastMonth, ground, records)
        let contracts = try Reconciliation.contracts(
            try operations(ground, records), from: period.from, through: period.through,
            current: Basis(ground.account.agreements, on: period.through, supplier: ground.supplierAsKept))
        guard contracts.reduce(0, { $0 + $1.operations.count }) <= ReconciliationsDesk.mostOperations else {
            throw DocumentsProblem.tooManyOperations(ReconciliationsDesk.mostOperations)
        }
        return ground.content(0, period, contracts, nil)
    }

    /// Documents of the period's months must all be there, else the next act would begin elsewhere than this ends.
    private func refuseOpen(_ month: Month, _ ground: Ground, _ records: any Records) throws {
        let region = ground.region.region
        let own = try records.lastClosed(ground.account.id, in: region)
        if let open = try records.firstActiveMonth(
            of: ground.account, in: region, after: own, before: month.next)
        {
            throw DocumentsProblem.periodNotClosed(open)
        }
        if let closed = try closed(ground.account.id, region, records), closed >= month { return }
        // Before the region's first charge there was nothing to close.
        guard let first = try records.firstActiveMonth(in: region, after: nil, before: month.next) else {
            return
        }
        let last = try records.lastClosed(region)
        throw DocumentsProblem.periodNotClosed(last?.next ?? first)
    }

    private func closed(_ account: AccountID, _ region: Region, _ records: any Records) throws -> Month? {
        [try records.lastClosed(region), try records.lastClosed(account, in: region)].compactMap(\.self).max()
    }

    /// All that ever passed between the two.
    private func operations(
        _ ground: Ground, _ records: any Records
    ) throws -> [(basis: Basis, operation: SettledOperation)] {
        let zone = ground.region.zone
        let taxID = ground.counterparty.taxID
        var operations: [(basis: Basis, operation: SettledOperation)] = []
        func basis(on day: Day) -> Basis {
            Basis(ground.account.agreements, on: day, supplier: ground.supplierAsKept)
        }
        for project in ground.projects {
            let assignments = Dictionary(
                grouping: try records.assignments(in: project), by: \.assigned.credit)
            for kept in try records.transfers(to: project, of: taxID) {
                for operation in passed(kept, assignments[kept.credit.id] ?? [], taxID, zone) {
                    operations.append((basis(on: operation.day), operation))
                }
            }
        }
        for content in try documents(ground, records) where content.gross != 0 {
            operations.append(
                (
                    content.basis,
                    SettledOperation(
                        day: content.date, kind: .document(content.kind, number: content.number),
                        debit: max(0, content.gross), credit: max(0, -content.gross))
                ))
        }
        return operations
    }

    /// What of one transfer passed between the supplier and a party, which it came from or was assigned to.
    private func passed(
        _ kept: KeptCredit, _ assignments: [KeptAssignment], _ party: TaxID, _ zone: Zone
    ) -> [SettledOperation] {
        guard case .money(.bank(let payer, let number, let date)) = kept.credit.kind else { return [] }
        var operations: [SettledOperation] = []
        if payer == party {
            operations.append(
                SettledOperation(
                    day: zone.day(of: kept.credit.at), kind: .payment(number: number, date: date),
                    credit: kept.credit.amount))
        }
        for (assigned, at) in assignments.map({ ($0.assigned, $0.at) }) {
            if assigned.assignor == party {
                operations.append(
                    SettledOperation(
                        day: zone.day(of: at),
                        kind: .advanceAssigned(number: number, date: date, to: assigned.assignee),
                        debit: assigned.amount))
            }
            if assigned.assignee == party {
                operations.append(
                    SettledOperation(
                        day: zone.day(of: at),
                        kind: .advanceTaken(number: number, date: date, from: assigned.assignor),
                        credit: assigned.amount))
            }
        }
        // From whoever it was then.
        if let returned = kept.returnedAt, kept.assignee ?? payer == party {
            operations.append(
                SettledOperation(
                    day: zone.day(of: returned), kind: .paymentTakenBack(number: number, date: date),
                    debit: kept.credit.amount))
        }
        return operations
    }

    /// One document of each package shows its services.
    private func documents(_ ground: Ground, _ records: any Records) throws -> [DocumentContent] {
        ShownDocuments.of(
            try records.documents(of: ground.account.id, in: ground.region.region)
                .map { try papers.thaw($0.frozen) }
                .filter { $0.counterparty.taxID == ground.counterparty.taxID })
    }
}

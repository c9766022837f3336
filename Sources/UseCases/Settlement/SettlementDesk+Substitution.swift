package import Basics
import Books
import Contracts
import Counterparties
package import Funding
import Metering
import Projects
import Regions

/// A bank transfer pays what a card, SBP or a wallet has paid, so that it reaches the documents (D11, R107).
extension SettlementDesk {
    /// What could move in a project.
    package struct Substitutes: Sendable {
        package let payments: [Payment]
        /// Transfers of the customer itself with money left, in crediting order.
        package let transfers: [Lot]

        /// A payment with what it has paid.
        package struct Payment: Sendable {
            package let lot: Lot
            /// Not reported yet, by the month of the service.
            package let open: [Month: Int64]
            /// By the closed months whose packages stand.
            package let reported: [Month: Int64]

            package var movable: Int64 { open.values.reduce(0, +) }
        }

        /// What is offered first: the latest payment that has something to move, as far as one transfer goes.
        package var offer: (payment: Payment, transfer: Lot, amount: Int64)? {
            guard let payment = payments.first(where: { $0.movable > 0 }),
                let transfer = transfers.first(where: { $0.remaining >= payment.movable })
                    ?? transfers.max(by: { $0.remaining < $1.remaining })
            else { return nil }
            return (payment, transfer, min(payment.movable, transfer.remaining))
        }
    }

    /// What moved, and what did not.
    package struct Substituted: Sendable {
        package let project: PID
        package let funding: SubstitutedFunding
        /// By the month that reports it now.
        package let months: [Month: Int64]
        /// By the closed months whose packages stand.
        package let reported: [Month: Int64]
        /// Still paid by the payment, though its months are open.
        package let left: Int64
    }

    /// So many payments are offered, the latest.
    package static let mostPayments = 20

    package func substitutes(in pid: PID) throws -> Substitutes {
        let now = clock.now()
        return try store.read { try $0.substitutes(in: pid, at: now) }
    }

    /// Staff give what a payment has paid to a transfer: a run of its own behind all that is due, like a credit taken
    /// back. `wanted` nil = all that can move; of a sum that was seen all moves, or nothing.
    package func substitute(
        _ payment: CreditID, by transfer: CreditID, wanted: Int64? = nil, in pid: PID, as author: Author
    ) throws -> Substituted {
        let now = clock.now()
        let (done, report) = try store.transaction { records in
            var report = Report()
            try settle(pid, until: now, records, &report)
            let (project, account) = try known(pid, records)
            let done = try substitute(payment, by: transfer, wanted, project, account, records, &report)
            try records.keep(
                .substituteFunding, on: "projects/\(pid)", account: account.id, detail: done.told,
                by: author, at: now)
            return (done, report)
        }
        told(report)
        return done
    }

    private func substitute(
        _ payment: CreditID, by transfer: CreditID, _ wanted: Int64?, _ project: ProjectRecord,
        _ account: Account, _ records: any Records, _ report: inout Report
    ) throws -> Substituted {
        let pid = project.project.pid
        let region = project.project.region
        let (from, to) = (try lot(payment, in: pid, records), try lot(transfer, in: pid, records))
        let open = try records.openMonth(of: project)
        let debts = try records.completedSupplier(region).debtRecognition
        let coming = account.coming(in: region, open: open)
        let substitution = try Substitution(
            of: from, by: to, paid: records.parts(of: from, in: pid), wanted: wanted, open: open,
            reportable: { coming.month(for: to.source.payer, from: $0) },
            funded: region.profile.zone.day(of: to.creditedAt).month, debts: debts
        ) { account.ownPayer(in: $0, of: region) }
        var lots = try records.openLots(in: pid)
        if !lots.contains(where: { $0.id == from.id }) { lots.insert(from, at: 0) }
        var (settlement, queue) = try deed(project, account, lots, records)
        settlement.substitute(substitution, of: from, by: to)
        let funding = SubstitutedFunding(payment: payment, transfer: transfer, amount: substitution.amount)
        try write(
            settlement, until: project.cursor.until, queue, [], substituted: funding, records)
        report.note(settlement, credits: 0)
        return Substituted(
            project: pid, funding: funding, months: substitution.months, reported: substitution.reported,
            left: substitution.left)
    }

    /// A lot as it stands, spent or not.
    private func lot(_ id: CreditID, in pid: PID, _ records: any Records) throws -> Lot {
        guard let kept = try records.credit(id), kept.credit.project == pid, kept.returnedAt == nil,
            case .money(let source) = kept.credit.kind, let remaining = kept.remaining
        else { throw FundingProblem.unknownLot(id, pid) }
        return Lot(
            id: id, source: source, assignee: kept.assignee, creditedAt: kept.credit.at,
            amount: kept.credit.amount, remaining: remaining)
    }

}

extension Records {
    func substitutes(in pid: PID, at now: Moment) throws -> SettlementDesk.Substitutes {
        let project = try knownProject(pid)
        guard let account = try account(project.project.account) else {
            throw ProjectsProblem.unknownProject(pid.text)
        }
        let region = project.project.region
        let open = try openMonth(of: project)
        let month = region.profile.zone.day(of: now).month
        let own = ([month] + account.coming(in: region, open: open).map(\.month)).compactMap {
            account.ownPayer(in: $0, of: region)
        }
        return SettlementDesk.Substitutes(
            payments: try spentLots(in: pid, limit: SettlementDesk.mostPayments).map { lot in
                var (movable, reported): ([Month: Int64], [Month: Int64]) = ([:], [:])
                for part in try parts(of: lot, in: pid) {
                    if let open, part.reported < open {
                        reported[part.reported, default: 0] += part.amount
                    } else {
                        movable[part.service, default: 0] += part.amount
                    }
                }
                return SettlementDesk.Substitutes.Payment(lot: lot, open: movable, reported: reported)
            },
            transfers: try openLots(in: pid).filter { lot in
                lot.source.payer.map(own.contains) ?? false
            })
    }

    /// What a lot has paid, line by line.
    fileprivate func parts(of lot: Lot, in pid: PID) throws -> [Substitution<DayLineKey>.Part] {
        try chargedPortions(paidBy: lot.id, in: pid).map { charged in
            Substitution.Part(
                line: charged.line.key, service: charged.line.key.day.month, scheme: charged.portion.scheme,
                recognised: charged.portion.recognised, reported: charged.firstRecognised,
                amount: charged.portion.amount)
        }
    }
}

extension SettlementDesk.Substituted {
    /// For the trail of the staff.
    var told: String {
        let months = months.sorted { $0.key < $1.key }.map { "\($0.key) \(Money.text(minor: $0.value))" }
        var told = "\(funding.payment) → \(funding.transfer) \(Money.text(minor: funding.amount)): "
        told += months.joined(separator: ", ")
        let stays = reported.values.reduce(0, +)
        if stays > 0 { told += "; reported \(Money.text(minor: stays))" }
        if left > 0 { told += "; left \(Money.text(minor: left))" }
        return told
    }
}

extension Account {
    /// Whose transfers reach the documents of a month; nil = there are no documents.
    fileprivate func ownPayer(in month: Month, of region: Region) -> TaxID? {
        receivesDocuments(in: month, of: region) ? counterparty(in: month, of: region).taxID : nil
    }
}

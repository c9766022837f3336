package import Basics
import Books
import Contracts
import Counterparties
package import Funding
import Projects

/// An advance passes from one payer to another by a letter of both: what is left of the former party's transfers becomes
/// the new one's, so that what it pays stands in the new one's documents (R130).
extension SettlementDesk {
    /// What passed.
    package struct Assigned: Sendable {
        package let project: PID
        package let assignor: TaxID
        package let assignee: TaxID
        package let advances: [AssignedAdvance]

        package var amount: Int64 { advances.reduce(0) { $0 + $1.amount } }
    }

    /// Payers other than the customer as it is now, with what is left of their transfers in a project.
    package struct Assignable: Sendable {
        /// Nil where the customer has no tax id.
        package let assignee: TaxID?
        /// In the order their money is spent.
        package let advances: [Advance]

        package struct Advance: Sendable {
            package let payer: TaxID
            /// Whether the account was this payer's before, or the project an account of it.
            package let isFormer: Bool
            package let lots: [Lot]

            package var amount: Int64 { lots.reduce(0) { $0 + $1.remaining } }
        }

        /// What is offered first: a former party's.
        package var offer: Advance? { advances.first(where: \.isFormer) ?? advances.first }
    }

    package func assignable(in pid: PID) throws -> Assignable {
        try store.read { try $0.assignable(in: pid) }
    }

    /// Staff hand what is left of a payer's transfers to the customer as it is now. Of a sum that was seen all passes,
    /// or nothing does.
    package func assign(
        from payer: TaxID, seen: Int64? = nil, in pid: PID, as author: Author
    ) throws -> Assigned {
        let now = clock.now()
        let (done, report) = try store.transaction { records in
            try records.lock([pid])
            guard let assignee = try known(pid, records).1.counterparty.taxID, assignee != payer else {
                throw FundingProblem.noAssignee(pid)
            }
            var report = Report()
            guard
                let done = try assign(
                    from: payer, to: assignee, in: pid, as: author, records, at: now, &report)
            else { throw FundingProblem.nothingToAssign(payer, pid) }
            if let seen, seen != done.amount {
                throw FundingProblem.otherAdvance(payer, seen: seen, left: done.amount)
            }
            return (done, report)
        }
        told(report)
        return done
    }

    /// Hands what is left of a payer's transfers to another inside the caller's transaction: a run of its own behind all
    /// that is due; nil where nothing is left. The report is told by the caller, once it stands.
    func assign(
        from payer: TaxID, to other: TaxID, in pid: PID, as author: Author, _ records: any Records,
        at now: Moment, _ report: inout Report
    ) throws -> Assigned? {
        try settle(pid, until: now, records, &report)
        let (project, account) = try known(pid, records)
        var (settlement, debts) = try deed(project, account, try records.openLots(in: pid), records)
        let advances = settlement.assign(from: payer, to: other)
        guard !advances.isEmpty, payer != other else { return nil }
        try write(settlement, until: project.cursor.until, debts, [], assigned: advances, records)
        report.note(settlement, credits: 0)
        let done = Assigned(project: pid, assignor: payer, assignee: other, advances: advances)
        try records.keep(
            .assignAdvance, on: "projects/\(pid)", account: account.id, detail: done.told,
            by: try author.withReason(), at: now)
        return done
    }
}

extension Records {
    func assignable(in pid: PID) throws -> SettlementDesk.Assignable {
        let project = try knownProject(pid)
        guard let account = try account(project.project.account) else {
            throw ProjectsProblem.unknownProject(pid.text)
        }
        let own = account.counterparty.taxID
        let holders = try [account] + passings(of: pid).compactMap { try self.account($0.from) }
        let region = project.project.region
        var lots: [(payer: TaxID, lots: [Lot])] = []
        for lot in try openLots(in: pid) {
            guard let payer = lot.source.payer, payer != own else { continue }
            if let place = lots.firstIndex(where: { $0.payer == payer }) {
                lots[place].lots.append(lot)
            } else {
                lots.append((payer, [lot]))
            }
        }
        return SettlementDesk.Assignable(
            assignee: own,
            advances: lots.map { payer, lots in
                SettlementDesk.Assignable.Advance(
                    payer: payer, isFormer: holders.contains { $0.isOrWas(payer, in: region) }, lots: lots)
            })
    }
}

extension SettlementDesk.Assigned {
    /// For the trail of the staff.
    var told: String {
        let sums = advances.map { "\($0.credit) \(Money.text(minor: $0.amount))" }.joined(separator: ", ")
        return "\(assignor) → \(assignee) \(Money.text(minor: amount)): \(sums)"
    }
}

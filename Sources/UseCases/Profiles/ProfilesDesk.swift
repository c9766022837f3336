package import Access
package import Basics
package import Contracts
package import Counterparties
import Projects
import Regions

/// Shows who a customer is to the law, and changes it where the customer may: as whom an organisation or a sole
/// proprietor works is its own choice (R10), until a contract or a closed month says who it was.
package struct ProfilesDesk: Sendable {
    let store: any Store
    let clock: Clock
    let digest: Digest

    package struct Profile: Sendable {
        package let head: ProjectHead
        package let draft: CounterpartyDraft
        /// Why it cannot be changed here; nil = it can.
        package let lock: (any Problem)?
        /// The contract in force in the project's region; nil = the public offer.
        package let contract: Contract?
    }

    package func profile(of pid: PID, for viewer: Viewer) throws -> Profile {
        let now = clock.now()
        return try store.read { records in
            let head = try records.head(pid, .requisites, at: now, for: viewer)
            guard let draft = try records.accountDraft(head.account.id) else {
                throw ProjectsProblem.unknownAccount(head.account.id)
            }
            let today = head.region.profile.zone.day(of: now)
            return Profile(
                head: head, draft: draft.counterparty, lock: try lock(head.account, records),
                contract: head.account.agreements.contract(on: today, in: head.region))
        }
    }

    /// Gives the account of a project other details. All its projects are its own: nobody changes what they may not
    /// see, so the right must be held in each of them.
    package func change(_ party: CounterpartyDraft, of pid: PID, by viewer: Viewer) throws {
        let now = clock.now()
        try store.transaction { records in
            guard viewer.may(.requisites, in: pid), let project = try records.project(pid),
                let known = try records.account(project.project.account)
            else { throw ProjectsProblem.unknownProject(pid.text) }
            // No month of it is closed meanwhile.
            let id = known.id
            try records.lock(known.projects.map(\.pid))
            for region in Region.allCases { try records.lock(.closing(region)) }
            try records.lock(.account(id))
            guard var draft = try records.accountDraft(id), let account = try records.account(id) else {
                throw ProjectsProblem.unknownAccount(id)
            }
            guard viewer.may(.requisites, inAllOf: account.projects.map(\.pid)) else {
                throw AccessProblem.notAllowed
            }
            if let lock = try lock(account, records) { throw lock }
            guard draft.counterparty != party else { return }
            draft.counterparty = party
            let changed = try draft.checked()
            // What a package lacks is asked for now, not at the month's end.
            guard !changed.counterparty.receivesDocuments || changed.counterparty.address != nil else {
                throw CounterpartiesProblem.missing("address")
            }
            // Another tax id than the one somebody has looked at is a claim.
            if changed.counterparty.taxID != account.counterparty.taxID { try records.markClaimed(id) }
            try records.change(
                changed, draft: draft, digest: digest.sha256(draft.canonicalBytes), by: viewer.user, at: now)
        }
    }

    private func lock(_ account: Account, _ records: any Records) throws -> (any Problem)? {
        if let contract = account.agreements.contracts.last {
            return ProjectsProblem.contractData(contract.number)
        }
        for region in Set(account.projects.map(\.region)).sorted(by: { $0.rawValue < $1.rawValue }) {
            let own = try records.closings(of: account.id, in: region).map(\.month).max()
            if let own { return ProjectsProblem.profileOfClosedMonth(own) }
            // A region's closing closes the months of individuals too.
            guard let closed = try records.lastClosed(region),
                let first = try records.firstActiveMonth(
                    of: account.id, in: region, after: nil, before: closed.next)
            else { continue }
            return ProjectsProblem.profileOfClosedMonth(first)
        }
        return nil
    }
}

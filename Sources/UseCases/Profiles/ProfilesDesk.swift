package import Access
package import Basics
package import Contracts
package import Counterparties
import Documents
import Projects
import Regions

/// Shows who a customer is to the law, and changes it where the customer may: as whom an organisation or a sole
/// proprietor works is its own choice (R10), unless a contract says who it is (R33). Closed months keep who it was.
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
                head: head, draft: draft.counterparty, lock: lock(head.account, for: viewer, at: now),
                contract: head.account.agreements.contract(on: today, in: head.region))
        }
    }

    /// Gives the account of a project other details. All its projects are its own: nobody changes what they may not
    /// see, so the right must be held in each of them.
    /// Customers become individuals or residents of a region that has registration (R29); all else is the staff's,
    /// who say why.
    package func change(
        _ party: CounterpartyDraft, of pid: PID, by viewer: Viewer, as author: Author? = nil
    ) throws {
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
            if let lock = lock(account, for: viewer, at: now) { throw lock }
            guard draft.counterparty != party else { return }
            // What stands in a contract is changed with it, which somebody must answer for.
            if binding(account, at: now) != nil { _ = try (author ?? .operatorAtMachine).withReason() }
            let regions = account.regions
            let closed = try closed(account, regions, records)
            let isAnother = try party.checked().taxID != account.counterparty.taxID
            let open = isAnother ? try openMonths(account, closed, at: now, records) : [:]
            draft.become(party, after: closed.merging(open) { max($0, $1) })
            let changed = try draft.checked()
            // Nobody would close a month for whoever gets no documents any more.
            let unclosed = account.former.filter { former in
                former.counterparty.receivesDocuments
                    && closed[former.region].map { $0 < former.through } ?? true
            }
            if !changed.counterparty.receivesDocuments,
                let month = (unclosed.map(\.through) + open.values).min()
            {
                throw ProjectsProblem.openMonth(month)
            }
            // Nor could whoever comes after mend what the former one's documents lack.
            if !open.isEmpty { _ = try BuyerParty(account.counterparty) }
            if case .customer = viewer, changed.counterparty.receivesDocuments {
                for region in regions { try RegistrationRules.check(changed.counterparty, in: region) }
            }
            // What a package lacks is asked for now, not at the month's end.
            guard !changed.counterparty.receivesDocuments || changed.counterparty.address != nil else {
                throw CounterpartiesProblem.missing("address")
            }
            // Another tax id than the one somebody has looked at is a claim.
            if changed.counterparty.taxID != account.counterparty.taxID { try records.markClaimed(id) }
            try records.change(
                changed, draft: draft, digest: digest.sha256(draft.canonicalBytes), by: viewer.user, at: now)
            if let author {
                try records.keep(
                    .editProfile, on: pid.text, account: id, detail: changed.counterparty.taxID?.text ?? "",
                    by: author, at: now)
            }
        }
    }

    /// The last month of each region that is closed, for this account or for all individuals.
    private func closed(
        _ account: Account, _ regions: Set<Region>, _ records: any Records
    ) throws -> [Region: Month] {
        var closed: [Region: Month] = [:]
        for region in regions { closed[region] = try records.lastClosed(account.id, in: region) }
        return closed
    }

    /// Up to which month of each region somebody has something to be documented: the month that runs, for a month
    /// belongs to one party, or the first one of a party that is still to come.
    private func openMonths(
        _ account: Account, _ closed: [Region: Month], at now: Moment, _ records: any Records
    ) throws -> [Region: Month] {
        var open: [Region: Month] = [:]
        for region in account.regions {
            let after = closed[region]
            let month = region.profile.zone.day(of: now).month
            let first = account.coming(in: region, open: after?.next)
                .last { $0.payer == account.counterparty.taxID && $0.month > month }?.month
            for (month, after) in [(month, after)] + (first.map { [($0, $0.previous)] } ?? []) {
                let party = account.counterparty(in: month, of: region)
                guard party.receivesDocuments, let payer = party.taxID,
                    try records.holdings(of: account, in: region).contains(where: { holding in
                        guard let span = holding.span(after: after, through: month) else { return false }
                        return try records.reportedSum(
                            in: holding.project, payer: payer, after: span.after, through: span.through) != 0
                    })
                else { continue }
                open[region] = max(open[region] ?? month, month)
            }
        }
        return open
    }

    private func lock(_ account: Account, for viewer: Viewer, at now: Moment) -> (any Problem)? {
        guard case .customer = viewer else { return nil }
        return binding(account, at: now).map { ProjectsProblem.contractData($0.number) }
    }

    /// The contract that says who the customer is: in force, or signed for later.
    private func binding(_ account: Account, at now: Moment) -> Contract? {
        account.agreements.contracts.last { contract in
            let today = contract.region.profile.zone.day(of: now)
            return today < contract.from
                || account.agreements.contract(on: today, in: contract.region) == contract
        }
    }
}

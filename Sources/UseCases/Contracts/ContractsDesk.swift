package import Access
package import Basics
package import Contracts
package import Counterparties
import Documents
import Projects
package import Regions

/// Individual contracts (R37–R46): terms, what they would change and would have cost, the signed paper, and from a day on
/// the contract; its renewal and its end.
package struct ContractsDesk: Sendable {
    let store: any Store
    let clock: Clock
    let digest: Digest
    let printer: Printer

    /// A customer's contracts in one region, as the office has them before it.
    package struct Dossier: Sendable {
        package let account: Account
        package let region: Region
        /// The region's day.
        package let today: Day
        /// In force today; nil = the public offer.
        package let current: Contract?
        /// The latest first.
        package let versions: [Contract]
        /// Versions whose signed file is kept, by the day they begin.
        package let files: Set<Day>
        package let draft: KeptDraft?
        /// What the terms come to; nil = there are none, or `flaw` says why they cannot be.
        package let preview: ContractPreview?
        package let flaw: (any Problem)?
        /// Who the contract would be with.
        package let customer: Counterparty
        /// Whether the viewer may change anything.
        package let mayChange: Bool

        /// Names the terms as they are shown: who signs or leaves them says so which.
        package var mark: String { draft.map { "\($0.changedAt.microseconds)" } ?? "" }
    }

    /// The region a customer's contracts are looked at first: its first project's.
    package func home(of id: AccountID, for viewer: Viewer) throws -> Region {
        guard viewer.mayEverywhere(.search) else { throw AccessProblem.notAllowed }
        return try store.read { try $0.knownAccount(id).home }
    }

    package func dossier(of id: AccountID, in region: Region, for viewer: Viewer) throws -> Dossier {
        guard viewer.mayEverywhere(.contracts) || viewer.mayEverywhere(.search) else {
            throw AccessProblem.notAllowed
        }
        let now = clock.now()
        return try store.read { records in
            let account = try records.knownAccount(id)
            let today = region.profile.zone.day(of: now)
            let draft = try records.contractDraft(of: id, in: region)
            var preview: ContractPreview?
            var flaw: (any Problem)?
            var customer = account.counterparty
            if let draft {
                do {
                    let (contract, next) = try signed(
                        draft.draft, draft.party, account, region, today, records)
                    customer = next.account.counterparty
                    preview = try ContractPreview(
                        contract, account, next, region, before: today, records)
                } catch let problem as any Problem where problem.kind != .unavailable { flaw = problem }
            }
            return Dossier(
                account: account, region: region, today: today,
                current: account.agreements.contract(on: today, in: region),
                versions: account.agreements.contracts.filter { $0.region == region }.reversed(),
                files: Set(try records.signedFileDays(of: id, in: region)), draft: draft, preview: preview,
                flaw: flaw, customer: customer, mayChange: viewer.mayEverywhere(.contracts))
        }
    }

    /// Keeps terms as typed in the place of those before. Terms that could be no contract are refused with the reason
    /// and the way (R10–R15, R38–R39, R48). `party`: who a customer that is an individual still becomes with them: so
    /// comes a company of another country, for it works under a contract alone (R12).
    package func draft(
        _ draft: ContractDraft, becoming party: CounterpartyDraft? = nil, of id: AccountID, in region: Region,
        for viewer: Viewer, as author: Author
    ) throws {
        let now = clock.now()
        try change(id, viewer) { account, records in
            var draft = draft
            draft.type = "individual"
            draft.region = region.rawValue
            _ = try signed(draft, party, account, region, region.profile.zone.day(of: now), records)
            let kept = try records.contractDraft(of: id, in: region)
            guard kept?.draft != draft || kept?.party != party else { return }
            // Two changes within one clock's tick would bear one mark.
            let at = max(now, kept.map { Moment(microseconds: $0.changedAt.microseconds + 1) } ?? now)
            try records.keep(draft, becoming: party, of: id, in: region, by: author.name, at: at)
            try records.keep(
                .draftContract, on: "\(region.rawValue)/\(draft.number ?? "")", account: id, by: author,
                at: now)
        }
    }

    /// Leaves the terms that were shown.
    package func leave(
        _ mark: String, of id: AccountID, in region: Region, for viewer: Viewer, as author: Author
    ) throws {
        let now = clock.now()
        try change(id, viewer) { _, records in
            guard let kept = try records.contractDraft(of: id, in: region), kept.mark == mark else {
                throw ContractsProblem.noDraft
            }
            try records.dropContractDraft(of: id, in: region)
            try records.keep(
                .leaveContract, on: "\(region.rawValue)/\(kept.draft.number ?? "")", account: id, by: author,
                at: now)
        }
    }

    /// Makes a contract of the terms that were shown, with the paper that was signed; it is in force from its day on.
    package func sign(
        _ mark: String, file: (name: String, bytes: [UInt8]), of id: AccountID, in region: Region,
        for viewer: Viewer, as author: Author
    ) throws {
        let now = clock.now()
        let file = try SignedFile(name: file.name, bytes: file.bytes, digest)
        try change(id, viewer) { account, records in
            guard let kept = try records.contractDraft(of: id, in: region), kept.mark == mark else {
                throw ContractsProblem.noDraft
            }
            let today = region.profile.zone.day(of: now)
            let (contract, next) = try signed(kept.draft, kept.party, account, region, today, records)
            try records.change(
                next.account, draft: next.draft, digest: digest.sha256(next.draft.canonicalBytes),
                by: viewer.user,
                at: now)
            try records.keep(file, of: id, in: region, from: contract.from, at: now)
            try records.dropContractDraft(of: id, in: region)
            try records.keep(
                .signContract, on: "\(region.rawValue)/\(contract.number)", account: id,
                detail: [
                    contract.from.description,
                    kept.party == nil ? "" : next.account.counterparty.taxID?.text ?? "",
                ]
                .filter { !$0.isEmpty }.joined(separator: " "), by: author, at: now)
        }
    }

    /// Gives the contract in force another end: the day after it the public offer rules, or, where it renews, another
    /// year begins. Termination and renewal are both this; what is over stays as it was.
    /// `mark`: the contract and its term as they were shown.
    package func end(
        _ term: ContractTerm, _ mark: String, of id: AccountID, in region: Region, for viewer: Viewer,
        as author: Author
    ) throws {
        let now = clock.now()
        try change(id, viewer) { account, records in
            let today = region.profile.zone.day(of: now)
            guard let current = account.agreements.contract(on: today, in: region) else {
                throw ContractsProblem.noContract(region)
            }
            guard current.mark == mark else { throw ContractsProblem.noDraft }
            if case .ends(let last) = term {
                guard today <= last else { throw ContractsProblem.tooEarly(today) }
                // It would rule on in the place of the offer.
                if let later = account.agreements.contracts.first(where: {
                    $0.region == region && today < $0.from
                }) {
                    throw ContractsProblem.laterVersion(later.from)
                }
            }
            if case .renews(let last) = term, last < today { throw ContractsProblem.tooEarly(today) }
            guard current.term != term, var draft = try records.accountDraft(id) else { return }
            draft.give(term, to: current, first: account.home)
            try records.change(
                try draft.checked(), draft: draft, digest: digest.sha256(draft.canonicalBytes),
                by: viewer.user,
                at: now)
            try records.keep(
                .endContract, on: "\(region.rawValue)/\(current.number)", account: id, detail: term.text,
                by: author, at: now)
        }
    }

    /// Takes back a version that is signed and has not begun. Its signed file stays.
    package func void(
        _ day: Day, of id: AccountID, in region: Region, for viewer: Viewer, as author: Author
    ) throws {
        let now = clock.now()
        try change(id, viewer) { account, records in
            let versions = account.agreements.contracts
            guard let version = versions.first(where: { $0.region == region && $0.from == day }),
                var draft = try records.accountDraft(id)
            else { throw ContractsProblem.noContract(region) }
            let today = region.profile.zone.day(of: now)
            guard today < day else { throw ContractsProblem.tooEarly(today.next) }
            draft.drop(version, first: account.home)
            // Who came with it cannot be a customer without it (R12): it is again who it was.
            let isLast = !versions.contains { $0.region == region && $0 != version }
            if isLast, !account.counterparty.isResident(of: region.profile.country),
                let person = draft.former?.last(where: { $0.counterparty.kind == "individual" })
            {
                draft.become(person.counterparty, after: try records.lastMonths(of: account))
            }
            let next = try draft.checked()
            try records.change(
                next, draft: draft, digest: digest.sha256(draft.canonicalBytes), by: viewer.user, at: now)
            try records.keep(
                .voidContract, on: "\(region.rawValue)/\(version.number)", account: id,
                detail: next.counterparty == account.counterparty
                    ? "\(day)" : "\(day) \(next.counterparty.name)", by: author, at: now)
        }
    }

    /// The terms on the way as a paper to be signed. It is printed each time anew: until it is signed nothing rests on it.
    package func paper(of id: AccountID, in region: Region, for viewer: Viewer) throws -> [UInt8] {
        let dossier = try dossier(of: id, in: region, for: viewer)
        if let flaw = dossier.flaw { throw flaw }
        guard let preview = dossier.preview else { throw ContractsProblem.noDraft }
        let supplier = try store.read { try $0.completedSupplier(region) }
        return try printer.print(
            .contract(
                ContractPaper(
                    contract: preview.contract, supplier: try SupplierParty(supplier),
                    customer: try BuyerParty(dossier.customer), madeAt: clock.now())),
            "contract/\(region.rawValue)/\(id)")
    }

    /// What was signed, for the office and for whoever may see the details of a project of the account.
    package func file(
        of id: AccountID, in region: Region, from day: Day, for viewer: Viewer
    ) throws -> SignedFile? {
        try store.read { records in
            let account = try records.knownAccount(id)
            let isTheirs = account.projects.contains { viewer.may(.requisites, in: $0.pid) }
            guard isTheirs || viewer.mayEverywhere(.search) else { throw ProjectsProblem.unknownAccount(id) }
            return try records.signedFile(of: id, in: region, from: day)
        }
    }

    /// Alone with the account and the months of its region, as long as the verb takes.
    private func change(
        _ id: AccountID, _ viewer: Viewer, _ verb: (Account, any Records) throws -> Void
    ) throws {
        guard viewer.mayEverywhere(.contracts) else { throw AccessProblem.notAllowed }
        try store.transaction { records in
            let known = try records.knownAccount(id)
            // No month of it is closed, and nothing of it charged, meanwhile.
            try records.lock(known.projects.map(\.pid))
            for region in Region.allCases { try records.lock(.closing(region)) }
            try records.lock(.account(id))
            try verb(try records.knownAccount(id), records)
        }
    }

    /// The contract that terms would be, and the account with it.
    private func signed(
        _ terms: ContractDraft, _ party: CounterpartyDraft?, _ account: Account, _ region: Region,
        _ today: Day, _ records: any Records
    ) throws -> (contract: Contract, next: (draft: AccountDraft, account: Account)) {
        if party != nil, account.counterparty.receivesDocuments { throw ContractsProblem.partyKnown }
        let customer = try party?.checked() ?? account.counterparty
        guard let contract = try terms.checked(for: customer, region: region),
            var draft = try records.accountDraft(account.id)
        else { throw ContractsProblem.missing("number") }
        if let party {
            guard customer.address != nil else { throw CounterpartiesProblem.missing("address") }
            // Closed months stay the individual's, in the other region too; of those between, a company of another
            // country gets no documents, for it has no contract in them.
            draft.become(party, after: try records.lastMonths(of: account))
        }
        guard account.projects.contains(where: { $0.region == region }) else {
            throw ContractsProblem.noProject(region)
        }
        // What was signed for a day stays, even where it was voided.
        guard try !records.signedFileDays(of: account.id, in: region).contains(contract.from) else {
            throw ContractsProblem.twoVersions(contract.from)
        }
        // Days that are over are charged and, by and by, closed.
        guard today < contract.from else { throw ContractsProblem.tooEarly(today.next) }
        draft.add(terms)
        return (contract, (draft, try draft.checked()))
    }
}

extension Records {
    /// The month of each region of an account through which it stays who it is, whoever it becomes: the last one
    /// closed, or the one before the first that has anything.
    fileprivate func lastMonths(of account: Account) throws -> [Region: Month] {
        var months: [Region: Month] = [:]
        for region in account.regions {
            let registered = region.profile.zone.day(of: account.agreements.registered).month
            months[region] =
                try lastClosed(account.id, in: region)
                ?? min(
                    firstActiveMonth(of: account, in: region, after: nil, before: registered)
                        ?? registered,
                    registered
                ).previous
        }
        return months
    }
}

extension KeptDraft {
    var mark: String { "\(changedAt.microseconds)" }
}

extension Contract {
    /// Names it with its term as they are shown: who changes the term says so which.
    package var mark: String { "\(from) \(term.text)" }
}

extension ContractTerm {
    /// As the audit trail keeps it.
    var text: String {
        switch self {
        case .open: "open"
        case .renews(let day): "renews \(day)"
        case .ends(let day): "ends \(day)"
        }
    }
}

extension AccountDraft {
    /// One more version, behind all others.
    mutating func add(_ terms: ContractDraft) {
        contracts = (contract.map { [$0] } ?? []) + (contracts ?? []) + [terms]
        contract = nil
    }

    /// Another term for one version.
    mutating func give(_ term: ContractTerm, to version: Contract, first region: Region?) {
        let all = (contract.map { [$0] } ?? []) + (contracts ?? [])
        contract = nil
        contracts = all.map { draft in
            guard draft.is(version, first: region) else { return draft }
            var draft = draft
            switch term {
            case .open: (draft.until, draft.renews) = (nil, nil)
            case .renews(let day): (draft.until, draft.renews) = (day.description, true)
            case .ends(let day): (draft.until, draft.renews) = (day.description, nil)
            }
            return draft
        }
    }
}

extension AccountDraft {
    /// All versions but one.
    mutating func drop(_ version: Contract, first region: Region?) {
        let all = (contract.map { [$0] } ?? []) + (contracts ?? [])
        contract = nil
        contracts = all.filter { !$0.is(version, first: region) }
    }
}

extension ContractDraft {
    fileprivate func `is`(_ version: Contract, first: Region?) -> Bool {
        (region ?? first?.rawValue) == version.region.rawValue && number == version.number
            && (from ?? date) == version.from.description
    }
}

extension Records {
    func knownAccount(_ id: AccountID) throws -> Account {
        guard let account = try account(id) else { throw ProjectsProblem.unknownAccount(id) }
        return account
    }
}

import Basics
package import Contracts
package import Counterparties
import Projects
import Regions

/// An account as a dataset or a form gives it: texts, unchecked.
package struct AccountDraft: Hashable, Codable, Sendable {
    package var account = ""
    package var email: String?
    package var locale: String?
    package var registered = ""
    package var counterparty = CounterpartyDraft()
    /// Nil = its closed months are the same party's.
    package private(set) var former: [FormerPartyDraft]?
    package var offer: OfferDraft?
    package var contract: ContractDraft?
    package var contracts: [ContractDraft]?
    package var projects: [ProjectDraft] = []

    package init() {}

    /// The checked account: every rule on who may have what holds (R9–R15, R37–R39, R47–R48).
    package func checked() throws -> Account {
        guard !account.isEmpty else { throw ProjectsProblem.missing("account") }
        guard let registered = Moment(registered) else {
            throw ProjectsProblem.badMoment("registered", registered)
        }
        let id = AccountID(account)
        let counterparty = try counterparty.checked()
        let projects = try projects.map { try $0.checked(account: id, registered: registered) }
        guard let first = projects.first else { throw ProjectsProblem.missing("projects") }
        if let twin = duplicate(projects.map(\.pid)) { throw ProjectsProblem.twoProjects(twin) }
        let drafts = (contract.map { [$0] } ?? []) + (contracts ?? [])
        let contracts = try drafts.compactMap { try $0.checked(for: counterparty, region: first.region) }
        try ContractRules.checkVersions(contracts)
        for region in Set(projects.map(\.region)) where !contracts.contains(where: { $0.region == region }) {
            try ContractRules.checkOffer(for: counterparty, in: region)
        }
        return Account(
            id: id, email: email ?? "", locale: locale ?? "ru", counterparty: counterparty,
            former: try (former ?? []).map { try $0.checked() },
            agreements: Agreements(
                offer: try offer?.checked(), registered: registered, contracts: contracts),
            projects: zip(self.projects, projects).filter { $0.0.hasPassed == nil }.map { $0.1 },
            regions: Set(projects.map(\.region)), home: first.region)
    }

    /// A project that passes to this account, as the last one of its record; one that comes back stands where it stood.
    mutating func take(_ project: Project) {
        if let place = projects.firstIndex(where: { $0.pid == project.pid.text }) {
            projects[place].hasPassed = nil
        } else {
            projects.append(
                ProjectDraft(
                    pid: project.pid.text, region: project.region.rawValue,
                    created: project.created.description
                ).added())
        }
    }

    /// A project that passes to another account: the record goes on naming it, as one that was there.
    mutating func give(_ pid: PID) {
        for place in projects.indices where projects[place].pid == pid.text {
            projects[place].hasPassed = true
        }
    }

    /// Another party after a month of each region; those through it stay whose they were.
    mutating func become(_ party: CounterpartyDraft, after months: [Region: Month]) {
        for (region, month) in months.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let isKept = (former ?? []).contains {
                $0.region == region.rawValue && (Month($0.through).map { $0 >= month } ?? false)
            }
            guard !isKept else { continue }
            former =
                (former ?? []) + [
                    FormerPartyDraft(
                        region: region.rawValue, through: month.description, counterparty: counterparty)
                ]
        }
        counterparty = party
    }

    private func duplicate(_ pids: [PID]) -> PID? {
        var seen: Set<PID> = []
        return pids.first { !seen.insert($0).inserted }
    }
}

/// Whose an account's months of a region are, up to one of them.
package struct FormerPartyDraft: Hashable, Codable, Sendable {
    let region: String
    let through: String
    package let counterparty: CounterpartyDraft

    func checked() throws -> FormerParty {
        guard let region = Region(rawValue: region) else { throw ProjectsProblem.unknownRegion(region) }
        guard let month = Month(through) else { throw ProjectsProblem.badMoment("former.through", through) }
        return FormerParty(region: region, through: month, counterparty: try counterparty.checked())
    }
}

/// A project as typed in.
package struct ProjectDraft: Hashable, Codable, Sendable {
    package var pid: String
    package var region: String
    package var created: String?
    /// It was not in the account's record when that was taken.
    package private(set) var addedLater: Bool?
    /// It is another account's by now.
    package fileprivate(set) var hasPassed: Bool?

    package init(pid: String, region: String, created: String?) {
        self.pid = pid
        self.region = region
        self.created = created
    }

    func added() -> ProjectDraft {
        var draft = self
        draft.addedLater = true
        return draft
    }

    func checked(account: AccountID, registered: Moment) throws -> Project {
        guard let pid = PID(pid) else { throw ProjectsProblem.badPID(pid) }
        guard let region = Region(rawValue: region) else { throw ProjectsProblem.unknownRegion(region) }
        let created = try created.map { text in
            guard let moment = Moment(text) else { throw ProjectsProblem.badMoment("created", text) }
            return moment
        }
        return Project(pid: pid, account: account, region: region, created: created ?? registered)
    }
}

/// The public offer as accepted.
package struct OfferDraft: Hashable, Codable, Sendable {
    package var number: String
    package var date: String

    package init(number: String, date: String) {
        self.number = number
        self.date = date
    }

    func checked() throws -> Offer {
        guard let day = Day(date) else { throw ProjectsProblem.badMoment("offer.date", date) }
        return Offer(number: number, date: day)
    }
}

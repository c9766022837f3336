import Access
import Basics
import Contracts
import Counterparties
import Notices
import Projects
import Regions
import Wording

/// Turns what customers are to be told into letters, in their own language: each in one transaction, so once.
package struct NoticesDesk: Sendable {
    let store: any Store
    let clock: Clock
    let terms: NoticeTerms

    /// Takes the notices whose time has come; answers with the letters that were made.
    package func write(limit: Int = 200, while goesOn: () -> Bool = { true }) throws -> Int {
        let now = clock.now()
        var count = 0
        for waiting in try store.read({ try $0.due(.notice, at: now, limit: limit) }) where goesOn() {
            count += try store.transaction { records in
                // Somebody else may have written it meanwhile.
                guard try records.waiting(waiting.message) != nil else { return 0 }
                return try write(waiting, at: now, records)
            }
        }
        return count
    }

    private func write(
        _ waiting: OutboxMessage.Waiting, at now: Moment, _ records: any Records
    ) throws -> Int {
        let message = waiting.message
        guard let notice = Notice(message) else {
            try records.postpone(
                message, until: waiting.nextTry(after: now), trouble: "no notice is spelled so")
            return 0
        }
        let letters: [(to: Recipient, text: LetterText)]
        switch notice {
        case .copies(let package, let again):
            return try write(copiesOf: package, isAgain: again != nil, waiting, at: now, records)
        case .package(let region, let month):
            // What was a former party's is not news to whoever came after.
            let account = try records.account(message.account)
            let isTheirs = account?.counterparty(in: month, of: region).taxID == account?.counterparty.taxID
            let readers = isTheirs ? try recipients(of: message.account, in: region, records) : []
            letters = readers.map { to, project in
                (to, .documentsReady(month, region, link: terms.link("/projects/\(project)/documents")))
            }
        case .creditExceeded(let region, let month, let day):
            guard let account = try records.account(message.account) else { return 0 }
            let today = region.profile.zone.day(of: now)
            let use = try records.creditUse(of: account, in: region, on: today)
            if let use, use.contract.from == day, use.isAbove {
                let currency = region.profile.currency
                letters = try owners(of: account, in: region, records).map { to, project in
                    (
                        to,
                        .creditExceeded(
                            contract: use.contract.number, region, limit: Money(minor: use.limit, currency),
                            owed: Money(minor: use.owed, currency), link: terms.link("/projects/\(project)"))
                    )
                }
            } else if month == today.month, use?.contract.from == day {
                // Paid meanwhile; before the month is over more may be owed again.
                try records.postpone(
                    message, until: now.adding(seconds: 86_400), trouble: "no more is owed than the limit")
                return 0
            } else {
                letters = []
            }
        case .thawed(let pid, let at):
            let when = Phrase(at, in: try records.knownProject(pid).project.region.profile.zone)
            letters = try owner(of: pid, records).map { [($0, .thawed(pid, when))] } ?? []
        case .conserved(let pid, let at), .conservationEnded(let pid, let at):
            let when = Phrase(at, in: try records.knownProject(pid).project.region.profile.zone)
            let link = terms.link("/projects/\(pid)/conservation")
            let begins = if case .conserved = notice { true } else { false }
            letters =
                try owner(of: pid, records).map {
                    [
                        (
                            $0,
                            begins
                                ? .conserved(pid, since: when, link: link)
                                : .conservationEnded(pid, at: when, link: link)
                        )
                    ]
                } ?? []
        case .frozen(let pid, let since):
            let project = try records.knownProject(pid)
            for reminder in [
                Notice.halfTerm(pid, since: since), .lastDay(pid, since: since), .termOver(pid, since: since),
            ] {
                if let at = time(of: reminder, project) {
                    try records.post(.notice(reminder.subject, to: message.account), at: now, due: at)
                }
            }
            letters = try told(pid, since: since, project, .begun, records)
        case .halfTerm(let pid, let since), .lastDay(let pid, let since), .termOver(let pid, let since):
            let project = try records.knownProject(pid)
            // The first real money makes the term longer: then it is told later.
            if let at = time(of: notice, project), at > now {
                try records.postpone(message, until: at, trouble: "the term became longer")
                return 0
            }
            let kind: LetterText.Term =
                switch notice {
                case .lastDay: .lastDay
                case .termOver: .over
                default: .half
                }
            letters = try told(pid, since: since, project, kind, records)
        }
        for letter in letters {
            try records.insert(
                Letter(
                    id: "notice/\(message.account)/\(message.subject)/\(letter.to.email)",
                    kind: letter.text.kind,
                    to: letter.to.email, language: letter.to.language,
                    subject: letter.text.subject.text(letter.to.language),
                    body: letter.text.body.text(letter.to.language), createdAt: now))
        }
        try records.finish(message, at: now)
        return letters.count
    }

    /// The letters with a package's copies, when all of its papers are printed. What a person has sent meanwhile goes
    /// again only if staff want it.
    private func write(
        copiesOf package: PackageName, isAgain: Bool, _ waiting: OutboxMessage.Waiting, at now: Moment,
        _ records: any Records
    ) throws -> Int {
        try records.lock(.account(package.account))
        var count = 0
        if try isAgain || !PackageState(records.dispatches(of: package)).isCopied,
            let copies = try records.copies(of: package)
        {
            guard let written = try copies.write(at: now, records) else {
                try records.postpone(
                    waiting.message, until: waiting.nextTry(after: now), trouble: "papers are not printed yet"
                )
                return 0
            }
            count = written
        }
        try records.finish(waiting.message, at: now)
        return count
    }

    /// The letter of a project that is frozen still, since that very instant; of one that thawed there is none.
    private func told(
        _ pid: PID, since: Moment, _ project: ProjectRecord, _ term: LetterText.Term, _ records: any Records
    ) throws -> [(to: Recipient, text: LetterText)] {
        guard case .frozen(since, let due) = project.state, let to = try owner(of: pid, records) else {
            return []
        }
        // A short term has no half to speak of (D12).
        if term == .half, due != longest(since, project) { return [] }
        let zone = project.project.region.profile.zone
        return [
            (
                to,
                .frozen(
                    pid, term, since: Phrase(since, in: zone), deletion: Phrase(due, in: zone),
                    link: terms.link("/projects/\(pid)/top-up"))
            )
        ]
    }

    /// When a reminder is to be written, as the project stands; nil where it is not frozen since that instant.
    private func time(of notice: Notice, _ project: ProjectRecord) -> Moment? {
        guard case .frozen(let since, let due) = project.state else { return nil }
        switch notice {
        case .halfTerm(_, since):
            let longest = longest(since, project)
            return since.adding(seconds: (longest.microseconds - since.microseconds) / 2_000_000)
        case .lastDay(_, since): return due.adding(seconds: -86_400)
        case .termOver(_, since): return due
        default: return nil
        }
    }

    private func longest(_ since: Moment, _ project: ProjectRecord) -> Moment {
        let profile = project.project.region.profile
        return since.adding(seconds: profile.deletion.on(profile.zone.day(of: since)).paidSeconds)
    }

    private struct Recipient: Hashable {
        let email: EmailAddress
        let language: Language
    }

    /// A project's owner; of one that nobody signs in to, the address its account was opened with.
    private func owner(of pid: PID, _ records: any Records) throws -> Recipient? {
        let project = try records.knownProject(pid).project
        guard let account = try records.account(project.account),
            let (email, language) = try LimitWatch(records: records, now: clock.now()).recipient(pid, account)
        else { return nil }
        return Recipient(email: email, language: language)
    }

    /// Who owns all projects of an account in a region: what is owed in one of them is not for whoever sees another
    /// alone. Where nobody does, the address that the account was opened with.
    private func owners(
        of account: Account, in region: Region, _ records: any Records
    ) throws -> [(to: Recipient, project: PID)] {
        let projects = account.projects.filter { $0.region == region }.map(\.pid).sorted()
        guard let first = projects.first else { return [] }
        var found: Set<Recipient>?
        for project in projects {
            let own = Set(
                try records.members(of: project).filter { $0.membership.roles.contains(.owner) }.map {
                    Recipient(email: $0.user.email, language: $0.user.language)
                })
            found = found?.intersection(own) ?? own
        }
        if let found, !found.isEmpty {
            return found.sorted { $0.email.text.precedesBytewise($1.email.text) }.map { ($0, first) }
        }
        // Silence is right: where the account has no address that letters reach, there is nobody to tell.
        guard let email = try? EmailAddress(account.email) else { return [] }
        return [(Recipient(email: email, language: Language(rawValue: account.locale) ?? .ru), first)]
    }

    /// Owners of an account's projects in a region, and the accountants among their members, each with a project of
    /// theirs.
    private func recipients(
        of id: AccountID, in region: Region, _ records: any Records
    ) throws -> [(to: Recipient, project: PID)] {
        guard let account = try records.account(id) else { return [] }
        let projects = account.projects.filter { $0.region == region }.map(\.pid)
        var found: [(to: Recipient, project: PID)] = []
        for project in projects {
            for member in try records.members(of: project)
            where !member.membership.roles.isDisjoint(with: [.owner, .accountant]) {
                found.append(
                    (Recipient(email: member.user.email, language: member.user.language), project))
            }
        }
        // Silence is right: where the account has no address that letters reach, there is nobody to tell.
        if found.isEmpty, let project = projects.first, let email = try? EmailAddress(account.email) {
            found = [
                (Recipient(email: email, language: Language(rawValue: account.locale) ?? .ru), project)
            ]
        }
        return Dictionary(found.map { ($0.to.email, $0) }, uniquingKeysWith: { first, _ in first }).values
            .sorted { $0.to.email.text.precedesBytewise($1.to.email.text) }
    }
}

/// Where letters lead to.
package struct NoticeTerms: Hashable, Sendable {
    /// The cabinet's address without a stroke at the end; nil = letters name pages by words alone.
    package let cabinet: String?

    package init(cabinet: String? = nil) { self.cabinet = cabinet }

    func link(_ path: String) -> String? { cabinet.map { $0 + path } }
}

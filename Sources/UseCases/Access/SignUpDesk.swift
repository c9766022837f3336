package import Access
package import Basics
import Contracts
package import Counterparties
import Notices
import Projects
import Regions
import Requisites
package import Wording

/// What somebody who signs up fills in.
package struct SignUpDraft: Sendable {
    package var email = ""
    package var password = ""
    package var name = ""
    /// An individual or a company, as the law knows it.
    package var party = CounterpartyDraft()

    package init() {}
}

/// Opens accounts for those who come, and projects for those who have one.
package struct SignUpDesk: Sendable {
    let ground: AccessGround

    /// Opens an account with its first project and its owner in one transaction, and sends a letter to confirm the
    /// address. Who is known already gets a letter saying so; whoever signs up learns nothing of it.
    package func signUp(_ draft: SignUpDraft, at site: Site, in language: Language, from caller: Caller)
        throws
    {
        let email = try EmailAddress(draft.email)
        try ground.terms.password.check(draft.password, of: email)
        var party = draft.party
        if party.residency.isEmpty { party.residency = site.region.profile.country.alpha2 }
        if party.kind == "individual", party.name == nil { party.name = draft.name }
        _ = try party.checked()
        let name = draft.name.isEmpty ? party.name ?? "" : draft.name
        guard !name.isEmpty, name.utf8.count <= 200 else { throw AccessProblem.noName }
        let now = ground.clock.now()
        try ground.admit(
            [
                (ground.tried("letter", email.text), ground.terms.letterDelay),
                ("network/\(caller.network)", ground.terms.networkDelay),
            ], at: now)
        // Whoever is known costs as much time as whoever is not.
        let password = try ground.secrets.passwords.hash(draft.password)
        try ground.store.transaction { records in
            try records.lock(.user(email))
            if let known = try records.user(emailed: email, on: .cabinet) {
                return try again(known, password, party, at: site, now, records)
            }
            let pid = try ground.secrets.pid { try records.project($0) != nil }
            var account = AccountDraft()
            account.account = ground.ids.guid()
            account.email = email.text
            account.locale = language.rawValue
            account.registered = now.description
            account.counterparty = party
            // The offer is accepted by signing up, in the edition of the day (R37, R45).
            account.offer = OfferDraft(
                number: try records.completedSupplier(site.region).offerNumber,
                date: site.region.profile.zone.day(of: now).description)
            account.projects = [ProjectDraft(pid: pid.text, region: site.region.rawValue, created: nil)]
            _ = try records.register(account, ground.digest)
            try records.markClaimed(AccountID(account.account))
            let user = User(
                id: UserID(ground.ids.guid()), side: .cabinet, email: email, name: name, language: language,
                password: password, account: AccountID(account.account), createdAt: now, confirmedAt: nil)
            try records.insert(user)
            try records.keep(Membership(user: user.id, roles: [.owner]), in: pid, at: now)
            try confirm(user, at: site, now, records)
        }
    }

    /// Shows that the address is the user's: whoever has the link and the password. The password is asked for because
    /// somebody else may have signed up with the address.
    package func confirm(_ code: String, password: String, from caller: Caller) throws {
        let now = ground.clock.now()
        try ground.admit([("network/\(caller.network)", ground.terms.networkDelay)], at: now)
        let user = try ground.store.read { try confirming(code, now, $0).user }
        try ground.admit([(ground.tried("confirmation", user.id.text), ground.terms.accountDelay)], at: now)
        guard try ground.secrets.passwords.matches(password, user.password) else {
            throw AccessProblem.wrongPassword
        }
        try ground.store.transaction { records in
            try records.lock(.user(user.email))
            var (code, current) = try confirming(code, now, records)
            guard current.password == user.password, current.disabledAt == nil else {
                throw AccessProblem.deadLink
            }
            current.confirmedAt = now
            try records.save(current)
            try records.spend(code)
            try ground.forgive("network/\(caller.network)", records)
        }
    }

    /// Sweeps away sign-ups that nobody confirmed within the term and nothing has come to rest on: no money, usage,
    /// document, request or other user. The address may sign up again. One that fails stops no other.
    package func sweep(limit: Int = 500, while goesOn: () -> Bool = { true }) throws -> Sweep {
        let now = ground.clock.now()
        let term = now.adding(seconds: -ground.terms.signUpSeconds)
        let abandoned = try ground.store.read {
            try $0.abandonedSignUps(before: term, at: now, limit: limit)
        }
        var sweep = Sweep()
        for user in abandoned where goesOn() {
            do {
                let isGone = try ground.store.transaction { records in
                    try records.lock(.user(user.email))
                    guard let id = user.account, let account = try records.account(id) else { return false }
                    try records.lock(account.projects.map(\.pid))
                    try records.lock(.account(id))
                    return try records.sweep(signUpOf: user, account: id, before: term, at: now)
                }
                if isGone { sweep.swept += 1 }
            } catch let problem as NodesProblem { throw problem } catch {
                sweep.failed.append((user.id, error))
            }
        }
        return sweep
    }

    /// What became of sign-ups that nobody confirmed.
    package struct Sweep: Sendable {
        /// How many went.
        package fileprivate(set) var swept = 0
        package fileprivate(set) var failed: [(user: UserID, error: any Error)] = []
    }

    /// Another project for the user's own account, of the region it was opened in; the creator is its owner (R17).
    /// The session is a new one from here on: it may do more than before.
    package func createProject(_ visit: SignedVisit) throws -> (pid: PID, token: String) {
        let now = ground.clock.now()
        return try ground.store.transaction { records in
            try records.lock(.user(visit.user.email))
            guard let id = visit.user.account, let region = try records.account(id)?.home else {
                throw AccessProblem.noAccount
            }
            let owned = try records.projects(ofMember: visit.user.id).filter { $0.value.contains(.owner) }
            let most = min(visit.user.projects ?? ground.terms.projects, ground.terms.mostProjects)
            guard owned.count < most else { throw AccessProblem.quota(most) }
            let pid = try ground.secrets.pid { try records.project($0) != nil }
            _ = try records.add(
                ProjectDraft(pid: pid.text, region: region.rawValue, created: nil), to: id, at: now)
            try records.keep(Membership(user: visit.user.id, roles: [.owner]), in: pid, at: now)
            try records.markSessionsStale(of: visit.user.id)
            return (pid, try ground.renew(visit, at: now, records))
        }
    }

    private func again(
        _ known: User, _ password: String, _ party: CounterpartyDraft, at site: Site, _ now: Moment,
        _ records: any Records
    ) throws {
        if known.confirmedAt == nil {
            // Nobody has shown that the address is theirs: what was typed last is what is to be confirmed.
            var user = known
            user.password = password
            try records.save(user)
            if let id = known.account {
                let projects = try records.account(id)?.projects.map(\.pid) ?? []
                try records.lock(projects)
                for region in Region.allCases { try records.lock(.closing(region)) }
                try records.lock(.account(id))
                if var draft = try records.accountDraft(id), draft.counterparty != party,
                    try isUntouched(id, now, records)
                {
                    draft.counterparty = party
                    try records.change(
                        try draft.checked(), draft: draft,
                        digest: ground.digest.sha256(draft.canonicalBytes), by: known.id, at: now)
                }
            }
            return try confirm(user, at: site, now, records)
        }
        try ground.send(.known(site: site.base), to: known.email, in: known.language, at: now, records)
    }

    /// Whether nothing rests on who the account is: no contract, no charge, no closed month.
    private func isUntouched(_ id: AccountID, _ now: Moment, _ records: any Records) throws -> Bool {
        guard let account = try records.account(id), account.agreements.contracts.isEmpty else {
            return false
        }
        return try account.regions.allSatisfy { region in
            let month = region.profile.zone.day(of: now).month
            // The closed months of an individual are the region's own.
            let closed =
                account.counterparty.receivesDocuments ? try records.lastClosed(id, in: region) : nil
            return try closed == nil
                && records.firstActiveMonth(of: account, in: region, after: nil, before: month.next) == nil
        }
    }

    private func confirm(_ user: User, at site: Site, _ now: Moment, _ records: any Records) throws {
        let seconds = ground.terms.confirmationSeconds
        let code = try ground.code(
            .confirmation(user.id), for: user.email, seconds: seconds, at: now, records)
        try ground.send(
            .confirmation(link: site.link("confirmation", code), hours: Int(seconds / 3600)),
            to: user.email, in: user.language, at: now, records)
    }

    private func confirming(
        _ text: String, _ now: Moment, _ records: any Records
    ) throws -> (code: OneTimeCode, user: User) {
        let code = try ground.code(text, at: now, records)
        guard case .confirmation(let id) = code.purpose, let user = try records.user(id) else {
            throw AccessProblem.deadLink
        }
        return (code, user)
    }
}

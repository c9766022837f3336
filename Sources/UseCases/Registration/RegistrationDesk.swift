package import Access
package import Basics
package import Counterparties
import Projects
import Regions
import Requisites

/// Additional registration (R29–R33): a tax id, what a registry knows of it, the rest by hand, the legal address.
/// Saving is the profile's own verb.
package struct RegistrationDesk: Sendable {
    let ground: AccessGround
    let registry: Registry
    let profiles: ProfilesDesk

    package struct Beginning: Sendable {
        package let profile: ProfilesDesk.Profile
        /// Why there is no such registration here, and the way there is; nil = go on.
        package let refusal: (any Problem)?
    }

    /// What came of a look-up.
    package struct Found: Sendable {
        package let party: FoundParty
        /// Why the registry told nothing: then by hand.
        package let outage: (any Problem)?
    }

    package func begin(_ pid: PID, for viewer: Viewer) throws -> Beginning {
        let profile = try profiles.profile(of: pid, for: viewer)
        do { try RegistrationRules.check(profile.head.region) } catch let problem as RegistrationProblem {
            return Beginning(profile: profile, refusal: problem)
        }
        return Beginning(profile: profile, refusal: profile.lock)
    }

    /// Looks a tax id up. A registry that is silent, busy or not to be understood stands in nobody's way.
    package func find(_ number: String, kpp: String?, of pid: PID, by viewer: Viewer) throws -> Found {
        if let refusal = try begin(pid, for: viewer).refusal { throw refusal }
        let inn = try INN(number)
        try admit(viewer)
        do {
            return Found(
                party: try FoundParty(try registry.parties(inn), of: inn.text, kpp: kpp), outage: nil)
        } catch let problem as RegistrationProblem where problem.kind == .unavailable {
            return Found(party: .none, outage: problem)
        }
    }

    /// The details with the bank's name and correspondent account, where a registry knows them. One that has closed is
    /// refused; one that is `known` already is not asked about again. Neither a registry that tells nothing nor too many
    /// look-ups stand in anybody's way.
    package func withBank(
        _ draft: CounterpartyDraft, known: CounterpartyDraft? = nil, by viewer: Viewer
    ) throws -> CounterpartyDraft {
        guard let number = draft.bank?.bik, number != known?.bank?.bik else { return draft }
        let bik = try BIK(number)
        let bank: RegisteredBank?
        do {
            try admit(viewer)
            bank = try registry.bank(bik)
        } catch let problem as any Problem where problem.kind == .unavailable { bank = nil }
        guard let bank else { return draft }
        guard bank.isActive else { throw RegistrationProblem.bankEnded(bank.name) }
        var draft = draft
        draft.bank?.bank = bank.name
        if let correspondent = bank.correspondent { draft.bank?.corr = correspondent }
        return draft
    }

    /// Each look-up may cost the provider money, so each counts before it is made.
    private func admit(_ viewer: Viewer) throws {
        guard let user = viewer.user else { return }
        try ground.admit(
            [(ground.tried("lookup", user.text), ground.terms.lookupDelay)], at: ground.clock.now())
    }
}

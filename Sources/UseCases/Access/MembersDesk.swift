package import Access
package import Basics
import Notices
import Projects
package import Wording

/// Who takes part in a project: the owner and superadministrators invite, give roles and remove.
package struct MembersDesk: Sendable {
    let ground: AccessGround

    package struct List: Sendable {
        package let project: PID
        package let members: [(user: User, membership: Membership)]
        package let invitations: [OneTimeCode]
    }

    package func list(_ project: PID, for viewer: Viewer) throws -> List {
        let now = ground.clock.now()
        return try ground.store.read { records in
            try check(project, viewer, records)
            return List(
                project: project, members: try records.members(of: project),
                invitations: try records.invitations(to: project, at: now))
        }
    }

    /// Sends an invitation with the roles it will give.
    package func invite(
        email typed: String, roles: Set<CustomerRole>, to project: PID, by visit: SignedVisit, at site: Site
    ) throws {
        let now = ground.clock.now()
        let email = try EmailAddress(typed)
        try ground.store.read { try check(project, visit.viewer, $0) }
        try Membership.check(given: roles)
        try ground.admit(
            [
                (ground.tried("invitation", email.text), ground.terms.letterDelay),
                (ground.tried("inviter", visit.user.id.text), ground.terms.inviterDelay),
            ], at: now)
        try ground.store.transaction { records in
            try records.lock([project])
            try check(project, visit.viewer, records)
            let members = try records.members(of: project)
            guard !members.contains(where: { $0.user.email == email }) else {
                throw AccessProblem.memberAlready(email)
            }
            // A later invitation takes the place of an earlier one.
            for old in try records.invitations(to: project, at: now) where old.email == email {
                try records.spend(old)
            }
            guard try records.invitations(to: project, at: now).count < ground.terms.invitations else {
                throw AccessProblem.tooManyInvitations(ground.terms.invitations)
            }
            let seconds = ground.terms.invitationSeconds
            let code = try ground.code(
                .invitation(project, roles, by: visit.user.id), for: email, seconds: seconds, at: now, records
            )
            let known = try records.user(emailed: email, on: .cabinet)
            try ground.send(
                .invitation(
                    project, roles, by: visit.user.email.text, link: site.link("invitation", code),
                    days: Int(seconds / 86_400)),
                to: email, in: known?.language ?? visit.user.language, at: now, records)
        }
    }

    /// Takes back what was sent to an address; there may be nothing any more.
    package func withdraw(_ typed: String, from project: PID, by visit: SignedVisit) throws {
        let now = ground.clock.now()
        let email = try EmailAddress(typed)
        try ground.store.transaction { records in
            try records.lock([project])
            try check(project, visit.viewer, records)
            for code in try records.invitations(to: project, at: now) where code.email == email {
                try records.spend(code)
            }
        }
    }

    package struct Invitation: Sendable {
        package let project: PID
        package let email: EmailAddress
        package let roles: Set<CustomerRole>
        /// Whether the address is a user's already, who then shows the password instead of choosing one.
        package let isKnown: Bool
    }

    /// What a link of an invitation is about.
    package func invitation(_ code: String) throws -> Invitation {
        let now = ground.clock.now()
        return try ground.store.read { records in
            let (code, project, roles) = try inviting(code, now, records)
            let user = try records.user(emailed: code.email, on: .cabinet)
            return Invitation(project: project, email: code.email, roles: roles, isKnown: user != nil)
        }
    }

    /// Makes who has the link a member: a user with their password, anybody else as a new user. An inviter who may
    /// not invite any more has invited nobody.
    package func accept(
        _ code: String, name: String, password: String, in language: Language, from caller: Caller
    ) throws {
        let now = ground.clock.now()
        try ground.admit([("network/\(caller.network)", ground.terms.networkDelay)], at: now)
        let (email, known) = try ground.store.read { records in
            let email = try inviting(code, now, records).code.email
            return (email, try records.user(emailed: email, on: .cabinet))
        }
        let guest: User
        if let known {
            try ground.admit(
                [(ground.account(email.text, on: .cabinet), ground.terms.accountDelay)], at: now)
            guard known.disabledAt == nil, try ground.secrets.passwords.matches(password, known.password)
            else {
                throw AccessProblem.wrongPassword
            }
            guest = known
        } else {
            guard !name.isEmpty, name.utf8.count <= 200 else { throw AccessProblem.noName }
            try ground.terms.password.check(password, of: email)
            guest = User(
                id: UserID(ground.ids.guid()), side: .cabinet, email: email, name: name, language: language,
                password: try ground.secrets.passwords.hash(password), createdAt: now, confirmedAt: now)
        }
        try ground.store.transaction { records in
            let named = try inviting(code, now, records).project
            try records.lock([named])
            try records.lock(.user(email))
            // Read again: one with other roles may have taken its place meanwhile.
            let (code, project, roles) = try inviting(code, now, records)
            let user = try records.user(emailed: email, on: .cabinet)
            guard user == known else { throw AccessProblem.deadLink }
            if known == nil {
                try records.insert(guest)
            } else if guest.confirmedAt == nil {
                var confirmed = guest
                confirmed.confirmedAt = now
                try records.save(confirmed)
            }
            try records.spend(code)
            guard try records.membership(of: guest.id, in: project) == nil else {
                throw AccessProblem.memberAlready(email)
            }
            try records.keep(Membership(user: guest.id, roles: roles), in: project, at: now)
            try ground.forgive("network/\(caller.network)", records)
            try records.markSessionsStale(of: guest.id)
        }
    }

    /// Gives a member other roles, whose sessions go on under other tokens: at its next request each gets a new one, and
    /// from then on the one before opens nothing.
    package func change(
        _ user: UserID, to roles: Set<CustomerRole>, in project: PID, by visit: SignedVisit
    ) throws {
        let now = ground.clock.now()
        try ground.store.transaction { records in
            try records.lock([project])
            let member = try member(user, project, visit.viewer, records)
            let changed = try member.changed(to: roles)
            guard changed != member else { return }
            try records.keep(changed, in: project, at: now)
            try records.markSessionsStale(of: user)
        }
    }

    package func remove(_ user: UserID, from project: PID, by visit: SignedVisit) throws {
        try ground.store.transaction { records in
            try records.lock([project])
            try member(user, project, visit.viewer, records).checkRemovable()
            try records.removeMember(user, from: project)
            try records.markSessionsStale(of: user)
        }
    }

    /// The provider's staff hand a project over: the new owner is a member already, so has accepted an invitation, and the
    /// two swap their roles (R20). Both sign in anew.
    func handOver(_ project: PID, to typed: String, by author: Author) throws {
        let now = ground.clock.now()
        let email = try EmailAddress(typed)
        try ground.store.transaction { records in
            try records.lock([project])
            let known = try records.knownProject(project)
            let members = try records.members(of: project)
            guard let owner = members.first(where: { $0.membership.roles.contains(.owner) }),
                let next = members.first(where: { $0.user.email == email }), next.user.maySignIn
            else { throw AccessProblem.noMember }
            guard next.user.id != owner.user.id else { return }
            for email in [owner.user.email, next.user.email].sorted(by: { $0.text < $1.text }) {
                try records.lock(.user(email))
            }
            // The owner first: there is never more than one.
            try records.keep(
                Membership(user: owner.user.id, roles: next.membership.roles), in: project, at: now)
            try records.keep(
                Membership(user: next.user.id, roles: owner.membership.roles), in: project, at: now)
            try records.endSessions(of: owner.user.id)
            try records.endSessions(of: next.user.id)
            try records.keep(
                .handOver, on: "projects/\(project)", account: known.project.account,
                detail: "\(owner.user.email) \(email)", by: author, at: now)
        }
    }

    /// To whom it is not shown, the project is not there.
    private func check(_ project: PID, _ viewer: Viewer, _ records: any Records) throws {
        guard viewer.may(.members, in: project), try records.project(project) != nil else {
            throw ProjectsProblem.unknownProject(project.text)
        }
    }

    private func member(
        _ user: UserID, _ project: PID, _ viewer: Viewer, _ records: any Records
    ) throws -> Membership {
        try check(project, viewer, records)
        guard let member = try records.membership(of: user, in: project) else { throw AccessProblem.noMember }
        return member
    }

    private func inviting(
        _ text: String, _ now: Moment, _ records: any Records
    ) throws -> (code: OneTimeCode, project: PID, roles: Set<CustomerRole>) {
        let code = try ground.code(text, at: now, records)
        guard case .invitation(let project, let roles, let inviter) = code.purpose,
            let by = try records.user(inviter), by.maySignIn,
            try records.viewer(of: by).may(.members, in: project)
        else { throw AccessProblem.deadLink }
        return (code, project, roles)
    }
}

package import Access
package import Basics
import Notices
import Projects
package import Wording

/// Makes and looks after users: for whoever runs the machine, and for administrators among the staff.
package struct UsersDesk: Sendable {
    let ground: AccessGround

    /// What a user is made with.
    package enum Standing: Hashable, Sendable {
        case staff(Set<StaffRole>)
        /// Of a customer; an owner belongs to the project's account.
        case member(PID, Set<CustomerRole>)
    }

    @discardableResult
    package func create(
        email typed: String, name: String, password: String, _ standing: Standing, in language: Language,
        by viewer: Viewer, _ author: Author = .operatorAtMachine
    ) throws -> UserID {
        try check(viewer)
        let email = try EmailAddress(typed)
        guard !name.isEmpty, name.utf8.count <= 200 else { throw AccessProblem.noName }
        try ground.terms.password.check(password, of: email)
        let now = ground.clock.now()
        let hash = try ground.secrets.passwords.hash(password)
        return try ground.store.transaction { records in
            try records.lock(.user(email))
            var (side, roles, account): (AccessSide, Set<StaffRole>, AccountID?) = (.office, [], nil)
            switch standing {
            case .staff(let given):
                guard !given.isEmpty else { throw AccessProblem.noRole }
                roles = given
            case .member(let pid, let given):
                side = .cabinet
                guard !given.isEmpty else { throw AccessProblem.noRole }
                let project = try records.knownProject(pid)
                if given.contains(.owner) {
                    let members = try records.members(of: pid)
                    guard !members.contains(where: { $0.membership.roles.contains(.owner) }) else {
                        throw AccessProblem.ownerIsGiven
                    }
                    account = project.project.account
                }
            }
            guard try records.user(emailed: email, on: side) == nil else {
                throw AccessProblem.emailTaken(email)
            }
            let user = User(
                id: UserID(ground.ids.guid()), side: side, email: email, name: name, language: language,
                password: hash, staffRoles: roles, account: account, createdAt: now, confirmedAt: now)
            try records.insert(user)
            if case .member(let pid, let given) = standing {
                try records.keep(Membership(user: user.id, roles: given), in: pid, at: now)
                // Who owns one project of an account owns them all, where nobody does yet.
                if let account, let whole = try records.account(account) {
                    for project in whole.projects where project.pid != pid {
                        guard try records.members(of: project.pid).isEmpty else { continue }
                        try records.keep(Membership(user: user.id, roles: [.owner]), in: project.pid, at: now)
                    }
                }
            }
            try records.keep(
                .makeUser, on: "user/\(email)", account: account, detail: UsersDesk.words(standing),
                by: author,
                at: now)
            return user.id
        }
    }

    package struct Listed: Sendable {
        package let user: User
        package let projects: [PID: Set<CustomerRole>]
    }

    package func list(by viewer: Viewer, limit: Int = 1000) throws -> [Listed] {
        try check(viewer)
        return try ground.store.read { records in
            try records.users(limit: limit).map {
                Listed(user: $0, projects: try records.projects(ofMember: $0.id))
            }
        }
    }

    /// The provider's own people, by address.
    package func staff(by viewer: Viewer) throws -> [User] {
        try check(viewer)
        return try ground.store.read { try $0.staff(limit: 500) }
    }

    /// Makes somebody one of the staff, who sets a password by the link of a letter.
    package func invite(
        email typed: String, name: String, _ roles: Set<StaffRole>, at site: Site, in language: Language,
        by viewer: Viewer, _ author: Author
    ) throws {
        try check(viewer)
        let email = try EmailAddress(typed)
        guard !name.isEmpty, name.utf8.count <= 200 else { throw AccessProblem.noName }
        guard !roles.isEmpty else { throw AccessProblem.noRole }
        let now = ground.clock.now()
        // Nobody knows it, and nobody needs to.
        let hash = try ground.secrets.passwords.hash(ground.secrets.token())
        try ground.store.transaction { records in
            try records.lock(.user(email))
            guard try records.user(emailed: email, on: .office) == nil else {
                throw AccessProblem.emailTaken(email)
            }
            let user = User(
                id: UserID(ground.ids.guid()), side: .office, email: email, name: name, language: language,
                password: hash, staffRoles: roles, createdAt: now, confirmedAt: nil)
            try records.insert(user)
            let seconds = ground.terms.invitationSeconds
            let code = try ground.code(.reset(user.id), for: email, seconds: seconds, at: now, records)
            try ground.send(
                .staffInvitation(
                    roles, by: author.name, link: site.link("new-password", code),
                    days: Int(seconds / 86_400)), to: email, in: language, at: now, records)
            try records.keep(
                .makeUser, on: "user/\(email)", detail: UsersDesk.words(roles), by: author, at: now)
        }
    }

    private static func words(_ standing: Standing) -> String {
        switch standing {
        case .staff(let roles): words(roles)
        case .member(let pid, let roles): "\(pid): \(roles.sorted().map(\.rawValue).joined(separator: ", "))"
        }
    }

    private static func words(_ roles: Set<StaffRole>) -> String {
        roles.sorted().map(\.rawValue).joined(separator: ", ")
    }

    /// Gives staff other roles. Where one is taken their sessions end; where they only grow, sessions go on under other
    /// tokens.
    package func giveRoles(
        _ roles: Set<StaffRole>, to email: String, by viewer: Viewer,
        _ author: Author = .operatorAtMachine
    ) throws {
        guard !roles.isEmpty else { throw AccessProblem.noRole }
        try change(email, .office, by: viewer, (.giveRoles, UsersDesk.words(roles), author)) {
            $0.staffRoles = roles
        }
    }

    package func setPassword(_ password: String, of typed: String, on side: AccessSide, by viewer: Viewer)
        throws
    {
        try ground.terms.password.check(password, of: try EmailAddress(typed))
        let hash = try ground.secrets.passwords.hash(password)
        try change(typed, side, by: viewer, (.setPassword, side.rawValue, .operatorAtMachine)) {
            $0.password = hash
        }
    }

    /// Lets nobody in under the address any more, or again.
    package func disable(
        _ email: String, on side: AccessSide, isDisabled: Bool, by viewer: Viewer,
        _ author: Author = .operatorAtMachine
    ) throws {
        let now = ground.clock.now()
        try change(email, side, by: viewer, (isDisabled ? .endAccess : .openAccess, side.rawValue, author)) {
            $0.disabledAt = isDisabled ? now : nil
        }
    }

    /// Turns the second step off for who has lost the telephone, ends their sessions and tells them.
    package func turnSecondStepOff(_ email: String, on side: AccessSide, by viewer: Viewer) throws {
        try change(
            email, side, by: viewer, (.secondStepOff, side.rawValue, .operatorAtMachine),
            telling: .secondStepTaken
        ) { $0.secondStep = .off }
    }

    package func endSessions(of email: String, on side: AccessSide, by viewer: Viewer) throws {
        try change(email, side, by: viewer, (.endSessions, side.rawValue, .operatorAtMachine)) { _ in }
    }

    private func change(
        _ typed: String, _ side: AccessSide, by viewer: Viewer,
        _ kept: (action: StaffAction, detail: String, author: Author), telling letter: LetterText? = nil,
        _ body: (inout User) -> Void
    ) throws {
        try check(viewer)
        let email = try EmailAddress(typed)
        let now = ground.clock.now()
        try ground.store.transaction { records in
            // Two administrators that remove each other at once would both be the last; and the key of second steps
            // may be replaced meanwhile.
            try records.lock(.staff)
            try records.lock(.user(email))
            guard var user = try records.user(emailed: email, on: side) else {
                throw AccessProblem.noUser(email.text)
            }
            let before = user
            body(&user)
            if before.isHead, !user.isHead {
                guard try records.staff(limit: 500).contains(where: { $0.id != user.id && $0.isHead }) else {
                    throw AccessProblem.lastAdministrator
                }
            }
            try records.save(user)
            try records.keep(
                kept.action, on: "user/\(email)", detail: kept.detail, by: kept.author, at: now)
            if let letter { try ground.send(letter, to: email, in: user.language, at: now, records) }
            let hasGrown =
                user.staffRoles != before.staffRoles && user.staffRoles.isSuperset(of: before.staffRoles)
            if hasGrown {
                try records.markSessionsStale(of: user.id)
            } else {
                try records.endSessions(of: user.id)
            }
        }
    }

    private func check(_ viewer: Viewer) throws {
        guard viewer.mayEverywhere(.staff) else { throw AccessProblem.notAllowed }
    }
}

extension User {
    /// Whether it can let others in: an administrator who can sign in.
    fileprivate var isHead: Bool { staffRoles.contains(.administrator) && maySignIn }
}

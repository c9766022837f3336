import Access
import Basics
import Projects
import Support
import Testing
import UseCases
import Wording

/// Members of a project.
@Suite struct MembersTests {
    private let site = Resort.cabinet

    private func invite(_ resort: Resort, _ email: String, _ roles: Set<CustomerRole>) throws -> PID {
        let owner = try resort.visit("anna@example.com")
        let pid = try resort.project(of: "anna@example.com")
        try resort.app.members.invite(email: email, roles: roles, to: pid, by: owner, at: site)
        return pid
    }

    private func resort() throws -> Resort {
        let resort = try Resort()
        try resort.settle("anna@example.com")
        return resort
    }

    private func accept(_ resort: Resort, _ email: String, password: String = Resort.password) throws {
        try resort.app.members.accept(
            try resort.code(in: "invitation", to: email), name: "Борис", password: password, in: .ru,
            from: Resort.caller)
    }

    @Test func `who is invited becomes a member with the roles of the invitation, once`() throws {
        let resort = try resort()
        let pid = try invite(resort, "boris@example.com", [.accountant])
        let code = try resort.code(in: "invitation", to: "boris@example.com")
        let invitation = try resort.app.members.invitation(code)
        #expect(invitation.project == pid && invitation.roles == [.accountant] && !invitation.isKnown)
        try accept(resort, "boris@example.com")
        #expect(throws: AccessProblem.deadLink) { try resort.app.members.invitation(code) }
        let visit = try resort.visit("boris@example.com")
        #expect(visit.viewer.rights(in: pid) == [.project, .documents, .reports])
        #expect(throws: AccessProblem.noAccount) { try resort.app.signUp.createProject(visit) }
    }

    @Test func `a user who is invited shows the own password and gets the project besides`() throws {
        let resort = try resort()
        try resort.settle("boris@example.com")
        let own = try resort.project(of: "boris@example.com")
        let pid = try invite(resort, "boris@example.com", [.viewer])
        #expect(throws: AccessProblem.wrongPassword) {
            try accept(resort, "boris@example.com", password: "somebody else's password")
        }
        try accept(resort, "boris@example.com")
        let viewer = try resort.visit("boris@example.com").viewer
        #expect(viewer.projects(with: .project) == .these([own, pid].sorted()))
    }

    @Test func `an invitation of who may not invite any more is dead, and so is an old one`() throws {
        let resort = try resort()
        let pid = try invite(resort, "boris@example.com", [.superadministrator])
        try accept(resort, "boris@example.com")
        let boris = try resort.visit("boris@example.com")
        try resort.app.members.invite(
            email: "vera@example.com", roles: [.viewer], to: pid, by: boris, at: site)
        let owner = try resort.visit("anna@example.com")
        try resort.app.members.change(boris.user.id, to: [.viewer], in: pid, by: owner)
        #expect(throws: AccessProblem.deadLink) { try accept(resort, "vera@example.com") }
        _ = try invite(resort, "gleb@example.com", [.viewer])
        try resort.later(seconds: 7 * 86_400)
        #expect(throws: AccessProblem.deadLink) { try accept(resort, "gleb@example.com") }
    }

    @Test func `a session that is to get another token does not outlive the end of all`() throws {
        let resort = try resort()
        let pid = try invite(resort, "boris@example.com", [.billingAdministrator])
        try accept(resort, "boris@example.com")
        let token = try resort.signIn("boris@example.com").token
        let boris = try #require(try resort.app.signIn.visit(token, on: .cabinet)).user
        try resort.app.members.change(
            boris.id, to: [.viewer], in: pid, by: try resort.visit("anna@example.com"))
        let app = resort.app
        let visit = try resort.town.beside {
            try $0.lock(.user(boris.email))
            try $0.endSessions(of: boris.id)
        } work: {
            try app.signIn.visit(token, on: .cabinet)
        }
        #expect(try visit.get() == nil)
        #expect(try resort.town.store.read { try $0.sessions(of: boris.id) }.isEmpty)
    }

    @Test func `other roles hold at once, and the member goes on under another token`() throws {
        let resort = try resort()
        let pid = try invite(resort, "boris@example.com", [.billingAdministrator])
        try accept(resort, "boris@example.com")
        let token = try resort.signIn("boris@example.com").token
        let boris = try #require(try resort.app.signIn.visit(token, on: .cabinet))
        #expect(boris.viewer.may(.topUp, in: pid))
        let owner = try resort.visit("anna@example.com")
        try resort.app.members.change(boris.user.id, to: [.viewer], in: pid, by: owner)
        try resort.later(seconds: 5)
        let next = try #require(try resort.app.signIn.visit(token, on: .cabinet))
        let renewed = try #require(next.renewed)
        #expect(renewed != token && !next.viewer.may(.topUp, in: pid) && next.viewer.may(.project, in: pid))
        #expect(next.session.createdAt == boris.session.createdAt, "it lives no longer than it would have")
        #expect(try resort.app.signIn.visit(token, on: .cabinet) == nil, "the token before is dead")
        #expect(try resort.app.signIn.visit(renewed, on: .cabinet)?.renewed == nil, "once")
        try resort.app.members.remove(boris.user.id, from: pid, by: owner)
        let gone = try #require(try resort.app.signIn.visit(renewed, on: .cabinet))
        #expect(gone.renewed != nil && gone.viewer.projects(with: .project) == .these([]))
        #expect(try resort.app.signIn.visit(renewed, on: .cabinet) == nil)
        #expect(try resort.visit("boris@example.com").viewer.projects(with: .project) == .these([]))
        #expect(throws: AccessProblem.noMember) {
            try resort.app.members.remove(boris.user.id, from: pid, by: owner)
        }
    }

    @Test
    func `nobody but owner and superadministrator touches members, and to others the project is not there`()
        throws
    {
        let resort = try resort()
        let pid = try resort.project(of: "anna@example.com")
        let owner = try resort.visit("anna@example.com")
        let gone = ProjectsProblem.unknownProject(pid.text)
        for (number, role) in CustomerRole.allCases.enumerated() where role != .owner {
            let email = "member\(number)@example.com"
            _ = try invite(resort, email, [role])
            try accept(resort, email)
            try resort.later(seconds: 900)
            let member = try resort.visit(email)
            if role == .superadministrator {
                #expect(try resort.app.members.list(pid, for: member.viewer).members.count >= 2)
            } else {
                #expect(throws: gone) { try resort.app.members.list(pid, for: member.viewer) }
                #expect(throws: gone) {
                    try resort.app.members.change(
                        member.user.id, to: [.superadministrator], in: pid, by: member)
                }
                #expect(throws: gone) { try resort.app.members.remove(owner.user.id, from: pid, by: member) }
                #expect(throws: gone) {
                    try resort.app.members.invite(
                        email: "x@example.com", roles: [.viewer], to: pid, by: member, at: site)
                }
            }
        }
        try resort.settle("stranger@example.com")
        let stranger = try resort.visit("stranger@example.com")
        #expect(throws: gone) { try resort.app.members.list(pid, for: stranger.viewer) }
    }

    @Test func `there is one owner, whom nobody removes, and nobody is made another`() throws {
        let resort = try resort()
        let pid = try invite(resort, "boris@example.com", [.superadministrator])
        try accept(resort, "boris@example.com")
        let boris = try resort.visit("boris@example.com")
        let owner = try resort.visit("anna@example.com").user.id
        #expect(throws: AccessProblem.ownerStays) {
            try resort.app.members.remove(owner, from: pid, by: boris)
        }
        #expect(throws: AccessProblem.ownerStays) {
            try resort.app.members.change(owner, to: [.viewer], in: pid, by: boris)
        }
        #expect(throws: AccessProblem.ownerIsGiven) {
            try resort.app.members.change(boris.user.id, to: [.owner], in: pid, by: boris)
        }
        #expect(throws: AccessProblem.ownerIsGiven) {
            try resort.app.members.invite(
                email: "vera@example.com", roles: [.owner], to: pid, by: boris, at: site)
        }
        #expect(throws: AccessProblem.ownerIsGiven) {
            try resort.app.users.create(
                email: "vera@example.com", name: "Вера", password: Resort.password, .member(pid, [.owner]),
                in: .ru, by: .house)
        }
    }

    @Test func `staff are made by the house and by administrators alone`() throws {
        let resort = try resort()
        try resort.staff("chief@example.com", [.administrator])
        try resort.staff("help@example.com", [.support])
        let chief = try resort.visit("chief@example.com", on: .office)
        let help = try resort.visit("help@example.com", on: .office)
        let customer = try resort.visit("anna@example.com")
        func make(_ viewer: Viewer) throws {
            try resort.app.users.create(
                email: "new@example.com", name: "Новый", password: Resort.password, .staff([.accountant]),
                in: .ru, by: viewer)
        }
        #expect(throws: AccessProblem.notAllowed) { try make(help.viewer) }
        #expect(throws: AccessProblem.notAllowed) { try make(customer.viewer) }
        try make(chief.viewer)
        #expect(throws: AccessProblem.emailTaken(try EmailAddress("new@example.com"))) { try make(.house) }
        let token = try resort.signIn("new@example.com", on: .office).token
        try resort.app.users.giveRoles([.accountant, .support], to: "new@example.com", by: chief.viewer)
        let grown = try #require(try resort.app.signIn.visit(token, on: .office))
        let renewed = try #require(grown.renewed)
        #expect(grown.viewer.mayEverywhere(.requests))
        #expect(try resort.app.signIn.visit(token, on: .office) == nil, "the token before is dead")
        try resort.app.users.giveRoles([.accountant], to: "new@example.com", by: chief.viewer)
        #expect(try resort.app.signIn.visit(renewed, on: .office) == nil, "who lost a role signs in anew")
    }

    @Test func `who gets a project more, or opens one, goes on under other tokens in every browser`() throws {
        let resort = try resort()
        try resort.settle("boris@example.com")
        let tokens = try (0..<2).map { _ in try resort.signIn("boris@example.com").token }
        let pid = try invite(resort, "boris@example.com", [.viewer])
        try accept(resort, "boris@example.com")
        let visits = try tokens.map { try #require(try resort.app.signIn.visit($0, on: .cabinet)) }
        #expect(visits.allSatisfy { $0.renewed != nil && $0.viewer.may(.project, in: pid) })
        #expect(try tokens.allSatisfy { try resort.app.signIn.visit($0, on: .cabinet) == nil })
        let own = try resort.app.signUp.createProject(visits[0])
        #expect(try resort.app.signIn.visit(own.token, on: .cabinet)?.renewed == nil)
        let other = try #require(try resort.app.signIn.visit(visits[1].renewed ?? "", on: .cabinet))
        #expect(other.renewed != nil && other.viewer.may(.deletion, in: own.pid))
    }
}

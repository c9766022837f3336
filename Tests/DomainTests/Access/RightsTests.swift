import Access
import Basics
import Testing

/// Who may do what (R22, R23, O31, D25).
struct RightsTests {
    private let own = The.project("mcs0000000001")
    private let others = The.project("mcs0000000002")

    private func viewer(_ roles: CustomerRole...) -> Viewer { .customer(UserID("u"), [own: Set(roles)]) }

    private func holders(of right: Right) -> Set<CustomerRole> {
        Set(CustomerRole.allCases.filter { viewer($0).may(right, in: own) })
    }

    @Test func `the balance is seen by all but the IAM administrator and the accountant`() {
        #expect(
            holders(of: .balance) == [
                .owner, .superadministrator, .projectAdministrator, .billingAdministrator, .viewer,
            ])
    }

    @Test func `the detail is seen by those who spend and those who pay`() {
        #expect(
            holders(of: .detail)
                == [.owner, .superadministrator, .projectAdministrator, .billingAdministrator])
    }

    @Test func `documents and reports are what an accountant has, and nothing else`() {
        let rights = viewer(.accountant).rights(in: own)
        #expect(rights == [.project, .documents, .reports])
    }

    @Test func `refunds, change of owner and deletion are the owner's alone, whoever asks`() {
        for right in [Right.refunds, .ownerChange, .deletion] {
            #expect(holders(of: right) == [.owner])
            #expect(StaffRole.allCases.allSatisfy { !right.isHeld(by: [$0]) })
        }
    }

    @Test func `conservation is the owner's; for an owner who asks, support does it`() {
        #expect(holders(of: .conservation) == [.owner])
        #expect(
            StaffRole.allCases.filter { Right.conservation.isHeld(by: [$0]) } == [.support, .administrator])
    }

    @Test func `rights of several roles add up`() {
        let both = viewer(.viewer, .accountant).rights(in: own)
        #expect(both == viewer(.viewer).rights(in: own).union(viewer(.accountant).rights(in: own)))
        #expect(viewer().rights(in: own).isEmpty)
    }

    @Test func `a role in one project is nothing in another`() {
        for role in CustomerRole.allCases {
            #expect(viewer(role).rights(in: others).isEmpty)
            #expect(Right.allCases.allSatisfy { !viewer(role).mayEverywhere($0) })
        }
    }

    @Test func `what several projects share is seen by who may see it in each of them`() {
        let one = viewer(.owner)
        #expect(one.may(.documents, inAllOf: [own]))
        #expect(!one.may(.documents, inAllOf: [own, others]) && !one.may(.documents, inAllOf: []))
        #expect(Viewer.staff(UserID("s"), [.support]).may(.documents, inAllOf: []))
    }

    @Test func `a question reaches no further than the right it asks for`() {
        let mixed = Viewer.customer(UserID("u"), [own: [.viewer], others: [.accountant]])
        #expect(mixed.projects(with: .balance) == .these([own]))
        #expect(mixed.projects(with: .documents) == .these([others]))
        #expect(mixed.projects(with: .project) == .these([own, others]))
        #expect(Viewer.staff(UserID("s"), [.support]).projects(with: .balance) == .all)
        #expect(Viewer.staff(UserID("s"), []).projects(with: .balance) == .these([]))
    }

    @Test func `every right is somebody's and every role has some`() {
        for right in Right.allCases {
            #expect(!right.holders.customers.isEmpty || !right.holders.staff.isEmpty, "\(right)")
        }
        for role in CustomerRole.allCases { #expect(!viewer(role).rights(in: own).isEmpty) }
    }

    @Test func `only owner and superadministrator rule over members`() {
        #expect(holders(of: .members) == [.owner, .superadministrator])
    }
}

/// Changing members of a project.
struct MembershipTests {
    private let anna = UserID("anna")

    @Test func `the owner is neither removed nor given other roles`() {
        let owner = Membership(user: anna, roles: [.owner])
        #expect(throws: AccessProblem.ownerStays) { try owner.changed(to: [.viewer]) }
        #expect(throws: AccessProblem.ownerStays) { try owner.checkRemovable() }
    }

    @Test func `nobody is made an owner beside the owner, nobody is left without a role`() throws {
        let member = Membership(user: anna, roles: [.viewer])
        #expect(throws: AccessProblem.ownerIsGiven) { try member.changed(to: [.owner, .viewer]) }
        #expect(throws: AccessProblem.noRole) { try member.changed(to: []) }
        #expect(try member.changed(to: [.accountant, .viewer]).roles == [.accountant, .viewer])
        try member.checkRemovable()
    }
}

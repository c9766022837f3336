import Access
import Basics
import Regions
package import UseCases
import Wording

/// Somebody of the demo who can sign in. The password is everybody's and no secret.
package struct DemoUser: Sendable {
    package let email: String
    package let name: String
    package let standing: UsersDesk.Standing
    package static let password = "lemon tea in the garden"
}

extension Play {
    /// Users for a few of the customers, in some roles, and one of the staff in each role.
    func people() throws -> [DemoUser] {
        // Before the first of them asks for something.
        clock.move(to: Play.moment("2026-09-24T06:00:00Z"))
        let firsts = Region.allCases.compactMap { region in Cast.all.first { $0.region == region } }
        let customers = firsts.enumerated().flatMap { number, customer -> [DemoUser] in
            guard let pid = customer.pids.first else { return [] }
            let roles: [CustomerRole] = number == 0 ? CustomerRole.allCases : [.owner]
            return roles.map { role in
                DemoUser(
                    email: "\(role.rawValue)@\(customer.region.rawValue).example", name: customer.name,
                    standing: .member(pid, [role]))
            }
        }
        let staff = StaffRole.allCases.map {
            DemoUser(email: "\($0.rawValue)@office.example", name: $0.rawValue, standing: .staff([$0]))
        }
        for user in customers + staff {
            try app.users.create(
                email: user.email, name: user.name, password: DemoUser.password, user.standing, in: .ru,
                by: .house)
        }
        try requests(of: customers + staff)
        return customers + staff
    }
}

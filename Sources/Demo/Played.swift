package import Basics
package import Payments
package import Projects
package import Regions
package import UseCases

/// What the whole play has left behind.
package struct Played: Sendable {
    package let customers: [Customer]
    package let months: [PlayedMonth]
    package let unclear: [BankLineRecord]
    package let held: [HeldFile]
    package let frozen: [FrozenProject]
    /// Changes of state in all projects: freezings and thaws.
    package let freezings: Int
    package let thaws: Int
    package let people: [DemoUser]

    /// A bank file that waits for a person.
    package struct HeldFile: Sendable {
        package let name: String
        package let reasons: [PaymentsProblem]
        package let lines: Int
        package let amount: Int64
        package let region: Region
    }

    /// A project that is frozen at the end.
    package struct FrozenProject: Sendable {
        package let pid: PID
        package let region: Region
        package let customer: String
        package let state: ProjectState
        package let balance: Money
    }
}

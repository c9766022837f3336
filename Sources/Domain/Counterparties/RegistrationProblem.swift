package import Basics
package import Regions

/// What can stand in the way of an additional registration.
package enum RegistrationProblem: Problem, Equatable {
    /// The region's customers give their details to the document department.
    case notInRegion(Region)
    /// No resident of the region's country.
    case notResident(Region)
    /// Liquidated, or its number is in use no more.
    case ended(String)
    case bankEnded(String)
    /// A line of a registry file, or an answer, that lacks what a party has.
    case badRecord(String)
    case registrySilent
    case registryBusy
    case registryUnreadable
    /// The registry does not take our key.
    case registryLocked

    package var code: String {
        switch self {
        case .notInRegion: "registration.not-in-region"
        case .notResident: "registration.not-resident"
        case .ended: "registration.ended"
        case .bankEnded: "registration.bank-ended"
        case .badRecord: "registration.bad-record"
        case .registrySilent: "registration.registry-silent"
        case .registryBusy: "registration.registry-busy"
        case .registryUnreadable: "registration.registry-unreadable"
        case .registryLocked: "registration.registry-locked"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .notInRegion, .notResident, .ended, .bankEnded: .forbidden
        case .badRecord: .invalid
        case .registrySilent, .registryBusy, .registryUnreadable, .registryLocked: .unavailable
        }
    }
}

/// How long things hold and how much is allowed: parameters of access, in one place.
package struct AccessTerms: Hashable, Sendable {
    /// Of signing in: how long a session lives.
    package struct SessionTerm: Hashable, Sendable {
        /// Without a request.
        package let idleSeconds: Int64
        /// Whatever is done.
        package let absoluteSeconds: Int64
    }

    package var password = PasswordRule(shortest: 12, longest: 512)
    package var cabinet = SessionTerm(idleSeconds: 24 * 3600, absoluteSeconds: 14 * 86_400)
    package var office = SessionTerm(idleSeconds: 30 * 60, absoluteSeconds: 12 * 3600)
    /// Between the password and the second step.
    package var secondStepSeconds: Int64 = 600
    package var confirmationSeconds: Int64 = 24 * 3600
    /// From signing up until an address that nobody confirmed is swept, and the account with it.
    package var signUpSeconds: Int64 = 7 * 86_400
    package var resetSeconds: Int64 = 1800
    package var invitationSeconds: Int64 = 7 * 86_400
    /// By what is known of an account or a device.
    package var accountDelay = SignInDelay(free: 4, firstSeconds: 1, mostSeconds: 900)
    /// Many people may sit behind one network.
    package var networkDelay = SignInDelay(free: 30, firstSeconds: 1, mostSeconds: 900, leakSeconds: 60)
    /// Right passwords too cost work and a session each.
    package var signedInDelay = SignInDelay(free: 60, firstSeconds: 1, mostSeconds: 60, leakSeconds: 60)
    /// Invitations one user sends.
    package var inviterDelay = SignInDelay(free: 30, firstSeconds: 10, mostSeconds: 600, leakSeconds: 60)
    /// Look-ups in a registry of one user: each may cost money.
    package var lookupDelay = SignInDelay(
        free: 20, firstSeconds: 60, mostSeconds: 3600, leakSeconds: 180)
    /// Of one user at a time; beginning another ends the one used longest ago.
    package var sessions = 50
    /// To one project, waiting at a time.
    package var invitations = 50
    /// A letter that anybody can ask for is sent so often to one address.
    package var letterDelay = SignInDelay(free: 3, firstSeconds: 60, mostSeconds: 3600)
    /// Failures are forgotten after so long without a new one.
    package var forgetSeconds: Int64 = 86_400
    /// Of one user, unless raised for them; and in any case (R17).
    package var projects = 5
    package var mostProjects = 100

    package init() {}

    package func session(of side: AccessSide) -> SessionTerm { side == .office ? office : cabinet }
}

/// Which door somebody comes by: customers to the cabinet, the provider's people to the office.
package enum AccessSide: String, CaseIterable, Hashable, Sendable {
    case cabinet
    case office
}

package import Basics

/// Where official rates come from: the central bank's own publication. It may be slow, silent or wrong, so it is never
/// asked inside a transaction.
package struct RateSource: Sendable {
    /// Whose they are, as trails and lists name it: a host.
    package let name: String
    /// The rates that rule on a day: those set for it or, where it has none, the last before it, whose day they bear.
    /// Throws `DocumentsProblem.ratesUnavailable` or `.ratesUnreadable`.
    package let rates: @Sendable (Day) throws -> [OfficialRate]

    package init(name: String, _ rates: @escaping @Sendable (Day) throws -> [OfficialRate]) {
        self.name = name
        self.rates = rates
    }
}

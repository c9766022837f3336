package import Basics

/// A time in which a project is not frozen whatever it owes: staff put the freezing off while a transfer is on its way, or
/// let a frozen project work again before its money has come (Q16, Q17).
package struct FreezeDeferral: Hashable, Sendable {
    package let from: Moment
    /// From here on the balance decides again.
    package let until: Moment

    package init(from: Moment, until: Moment) {
        precondition(from < until, "a deferral ends after it begins")
        self.from = from
        self.until = until
    }

    /// For so many days at a time.
    package static let days = 1...7

    package func covers(_ instant: Moment) -> Bool { from <= instant && instant < until }
}

package import Basics

/// The order of movements within a project (D8): by instant; at one instant charges, then what
/// expires, then credits, then a change of scheme; then by id, bytewise.
package struct MovementOrder: Hashable, Comparable, Sendable {
    package enum Rank: Int, Comparable, Sendable {
        case charge
        case expiry
        case credit
        case schemeSwitch
        /// Money taken back by a person: after all that moved by itself.
        case takeBack

        package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }

    package let at: Moment
    package let rank: Rank
    package let id: String
    /// An event's source; empty for all else.
    package let source: String

    package init(at: Moment, rank: Rank, id: String, source: String = "") {
        self.at = at
        self.rank = rank
        self.id = id
        self.source = source
    }

    package static func < (a: Self, b: Self) -> Bool {
        if a.at != b.at { return a.at < b.at }
        if a.rank != b.rank { return a.rank < b.rank }
        if !a.id.utf8.elementsEqual(b.id.utf8) { return a.id.precedesBytewise(b.id) }
        return a.source.precedesBytewise(b.source)
    }
}

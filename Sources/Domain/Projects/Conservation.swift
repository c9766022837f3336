package import Basics

/// A project's times without charges, asked for by its owner (D13, R61): begun and ended in turn, never taken back.
package struct Conservation: Hashable, Sendable {
    /// When it began, when it ended, when it began again: each behind the one before.
    package let turns: [Moment]

    package init(turns: [Moment] = []) {
        precondition(
            zip(turns, turns.dropFirst()).allSatisfy { $0 < $1 },
            "a turn of conservation is behind the last one")
        self.turns = turns
    }

    /// What its owner does: begin it, or end it at any time after.
    package enum Turn: String, CaseIterable, Hashable, Sendable {
        case begun
        case ended
    }

    /// Since when it lasts; nil = it does not.
    package var since: Moment? { turns.count.isMultiple(of: 2) ? nil : turns.last }

    /// Whether usage that ends at an instant is a dispute: behind a beginning and not behind its end. When it arrives, and
    /// what else does, is all one.
    package func disputes(_ end: Moment) -> Bool {
        !turns.isEmpty && !turns.count { $0 < end }.isMultiple(of: 2)
    }

    /// Since when it lasted at an instant; from the beginning itself on, until its end itself.
    package func since(asOf instant: Moment) -> Moment? {
        let passed = turns.prefix { $0 <= instant }
        return passed.count.isMultiple(of: 2) ? nil : passed.last
    }

    /// Takes the next turn. It lies behind the one before and behind all that is settled, whatever the clock says: what was
    /// charged stays charged.
    package func taking(
        _ turn: Turn, of pid: PID, at now: Moment, settledUntil: Moment
    ) throws(ProjectsProblem) -> Conservation {
        switch (turn, since) {
        case (.begun, _?): throw .conservedAlready(pid)
        case (.ended, nil): throw .notConserved(pid)
        default: break
        }
        let behind = max(settledUntil, turns.last ?? settledUntil).microseconds + 1
        return Conservation(turns: turns + [max(now, Moment(microseconds: behind))])
    }
}

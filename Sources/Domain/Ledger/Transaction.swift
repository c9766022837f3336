package import Basics

/// An account of a book by its code; what the codes mean is Books' matter.
package struct AccountCode: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) { self.text = text }

    package var description: String { text }

    package static func == (a: Self, b: Self) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }

    package static func < (a: Self, b: Self) -> Bool { a.text.precedesBytewise(b.text) }

    package func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

/// A book of its own: a project's or a supplier's. Its transactions are numbered 1…N and chained by
/// hash, so that nothing in one book waits for another.
package struct Chain: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) { self.text = text }

    package var description: String { text }

    package static func == (a: Self, b: Self) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }

    package static func < (a: Self, b: Self) -> Bool { a.text.precedesBytewise(b.text) }

    package func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

/// A change of one account in minor units: debit positive, credit negative.
package struct Entry: Hashable, Sendable {
    package let account: AccountCode
    package let amount: Int64

    package init(_ account: AccountCode, debit amount: Int64) {
        self.account = account
        self.amount = amount
    }

    package init(_ account: AccountCode, credit amount: Int64) {
        self.account = account
        self.amount = -amount
    }
}

/// A balanced posting: entries summed by account, in the order of their codes.
package struct Posting: Hashable, Sendable {
    package let entries: [Entry]

    /// Refuses what does not balance; accounts that come out at nothing are left out.
    package init(_ entries: [Entry]) throws {
        var sums: [AccountCode: Int64] = [:]
        var total: Int128 = 0
        for entry in entries {
            sums[entry.account] = try Money.sum(sums[entry.account] ?? 0, entry.amount)
            total += Int128(entry.amount)
        }
        guard total == 0 else { throw LedgerProblem.unbalanced(total) }
        self.entries = sums.filter { $0.value != 0 }.sorted { $0.key < $1.key }
            .map { Entry($0.key, debit: $0.value) }
    }

    package var isEmpty: Bool { entries.isEmpty }
}

/// One transaction of a chain's journal, never changed again.
package struct Transaction: Hashable, Sendable {
    package let chain: Chain
    /// 1…N without a gap.
    package let sequence: Int64
    package let at: Moment
    /// What it records, unique in its chain, so that nothing is posted twice.
    package let cause: String
    /// What it answers for besides its sums, line by line: the digests of issued documents.
    package let payload: [String]
    package let posting: Posting
    package let hash: [UInt8]
}

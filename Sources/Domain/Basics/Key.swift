/// A name that must match byte for byte: ids, SKUs, services. Swift's own `String` equality joins
/// different bytes that look alike, which a ledger must not.
package struct Key<Subject>: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) { self.text = text }

    package var description: String { text }

    package static func == (a: Self, b: Self) -> Bool {
        var (a, b) = (a.text, b.text)
        return a.withUTF8 { a in b.withUTF8 { b in a.count == b.count && a.elementsEqual(b) } }
    }

    package static func < (a: Self, b: Self) -> Bool { a.text.precedesBytewise(b.text) }

    package func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

extension String {
    /// Order by UTF-8 bytes, which is also the order of Unicode scalars.
    package func precedesBytewise(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}

/// What a key names; never instantiated.
package enum Subject {
    package enum Account: Sendable {}
    package enum SKU: Sendable {}
    package enum Service: Sendable {}
    package enum Resource: Sendable {}
    package enum BonusType: Sendable {}
    package enum Credit: Sendable {}
    package enum BankLine: Sendable {}
}

/// A customer's account (учётная запись).
package typealias AccountID = Key<Subject.Account>
/// What is priced: one parameter of one service, `compute.vcpu`.
package typealias SKU = Key<Subject.SKU>
/// The service a SKU belongs to, as documents name it.
package typealias ServiceName = Key<Subject.Service>
/// A customer's object that is metered: a machine, a disk.
package typealias ResourceID = Key<Subject.Resource>
/// Which services a bonus grant may pay for (R65).
package typealias BonusType = Key<Subject.BonusType>
/// The id a credit keeps for ever: a card payment, a grant, a bank line (D8).
package typealias CreditID = Key<Subject.Credit>
/// A bank line's own id, its normal form joined by `|` (D8).
package typealias BankLineID = Key<Subject.BankLine>

package import Basics

/// Seals, and the heads they stand over.
package protocol SealRecords {
    func lastSeal() throws -> Seal?
    /// The heads of all chains of both kinds, ordered by book, then chain.
    func heads() throws -> [SealedLink]
    /// The supplier's transactions after a sequence, the head included.
    func links(of chain: String, after sequence: Int64) throws -> [SealedLink]
    /// The heads as they stood at the last seal.
    func sealedHeads() throws -> [SealedLink]
    func insert(_ seal: Seal, grown: [SealedLink]) throws
    func seals() throws -> [Seal]
    /// What grew for a seal.
    func heads(grownAt seal: Int64) throws -> [SealedLink]
}

/// A link of a chain, as a seal's tree holds it.
package struct SealedLink: Hashable, Sendable {
    package enum Book: String, Hashable, Sendable {
        case facts
        case journal
    }

    package let book: Book
    package let chain: String
    package let sequence: Int64
    package let hash: [UInt8]

    package init(book: Book, chain: String, sequence: Int64, hash: [UInt8]) {
        self.book = book
        self.chain = chain
        self.sequence = sequence
        self.hash = hash
    }
}

/// A seal: one hash that stands for everything written so far, and for the seal before.
package struct Seal: Hashable, Sendable {
    package let number: Int64
    package let at: Moment
    package let leaves: Int64
    package let root: [UInt8]
    package let hash: [UInt8]

    package init(number: Int64, at: Moment, leaves: Int64, root: [UInt8], hash: [UInt8]) {
        self.number = number
        self.at = at
        self.leaves = leaves
        self.root = root
        self.hash = hash
    }
}

/// Work that nobody asks for and that all nodes share: each piece is a lease. What a piece holds follows
/// from a hash, so that every node means the same by it.
package enum SharedWork: String, CaseIterable, Sendable {
    /// Charging what stands behind the watermark, applying what was credited; by project.
    case settlement
    /// Printing what waits in the outbox; by the paper's address.
    case papers
    /// Sealing what was written: one chain of seals, one piece.
    case seals
    /// Writing notices and sending letters: one queue, one piece.
    case letters
    /// Taking letters out of the departments' mailboxes: one piece, so that each mailbox is read by one node.
    case mailboxes
    /// Asking the central bank for official rates: one piece.
    case rates

    /// In how many pieces it is divided, the same for every node: no more nodes than these share it.
    package var shards: Int {
        switch self {
        case .settlement, .papers: 16
        case .seals, .letters, .mailboxes, .rates: 1
        }
    }

    /// The names of its leases, in order.
    package var leases: [String] { (0..<shards).map { "\(rawValue)/\($0)" } }

    /// The piece that a project or a paper falls into.
    package func shard(of key: String) -> Int {
        // FNV-1a, for it is short and needs nothing.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in key.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int((hash ^ (hash >> 32)) % UInt64(shards))
    }
}

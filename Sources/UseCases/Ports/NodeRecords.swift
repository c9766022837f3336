package import Basics

/// Nodes and leases. What takes, renews or proves a lease is one conditional statement, whose row stays
/// locked until the transaction ends.
package protocol NodeRecords {
    /// What time it is for everybody who shares the database: the database's own clock. Where it lives in
    /// this process that is the process's.
    func sharedTime(own: Moment) throws -> Moment
    /// Enters a node, or notes that it was seen.
    func save(_ node: Node, seenAt: Moment) throws
    func markLeft(_ node: NodeID, at: Moment) throws
    /// Nodes that were not seen since and hold nothing are no longer shown.
    func forgetNodes(unseenSince: Moment) throws
    /// The oldest first.
    func nodes() throws -> [NodeRecord]
    /// By name.
    func leases() throws -> [LeaseRecord]
    /// Takes a lease that nobody has had, that was given back, or that ended no later than an instant; its
    /// token grows. Nil where it is another's.
    func take(
        _ name: String, for node: NodeID, at: Moment, until: Moment, endedBefore: Moment
    ) throws -> Lease?
    /// Renews a lease that is still this one and has not run out; false where it is not.
    func renew(_ lease: Lease, at: Moment, until: Moment) throws -> Bool
    /// Lets a lease last longer that this transaction has proved already.
    func prolong(_ lease: Lease, until: Moment) throws
    func release(_ lease: Lease, at: Moment) throws
    func releaseAll(of node: NodeID, at: Moment) throws
}

import Basics

/// A store for work under a lease: each transaction first proves, by a write, that the lease is still the
/// holder's. Where it is not, nothing is written. The row stays locked until the transaction ends, so
/// nobody takes the lease in between; and being a write, the proof renews it (decision 0022).
struct FencedStore: Store {
    let store: any Store
    let hold: Hold
    let clock: Clock
    let times: LeaseTimes

    var isExclusive: Bool { store.isExclusive }

    func read<Result>(_ body: (any Records) throws -> Result) throws -> Result { try store.read(body) }

    func transaction<Result>(_ body: (any Records) throws -> Result) throws -> Result {
        hold.begin()
        defer { hold.end() }
        return try store.transaction { records in
            let begun = clock.now()
            let now = try records.sharedTime(own: begun)
            let until = now.adding(seconds: times.leaseSeconds)
            guard try records.renew(hold.lease, at: now, until: until) else {
                throw NodesProblem.leaseLost(hold.lease.name)
            }
            let result = try body(records)
            // A long one may have outlived its lease; nobody could take it, for the row is locked.
            if clock.now() > begun.adding(seconds: times.beatSeconds) {
                let end = try records.sharedTime(own: clock.now())
                try records.prolong(hold.lease, until: end.adding(seconds: times.leaseSeconds))
            }
            return result
        }
    }
}

extension App {
    /// The same desks for work under a lease: what they write is refused once the lease is another's.
    package func under(_ hold: Hold) -> App {
        over(FencedStore(store: store, hold: hold, clock: clock, times: nodes.times), settlement.told)
    }
}

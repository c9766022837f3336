import API
import Basics
import Glibc
import Hashing
import Regions
import Synchronization
import UseCases

/// This process as a node among others: a sign of life every few seconds, and the leases in its hand.
final class Membership: Sendable {
    let node: Node
    private let app: App
    private let tell: @Sendable (Schedule.News) -> Void
    private let holds = Mutex<[String: Hold]>([:])
    private let lastBeat = Mutex(ContinuousClock.now)
    private let turns: Turns

    init(app: App, works: Bool, tell: @escaping @Sendable (Schedule.News) -> Void) {
        self.app = app
        self.tell = tell
        node = Node(
            id: NodeID(Sodium.guid()), host: Membership.host, process: Int64(getpid()),
            program: Kontragent.program, works: works)
        turns = Turns { tell(.failed($0, $1)) }
    }

    /// Enters the node; from now on it is heard of until it leaves.
    func begin() throws {
        try app.nodes.join(node)
        lastBeat.withLock { $0 = .now }
        turns.every(Double(app.nodes.times.beatSeconds), "heartbeat") { [self] in try beat() }
    }

    /// Throws where no sign of life could be written for as long as a lease lasts: nothing else can be either.
    func checkBeat() throws {
        let silence = (ContinuousClock.now - lastBeat.withLock { $0 }) / .seconds(1)
        guard silence < Double(app.nodes.times.leaseSeconds) else { throw Silence(seconds: Int(silence)) }
    }

    private struct Silence: Error, CustomStringConvertible {
        let seconds: Int

        var description: String { "nothing could be written for \(seconds) s; the log says why" }
    }

    /// Gives back all it holds and says that it is gone.
    func leave() throws {
        turns.stop()
        holds.withLock { $0 = [:] }
        try app.nodes.leave(node.id)
    }

    /// The pieces of a shared work that are this node's now, each with the desks to do it by.
    func share(of work: SharedWork) throws -> [(shard: Int, name: String, app: App)] {
        let names = work.leases
        let before = held(names)
        let (now, lost) = try app.nodes.share(of: work, before, for: node.id)
        for hold in lost { drop(hold.lease.name) }
        let inAll = holds.withLock { holds in
            for name in names { holds[name] = nil }
            for hold in now { holds[hold.lease.name] = hold }
            return holds.count
        }
        if before.map(\.lease) != now.map(\.lease) {
            tell(.share(work, now.map(\.lease.name), inAll: inAll))
        }
        return names.indices.compactMap { shard in
            now.first { $0.lease.name == names[shard] }.map { (shard, names[shard], app.under($0)) }
        }
    }

    /// Whether a lease is still in hand, as far as this process knows.
    func has(_ name: String) -> Bool { holds.withLock { $0[name] != nil } }

    /// The work found its lease gone: the next turn asks anew.
    func drop(_ name: String) {
        if holds.withLock({ $0.removeValue(forKey: name) }) != nil { tell(.lost(name)) }
    }

    /// Closings on their way are leased by their region, whether the schedule or a request began them.
    var closingTurns: ClosingTurns {
        ClosingTurns(
            admit: { [self] in try app.nodes.admit(Membership.closing($0), to: node.id) },
            hold: { [self] region, work in
                let name = Membership.closing(region)
                guard let hold = try app.nodes.take(name, for: node.id) else {
                    // Taken since it was looked at, or not run out yet.
                    try app.nodes.admit(name, to: node.id)
                    throw NodesProblem.leaseLost(name)
                }
                holds.withLock { $0[name] = hold }
                defer {
                    holds.withLock { $0[name] = nil }
                    do { try app.nodes.release(hold) } catch { tell(.failed(name, error)) }
                }
                try work(app.under(hold).closing)
            })
    }

    private static func closing(_ region: Region) -> String { "closing/\(region.rawValue)" }

    private func held(_ names: [String]) -> [Hold] {
        holds.withLock { holds in names.compactMap { holds[$0] } }
    }

    private func beat() throws {
        let now = holds.withLock { Array($0.values) }
        let gone = try app.nodes.beat(node, now)
        lastBeat.withLock { $0 = .now }
        for lost in gone {
            let isLost = holds.withLock { holds in
                // It may have been taken anew meanwhile.
                guard holds[lost.lease.name]?.lease == lost.lease else { return false }
                holds[lost.lease.name] = nil
                return true
            }
            if isLost { tell(.lost(lost.lease.name)) }
        }
    }

    private static var host: String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "?" }
        return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

import Basics
import Ledger
import Regions

/// Seals what was written, and shows that a document stands under a seal.
package struct SealsDesk: Sendable {
    let store: any Store
    let clock: Clock
    let digest: Digest

    /// Seals the heads of all chains, and every transaction of the suppliers' books since the seal
    /// before, which is where documents are named. Where nothing grew, the last seal stands.
    @discardableResult
    package func seal() throws -> Seal? {
        try store.transaction { records in
            try records.lock(.seals)
            let last = try records.lastSeal()
            let leaves = try Leaves(records)
            guard !leaves.grown.isEmpty else { return last }
            let number = (last?.number ?? 0) + 1
            // The clock may go back, a seal does not.
            let at = max(clock.now(), Moment(microseconds: (last.map(\.at.microseconds) ?? .min) + 1))
            let root = MerkleTree(leaves.all.map(\.leaf), digest: digest).root
            let count = Int64(leaves.all.count)
            let hash = digest.sha256(
                Seal.text(number: number, at: at, leaves: count, root: root, before: last?.hash ?? []))
            let seal = Seal(number: number, at: at, leaves: count, root: root, hash: hash)
            try records.insert(seal, grown: leaves.grown)
            return seal
        }
    }

    /// The proof that a document was issued with its content under a seal.
    package func proof(of key: DocumentKey) throws -> Proof {
        try store.read { records in
            let line = try digestLine(of: key, records)
            let found = try transaction(naming: line, region: key.region, records)
            let seals = try records.seals()
            var before: [String: Int64] = [:]
            var heads: [String: SealedLink] = [:]
            var previous: Seal?
            for seal in seals {
                for link in try records.heads(grownAt: seal.number) {
                    heads["\(link.book.rawValue)/\(link.chain)"] = link
                }
                let chain = found.chain.text
                if let head = heads["journal/\(chain)"], head.sequence >= found.sequence {
                    return try proof(
                        key, line, found, under: seal, before: previous, heads: Array(heads.values),
                        since: before, records)
                }
                for head in heads.values where head.book == .journal { before[head.chain] = head.sequence }
                previous = seal
            }
            throw SealsProblem.notSealedYet(key.text)
        }
    }

    private func digestLine(of key: DocumentKey, _ records: any Records) throws -> String {
        var line: String?
        try records.forEachRow(
            of: "documents", ["sha256"],
            where: [
                "region": .text(key.region.rawValue), "kind": .text(key.kind.rawValue),
                "year": .integer(Int64(key.year)), "number": .integer(Int64(key.number)),
            ], by: []
        ) { cells in
            if case .bytes(let sha256) = cells[0] { line = key.digestLine(sha256) }
        }
        guard let line else { throw SealsProblem.unknownDocument(key.text) }
        return line
    }

    private func transaction(
        naming line: String, region: Region, _ records: any Records
    ) throws -> Proof.Link {
        let chain = Chain("supplier/\(region.rawValue)")
        var found: Proof.Link?
        var previous: [UInt8] = []
        try records.forEachRow(
            of: "journal", ["sequence", "at", "cause", "payload", "hash"],
            where: ["chain": .text(chain.text)], by: ["sequence"]
        ) { cells in
            guard case .integer(let sequence) = cells[0], case .integer(let at) = cells[1],
                case .text(let cause) = cells[2], case .text(let payload) = cells[3],
                case .bytes(let hash) = cells[4]
            else { return }
            defer { previous = hash }
            let lines = payload.split(separator: "\n").map(String.init)
            guard found == nil, lines.contains(where: { $0.utf8.elementsEqual(line.utf8) }) else { return }
            found = Proof.Link(
                chain: chain, sequence: sequence, at: Moment(microseconds: at), cause: cause, payload: lines,
                entries: [], previous: previous)
        }
        guard var link = found else { throw SealsProblem.notInJournal(line) }
        try records.forEachRow(
            of: "journal_entries", ["account", "amount"],
            where: ["chain": .text(chain.text), "sequence": .integer(link.sequence)], by: ["account"]
        ) { cells in
            if case .text(let account) = cells[0], case .integer(let amount) = cells[1] {
                link.entries.append(Proof.Amount(account: account, amount: amount))
            }
        }
        return link
    }

    private func proof(
        _ key: DocumentKey, _ line: String, _ link: Proof.Link, under seal: Seal, before: Seal?,
        heads: [SealedLink], since: [String: Int64], _ records: any Records
    ) throws -> Proof {
        let leaves = try Leaves.all(heads: heads, since: since, records)
        guard
            let index = leaves.firstIndex(where: {
                $0.book == .journal && $0.chain == link.chain.text && $0.sequence == link.sequence
            })
        else { throw SealsProblem.notInJournal(line) }
        return Proof(
            document: key, digestLine: line, link: link,
            path: MerkleTree(leaves.map(\.leaf), digest: digest).path(of: index), seal: seal,
            sealBefore: before?.hash ?? [])
    }
}

/// What a seal's tree holds, in its order.
struct Leaves {
    let all: [SealedLink]
    /// The heads that are new or longer than at the seal before.
    let grown: [SealedLink]

    init(_ records: any Records) throws {
        let heads = try records.heads()
        var known: [String: Int64] = [:]
        for link in try records.sealedHeads() { known["\(link.book.rawValue)/\(link.chain)"] = link.sequence }
        grown = heads.filter { known["\($0.book.rawValue)/\($0.chain)"] != $0.sequence }
        var since: [String: Int64] = [:]
        for head in heads where head.book == .journal { since[head.chain] = known["journal/\(head.chain)"] }
        all = try Leaves.all(heads: heads, since: since, records)
    }

    /// The heads with the suppliers' transactions since the seal before.
    static func all(
        heads: [SealedLink], since: [String: Int64], _ records: any Records
    ) throws -> [SealedLink] {
        var leaves: [SealedLink] = []
        for head in heads {
            if head.book == .journal, head.chain.hasPrefix("supplier/") {
                let known = since[head.chain] ?? 0
                let links = try records.links(of: head.chain, after: known)
                    .filter { $0.sequence < head.sequence }
                leaves += links
            }
            leaves.append(head)
        }
        return leaves.sorted(by: SealedLink.before)
    }
}

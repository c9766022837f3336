import Basics
import Books
import Documents
import Hashing
import Ledger
import Regions
import Storage
import Support
import UseCases

/// Reads the books beside the product: after every step it asks what was posted since, and works the
/// hashes of the chains out anew from it.
struct Chains {
    /// A package as the supplier's book must have it, the digests of its documents with it.
    struct Package {
        let cause: String
        let net: Int64
        let vat: Int64
        var payload: [String] = []
    }

    private var last: [Chain: (head: ChainHead, credited: [AccountCode: Int64])] = [:]

    /// After a step that may have posted one transaction to a project's book.
    mutating func follow(_ pid: PID, in town: Town, causes: [String]) throws -> String? {
        let chain = Chain(pid.text)
        let (head, credited) = try read(chain, town)
        let (before, old) = last[chain] ?? (ChainHead(empty: chain), [:])
        last[chain] = (head, credited)
        guard head != before else {
            return credited == old ? nil : "\(chain): entries without a transaction"
        }
        guard head.sequence == before.sequence + 1 else {
            return "\(chain): \(head.sequence) follows \(before.sequence)"
        }
        let accounts = Set(credited.keys).union(old.keys).sorted()
        let posting = try Posting(
            accounts.map { Entry($0, credit: (credited[$0] ?? 0) - (old[$0] ?? 0)) })
        let hashes = causes.map { cause in
            hash(before, chain, head.sequence, head.at, cause, posting)
        }
        return hashes.contains(head.hash) ? nil : "\(chain): the hash of \(head.sequence) is another"
    }

    /// After a closing: one transaction for each package, in the order of issue, the clock standing still.
    mutating func follow(
        _ region: Region, in town: Town, packages: [Package]
    ) throws -> String? {
        let chain = Chain("supplier/\(region.rawValue)")
        let (head, credited) = try read(chain, town)
        var known = last[chain]?.head ?? ChainHead(empty: chain)
        for package in packages {
            let posting = try Posting([
                Entry(AccountCode("79"), debit: package.net + package.vat),
                Entry(AccountCode("90.01"), credit: package.net),
                Entry(AccountCode("68.02"), credit: package.vat),
            ])
            let floor = known.sequence == 0 ? Int64.min : known.at.microseconds + 1
            let at = Moment(microseconds: max(town.now.microseconds, floor))
            known = ChainHead(
                chain: chain, sequence: known.sequence + 1, at: at,
                hash: hash(known, chain, known.sequence + 1, at, package.cause, posting, package.payload))
        }
        last[chain] = (head, credited)
        return head == known
            ? nil : "\(chain): stands at \(head.sequence), worked out \(known.sequence), or another hash"
    }

    private func hash(
        _ before: ChainHead, _ chain: Chain, _ sequence: Int64, _ at: Moment, _ cause: String,
        _ posting: Posting, _ payload: [String] = []
    ) -> [UInt8] {
        let text = ChainHead.text(
            chain: chain, sequence: sequence, at: at, cause: cause, payload: payload,
            posting: posting)
        return Sodium.digest.sha256(before.hash + Array(text.utf8))
    }

    private func read(_ chain: Chain, _ town: Town) throws -> (ChainHead, [AccountCode: Int64]) {
        try town.store.read { records in
            let entries = try records.turnovers(of: chain, prefix: "")
            return (
                try records.head(of: chain),
                Dictionary(uniqueKeysWithValues: entries.map { ($0.account, $0.credited) })
            )
        }
    }
}

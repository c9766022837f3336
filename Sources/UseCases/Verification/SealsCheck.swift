import Basics

/// Walks the seals: each root made again from the chains as they are now.
struct SealsCheck {
    let records: any Records
    let digest: Digest
    let findings: Findings

    func check() throws {
        var heads: [String: SealedLink] = [:]
        var since: [String: Int64] = [:]
        var before: [UInt8] = []
        var number: Int64 = 0
        var grown: Int64 = 0
        var at = Int64.min
        for seal in try records.seals() {
            findings.read()
            number += 1
            let key = "\(seal.number)"
            if seal.number != number {
                findings.add("seals", key, found: key, expected: "seal \(number)")
                number = seal.number
            }
            if seal.at.microseconds <= at {
                findings.add(
                    "seals", "\(key) at", found: "\(seal.at)", expected: "later than the seal before")
            }
            at = seal.at.microseconds
            for link in try records.heads(grownAt: seal.number) {
                let name = "\(link.book.rawValue)/\(link.chain)"
                if link.hash.isEmpty || link.sequence <= heads[name]?.sequence ?? 0 {
                    findings.add(
                        "seal_heads", "\(key) \(name)", found: "sequence \(link.sequence)",
                        expected: "a link that stands in the chain")
                }
                heads[name] = link
                grown += 1
            }
            let leaves = try Leaves.all(heads: Array(heads.values), since: since, records)
            let root = MerkleTree(leaves.map(\.leaf), digest: digest).root
            if root != seal.root || Int64(leaves.count) != seal.leaves {
                findings.add(
                    "seals", "\(key) root", found: "\(Hex.text(root)) over \(leaves.count) leaves",
                    expected: "\(Hex.text(seal.root)) over \(seal.leaves)")
            }
            let hash = digest.sha256(
                Seal.text(
                    number: seal.number, at: seal.at, leaves: seal.leaves, root: seal.root, before: before))
            if hash != seal.hash {
                findings.add("seals", "\(key) hash", found: Hex.text(seal.hash), expected: Hex.text(hash))
            }
            before = seal.hash
            for head in heads.values where head.book == .journal { since[head.chain] = head.sequence }
        }
        let kept = try records.rows(of: "seal_heads", ["COUNT(*)"], by: [])[0][0]
        if kept != .integer(grown) {
            findings.add("seal_heads", "", found: "\(kept.shown) rows", expected: "the \(grown) of the seals")
        }
    }
}

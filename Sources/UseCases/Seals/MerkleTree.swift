import Basics

/// A tree of hashes over leaves in a fixed order: its root stands for all of them, and a path of a few
/// hashes shows that one leaf belongs to it. Leaves and nodes are hashed apart (RFC 6962), so that no
/// node can pass for a leaf; a node without a neighbour goes up as it is.
package struct MerkleTree {
    private let levels: [[[UInt8]]]
    private let digest: Digest

    package init(_ leaves: [[UInt8]], digest: Digest) {
        self.digest = digest
        var levels = [leaves.map { digest.sha256([0] + $0) }]
        while let last = levels.last, last.count > 1 {
            levels.append(
                stride(from: 0, to: last.count, by: 2).map { index in
                    index + 1 < last.count
                        ? digest.sha256([1] + last[index] + last[index + 1]) : last[index]
                })
        }
        self.levels = levels
    }

    /// Nothing has the hash of nothing.
    package var root: [UInt8] { levels.last?.first ?? digest.sha256([]) }

    package struct Step: Hashable, Sendable {
        package let isLeft: Bool
        package let hash: [UInt8]

        package init(isLeft: Bool, hash: [UInt8]) {
            self.isLeft = isLeft
            self.hash = hash
        }
    }

    /// The neighbours from a leaf up to the root.
    package func path(of leaf: Int) -> [Step] {
        var index = leaf
        var steps: [Step] = []
        for level in levels.dropLast() {
            let other = index ^ 1
            if level.indices.contains(other) {
                steps.append(Step(isLeft: other < index, hash: level[other]))
            }
            index /= 2
        }
        return steps
    }

    /// The root a leaf and its path lead to.
    package static func root(of leaf: [UInt8], along path: [Step], digest: Digest) -> [UInt8] {
        path.reduce(digest.sha256([0] + leaf)) { hash, step in
            digest.sha256([1] + (step.isLeft ? step.hash + hash : hash + step.hash))
        }
    }
}

extension SealedLink {
    /// The link as a leaf.
    var leaf: [UInt8] { Array("\(book.rawValue)\n\(chain)\n\(sequence)\n".utf8) + hash }

    static func before(_ a: SealedLink, _ b: SealedLink) -> Bool {
        if a.book != b.book { return a.book.rawValue.precedesBytewise(b.book.rawValue) }
        if !a.chain.utf8.elementsEqual(b.chain.utf8) { return a.chain.precedesBytewise(b.chain) }
        return a.sequence < b.sequence
    }
}

extension Seal {
    /// What a seal's hash covers: the seal before, and every field.
    static func text(
        number: Int64, at: Moment, leaves: Int64, root: [UInt8], before: [UInt8]
    ) -> [UInt8] {
        before + Array("\n\(number)\n\(at.microseconds)\n\(leaves)\n".utf8) + root
    }
}

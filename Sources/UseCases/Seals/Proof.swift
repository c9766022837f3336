package import Basics
package import Ledger
import Regions

/// Shows, without a database, that a document was issued with its content: the journal's transaction
/// that names its digest, and the path from there to a seal.
package struct Proof: Hashable, Sendable {
    package let document: DocumentKey
    /// The line of the transaction that names the document and its digest.
    package let digestLine: String
    package let link: Link
    package let path: [MerkleTree.Step]
    package let seal: Seal
    /// The hash of the seal before; empty for the first.
    package let sealBefore: [UInt8]

    package init(
        document: DocumentKey, digestLine: String, link: Link, path: [MerkleTree.Step], seal: Seal,
        sealBefore: [UInt8]
    ) {
        self.document = document
        self.digestLine = digestLine
        self.link = link
        self.path = path
        self.seal = seal
        self.sealBefore = sealBefore
    }

    /// A transaction with all that is hashed.
    package struct Link: Hashable, Sendable {
        package let chain: Chain
        package let sequence: Int64
        package let at: Moment
        package let cause: String
        package let payload: [String]
        package var entries: [Amount]
        /// The hash of the transaction before; empty for the first.
        package let previous: [UInt8]

        package init(
            chain: Chain, sequence: Int64, at: Moment, cause: String, payload: [String], entries: [Amount],
            previous: [UInt8]
        ) {
            self.chain = chain
            self.sequence = sequence
            self.at = at
            self.cause = cause
            self.payload = payload
            self.entries = entries
            self.previous = previous
        }

        fileprivate var text: String {
            ([HashedText.field(chain.text), "\(sequence)", "\(at.microseconds)", HashedText.field(cause)]
                + payload.map(HashedText.field)
                + entries.map { "\(HashedText.field($0.account))\t\($0.amount)" }).joined(separator: "\n")
        }
    }

    package struct Amount: Hashable, Sendable {
        package let account: String
        package let amount: Int64

        package init(account: String, amount: Int64) {
            self.account = account
            self.amount = amount
        }
    }

    /// Refuses a content that is not the one issued, and a proof that does not lead to its seal.
    package func confirm(_ content: [UInt8], digest: Digest) throws(SealsProblem) {
        guard document.digestLine(digest.sha256(content)).utf8.elementsEqual(digestLine.utf8) else {
            throw .otherContent(document.text)
        }
        guard link.chain.text == "supplier/\(document.region.rawValue)",
            link.payload.contains(where: { $0.utf8.elementsEqual(digestLine.utf8) })
        else { throw .brokenProof(document.text) }
        let hash = digest.sha256(link.previous + Array(link.text.utf8))
        let leaf = SealedLink(book: .journal, chain: link.chain.text, sequence: link.sequence, hash: hash)
        let root = MerkleTree.root(of: leaf.leaf, along: path, digest: digest)
        let text = Seal.text(
            number: seal.number, at: seal.at, leaves: seal.leaves, root: root, before: sealBefore)
        guard root == seal.root, digest.sha256(text) == seal.hash else {
            throw .brokenProof(document.text)
        }
    }
}

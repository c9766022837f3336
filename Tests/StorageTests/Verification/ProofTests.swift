import Basics
import Documents
import Formats
import Hashing
import Ledger
import Regions
import Support
import Testing
import UseCases

@Suite struct ProofTests {
    @Test func `every issued document is proved under its seal, off-line`() throws {
        let town = try BusyTown.make(busy: 16)
        var count = 0
        for region in Region.allCases {
            for month in ["2026-01", "2026-02", "2026-03"] {
                for issued in try town.app.closing.documents(#require(Month(month)), region: region) {
                    let key = try key(issued, region)
                    // As it travels: written, read again, checked without the town.
                    let file = JSONWriter.bytes(ProofJSON.value(try town.app.seals.proof(of: key)), .pretty)
                    try ProofJSON.read(file).confirm(issued.frozen, digest: Sodium.digest)
                    count += 1
                }
            }
        }
        #expect(count >= 6)
    }

    @Test func `one changed byte of the document, or of the proof, is refused`() throws {
        let town = try BusyTown.make(busy: 16)
        let month = try #require(Month("2026-02"))
        let issued = try #require(town.app.closing.documents(month, region: .moscow).last)
        let proof = try town.app.seals.proof(of: key(issued, .moscow))
        var other = issued.frozen
        other[other.count / 2] ^= 1
        #expect(throws: SealsProblem.otherContent(proof.document.text)) {
            try proof.confirm(other, digest: Sodium.digest)
        }
        let file = JSONWriter.bytes(ProofJSON.value(proof), .pretty)
        var refused = 0
        for place in file.indices where UInt8(ascii: "0")...UInt8(ascii: "9") ~= file[place] {
            var changed = file
            changed[place] = file[place] == UInt8(ascii: "9") ? UInt8(ascii: "8") : file[place] + 1
            do {
                try ProofJSON.read(changed).confirm(issued.frozen, digest: Sodium.digest)
            } catch is SealsProblem {
                refused += 1
                continue
            }
            Issue.record("byte \(place) was changed and not noticed")
        }
        #expect(refused > 100)
    }

    @Test func `a document that was never issued has no proof`() throws {
        let town = try BusyTown.make(busy: 8)
        let key = try #require(DocumentKey("moscow/upd/2026/999"))
        #expect(throws: SealsProblem.unknownDocument(key.text)) { try town.app.seals.proof(of: key) }
        #expect(DocumentKey("moscow/upd/2026") == nil)
        #expect(DocumentKey("mars/upd/2026/1") == nil)
        #expect(DocumentKey("moscow/upd/2026/0") == nil)
    }

    @Test func `what is not a proof is refused`() {
        for text in ["", "{}", "[1]", #"{"format":"kontragent-proof/1"}"#] {
            #expect(throws: SealsProblem.unreadableProof) { try ProofJSON.read(Array(text.utf8)) }
        }
    }

    @Test func `a seal is made only when something grew, and holds on to the one before`() throws {
        let town = try BusyTown.make(busy: 8)
        let first = try #require(try town.app.seals.seal())
        #expect(try town.app.seals.seal() == first)
        try town.price("new", "1")
        let second = try #require(try town.app.seals.seal())
        #expect(second.number == first.number + 1)
        #expect(second.hash != first.hash)
        #expect(try town.app.verification.verify().findings.isEmpty)
    }

    @Test(arguments: 1...17) func `each leaf of a tree leads to its root and no other leaf does`(count: Int) {
        let leaves = (0..<count).map { [UInt8($0), 7] }
        let tree = MerkleTree(leaves, digest: Sodium.digest)
        for (index, leaf) in leaves.enumerated() {
            let path = tree.path(of: index)
            #expect(MerkleTree.root(of: leaf, along: path, digest: Sodium.digest) == tree.root)
            #expect(MerkleTree.root(of: [99, 7], along: path, digest: Sodium.digest) != tree.root)
        }
    }

    private func key(_ issued: ClosingReport.ClosedDocument, _ region: Region) throws -> DocumentKey {
        let content = issued.content
        return try #require(
            DocumentKey("\(region.rawValue)/\(content.kind.rawValue)/\(content.date.year)/\(content.number)"))
    }
}

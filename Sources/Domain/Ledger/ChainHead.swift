package import Basics

/// The last link of a chain: what the next transaction is hashed upon.
package struct ChainHead: Hashable, Sendable {
    package let chain: Chain
    package let sequence: Int64
    package let at: Moment
    package let hash: [UInt8]

    package init(chain: Chain, sequence: Int64, at: Moment, hash: [UInt8]) {
        self.chain = chain
        self.sequence = sequence
        self.at = at
        self.hash = hash
    }

    /// A chain without transactions.
    package init(empty chain: Chain) {
        self.init(chain: chain, sequence: 0, at: Moment(microseconds: .min), hash: [])
    }

    /// The next transaction. Its time never goes back, whatever the clock does; `digest` is SHA-256,
    /// given from outside because the room is pure.
    package func appending(
        _ posting: Posting, cause: String, payload: [String] = [], at now: Moment,
        digest: ([UInt8]) -> [UInt8]
    ) -> Transaction {
        precondition(!posting.isEmpty, "an empty posting is not a transaction")
        let floor = at.microseconds == .min ? .min : at.microseconds + 1
        let moment = Moment(microseconds: max(now.microseconds, floor))
        let text = ChainHead.text(
            chain: chain, sequence: sequence + 1, at: moment, cause: cause, payload: payload,
            posting: posting)
        return Transaction(
            chain: chain, sequence: sequence + 1, at: moment, cause: cause, payload: payload,
            posting: posting, hash: digest(hash + Array(text.utf8)))
    }

    /// What is hashed: every field, each on its own line, so that no two transactions share a text.
    package static func text(
        chain: Chain, sequence: Int64, at: Moment, cause: String, payload: [String] = [], posting: Posting
    ) -> String {
        let entries = posting.entries.map { "\(escaped($0.account.text))\t\($0.amount)" }
        let fields = [escaped(chain.text), "\(sequence)", "\(at.microseconds)", escaped(cause)]
        return (fields + payload.map(escaped) + entries).joined(separator: "\n")
    }

    /// A name may hold a line feed or a tab, which would end its field; they are spelled `\n` and `\t`.
    private static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x5C: bytes += [0x5C, 0x5C]
            case 0x0A: bytes += [0x5C, 0x6E]
            case 0x09: bytes += [0x5C, 0x74]
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

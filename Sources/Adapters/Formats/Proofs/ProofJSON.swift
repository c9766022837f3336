import Basics
import Ledger
package import UseCases

/// A proof as a file: JSON that says in plain members what is hashed and how it leads to the seal.
package enum ProofJSON {
    package static let format = "kontragent-proof/1"

    package static func value(_ proof: Proof) -> JSONValue {
        let link = proof.link
        return .object([
            JSONValue.Member("format", .string(format)),
            JSONValue.Member("document", .string(proof.document.text)),
            JSONValue.Member("named", .string(proof.digestLine)),
            JSONValue.Member(
                "transaction",
                .object([
                    JSONValue.Member("chain", .string(link.chain.text)),
                    JSONValue.Member("sequence", .integer(link.sequence)),
                    JSONValue.Member("at", .integer(link.at.microseconds)),
                    JSONValue.Member("cause", .string(link.cause)),
                    JSONValue.Member("payload", .array(link.payload.map { .string($0) })),
                    JSONValue.Member(
                        "entries",
                        .array(link.entries.map { .array([.string($0.account), .integer($0.amount)]) })),
                    JSONValue.Member("previous", .string(Hex.text(link.previous))),
                ])),
            JSONValue.Member(
                "path",
                .array(
                    proof.path.map {
                        .array([.string($0.isLeft ? "left" : "right"), .string(Hex.text($0.hash))])
                    })),
            JSONValue.Member("seal", seal(proof.seal)),
            JSONValue.Member("sealBefore", .string(Hex.text(proof.sealBefore))),
        ])
    }

    package static func seal(_ seal: Seal) -> JSONValue {
        .object([
            JSONValue.Member("number", .integer(seal.number)),
            JSONValue.Member("at", .integer(seal.at.microseconds)),
            JSONValue.Member("leaves", .integer(seal.leaves)),
            JSONValue.Member("root", .string(Hex.text(seal.root))),
            JSONValue.Member("hash", .string(Hex.text(seal.hash))),
        ])
    }

    /// Refuses what is no proof; whether it holds, `confirm` says.
    package static func read(_ bytes: [UInt8]) throws -> Proof {
        // Whatever is wrong with the JSON, it is no proof.
        guard let value = try? JSONReader.read(bytes[...]), value["format"] == .string(format) else {
            throw SealsProblem.unreadableProof
        }
        let document = try text(value["document"])
        guard let key = DocumentKey(document), let link = value["transaction"], let seal = value["seal"]
        else { throw SealsProblem.unreadableProof }
        return Proof(
            document: key, digestLine: try text(value["named"]),
            link: Proof.Link(
                chain: Chain(try text(link["chain"])), sequence: try number(link["sequence"]),
                at: Moment(microseconds: try number(link["at"])), cause: try text(link["cause"]),
                payload: try list(link["payload"]).map { try text($0) },
                entries: try list(link["entries"]).map { entry in
                    let pair = try pair(entry)
                    return Proof.Amount(account: try text(pair.0), amount: try number(pair.1))
                }, previous: try octets(link["previous"])),
            path: try list(value["path"]).map { step in
                let pair = try pair(step)
                return MerkleTree.Step(isLeft: try text(pair.0) == "left", hash: try octets(pair.1))
            },
            seal: Seal(
                number: try number(seal["number"]), at: Moment(microseconds: try number(seal["at"])),
                leaves: try number(seal["leaves"]), root: try octets(seal["root"]),
                hash: try octets(seal["hash"])), sealBefore: try octets(value["sealBefore"]))
    }

    private static func text(_ value: JSONValue?) throws -> String {
        guard case .string(let text) = value else { throw SealsProblem.unreadableProof }
        return text
    }

    private static func number(_ value: JSONValue?) throws -> Int64 {
        guard case .number(let text) = value, let number = Int64(text) else {
            throw SealsProblem.unreadableProof
        }
        return number
    }

    private static func list(_ value: JSONValue?) throws -> [JSONValue] {
        guard case .array(let list) = value else { throw SealsProblem.unreadableProof }
        return list
    }

    private static func pair(_ value: JSONValue) throws -> (JSONValue, JSONValue) {
        let list = try list(value)
        guard list.count == 2 else { throw SealsProblem.unreadableProof }
        return (list[0], list[1])
    }

    private static func octets(_ value: JSONValue?) throws -> [UInt8] {
        guard let bytes = Hex.bytes(try text(value)) else { throw SealsProblem.unreadableProof }
        return bytes
    }
}

import Formats
import UseCases

extension FuzzTarget {
    /// A document's proof, and the key that names a document.
    static let proof = FuzzTarget("proof", longest: 8 << 10) { bytes in
        if let key = DocumentKey(Oracle.text(bytes)), DocumentKey(key.text) != key {
            return "key \(key.text)"
        }
        if let octets = Hex.bytes(Oracle.text(bytes)), !Oracle.isSame(Hex.text(octets), Oracle.text(bytes)) {
            return "hexadecimal that reads otherwise"
        }
        do {
            let proof = try ProofJSON.read(bytes)
            let again = try ProofJSON.read(JSONWriter.bytes(ProofJSON.value(proof), .pretty))
            return again == proof ? nil : "written and read, it is another"
        } catch {
            return Oracle.refusal(error)
        }
    }
}

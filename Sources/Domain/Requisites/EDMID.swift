/// The name under which an operator of electronic documents knows a party: "2BM-7743001840-…".
package struct EDMID: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    /// Operator's three characters, perhaps a hyphen, then up to 43 more; 46 in all. Operators differ
    /// in the tail, so nothing more is asked of it; an underscore would split the names of exchange files.
    package init(_ text: String) throws(RequisitesProblem) {
        var bytes = Array(text.utf8)
        for place in bytes.indices.prefix(3) where bytes[place].isSmall { bytes[place] -= 32 }
        guard (4...46).contains(bytes.count) else {
            throw .wrongLength(.edmID, text, allowed: Array(4...46))
        }
        let tail = bytes[3] == 0x2D ? bytes[4...] : bytes[3...]
        let marks = Array("@.-".utf8)
        guard bytes[0] == 0x32, bytes[1].isCapital, bytes[2].isCapital, (1...43).contains(tail.count),
            tail.allSatisfy({ $0.isDigit || $0.isCapital || $0.isSmall || marks.contains($0) })
        else { throw .wrongForm(.edmID, text) }
        self.text = String(decoding: bytes, as: UTF8.self)
    }

    /// "2BM", the operator.
    package var operatorCode: String { String(text.prefix(3)) }

    package var description: String { text }
}

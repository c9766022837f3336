/// A second opinion on a month of billing, written from the rules and sharing no code with the product.
/// It keeps facts in plain lists, works every remainder out anew from all facts, and is slow on purpose.
package enum Reference {
    /// Names are told apart by their bytes: two spellings that look alike stay two.
    static func same(_ one: String, _ other: String) -> Bool { one.utf8.elementsEqual(other.utf8) }

    static func before(_ one: String, _ other: String) -> Bool {
        one.utf8.lexicographicallyPrecedes(other.utf8)
    }

    /// The first of each name stays: a record seen again has no effect.
    static func firsts<Record>(_ records: [Record], by name: (Record) -> [String]) -> [Record] {
        var seen: Set<[[UInt8]]> = []
        return records.filter { record in seen.insert(name(record).map { Array($0.utf8) }).inserted }
    }
}

import HTTPTypes
import Wording

/// What the fields of a request's head say.
enum FieldValues {
    /// The type without its parameters, in lower case.
    static func mediaType(_ fields: HTTPFields) -> String {
        let value = fields[.contentType] ?? ""
        return String(value.prefix { $0 != ";" }).trimmingBlanks().lowercased()
    }

    /// Russian where it is asked for before English.
    static func language(_ fields: HTTPFields) -> Language {
        for (name, weight) in weighted(fields[.acceptLanguage]) where weight > 0 {
            if name.hasPrefix("ru") || name.hasPrefix("kk") { return .ru }
            if name.hasPrefix("en") { return .en }
        }
        return .en
    }

    static func takesGzip(_ fields: HTTPFields) -> Bool {
        let list = weighted(fields[.acceptEncoding])
        let named = list.first { $0.name == "gzip" || $0.name == "x-gzip" } ?? list.first { $0.name == "*" }
        return (named?.weight ?? 0) > 0
    }

    /// Whether one of the tags the caller knows is this one; weakly compared, as GET wants it.
    static func knows(_ tag: String, _ fields: HTTPFields) -> Bool {
        guard let known = fields[.ifNoneMatch] else { return false }
        return known.split(separator: ",").contains { item in
            var text = String(item).trimmingBlanks()
            if text == "*" { return true }
            if text.hasPrefix("W/") { text.removeFirst(2) }
            return text == "\"\(tag)\""
        }
    }

    /// A number of the caller's own, where it is harmless.
    static func requestID(_ fields: HTTPFields) -> String? {
        guard let id = fields[.requestID], (1...64).contains(id.utf8.count),
            id.utf8.allSatisfy({ byte in
                switch byte {
                case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
                default: false
                }
            })
        else { return nil }
        return id
    }

    /// `a;q=0.5, b` as names with weights, the heaviest first; among equals the first.
    private static func weighted(_ value: String?) -> [(name: String, weight: Double)] {
        (value ?? "").split(separator: ",").prefix(32).map { item in
            let parts = item.split(separator: ";")
            let name = String(parts.first ?? "").trimmingBlanks().lowercased()
            let weight = parts.dropFirst().map { String($0).trimmingBlanks() }.first { $0.hasPrefix("q=") }
            return (name, weight.flatMap { Double($0.dropFirst(2)) } ?? 1)
        }.enumerated().sorted { a, b in
            a.element.weight != b.element.weight
                ? a.element.weight > b.element.weight : a.offset < b.offset
        }.map(\.element)
    }
}

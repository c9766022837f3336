/// JSON as printed, members in their order: the tests read what programs will read, with a reader of
/// their own.
enum JSON: Hashable {
    case object([Member])
    case array([JSON])
    case string(String)
    case number(String)
    case bool(Bool)
    case null

    struct Member: Hashable {
        let name: String
        let value: JSON
    }

    static func read(_ text: String) throws -> JSON {
        var reader = Reader(bytes: Array(text.utf8))
        return try reader.whole()
    }

    /// A member's value; null where there is none.
    subscript(_ name: String) -> JSON {
        guard case .object(let members) = self else { return .null }
        return members.first { $0.name == name }?.value ?? .null
    }

    subscript(_ place: Int) -> JSON {
        guard place < list.count else { return .null }
        return list[place]
    }

    var list: [JSON] {
        guard case .array(let list) = self else { return [] }
        return list
    }

    var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    var int: Int? {
        guard case .number(let digits) = self else { return nil }
        return Int(digits)
    }

    /// The members' names in their order.
    var keys: [String] {
        guard case .object(let members) = self else { return [] }
        return members.map(\.name)
    }

    /// Without the members of these names, however deep.
    func without(_ names: Set<String>) -> JSON {
        switch self {
        case .object(let members):
            .object(
                members.filter { !names.contains($0.name) }
                    .map { Member(name: $0.name, value: $0.value.without(names)) })
        case .array(let list): .array(list.map { $0.without(names) })
        default: self
        }
    }
}

extension JSON {
    private struct Reader {
        let bytes: [UInt8]
        var at = 0

        mutating func whole() throws -> JSON {
            let value = try value()
            guard peek() == nil else { throw wrong() }
            return value
        }

        private mutating func value() throws -> JSON {
            switch peek() {
            case UInt8(ascii: "{"): return try object()
            case UInt8(ascii: "["): return try array()
            case UInt8(ascii: "\""): return .string(try string())
            case UInt8(ascii: "t"): return try word("true", .bool(true))
            case UInt8(ascii: "f"): return try word("false", .bool(false))
            case UInt8(ascii: "n"): return try word("null", .null)
            default: return try number()
            }
        }

        private mutating func object() throws -> JSON {
            var members: [Member] = []
            at += 1
            if take("}") { return .object([]) }
            repeat {
                guard peek() == UInt8(ascii: "\"") else { throw wrong() }
                let name = try string()
                guard take(":") else { throw wrong() }
                members.append(Member(name: name, value: try value()))
            } while take(",")
            guard take("}") else { throw wrong() }
            return .object(members)
        }

        private mutating func array() throws -> JSON {
            var list: [JSON] = []
            at += 1
            if take("]") { return .array([]) }
            repeat { list.append(try value()) } while take(",")
            guard take("]") else { throw wrong() }
            return .array(list)
        }

        private mutating func string() throws -> String {
            var text: [UInt8] = []
            at += 1
            while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
                guard bytes[at] == UInt8(ascii: "\\") else {
                    text.append(bytes[at])
                    at += 1
                    continue
                }
                guard at + 1 < bytes.count else { throw wrong() }
                text += try escape(bytes[at + 1])
            }
            guard at < bytes.count else { throw wrong() }
            at += 1
            return String(decoding: text, as: UTF8.self)
        }

        private mutating func escape(_ letter: UInt8) throws -> [UInt8] {
            let plain: [UInt8: UInt8] = [
                0x22: 0x22, 0x5C: 0x5C, 0x2F: 0x2F, 0x62: 0x08, 0x66: 0x0C, 0x6E: 0x0A, 0x72: 0x0D,
                0x74: 0x09,
            ]
            if let byte = plain[letter] {
                at += 2
                return [byte]
            }
            guard letter == UInt8(ascii: "u"), at + 6 <= bytes.count,
                let unit = UInt32(String(decoding: bytes[at + 2..<at + 6], as: UTF8.self), radix: 16),
                let scalar = Unicode.Scalar(unit)
            else { throw wrong() }
            at += 6
            return Array(String(Character(scalar)).utf8)
        }

        private mutating func number() throws -> JSON {
            _ = peek()
            let first = at
            while at < bytes.count, "+-.eE0123456789".utf8.contains(bytes[at]) { at += 1 }
            guard at > first else { throw wrong() }
            return .number(String(decoding: bytes[first..<at], as: UTF8.self))
        }

        private mutating func word(_ word: String, _ value: JSON) throws -> JSON {
            guard bytes[at...].starts(with: word.utf8) else { throw wrong() }
            at += word.utf8.count
            return value
        }

        /// The next byte that is no blank.
        private mutating func peek() -> UInt8? {
            while at < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[at]) { at += 1 }
            return at < bytes.count ? bytes[at] : nil
        }

        private mutating func take(_ mark: Unicode.Scalar) -> Bool {
            guard peek() == UInt8(ascii: mark) else { return false }
            at += 1
            return true
        }

        private func wrong() -> ToolProblem {
            .notJSON("byte \(at): \(String(decoding: bytes.prefix(400), as: UTF8.self))")
        }
    }
}

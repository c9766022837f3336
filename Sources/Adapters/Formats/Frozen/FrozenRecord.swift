import Basics

/// One JSON object of a frozen document, as the reader of its members asks for them.
struct FrozenRecord {
    private let path: String
    private let members: [JSONValue.Member]

    init(_ bytes: ArraySlice<UInt8>) throws(FrozenProblem) {
        let value: JSONValue
        do { value = try JSONReader.read(bytes) } catch { throw .badJSON(error) }
        try self.init(value, path: ".", prefix: "")
    }

    private init(_ value: JSONValue, path: String, prefix: String) throws(FrozenProblem) {
        guard case .object(let members) = value else { throw .damagedMember(path) }
        self.path = prefix
        self.members = members
    }

    func has(_ name: String) -> Bool { value(name) != nil }

    func optionalText(_ name: String) throws(FrozenProblem) -> String? {
        switch value(name) {
        case nil: return nil
        case .string(let text)?: return text
        default: throw damaged(name)
        }
    }

    func text(_ name: String) throws(FrozenProblem) -> String {
        guard let text = try optionalText(name) else { throw damaged(name) }
        return text
    }

    /// What a text means; nil from `read` where it means nothing.
    func meaning<Value>(_ name: String, _ read: (String) -> Value?) throws(FrozenProblem) -> Value {
        guard let value = read(try text(name)) else { throw damaged(name) }
        return value
    }

    func money(_ name: String) throws(FrozenProblem) -> Int64 {
        try meaning(name) { text in
            guard text.utf8.dropLast(2).last == UInt8(ascii: "."),
                let minor = Int64(text.replacing(".", with: "")),
                // The only spelling of the sum, no other.
                Money.text(minor: minor) == text
            else { return nil }
            return minor
        }
    }

    func integer(_ name: String) throws(FrozenProblem) -> Int {
        guard case .number(let text)? = value(name), let number = Int(text) else { throw damaged(name) }
        return number
    }

    func bool(_ name: String) throws(FrozenProblem) -> Bool {
        guard case .bool(let value)? = value(name) else { throw damaged(name) }
        return value
    }

    func record(_ name: String) throws(FrozenProblem) -> FrozenRecord {
        guard let value = value(name) else { throw damaged(name) }
        return try FrozenRecord(value, path: path + name, prefix: path + name + ".")
    }

    func records(_ name: String) throws(FrozenProblem) -> [FrozenRecord] {
        var records: [FrozenRecord] = []
        for (place, value) in try list(name).enumerated() {
            let entry = "\(path)\(name)[\(place)]"
            records.append(try FrozenRecord(value, path: entry, prefix: entry + "."))
        }
        return records
    }

    func meanings<Value>(_ name: String, _ read: (String) -> Value?) throws(FrozenProblem) -> [Value] {
        var values: [Value] = []
        for (place, value) in try list(name).enumerated() {
            guard case .string(let text) = value, let meaning = read(text) else {
                throw damaged("\(name)[\(place)]")
            }
            values.append(meaning)
        }
        return values
    }

    func damaged(_ name: String) -> FrozenProblem { .damagedMember(path + name) }

    private func list(_ name: String) throws(FrozenProblem) -> [JSONValue] {
        guard case .array(let values)? = value(name) else { throw damaged(name) }
        return values
    }

    private func value(_ name: String) -> JSONValue? {
        members.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
    }
}

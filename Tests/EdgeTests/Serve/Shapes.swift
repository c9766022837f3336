/// What of JSON Schema the interface's description uses, held against real answers.
struct Shapes {
    let description: JSON

    /// The first place where a value is not as the schema says; nil = it is.
    func flaw(of value: JSON, _ schema: JSON, at place: String = "$") -> String? {
        if let reference = schema["$ref"].text {
            let found = reference.split(separator: "/").dropFirst().reduce(description) { $0[String($1)] }
            return found == .null ? "\(place): no \(reference)" : flaw(of: value, found, at: place)
        }
        let types = schema["type"].text.map { [$0] } ?? schema["type"].list.compactMap(\.text)
        if !types.isEmpty, !types.contains(where: { isOf($0, value) }) { return "\(place): not \(types)" }
        if schema["const"] != .null, schema["const"] != value { return "\(place): not the constant" }
        if !schema["enum"].list.isEmpty, !schema["enum"].list.contains(value) { return "\(place): \(value)" }
        if !schema["oneOf"].list.isEmpty {
            let fitting = schema["oneOf"].list.filter { flaw(of: value, $0, at: place) == nil }
            if fitting.count != 1 { return "\(place): fits \(fitting.count) of oneOf" }
        }
        if let text = value.text, let pattern = schema["pattern"].text,
            let regex = try? Regex(pattern), text.firstMatch(of: regex) == nil
        {
            return "\(place): «\(text)» is not \(pattern)"
        }
        for name in schema["required"].list.compactMap(\.text) where !value.keys.contains(name) {
            if case .object = value { return "\(place): no \(name)" }
        }
        for name in value.keys {
            let known = schema["properties"][name]
            let rule = known == .null ? schema["additionalProperties"] : known
            if case .object = rule, let found = flaw(of: value[name], rule, at: "\(place).\(name)") {
                return found
            }
        }
        for (index, element) in value.list.enumerated() where schema["items"] != .null {
            if let found = flaw(of: element, schema["items"], at: "\(place)[\(index)]") { return found }
        }
        return nil
    }

    private func isOf(_ type: String, _ value: JSON) -> Bool {
        switch (type, value) {
        case ("object", .object), ("array", .array), ("string", .string), ("boolean", .bool), ("null", .null),
            ("number", .number):
            true
        case ("integer", .number): value.int != nil
        default: false
        }
    }
}

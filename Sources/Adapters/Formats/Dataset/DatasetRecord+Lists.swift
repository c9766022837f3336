extension DatasetRecord {
    func optionalList(_ name: String) throws(DatasetProblem) -> [JSONValue]? {
        switch value(name) {
        case nil: return nil
        case .array(let values)?: return values
        default: throw .wrongType(field: field(name), expected: .list)
        }
    }

    func optionalTexts(_ name: String) throws(DatasetProblem) -> [String]? {
        guard let values = try optionalList(name) else { return nil }
        var texts: [String] = []
        for (place, value) in values.enumerated() {
            let entry = "\(field(name))[\(place)]"
            guard case .string(let text) = value else { throw .wrongType(field: entry, expected: .text) }
            try DatasetText.holdText(text, field: entry)
            texts.append(text)
        }
        return texts
    }

    func optionalBool(_ name: String) throws(DatasetProblem) -> Bool? {
        switch value(name) {
        case nil: return nil
        case .bool(let value)?: return value
        default: throw .wrongType(field: field(name), expected: .bool)
        }
    }

    func optionalWhole(_ name: String) throws(DatasetProblem) -> Int? {
        guard let value = value(name) else { return nil }
        guard case .number(let text) = value, let whole = Int(text) else {
            throw .wrongType(field: field(name), expected: .whole)
        }
        return whole
    }
}

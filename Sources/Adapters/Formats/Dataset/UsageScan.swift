import Basics
import Metering

/// One pass over an event's JSON: where each known member stands, and the first thing that is wrong
/// with what stands there. Nothing is copied but labels.
struct UsageScan {
    private(set) var texts = InlineArray<15, JSONText?>(repeating: nil)
    private(set) var labels: [UsageEvent.Label] = []
    private(set) var problem: DatasetProblem?
    private(set) var unknown: [String] = []
    private var seen: UInt32 = 0

    /// Where it is no JSON, that is its problem, whatever else is wrong with it.
    mutating func read(_ cursor: inout JSONCursor) throws(JSONProblem) {
        guard try cursor.kind() == .object else {
            problem = .wrongType(field: ".", expected: .object)
            return try cursor.skipValue()
        }
        try cursor.openObject()
        while let name = try cursor.nextName() {
            let field = field(name, in: cursor) { UsageField(envelope: $0) }
            try mark(field, at: name)
            switch field {
            case .data?: try readData(&cursor)
            case .time?, .datacontenttype?, .dataschema?: try cursor.skipValue(depth: 2)
            case let field?: try readText(field, &cursor)
            case nil:
                unknown.append(cursor.string(name))
                try cursor.skipValue(depth: 2)
            }
        }
    }

    private mutating func readData(_ cursor: inout JSONCursor) throws(JSONProblem) {
        guard try isObject(.data, &cursor) else { return }
        try cursor.openObject()
        while let name = try cursor.nextName() {
            let field = field(name, in: cursor) { UsageField(data: $0) }
            try mark(field, at: name)
            switch field {
            case .labels?: try readLabels(&cursor)
            case let field?: try readText(field, &cursor)
            case nil:
                unknown.append("data." + cursor.string(name))
                try cursor.skipValue(depth: 3)
            }
        }
    }

    private mutating func readLabels(_ cursor: inout JSONCursor) throws(JSONProblem) {
        guard try isObject(.labels, &cursor) else { return }
        var found: [(label: UsageEvent.Label, at: Int)] = []
        try cursor.openObject()
        while let name = try cursor.nextName() {
            let label = cursor.string(name)
            guard try cursor.kind() == .string else {
                note(.wrongType(field: UsageScan.path(label: label), expected: .text))
                try cursor.skipValue(depth: 4)
                continue
            }
            let value = try cursor.string()
            let text = cursor.string(value)
            // A NUL can only come as an escape.
            if name.escaped || value.escaped {
                do throws(DatasetProblem) {
                    try DatasetText.holdText(label, field: UsageScan.path(label: label))
                    try DatasetText.holdText(text, field: UsageScan.path(label: label))
                } catch { note(error) }
            }
            found.append((UsageEvent.Label(name: label, value: text), name.first - 1))
        }
        labels = try UsageScan.sorted(found)
    }

    /// Labels in the order of their names; their order in the file means nothing. Sorted once, for a line
    /// may hold a hundred thousand.
    private static func sorted(
        _ found: [(label: UsageEvent.Label, at: Int)]
    ) throws(JSONProblem) -> [UsageEvent.Label] {
        guard found.count > 1 else { return found.map(\.label) }
        let sorted = found.sorted { a, b in
            if a.label.name.utf8.elementsEqual(b.label.name.utf8) { return a.at < b.at }
            return a.label.name.precedesBytewise(b.label.name)
        }
        let twins = zip(sorted, sorted.dropFirst()).filter {
            $0.label.name.utf8.elementsEqual($1.label.name.utf8)
        }
        if let second = twins.map(\.1.at).min() { throw JSONProblem(.duplicateKey, at: second) }
        return sorted.map(\.label)
    }

    private mutating func readText(_ field: UsageField, _ cursor: inout JSONCursor) throws(JSONProblem) {
        switch try cursor.kind() {
        case .string: texts[field.rawValue] = try cursor.string()
        case .number where field == .quantity: texts[field.rawValue] = try cursor.number()
        case .null: try cursor.null()
        default:
            note(.wrongType(field: field.path, expected: field == .quantity ? .decimal : .text))
            try cursor.skipValue(depth: 3)
        }
    }

    private mutating func isObject(
        _ field: UsageField, _ cursor: inout JSONCursor
    ) throws(JSONProblem) -> Bool {
        let kind = try cursor.kind()
        if kind == .object { return true }
        // `null` counts as absent.
        if kind != .null { note(.wrongType(field: field.path, expected: .object)) }
        try cursor.skipValue(depth: 3)
        return false
    }

    private func field(
        _ name: JSONText, in cursor: JSONCursor, known: (UnsafeBufferPointer<UInt8>) -> UsageField?
    ) -> UsageField? {
        name.escaped ? cursor.unescaped(name).withUnsafeBufferPointer(known) : known(cursor.raw(name))
    }

    private mutating func mark(_ field: UsageField?, at name: JSONText) throws(JSONProblem) {
        guard let field else { return }
        let bit: UInt32 = 1 << UInt32(field.rawValue)
        guard seen & bit == 0 else { throw JSONProblem(.duplicateKey, at: name.first - 1) }
        seen |= bit
    }

    private static func path(label: String) -> String { "data.labels.\(DatasetText.shortened(label))" }

    private mutating func note(_ found: DatasetProblem) {
        if problem == nil { problem = found }
    }
}

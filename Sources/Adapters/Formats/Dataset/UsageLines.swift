import Basics
package import Metering

/// Reads usage events, one CloudEvents 1.0 JSON object each. Whether an event lies within one regional
/// day is Metering's matter: here no region is known.
package struct UsageLines {
    private var unknown = UnknownFields()

    package init() {}

    package mutating func event(in line: ArraySlice<UInt8>) throws(DatasetProblem) -> UsageEvent {
        try line.withUnsafeBufferPointer { (bytes) throws(DatasetProblem) -> UsageEvent in
            var cursor = JSONCursor(bytes)
            var scan = UsageScan()
            do throws(JSONProblem) {
                try scan.read(&cursor)
                try cursor.finish()
            } catch { throw .badJSON(error) }
            return try event(scan, Place(line: line, cursor: cursor))
        }
    }

    /// Reads the elements of an array, what is wrong with one refusing no other; an array that is no JSON is
    /// refused whole. It stops behind the limit: who sent more is refused anyway.
    package mutating func events(
        in bytes: [UInt8], limit: Int, _ take: (Result<UsageEvent, DatasetProblem>) -> Void
    ) throws(JSONProblem) {
        let line = bytes[...]
        try bytes.withUnsafeBufferPointer { (bytes) throws(JSONProblem) in
            var cursor = JSONCursor(bytes)
            guard try cursor.kind() == .array else { throw JSONProblem(.unexpectedByte, at: cursor.at) }
            try cursor.openArray()
            var count = 0
            while count <= limit, try cursor.nextElement() {
                take(try element(&cursor, of: line))
                count += 1
            }
            if count <= limit { try cursor.finish() }
        }
    }

    private mutating func element(
        _ cursor: inout JSONCursor, of line: ArraySlice<UInt8>
    ) throws(JSONProblem) -> Result<UsageEvent, DatasetProblem> {
        var again = cursor
        var scan = UsageScan()
        do throws(JSONProblem) { try scan.read(&cursor) } catch {
            // A name that comes twice is the element's own fault; other faults are the array's.
            try again.skipValue(depth: 2)
            cursor = again
            return .failure(.badJSON(error))
        }
        do throws(DatasetProblem) {
            return .success(try event(scan, Place(line: line, cursor: cursor)))
        } catch { return .failure(error) }
    }

    private mutating func event(_ scan: UsageScan, _ place: Place) throws(DatasetProblem) -> UsageEvent {
        for field in scan.unknown { unknown.note(field) }
        if let problem = scan.problem { throw problem }
        return try UsageLines.event(scan, place)
    }

    /// Warnings about unknown fields that came since the last call; each field is named once.
    package mutating func takeWarnings() -> [DatasetProblem] { unknown.take() }

    /// The line and the cursor that passed over it.
    private struct Place {
        let line: ArraySlice<UInt8>
        let cursor: JSONCursor

        func bytes(_ text: JSONText) -> ArraySlice<UInt8> {
            guard !text.escaped else { return cursor.unescaped(text)[...] }
            return line[line.startIndex + text.first..<line.startIndex + text.end]
        }

        func found(_ text: JSONText) -> String { DatasetText.shortened(cursor.string(text)) }
    }

    private static func event(_ scan: UsageScan, _ place: Place) throws(DatasetProblem) -> UsageEvent {
        let version = try text(.specversion, scan)
        guard place.bytes(version).elementsEqual("1.0".utf8) else {
            throw .badSpecVersion(found: place.found(version))
        }
        let event = UsageEvent(
            id: try name(.id, scan, place), source: try name(.source, scan, place),
            type: try name(.type, scan, place), project: try project(scan, place),
            resource: ResourceID(try name(.resource, scan, place)), sku: SKU(try name(.sku, scan, place)),
            quantity: try quantity(scan, place), start: try moment(.start, scan, place),
            end: try moment(.end, scan, place), labels: scan.labels)
        guard event.start < event.end else {
            throw .badOrder(
                earlier: UsageField.start.path, later: UsageField.end.path, found: event.end.description)
        }
        return event
    }

    private static func text(_ field: UsageField, _ scan: UsageScan) throws(DatasetProblem) -> JSONText {
        guard let text = scan.texts[field.rawValue] else { throw .missingField(field.path) }
        return text
    }

    private static func name(
        _ field: UsageField, _ scan: UsageScan, _ place: Place
    ) throws(DatasetProblem) -> String {
        let text = try text(field, scan)
        let name = place.cursor.string(text)
        if !text.plain || text.first == text.end || text.end - text.first > DatasetText.longestName {
            try DatasetText.holdName(name, field: field.path)
        }
        return name
    }

    private static func project(_ scan: UsageScan, _ place: Place) throws(DatasetProblem) -> PID {
        let text = try text(.subject, scan)
        guard let project = PID(place.cursor.string(text)) else {
            throw .badPID(field: UsageField.subject.path, found: place.found(text))
        }
        return project
    }

    private static func quantity(_ scan: UsageScan, _ place: Place) throws(DatasetProblem) -> Quantity {
        let text = try text(.quantity, scan)
        guard let value = DecimalText.parse(place.bytes(text), fractionDigits: 3), value > 0 else {
            throw .badQuantity(field: UsageField.quantity.path, found: place.found(text))
        }
        return Quantity(thousandths: value)
    }

    private static func moment(
        _ field: UsageField, _ scan: UsageScan, _ place: Place
    ) throws(DatasetProblem) -> Moment {
        let text = try text(field, scan)
        guard let moment = Moment(bytes: place.bytes(text)) else {
            throw .badMoment(field: field.path, found: place.found(text))
        }
        return moment
    }
}

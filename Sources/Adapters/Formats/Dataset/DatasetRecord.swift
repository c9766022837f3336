import Basics

/// One JSON object of a dataset, as the reader of its fields asks for them. `null` counts as absent.
struct DatasetRecord {
    private let path: String
    /// The path without places in lists: an unknown field is one, whichever entries have it.
    private let listPath: String
    private let members: [JSONValue.Member]

    /// Reads a line that holds one object.
    init(_ line: ArraySlice<UInt8>) throws(DatasetProblem) {
        let value: JSONValue
        do { value = try JSONReader.read(line) } catch { throw .badJSON(error) }
        guard case .object(let members) = value else { throw .wrongType(field: ".", expected: .object) }
        self.init(path: "", listPath: "", members: members)
    }

    private init(path: String, listPath: String, members: [JSONValue.Member]) {
        self.path = path
        self.listPath = listPath
        self.members = members
    }

    /// The paths of the members that nobody knows.
    func fields(besides known: [String]) -> [String] {
        members.map(\.name).filter { !known.contains($0) }.map { listPath + $0 }
    }

    func optionalText(_ name: String) throws(DatasetProblem) -> String? {
        switch value(name) {
        case nil: return nil
        case .string(let text)?:
            try DatasetText.holdText(text, field: field(name))
            return text
        default: throw .wrongType(field: field(name), expected: .text)
        }
    }

    func text(_ name: String) throws(DatasetProblem) -> String {
        guard let text = try optionalText(name) else { throw .missingField(field(name)) }
        return text
    }

    /// A text that becomes a key: see `DatasetText`.
    func name(_ name: String) throws(DatasetProblem) -> String {
        let text = try text(name)
        try DatasetText.holdName(text, field: field(name))
        return text
    }

    func optionalName(_ name: String) throws(DatasetProblem) -> String? {
        guard let text = try optionalText(name) else { return nil }
        try DatasetText.holdName(text, field: field(name))
        return text
    }

    func pid(_ name: String) throws(DatasetProblem) -> PID {
        let text = try text(name)
        guard let pid = PID(text) else {
            throw .badPID(field: field(name), found: DatasetText.shortened(text))
        }
        return pid
    }

    func moment(_ name: String) throws(DatasetProblem) -> Moment {
        let text = try text(name)
        guard let moment = Moment(text) else {
            throw .badMoment(field: field(name), found: DatasetText.shortened(text))
        }
        return moment
    }

    /// A sum above zero in minor units, written in major ones: "1234.56".
    func amount(_ name: String) throws(DatasetProblem) -> Int64 {
        guard let value = value(name) else { throw .missingField(field(name)) }
        guard case .string(let text) = value else {
            throw .wrongType(field: field(name), expected: .decimal)
        }
        guard let minor = DecimalText.parse(text.utf8, fractionDigits: 2), minor > 0,
            Money.range.contains(minor)
        else { throw .badAmount(field: field(name), found: DatasetText.shortened(text)) }
        return minor
    }

    func optionalRecord(_ name: String) throws(DatasetProblem) -> DatasetRecord? {
        switch value(name) {
        case nil: return nil
        case .object(let members)?:
            return DatasetRecord(
                path: field(name) + ".", listPath: listPath + name + ".", members: members)
        default: throw .wrongType(field: field(name), expected: .object)
        }
    }

    /// A list of objects; its entries are counted from 0 in the paths of their fields.
    func optionalRecords(_ name: String) throws(DatasetProblem) -> [DatasetRecord]? {
        guard let values = try optionalList(name) else { return nil }
        var records: [DatasetRecord] = []
        for (place, value) in values.enumerated() {
            let entry = "\(field(name))[\(place)]"
            guard case .object(let members) = value else {
                throw .wrongType(field: entry, expected: .object)
            }
            records.append(
                DatasetRecord(path: entry + ".", listPath: listPath + name + ".", members: members))
        }
        return records
    }

    func field(_ name: String) -> String { path + name }

    /// What stands under a name; nil also for `null`.
    func value(_ name: String) -> JSONValue? {
        let value = members.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
        return value == .null ? nil : value
    }
}

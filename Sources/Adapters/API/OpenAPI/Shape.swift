import Basics
import Formats
import Projects
import Regions
import UseCases

/// Pieces of JSON Schema that many routes share.
enum Shape {
    static let text: JSONValue = ["type": "string"]
    static let mayBeText: JSONValue = ["type": ["string", "null"]]
    static let count: JSONValue = ["type": "integer", "minimum": 0]
    static let flag: JSONValue = ["type": "boolean"]
    static let sum: JSONValue = ["type": "string", "pattern": "^-?[0-9]+\\.[0-9]{2}$"]
    static let amount: JSONValue = ["type": "string", "pattern": "^[0-9]{1,15}(\\.[0-9]{1,2})?$"]
    static let pid: JSONValue = ["type": "string", "pattern": "^[mM][cC][sS][0-9]{9,10}$"]
    static let day: JSONValue = ["type": "string", "format": "date"]
    static let instant: JSONValue = ["type": "string", "format": "date-time"]
    static let mayBeInstant: JSONValue = ["type": ["string", "null"], "format": "date-time"]
    static let month: JSONValue = ["type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$"]
    static let region: JSONValue = ["enum": .array(Region.allCases.map { .string($0.rawValue) })]
    static let name: JSONValue = ["type": "string", "minLength": 1, "maxLength": 512]

    /// An object whose members all stand in it, but those named.
    static func object(_ members: [(String, JSONValue)], optional: Set<String> = []) -> JSONValue {
        [
            "type": "object",
            "required": .array(members.map(\.0).filter { !optional.contains($0) }.map { .string($0) }),
            "properties": .object(members.map { .init($0.0, $0.1) }),
        ]
    }

    static func list(of item: JSONValue) -> JSONValue { ["type": "array", "items": item] }

    static let flaw = object([("code", text), ("message", text)])

    /// What became of one record.
    static let taken = object([
        ("result", ["enum": ["accepted", "duplicate"]]), ("warnings", list(of: flaw)),
    ])
    static let takenAnswers = [
        AnswerShape(201, "Taken.", schema: taken),
        AnswerShape(200, "Known already; nothing changed.", schema: taken),
    ]
}

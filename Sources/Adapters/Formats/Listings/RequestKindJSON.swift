import Access
import Basics
import Notices
import Regions
package import Requests
import Wording

/// A kind of request as programs read it.
package enum RequestKindJSON {
    package static func value(_ kind: RequestKind) -> JSONValue {
        let terms = kind.terms
        return [
            "number": .string("Q\(kind.number)"), "kind": .string(kind.rawValue),
            "name": words(kind.phrase), "fields": .array(terms.fields.map(field)),
            "department": .string(terms.department.rawValue),
            "mailboxes": .object(
                terms.regions.map {
                    JSONValue.Member($0.rawValue, .string(terms.department.mailbox(in: $0)))
                }),
            "right": .string(terms.right.rawValue), "deadline": terms.deadline.map(deadline) ?? .null,
        ]
    }

    private static func field(_ asked: RequestTerms.Asked) -> JSONValue {
        let (shape, more): (String, [JSONValue.Member]) =
            switch asked.field.shape {
            case .line: ("line", [])
            case .text: ("text", [])
            case .email: ("email", [])
            case .phone: ("phone", [])
            case .day: ("day", [])
            case .period: ("period", [])
            case .amount: ("amount", [])
            case .project: ("project", [])
            case .digits(let count): ("digits", [.init("count", .integer(count))])
            case .choice(let words): ("choice", [.init("of", .array(words.map { .string($0) }))])
            case .flag: ("flag", [])
            case .file: ("file", [])
            }
        return .object(
            [
                .init("field", .string(asked.field.rawValue)), .init("name", words(asked.field.phrase)),
                .init("needed", .bool(asked.isNeeded)), .init("shape", .string(shape)),
            ] + more)
    }

    private static func deadline(_ deadline: RequestTerms.Deadline) -> JSONValue {
        switch deadline {
        case .hours(let count): ["hours": .integer(count)]
        case .workingDays(let count): ["workingDays": .integer(count)]
        case .calendarDays(let count): ["calendarDays": .integer(count)]
        }
    }

    private static func words(_ phrase: Phrase) -> JSONValue {
        ["en": .string(phrase.text(.en)), "ru": .string(phrase.text(.ru))]
    }
}

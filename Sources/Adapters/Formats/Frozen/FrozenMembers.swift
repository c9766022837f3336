import Basics

extension JSONValue {
    /// An object in the order given; a member that is nil is left out.
    static func frozen(_ members: [(String, JSONValue?)]) -> JSONValue { .object(frozenMembers(members)) }

    static func frozenMembers(_ members: [(String, JSONValue?)]) -> [Member] {
        members.compactMap { name, value in value.map { Member(name, $0) } }
    }

    static func text(_ text: String?) -> JSONValue? { text.map(JSONValue.string) }

    /// What a value says of itself: days, months, moments, PIDs.
    static func text(of value: some CustomStringConvertible) -> JSONValue { .string(value.description) }

    static func money(_ minor: Int64) -> JSONValue { .string(Money.text(minor: minor)) }
}

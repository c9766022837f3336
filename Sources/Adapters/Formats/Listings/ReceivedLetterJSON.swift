import Basics
import Requests
package import UseCases

/// A letter that came, as programs read it.
package enum ReceivedLetterJSON {
    package static func value(_ letter: ReceivedLetter) -> JSONValue {
        func word(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
        return [
            "number": .integer(letter.number), "mailbox": .string(letter.mailbox),
            "received": .string(letter.receivedAt.description), "sender": .string(letter.sender),
            "subject": .string(letter.subject), "text": .string(letter.text),
            "leftOut": .array(letter.leftOut.map(JSONValue.string)),
            "state": .string(letter.state.rawValue), "wait": word(letter.wait?.rawValue),
            "kind": word(letter.kind?.rawValue), "project": word(letter.project?.text),
            "request": letter.request.map(JSONValue.integer) ?? .null,
        ]
    }
}

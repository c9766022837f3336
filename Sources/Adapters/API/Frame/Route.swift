package import Basics
package import Formats
package import HTTPTypes
package import UseCases
package import Wording

/// One row of the interface: the door, the description and the tests all read it.
package struct Route: Sendable {
    package let method: HTTPRequest.Method
    package let path: PathTemplate
    package let opening: Opening
    /// One sentence, for the description.
    package let summary: String
    /// What it takes; nil where it takes no body.
    package let takes: RequestShape?
    package let answers: [AnswerShape]
    /// Parameters of the query.
    package let query: [QueryShape]
    /// Whether the work is done once for an Idempotency-Key.
    package let isKeyed: Bool
    /// How its refusals are dressed, where another's interface says so.
    package let dress: Dress?
    package let work: Work

    /// `fields` are those of the request's head.
    package typealias Dress =
        @Sendable (
            _ problem: any Problem, _ status: Int, _ language: Language, _ fields: HTTPFields
        ) -> Reply

    package enum Work: Sendable {
        /// Calls desks, which may wait for the disk: runs on the desks' threads.
        case desk(@Sendable (App, Call) throws -> Reply)
        /// Waits for something else and calls desks through `Desks`.
        case waiting(@Sendable (Desks, Call) async throws -> Reply)
    }

    package init(
        _ method: HTTPRequest.Method, _ path: String, opening: Opening, summary: String,
        takes: RequestShape? = nil, answers: [AnswerShape], query: [QueryShape] = [], isKeyed: Bool = false,
        dress: Dress? = nil, work: Work
    ) {
        self.method = method
        self.path = PathTemplate(path)
        self.opening = opening
        self.summary = summary
        self.takes = takes
        self.answers = answers
        self.query = query
        self.isKeyed = isKeyed
        self.dress = dress
        self.work = work
        if isKeyed, case .waiting = work {
            preconditionFailure("what is done once for a key is one transaction: \(path)")
        }
    }
}

/// What a route takes.
package struct RequestShape: Sendable {
    /// In lower case; the first is the one to prefer.
    package let types: [String]
    /// In bytes, unpacked.
    package let limit: Int
    /// JSON Schema of the body.
    package let schema: JSONValue
    /// Of types whose body is another.
    package let others: [String: JSONValue]

    package init(
        types: [String], limit: Int = 1 << 20, schema: JSONValue, others: [String: JSONValue] = [:]
    ) {
        self.types = types
        self.limit = limit
        self.schema = schema
        self.others = others
    }
}

/// One way a route answers.
package struct AnswerShape: Sendable {
    package let status: Int
    package let says: String
    package let type: String
    /// JSON Schema of the body.
    package let schema: JSONValue
    /// A type that `Accept` may ask for instead; its body is text.
    package let other: String?

    package init(
        _ status: Int, _ says: String, type: String = "application/json", schema: JSONValue,
        other: String? = nil
    ) {
        self.status = status
        self.says = says
        self.type = type
        self.schema = schema
        self.other = other
    }
}

/// A parameter of the query.
package struct QueryShape: Sendable {
    package let name: String
    package let says: String
    package let isNeeded: Bool
    package let schema: JSONValue

    package init(_ name: String, _ says: String, isNeeded: Bool = false, schema: JSONValue) {
        self.name = name
        self.says = says
        self.isNeeded = isNeeded
        self.schema = schema
    }
}

package import Formats
package import HTTPTypes
package import HummingbirdCore

/// What failed, with fields that its refusal has to bring all the same.
package struct FailureWithFields: Error {
    package let error: any Error
    package let fields: HTTPFields

    package init(error: any Error, fields: HTTPFields) {
        self.error = error
        self.fields = fields
    }
}

/// What is answered. The door adds what every answer has: number, length, packing.
package struct Reply: Sendable {
    package enum Body: Sendable {
        case bytes([UInt8])
        /// Written as it comes about; not packed, its length is not known.
        case stream(@Sendable (inout any ResponseBodyWriter) async throws -> Void)
    }

    package var status: Int
    package var type: String
    package var fields: HTTPFields
    package var body: Body
    /// What tells this content from other contents of the same address; `"…"` is put around it.
    package var tag: String?
    /// False: it goes as it is, for packing waits for a thread.
    package var mayBePacked = true

    package init(
        _ status: Int = 200, type: String, fields: HTTPFields = [:], body: Body, tag: String? = nil
    ) {
        self.status = status
        self.type = type
        self.fields = fields
        self.body = body
        self.tag = tag
    }

    package static func json(_ value: JSONValue, status: Int = 200, tag: String? = nil) -> Reply {
        Reply(status, type: "application/json", body: .bytes(JSONWriter.bytes(value)), tag: tag)
    }

    package static func text(_ text: String, status: Int = 200) -> Reply {
        Reply(status, type: "text/plain; charset=utf-8", body: .bytes(Array(text.utf8)))
    }
}

/// Hands a letter to the provider's mail server. It blocks its thread and is never called inside a transaction.
package struct Mailer: Sendable {
    /// Throws `MailRefusal`.
    package let send: @Sendable (Letter, [Enclosure]) throws -> Void

    package init(send: @escaping @Sendable (Letter, [Enclosure]) throws -> Void) { self.send = send }
}

/// A PDF that goes with a letter.
package struct Enclosure: Hashable, Sendable {
    package let name: String
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// How many bytes a file takes on its way: base64 in lines of 76, by RFC 2045, and the head of its part.
    static func size(ofBytes count: Int) -> Int { (count + 56) / 57 * 78 + 400 }
}

/// A letter that was not taken, in the server's words or the network's.
package enum MailRefusal: Error, Hashable, Sendable {
    /// It may be taken later: nobody answered, or the server said 4xx.
    case later(String)
    /// It never will be: the server said 5xx.
    case never(String)
}

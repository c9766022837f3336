/// Hands a letter to the provider's mail server. It blocks its thread and is never called inside a transaction.
package struct Mailer: Sendable {
    /// Throws `MailRefusal`.
    package let send: @Sendable (Letter) throws -> Void

    package init(send: @escaping @Sendable (Letter) throws -> Void) { self.send = send }
}

/// A letter that was not taken, in the server's words or the network's.
package enum MailRefusal: Error, Hashable, Sendable {
    /// It may be taken later: nobody answered, or the server said 4xx.
    case later(String)
    /// It never will be: the server said 5xx.
    case never(String)
}

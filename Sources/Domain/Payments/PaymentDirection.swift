/// Which way a transfer went, seen from the supplier's account.
package enum PaymentDirection: String, Hashable, Sendable {
    case incoming
    case outgoing
    case unknown
}

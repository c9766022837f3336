/// Whether a bank file may be credited at once, or waits for a person (D14).
package enum StatementVerdict: Hashable, Sendable {
    case sound
    case held([PaymentsProblem])
}

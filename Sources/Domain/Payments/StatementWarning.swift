/// What a bank file does oddly without harm: a person may want to know, nothing waits for it.
package enum StatementWarning: Hashable, Sendable {
    /// A line that belongs to nothing.
    case strayText(line: Int)
    /// A key given twice with two values; the first that is not empty counts.
    case repeatedKey(line: Int, key: String)
    /// The file names one encoding and is written in another.
    case encodingNotAsStated
    /// The documents listed do not add up to what the account's sections say came in or went out.
    case sumsDiffer(account: String, direction: PaymentDirection, stated: Int64, listed: Int64)
}

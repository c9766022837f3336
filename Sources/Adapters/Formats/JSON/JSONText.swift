/// A string or a number where it stands in JSON text, not yet copied out of it.
package struct JSONText {
    /// Offset of the first byte, after the quotation mark.
    package let first: Int
    /// Offset behind the last byte, at the quotation mark.
    package let end: Int
    /// Whether `\` stands in it, so that its bytes are not yet what they mean.
    package let escaped: Bool
    /// Whether every byte is printable ASCII that means itself.
    package let plain: Bool
}

extension String {
    /// At most so many characters, as XSD counts them; what is cut ends with an ellipsis.
    func fitted(_ limit: Int) -> String {
        let clean = XMLText.clean(self).unicodeScalars
        guard clean.count > limit else { return String(clean) }
        return XMLText.clean(String(clean.prefix(limit - 1))) + "…"
    }
}

import CXML2

/// libxml2 wants one initialisation before threads share it; a `static let` runs once in a process.
/// Everything else here lives in contexts of one call.
enum LibXML {
    static let ready: Void = xmlInitParser()

    /// The library's message without its line end.
    static func message(_ error: xmlError) -> String {
        guard let message = error.message else { return "" }
        var text = String(cString: message)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}

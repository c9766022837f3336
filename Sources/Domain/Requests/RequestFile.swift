package import Basics

/// A file that comes with a request or a reply: held to size and type before anything is kept.
package struct RequestFile: Hashable, Sendable {
    /// The field it answers; nil = attached besides.
    package let field: RequestField?
    /// As its sender called it, fit to be shown.
    package let name: String
    package let type: ScanType
    package let bytes: [UInt8]

    package static let largest = ScanType.mostBytes
    /// With one request or reply.
    package static let most = 5

    package init(field: RequestField? = nil, named name: String, _ bytes: [UInt8]) throws(RequestsProblem) {
        let shown = RequestFile.shown(name)
        guard bytes.count <= RequestFile.largest else {
            throw .largeFile(shown, megabytes: RequestFile.largest >> 20)
        }
        guard let type = ScanType(of: bytes) else { throw .badFile(shown) }
        self.field = field
        self.name = shown
        self.type = type
        self.bytes = bytes
    }

    /// The last piece of a path, without signs that cannot be seen or that turn the direction of writing.
    private static func shown(_ name: String) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        let kept = last.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
                false
            default: true
            }
        }
        let text = String(String(String.UnicodeScalarView(kept)).prefix(120))
        return text.contains { !$0.isWhitespace } ? text : "file"
    }
}

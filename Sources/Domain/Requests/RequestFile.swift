/// What a file is by its own first bytes. What it calls itself, and what a browser says of it, is believed in nothing.
package enum AttachmentType: String, CaseIterable, Hashable, Sendable {
    case pdf
    case png
    case jpeg

    package init?(of bytes: [UInt8]) {
        let known: [(AttachmentType, [UInt8])] = [
            (.pdf, Array("%PDF-".utf8)), (.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
            (.jpeg, [0xFF, 0xD8, 0xFF]),
        ]
        guard let found = known.first(where: { bytes.starts(with: $0.1) }) else { return nil }
        self = found.0
    }

    package var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        }
    }

    package var ending: String {
        switch self {
        case .pdf: "pdf"
        case .png: "png"
        case .jpeg: "jpg"
        }
    }
}

/// A file that comes with a request or a reply: held to size and type before anything is kept.
package struct RequestFile: Hashable, Sendable {
    /// The field it answers; nil = attached besides.
    package let field: RequestField?
    /// As its sender called it, fit to be shown.
    package let name: String
    package let type: AttachmentType
    package let bytes: [UInt8]

    package static let largest = 10 << 20
    /// With one request or reply.
    package static let most = 5

    package init(field: RequestField? = nil, named name: String, _ bytes: [UInt8]) throws(RequestsProblem) {
        let shown = RequestFile.shown(name)
        guard bytes.count <= RequestFile.largest else {
            throw .largeFile(shown, megabytes: RequestFile.largest >> 20)
        }
        guard let type = AttachmentType(of: bytes) else { throw .badFile(shown) }
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

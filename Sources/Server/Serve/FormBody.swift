import API

/// The fields of a form as browsers send them (`application/x-www-form-urlencoded`), within bounds.
struct FormBody: Sendable {
    static let type = "application/x-www-form-urlencoded"
    static let limit = 16 << 10
    private static let mostFields = 64

    private let fields: [(name: String, value: String)]
    /// A file that came along: what it calls itself, and its bytes.
    var file: (name: String, bytes: [UInt8])? { files.first.map { ($0.name, $0.bytes) } }
    /// All of them, by the fields they came in.
    let files: [(field: String, name: String, bytes: [UInt8])]

    init() {
        fields = []
        files = []
    }

    /// A form with a file in it.
    init(multipart body: [UInt8], contentType: String) throws {
        let parts = try MultipartBody.parts(body, contentType: contentType)
        fields = try parts.filter { $0.fileName == nil }.map { part in
            guard let text = String(validating: part.bytes, as: UTF8.self), !part.bytes.contains(0) else {
                throw APIProblem.malformed
            }
            return (part.name, text)
        }
        files = parts.filter { $0.fileName != nil && !$0.bytes.isEmpty }.map {
            ($0.name, $0.fileName ?? "", $0.bytes)
        }
    }

    init(_ body: [UInt8]) throws {
        guard body.count <= FormBody.limit else { throw APIProblem.bodyTooLarge(limit: FormBody.limit) }
        files = []
        let parts = body.split(separator: UInt8(ascii: "&"))
        guard parts.count <= FormBody.mostFields else { throw APIProblem.malformed }
        fields = try parts.map { part in
            let halves = part.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            return (
                try FormBody.text(halves[0]), halves.count > 1 ? try FormBody.text(halves[1]) : ""
            )
        }
    }

    /// The first value of a field; empty where it is not there.
    func callAsFunction(_ name: String) -> String { fields.first { $0.name == name }?.value ?? "" }

    func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// A field of one line, without blanks around it.
    func line(_ name: String) -> String {
        let text = self(name)
        guard let start = text.firstIndex(where: { !$0.isWhitespace }),
            let end = text.lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(text[start...end])
    }

    /// `+` is a blank, `%xx` a byte; what is no UTF-8, or holds a zero, is refused.
    private static func text(_ bytes: ArraySlice<UInt8>) throws -> String {
        var out: [UInt8] = []
        var rest = bytes
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): out.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
                else {
                    throw APIProblem.malformed
                }
                out.append(high << 4 | low)
            default: out.append(byte)
            }
        }
        guard let text = String(validating: out, as: UTF8.self), !out.contains(0) else {
            throw APIProblem.malformed
        }
        return text
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}

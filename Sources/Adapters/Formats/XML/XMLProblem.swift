package import Basics

/// Why a file could not be read or written as XML.
package enum XMLProblem: Problem, Equatable {
    case tooLarge(bytes: Int, limit: Int)
    /// A document type declaration: the door to entity bombs and to other people's files.
    case doctype(line: Int)
    case tooDeep(line: Int)
    case tooManyElements(line: Int)
    case malformed(line: Int, message: String)
    case schemaUnreadable(path: String, message: String)
    case unwritable(element: String)

    package var code: String {
        switch self {
        case .tooLarge: "xml.too-large"
        case .doctype: "xml.doctype"
        case .tooDeep: "xml.too-deep"
        case .tooManyElements: "xml.too-many-elements"
        case .malformed: "xml.malformed"
        case .schemaUnreadable: "xml.schema-unreadable"
        case .unwritable: "xml.unwritable"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .schemaUnreadable: .missing
        default: .invalid
        }
    }

    /// Where in the file, as far as it is known.
    package var line: Int {
        switch self {
        case .doctype(let line), .tooDeep(let line), .tooManyElements(let line), .malformed(let line, _): line
        case .tooLarge, .schemaUnreadable, .unwritable: 0
        }
    }
}

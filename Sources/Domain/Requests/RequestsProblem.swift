package import Basics
package import Regions

/// What can be wrong with a request.
package enum RequestsProblem: Problem, Equatable {
    case missingField(RequestKind, RequestField)
    case foreignField(RequestKind, String)
    case badValue(RequestField, String)
    case notHere(RequestKind, Region)
    case unknownKind(String)

    package var code: String {
        switch self {
        case .missingField: "requests.missing-field"
        case .foreignField: "requests.foreign-field"
        case .badValue: "requests.bad-value"
        case .notHere: "requests.not-here"
        case .unknownKind: "requests.unknown-kind"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .unknownKind: .missing
        default: .invalid
        }
    }
}

package import Basics
package import Regions

/// What can be wrong with a request.
package enum RequestsProblem: Problem, Equatable {
    case missingField(RequestKind, RequestField)
    case foreignField(RequestKind, String)
    case badValue(RequestField, String)
    case notHere(RequestKind, Region)
    case unknownKind(String)
    case unknownRequest(String)
    /// Somebody else has done something to it since it was looked at.
    case changedMeanwhile(Int64)
    case closed(RequestState)
    /// A reply comes so many days after the end.
    case tooLate(days: Int)
    case wrongResult(RequestKind, RequestResult)
    case unknownResult(String)
    /// A form without the mark by which it is known when it comes again.
    case noKey
    /// Nothing is said where something must be.
    case noText
    case badText(Int)
    /// Neither PDF nor picture, whatever it calls itself.
    case badFile(String)
    case largeFile(String, megabytes: Int)
    case tooManyFiles(Int)
    /// So many of a project wait already.
    case tooManyOpen(Int)
    /// None of the month that the request's readers may all see.
    case noDocuments(Month)
    /// The money of a bank line does not lie on the project of the request.
    case foreignLine(Int64, PID)
    case badDays(String, most: Int)
    case unknownBonus(String)
    /// More than support grants by itself.
    case largeBonus(most: Int64)
    /// Of the customer, in one request.
    case tooManySteps(Int)
    /// Requests made in a project within a day.
    case tooManyToday(Int)
    /// Files sent in a project within a day.
    case tooMuchToday(megabytes: Int)
    case unknownLetter(String)
    /// Somebody or something has dealt with it already.
    case letterDone(Int64)
    /// A project that nobody signs in to.
    case noSpeaker(PID)
    /// A refund of a project that goes on being charged (D13).
    case conserveFirst(PID)
    /// Only its owner's request has a project conserved, or not any more (D13).
    case ownersWord(PID)

    package var code: String {
        switch self {
        case .missingField: "requests.missing-field"
        case .foreignField: "requests.foreign-field"
        case .badValue: "requests.bad-value"
        case .notHere: "requests.not-here"
        case .unknownKind: "requests.unknown-kind"
        case .unknownRequest: "requests.unknown-request"
        case .changedMeanwhile: "requests.changed-meanwhile"
        case .closed: "requests.closed"
        case .tooLate: "requests.too-late"
        case .wrongResult: "requests.wrong-result"
        case .unknownResult: "requests.unknown-result"
        case .noKey: "requests.no-key"
        case .noText: "requests.no-text"
        case .badText: "requests.bad-text"
        case .badFile: "requests.bad-file"
        case .largeFile: "requests.large-file"
        case .tooManyFiles: "requests.too-many-files"
        case .tooManyOpen: "requests.too-many-open"
        case .noDocuments: "requests.no-documents"
        case .foreignLine: "requests.foreign-line"
        case .badDays: "requests.bad-days"
        case .unknownBonus: "requests.unknown-bonus"
        case .largeBonus: "requests.large-bonus"
        case .tooManySteps: "requests.too-many-steps"
        case .tooManyToday: "requests.too-many-today"
        case .tooMuchToday: "requests.too-much-today"
        case .unknownLetter: "requests.unknown-letter"
        case .letterDone: "requests.letter-done"
        case .noSpeaker: "requests.no-speaker"
        case .conserveFirst: "requests.conserve-first"
        case .ownersWord: "requests.owners-word"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .unknownKind, .unknownRequest, .noDocuments, .unknownLetter, .noSpeaker: .missing
        case .changedMeanwhile, .closed, .tooLate, .tooManyOpen, .foreignLine, .tooManySteps, .tooManyToday,
            .tooMuchToday, .letterDone, .conserveFirst, .ownersWord:
            .conflict
        default: .invalid
        }
    }
}

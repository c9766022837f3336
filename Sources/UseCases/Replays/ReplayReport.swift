package import Basics
package import Documents
package import Regions

/// What a replay of a month found.
package struct ReplayReport: Sendable {
    package let month: Month
    /// The regions in which the month is closed.
    package var regions: [Region] = []
    package var documents: [ReplayedDocument] = []
    /// Decisions of the closing that come out otherwise.
    package var findings: [Finding] = []

    package var isEqual: Bool { findings.isEmpty && documents.allSatisfy(\.isEqual) }
}

/// A document made again, beside the one that was issued.
package struct ReplayedDocument: Sendable {
    package let key: DocumentKey
    package let customer: AccountID
    /// The frozen contents, and what they say; nil where there is none or it cannot be read.
    package let kept: [UInt8]?
    package let made: [UInt8]?
    package let keptContent: DocumentContent?
    package let madeContent: DocumentContent?
    package let json: ReplayOutcome
    /// The formalised file, or the draft that goes beside the document.
    package let xml: ReplayOutcome

    package var isEqual: Bool { json == .equal && (xml == .equal || xml == .none) }
}

/// What the comparison of one form came to.
package enum ReplayOutcome: Hashable, Sendable {
    case equal
    /// The document has no such form.
    case none
    case differs(ByteDifference)
    /// The bytes agree, the digest kept beside them does not.
    case otherDigest(found: String, expected: String)
    /// Nothing was kept of what the replay makes.
    case notKept
    /// The replay does not make what was kept; the row that stands in the way, where there is one.
    case notMade(because: String?)
    /// What was kept is no document.
    case unreadable

    package static func comparing(_ kept: [UInt8], _ made: [UInt8]) -> ReplayOutcome {
        ByteDifference(kept, made).map { .differs($0) } ?? .equal
    }
}

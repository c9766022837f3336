/// An answer that is written for good, in both languages; its words stand in Notices.
package enum CannedAnswer: String, CaseIterable, Hashable, Sendable {
    case moreDetails = "more-details"
    case proofNeeded = "proof-needed"
    case paymentFound = "payment-found"
    case paymentNotFound = "payment-not-found"
    case documentsSent = "documents-sent"
    case setUp = "set-up"
    case edmOnlyRussia = "edm-only-russia"
    case cardToDocuments = "card-to-documents"
    case conserveFirst = "conserve-first"
    case memberFirst = "member-first"
    case thawTime = "thaw-time"
    case contractForForeign = "contract-for-foreign"
}

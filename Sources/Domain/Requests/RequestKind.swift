/// What customers ask the document department and support for: the kinds Q1–Q31 of the rulebook, in its order.
package enum RequestKind: String, CaseIterable, Hashable, Sendable {
    case individualContract = "individual-contract"
    case documentFlow = "document-flow"
    case documents
    case edm
    case paperFlow = "paper-flow"
    case scans
    case reconciliationAct = "reconciliation-act"
    case foreignInvoice = "foreign-invoice"
    case contractTerms = "contract-terms"
    case reRegistration = "re-registration"
    case foundingDocuments = "founding-documents"
    case personalRefund = "personal-refund"
    case companyRefund = "company-refund"
    case cardIntoDocuments = "card-into-documents"
    case paymentTrace = "payment-trace"
    case freezeDelay = "freeze-delay"
    case thaw
    case deletionTime = "deletion-time"
    case instrumentUnlinking = "instrument-unlinking"
    case unknownCharge = "unknown-charge"
    case servicesOff = "services-off"
    case misplacedMoney = "misplaced-money"
    case receipt
    case missingBonus = "missing-bonus"
    case slaCompensation = "sla-compensation"
    case ownerChange = "owner-change"
    case projectDeletion = "project-deletion"
    case foreignPhone = "foreign-phone"
    case missingDocuments = "missing-documents"
    case contractCopy = "contract-copy"
    case successionRefusal = "succession-refusal"

    /// Its number in the rulebook: 1 = Q1.
    package var number: Int { (RequestKind.allCases.firstIndex(of: self) ?? 0) + 1 }
}

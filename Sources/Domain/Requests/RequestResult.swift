/// What came of a request that was done.
package enum RequestResult: String, CaseIterable, Hashable, Sendable {
    /// In words; they are said with it.
    case answer
    case contract
    case documentFlow = "document-flow"
    case papers
    case reconciliationAct = "reconciliation-act"
    case invoice
    case reRegistration = "re-registration"
    case refund
    case crediting
    case deferral
    case thaw
    case unlinking
    case servicesOff = "services-off"
    case bonus
    case ownerChange = "owner-change"
    case deletion
    case phone
    case ending
}

/// What staff do for a request in other places of the program, from its page.
package enum RequestAction: String, CaseIterable, Hashable, Sendable {
    /// A payment invoice.
    case invoice
    /// The documents of a month, attached.
    case documents
    /// A bank line given to the project.
    case crediting
    /// A bank line taken from one project and given to another (R77).
    case moving
    case bonus
    /// Freezing put off, or a frozen project let work again (Q16, Q17).
    case deferral
    case ownerChange = "owner-change"
    case phone
    /// What a card has paid is paid by a bank transfer instead (R107).
    case substitution
    /// A former party's advance becomes the new one's (R130).
    case assignment
    /// Nothing is charged any more (D13).
    case conservation
    case conservationEnd = "conservation-end"
    /// The project becomes the account's of another legal entity (R130).
    case passing
}

extension RequestKind {
    /// What may come of it; a refusal is always possible.
    package var results: [RequestResult] {
        switch self {
        case .individualContract: [.contract]
        case .documentFlow, .documents, .edm, .paperFlow: [.documentFlow, .papers]
        case .scans, .foundingDocuments, .receipt, .missingDocuments, .contractCopy: [.papers, .answer]
        case .reconciliationAct: [.reconciliationAct]
        case .foreignInvoice: [.invoice]
        case .contractTerms, .deletionTime: [.answer]
        case .reRegistration: [.reRegistration]
        case .personalRefund, .companyRefund: [.refund]
        case .cardIntoDocuments: [.refund, .answer]
        case .paymentTrace, .misplacedMoney: [.crediting, .answer]
        case .freezeDelay: [.deferral, .thaw]
        case .thaw: [.thaw]
        case .instrumentUnlinking: [.unlinking]
        case .unknownCharge: [.answer, .refund, .unlinking]
        case .servicesOff: [.servicesOff, .refund, .answer]
        case .missingBonus, .slaCompensation: [.bonus, .answer]
        case .ownerChange: [.ownerChange]
        case .projectDeletion: [.deletion]
        case .foreignPhone: [.phone]
        case .successionRefusal: [.ending]
        }
    }

    /// Whether money goes back to whoever paid it, for which the project must be conserved (D13, R124).
    package var isRefund: Bool { self == .personalRefund || self == .companyRefund }

    /// Whether a refund that comes of it waits for conservation: services that go on cost money.
    package var conservesFirst: Bool { isRefund || self == .servicesOff }

    /// What is at hand on its page besides answers.
    package var actions: [RequestAction] {
        switch self {
        case .foreignInvoice: [.invoice]
        case .documents, .scans, .missingDocuments: [.documents]
        case .paymentTrace: [.crediting]
        case .freezeDelay, .thaw: [.deferral, .crediting]
        case .misplacedMoney: [.moving]
        case .missingBonus, .slaCompensation: [.bonus]
        case .ownerChange: [.ownerChange]
        case .reRegistration: [.ownerChange, .passing, .assignment]
        case .foreignPhone: [.phone]
        case .cardIntoDocuments: [.invoice, .crediting, .substitution]
        case .personalRefund, .companyRefund, .servicesOff, .projectDeletion:
            [.conservation, .conservationEnd]
        default: []
        }
    }
}

package import Basics
package import Regions

/// What the rules forbid in a contract.
package enum ContractsProblem: Problem, Equatable {
    case individualPostpaid
    case individualNeedsOffer
    case nonResidentOnOffer(Region)
    case postpaidOnOffer
    case vatUnstated(Region)
    case twoVersions(Day)
    case updWithTaxInvoice
    case actAlone
    case invoiceChosen
    case documentsOnOffer
    case endsBeforeItBegins(Day, Day)
    /// Not with a month; the next day on which it can.
    case endsInsideMonth(Day)
    /// Another version is signed already, which begins on the day.
    case laterVersion(Day)
    /// The terms would make another of a customer that has given its details already.
    case partyKnown
    /// The account has no project there.
    case noProject(Region)
    /// A version would begin, or end, on a day that is over or charged already.
    case tooEarly(Day)
    /// The terms have been signed, or left, or changed meanwhile.
    case noDraft
    case noContract(Region)
    /// Neither a PDF nor a picture, or too large.
    case unknownFile
    case missing(String)
    case unknownWord(String, String)
    /// An individual gets no documents, so there is nothing to send.
    case flowForIndividual
    case edmNotInRegion(Region)
    case edmForResidents
    /// A region whose documents are always the same.
    case documentsOfRegion(Region)
    /// A change would reach into a closed month; the first open one is named.
    case flowOfClosedMonth(Month)
    case tooManyFlows(Int)
    case tooManyAddresses(Int)
    case noDispatchAddress(Month)
    case packageSent(Month)
    /// It is empty, or no name, telephone or address.
    case flowField(FlowField)
    /// Somebody else has asked for something meanwhile.
    case flowChanged
    /// What was typed is the legal address, and nobody has said that it is meant.
    case legalAddressUnsaid
    /// An address was typed and the legal one ticked too.
    case twoAddresses
    /// A region whose services are paid in its own currency alone (R15).
    case currencyOfRegion(Region)
    /// Another currency is agreed with non-residents alone (R14).
    case currencyForResident(Region)
    /// Days to pay, or a credit limit, in a contract that is paid in advance.
    case creditInAdvance
    /// Fewer days to pay than one, or too many.
    case dueDays(Int)
    /// No sum above zero.
    case creditLimit(String)

    package var code: String {
        switch self {
        case .individualPostpaid: "contracts.individual-postpaid"
        case .individualNeedsOffer: "contracts.individual-needs-offer"
        case .nonResidentOnOffer: "contracts.non-resident-on-offer"
        case .postpaidOnOffer: "contracts.postpaid-on-offer"
        case .vatUnstated: "contracts.vat-unstated"
        case .twoVersions: "contracts.two-versions"
        case .updWithTaxInvoice: "contracts.upd-with-tax-invoice"
        case .actAlone: "contracts.act-alone"
        case .invoiceChosen: "contracts.invoice-chosen"
        case .documentsOnOffer: "contracts.documents-on-offer"
        case .endsBeforeItBegins: "contracts.ends-before-it-begins"
        case .endsInsideMonth: "contracts.ends-inside-month"
        case .laterVersion: "contracts.later-version"
        case .partyKnown: "contracts.party-known"
        case .noProject: "contracts.no-project"
        case .tooEarly: "contracts.too-early"
        case .noDraft: "contracts.no-draft"
        case .noContract: "contracts.no-contract"
        case .unknownFile: "contracts.unknown-file"
        case .missing: "contracts.missing-field"
        case .unknownWord: "contracts.unknown-word"
        case .flowForIndividual: "contracts.flow-for-individual"
        case .edmNotInRegion: "contracts.edm-not-in-region"
        case .edmForResidents: "contracts.edm-for-residents"
        case .documentsOfRegion: "contracts.documents-of-region"
        case .flowOfClosedMonth: "contracts.flow-of-closed-month"
        case .tooManyFlows: "contracts.too-many-flows"
        case .tooManyAddresses: "contracts.too-many-addresses"
        case .noDispatchAddress: "contracts.no-dispatch-address"
        case .packageSent: "contracts.package-sent"
        case .flowField: "contracts.flow-field"
        case .flowChanged: "contracts.flow-changed"
        case .legalAddressUnsaid: "contracts.legal-address-unsaid"
        case .twoAddresses: "contracts.two-addresses"
        case .currencyOfRegion: "contracts.currency-of-region"
        case .currencyForResident: "contracts.currency-for-resident"
        case .creditInAdvance: "contracts.credit-in-advance"
        case .dueDays: "contracts.due-days"
        case .creditLimit: "contracts.credit-limit"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .vatUnstated, .missing: .missing
        case .unknownWord, .flowField, .tooManyAddresses, .legalAddressUnsaid, .twoAddresses,
            .endsBeforeItBegins, .endsInsideMonth, .tooEarly, .unknownFile, .dueDays, .creditLimit:
            .invalid
        case .noDraft, .noContract, .laterVersion, .noProject, .flowOfClosedMonth, .packageSent, .flowChanged,
            .noDispatchAddress:
            .conflict
        default: .forbidden
        }
    }
}

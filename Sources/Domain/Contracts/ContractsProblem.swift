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
    case missing(String)
    case unknownWord(String, String)

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
        case .missing: "contracts.missing-field"
        case .unknownWord: "contracts.unknown-word"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .vatUnstated, .missing: .missing
        case .unknownWord: .invalid
        default: .forbidden
        }
    }
}

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
        case .noProject: "contracts.no-project"
        case .tooEarly: "contracts.too-early"
        case .noDraft: "contracts.no-draft"
        case .noContract: "contracts.no-contract"
        case .unknownFile: "contracts.unknown-file"
        case .missing: "contracts.missing-field"
        case .unknownWord: "contracts.unknown-word"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .vatUnstated, .missing: .missing
        case .unknownWord, .endsBeforeItBegins, .endsInsideMonth, .tooEarly, .unknownFile: .invalid
        case .noDraft, .noContract, .laterVersion, .noProject: .conflict
        default: .forbidden
        }
    }
}

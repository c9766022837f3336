package import Basics
package import Regions

/// What keeps documents from being issued.
package enum DocumentsProblem: Problem, Equatable {
    case supplierRequisitesMissing(Region, [Supplier.Detail])
    case counterpartyRequisitesMissing(String, String)
    case nonResidentWithoutContract(String)
    case earlierMonthOpen(Month)
    case tieOutDiffers(portions: Int64, documents: Int64, ledger: Int64)
    case formatFindings([String])
    case monthNotOver(Month, Region)
    case monthOutOfOrder(Month, Region, first: Month)
    case unknownDocument(String)
    case invoiceForPostpaid(PID)
    case invoiceByDepartment(PID, Region)
    /// The sum asked for and the least allowed.
    case invoiceTooSmall(Money, Money)
    /// More payment invoices in a day than a form makes.
    case tooManyInvoices(Int)
    /// A sum as somebody wrote it.
    case unreadableSum(String)
    /// No document was ticked.
    case nothingChosen
    /// More documents, or larger ones, than one archive holds.
    case tooManyChosen(Int)

    package var code: String {
        switch self {
        case .supplierRequisitesMissing: "documents.supplier-requisites-missing"
        case .counterpartyRequisitesMissing: "documents.counterparty-requisites-missing"
        case .nonResidentWithoutContract: "documents.non-resident-without-contract"
        case .earlierMonthOpen: "documents.earlier-month-open"
        case .tieOutDiffers: "documents.tie-out-differs"
        case .formatFindings: "documents.format-findings"
        case .monthNotOver: "documents.month-not-over"
        case .monthOutOfOrder: "documents.month-out-of-order"
        case .unknownDocument: "documents.unknown-document"
        case .invoiceForPostpaid: "documents.invoice-for-postpaid"
        case .invoiceByDepartment: "documents.invoice-by-department"
        case .invoiceTooSmall: "documents.invoice-too-small"
        case .tooManyInvoices: "documents.too-many-invoices"
        case .unreadableSum: "documents.unreadable-sum"
        case .nothingChosen: "documents.nothing-chosen"
        case .tooManyChosen: "documents.too-many-chosen"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .supplierRequisitesMissing, .counterpartyRequisitesMissing, .unknownDocument: .missing
        case .monthNotOver, .monthOutOfOrder, .earlierMonthOpen: .conflict
        case .invoiceForPostpaid, .invoiceByDepartment: .forbidden
        default: .invalid
        }
    }
}

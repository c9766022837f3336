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
    /// A non-resident asks the document department for its invoice.
    case invoiceForNonResident(PID)
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
    /// An act's or a report's days are the wrong way round, or too many.
    case badPeriod(Day, Day)
    /// A period whose last day is not over yet.
    case periodNotOver(Day)
    /// A month of the period that is not closed yet for the customer.
    case periodNotClosed(Month)
    /// An act is about all projects, and some of them are not the viewer's to see.
    case actBeyondView
    /// An act about somebody the customer never was.
    case neverParty(TaxID)
    /// More operations in a period than an act lists.
    case tooManyOperations(Int)
    /// More acts in a day than a form makes.
    case tooManyActs(Int)
    /// A report of more projects than one file holds.
    case tooManyProjects(Int)
    /// The bookkeepers' report has whole months alone.
    case notWholeMonths
    /// A file is no PDF, PNG or JPEG.
    case noScan
    /// A file has more megabytes than is taken.
    case scanTooLarge(Int)
    /// A document has no name, or too long a one.
    case noTitle(Int)
    case noFoundingPaper(Int)
    /// The folder of founding documents holds no more.
    case folderFull(Int)
    /// No official rate of the contract's currency for a day, nor one set shortly before it.
    case rateMissing(AgreedCurrency, Day)
    /// The day has another rate already, which is kept for good.
    case otherRate(OfficialRate, kept: ExchangeRate)
    /// A rate for a day later than tomorrow.
    case rateAhead(Day)
    /// Nobody is told to be asked for rates.
    case noRateSource
    /// The central bank does not answer, or cannot be reached.
    case ratesUnavailable(Day)
    /// It answers something else than rates.
    case ratesUnreadable(Day)
    /// A rate as somebody wrote it.
    case unreadableRate(String)
    /// Letters of no currency that a contract may agree.
    case unknownCurrency(String)

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
        case .invoiceForNonResident: "documents.invoice-for-non-resident"
        case .invoiceTooSmall: "documents.invoice-too-small"
        case .tooManyInvoices: "documents.too-many-invoices"
        case .unreadableSum: "documents.unreadable-sum"
        case .nothingChosen: "documents.nothing-chosen"
        case .tooManyChosen: "documents.too-many-chosen"
        case .badPeriod: "documents.bad-period"
        case .periodNotOver: "documents.period-not-over"
        case .periodNotClosed: "documents.period-not-closed"
        case .actBeyondView: "documents.act-beyond-view"
        case .neverParty: "documents.never-party"
        case .tooManyOperations: "documents.too-many-operations"
        case .tooManyActs: "documents.too-many-acts"
        case .tooManyProjects: "documents.too-many-projects"
        case .notWholeMonths: "documents.not-whole-months"
        case .noScan: "documents.no-scan"
        case .scanTooLarge: "documents.scan-too-large"
        case .noTitle: "documents.no-title"
        case .noFoundingPaper: "documents.no-founding-paper"
        case .folderFull: "documents.folder-full"
        case .rateMissing: "documents.rate-missing"
        case .otherRate: "documents.other-rate"
        case .rateAhead: "documents.rate-ahead"
        case .noRateSource: "documents.no-rate-source"
        case .ratesUnavailable: "documents.rates-unavailable"
        case .ratesUnreadable: "documents.rates-unreadable"
        case .unreadableRate: "documents.unreadable-rate"
        case .unknownCurrency: "documents.unknown-currency"
        }
    }

    package var kind: ProblemKind {
        switch self {
        case .supplierRequisitesMissing, .counterpartyRequisitesMissing, .unknownDocument, .noFoundingPaper,
            .rateMissing:
            .missing
        case .ratesUnavailable, .ratesUnreadable: .unavailable
        case .monthNotOver, .monthOutOfOrder, .earlierMonthOpen, .periodNotOver, .periodNotClosed, .otherRate,
            .noRateSource:
            .conflict
        case .invoiceForPostpaid, .invoiceByDepartment, .invoiceForNonResident, .actBeyondView: .forbidden
        default: .invalid
        }
    }
}

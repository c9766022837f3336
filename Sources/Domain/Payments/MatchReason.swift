package import Basics

/// Why a transfer went where it went, or to nobody.
package enum MatchReason: Hashable, Sendable {
    case outgoing
    /// Neither side is an account of the supplier.
    case directionUnknown
    case betweenOwnAccounts
    /// The file names a currency the region's accounts are not kept in.
    case otherCurrency(String)

    case pidQuoted(PID)
    case unknownPID(PID)
    case pidOfAnotherRegion(PID, region: String)
    case severalPIDs([PID])

    case invoiceQuoted(number: String, date: Day)
    case unknownInvoice(number: String, date: Day)
    case invoiceWithoutDate(number: String)
    /// More than one invoice of ours has this number and date.
    case ambiguousInvoice(number: String, date: Day)
    case invoiceOfAnotherRegion(number: String, date: Day)
    /// More was paid than the invoice still asks: the rest went to its first project.
    case restToFirst(PID, amount: Int64)

    case onlyProjectOfPayer(TaxID, PID)
    case payerWithoutTaxID
    case payerWithoutProject(TaxID)
    case payerWithSeveralProjects(TaxID, [PID])
}

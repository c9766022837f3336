package import Basics

/// What the matching may ask about: the projects and invoices behind the account a transfer came to.
package struct MatchCandidates {
    /// The region of the supplier's account.
    package let region: String
    package let currency: Currency
    /// The region of a project of ours; nil for a PID that is not ours.
    package let regionOfProject: (PID) throws -> String?
    /// Invoices of this region's supplier by number and date.
    package let invoices: (_ number: String, _ date: Day) throws -> [OpenInvoice]
    /// The projects in this region of the accounts that bear the tax id.
    package let projectsOfPayer: (TaxID) throws -> [PID]

    package init(
        region: String, currency: Currency, regionOfProject: @escaping (PID) throws -> String?,
        invoices: @escaping (_ number: String, _ date: Day) throws -> [OpenInvoice],
        projectsOfPayer: @escaping (TaxID) throws -> [PID]
    ) {
        self.region = region
        self.currency = currency
        self.regionOfProject = regionOfProject
        self.invoices = invoices
        self.projectsOfPayer = projectsOfPayer
    }
}

import Basics
package import Counterparties
package import Regions

/// Who may have which contract.
package enum ContractRules {
    /// Refuses a contract that the rules forbid this counterparty.
    package static func check(_ contract: Contract, for counterparty: Counterparty) throws {
        guard counterparty.receivesDocuments else {
            // Individuals work on the offer, in advance (R38, R47).
            throw contract.scheme == .postpaid
                ? ContractsProblem.individualPostpaid : ContractsProblem.individualNeedsOffer
        }
        // R14: with whom the country's own currency is not the rule.
        guard contract.currency == nil || !counterparty.isResident(of: contract.region.profile.country) else {
            throw ContractsProblem.currencyForResident(contract.region)
        }
        try checkCredit(contract)
        if case .chosen = contract.region.profile.package { try checkSet(contract.documents) }
        guard case .ends(let last) = contract.term else { return }
        guard contract.from <= last else { throw ContractsProblem.endsBeforeItBegins(contract.from, last) }
        // A month's documents are those of its last day's contract (R21, D24).
        guard last == last.month.lastDay else { throw ContractsProblem.endsInsideMonth(last.month.lastDay) }
    }

    /// How many days an invoice may have to be paid in.
    package static let dueDays = 1...180

    /// Who pays in advance has no invoice of a month, and owes nothing that could have a limit (R48, O19).
    private static func checkCredit(_ contract: Contract) throws {
        guard contract.dueDays != nil || contract.creditLimit != nil else { return }
        guard contract.scheme == .postpaid else { throw ContractsProblem.creditInAdvance }
        if let days = contract.dueDays, !dueDays.contains(days) { throw ContractsProblem.dueDays(days) }
        if let limit = contract.creditLimit, limit <= 0 || !Money.range.contains(limit) {
            throw ContractsProblem.creditLimit(Money.text(minor: limit))
        }
    }

    /// Refuses a company that is no resident of the region's country and has no contract there (R12, R39).
    package static func checkOffer(for counterparty: Counterparty, in region: Region) throws {
        if counterparty.receivesDocuments, !counterparty.isResident(of: region.profile.country) {
            throw ContractsProblem.nonResidentOnOffer(region)
        }
    }

    /// Residents of the region's country are charged VAT unless they say otherwise; others must say (D3).
    package static func vat(
        said: VATTreatment?, for counterparty: Counterparty, in region: Region
    ) throws -> VATTreatment {
        if let said { return said }
        guard counterparty.isResident(of: region.profile.country) else {
            throw ContractsProblem.vatUnstated(region)
        }
        return .charged
    }

    /// Versions of one region must begin on different days.
    package static func checkVersions(_ contracts: [Contract]) throws {
        var seen: [Region: Set<Day>] = [:]
        for contract in contracts where !seen[contract.region, default: []].insert(contract.from).inserted {
            throw ContractsProblem.twoVersions(contract.from)
        }
    }

    /// The sets of O33: УПД, УПД and act, счёт-фактура, счёт-фактура and act. An УПД replaces the
    /// счёт-фактура, so never both (R102).
    static func checkSet(_ documents: Set<DocumentKind>) throws {
        if documents.contains(.invoice) { throw ContractsProblem.invoiceChosen }
        if documents.isSuperset(of: [.upd, .taxInvoice]) { throw ContractsProblem.updWithTaxInvoice }
        if documents == [.act] { throw ContractsProblem.actAlone }
    }
}

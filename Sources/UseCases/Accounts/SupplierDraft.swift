import Basics
package import Counterparties
import Projects
package import Regions
import Requisites

/// A supplier's own details as settings or a dataset complete them (D29).
package struct SupplierDraft: Hashable, Codable, Sendable {
    package var region = ""
    package var name: String?
    package var inn: String?
    package var kpp: String?
    package var ogrn: String?
    package var bin: String?
    package var account: String?
    package var bik: String?
    package var bank: String?
    package var corr: String?
    package var kbe: String?
    package var knp: String?
    package var edmId: String?
    package var debtRecognition: String?
    package var address: AddressDraft?
    package var signatory: SignatoryDraft?

    package init() {}

    package func checkedRegion() throws -> Region {
        guard let region = Region(rawValue: region) else { throw ProjectsProblem.unknownRegion(region) }
        return region
    }

    /// The region's supplier with what is given here in the place of what was known.
    package func completing(_ known: Supplier) throws -> Supplier {
        let taxID = try taxID(in: known.region) ?? known.taxID
        var details = known.bank
        if let account {
            details = BankDetails(
                account: account, bik: bik ?? "", bank: bank, correspondent: corr, kbe: kbe, knp: knp)
        }
        return Supplier(
            region: known.region, name: name ?? known.name, shortName: name ?? known.shortName, taxID: taxID,
            kpp: kpp ?? (taxID == known.taxID ? known.kpp : nil),
            ogrn: ogrn ?? (taxID == known.taxID ? known.ogrn : nil), bank: details,
            address: try address?.checked(default: known.region.profile.country) ?? known.address,
            signatory: try signatory?.checked() ?? known.signatory,
            // Another company has another EDM box.
            edmID: edmId ?? (taxID == known.taxID ? known.edmID : nil), offerNumber: known.offerNumber,
            debtRecognition: try recognition() ?? known.debtRecognition)
    }

    private func recognition() throws -> DebtRecognition? {
        try debtRecognition.map { word in
            guard let known = DebtRecognition(rawValue: word) else {
                throw ProjectsProblem.unknownSupplierField("debtRecognition: \(word)")
            }
            return known
        }
    }

    private func taxID(in region: Region) throws -> TaxID? {
        if let bin { return try KazakhID(bin).taxID }
        if let inn { return try INN(inn).taxID }
        return nil
    }
}

/// Who signs for the supplier, as typed in.
package struct SignatoryDraft: Hashable, Codable, Sendable {
    package var lastName: String?
    package var firstName: String?
    package var middleName: String?
    package var post: String?
    package var basis: String?

    package init() {}

    func checked() throws -> Signatory {
        guard let lastName, let firstName, let post, let basis else {
            throw ProjectsProblem.missing("signatory")
        }
        return Signatory(
            name: PersonName(last: lastName, first: firstName, middle: middleName), post: post, basis: basis)
    }
}

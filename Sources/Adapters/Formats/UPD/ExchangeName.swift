package import Basics
package import Documents

/// Makes ИдФайл, the name of the seller's exchange file.
package enum ExchangeName {
    /// The recipient stands before the sender; the six marks at the end say that nothing traceable,
    /// marked, alcoholic, of tobacco or petroleum is sold. A party without an EDM id stands as its tax
    /// number and КПП, and then the file may not travel by EDM (D29).
    package static func make(
        supplier: SupplierParty, counterparty: BuyerParty, date: Day, guid: String
    ) -> ExchangeFile {
        make("ON_NSCHFDOPPR_", supplier, counterparty, date, guid, end: "_0_0_0_0_0_00")
    }

    /// The same of an act of reconciliation, which ends with the GUID.
    package static func ofReconciliation(
        supplier: SupplierParty, counterparty: BuyerParty, date: Day, guid: String
    ) -> ExchangeFile {
        make("ON_AKTSVEROTP_", supplier, counterparty, date, guid, end: "")
    }

    private static func make(
        _ start: String, _ supplier: SupplierParty, _ counterparty: BuyerParty, _ date: Day, _ guid: String,
        end: String
    ) -> ExchangeFile {
        let recipient = counterparty.edmID ?? plain(counterparty.taxID, kpp: kpp(of: counterparty))
        let sender = supplier.edmID ?? plain(supplier.taxID, kpp: supplier.kpp)
        let compactDate = date.description.filter { $0 != "-" }
        let parts = [recipient, sender, compactDate, guid.lowercased()].map(safe)
        return ExchangeFile(
            name: start + parts.joined(separator: "_") + end,
            forEDM: counterparty.edmID != nil && supplier.edmID != nil)
    }

    private static func kpp(of party: BuyerParty) -> String? {
        guard case .russianEntity(_, let kpp) = party.identity else { return nil }
        return kpp
    }

    private static func plain(_ taxID: TaxID, kpp: String?) -> String {
        guard let kpp, !kpp.isEmpty else { return taxID.text }
        return "\(taxID.text)-\(kpp)"
    }

    /// A foreign tax number may hold anything; a file's name may not, and an underscore would move its
    /// parts. A participant's id has at most 46 characters.
    private static func safe(_ text: String) -> String {
        String(decoding: text.utf8.prefix(46).map(safe), as: UTF8.self)
    }

    private static func safe(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 48...57, 65...90, 97...122, UInt8(ascii: "@"), UInt8(ascii: "."), UInt8(ascii: "-"): byte
        default: UInt8(ascii: "-")
        }
    }
}

package import Basics

/// One side of a transfer, as the bank file names it.
package struct StatementParty: Hashable, Sendable {
    package let name: String
    package let taxID: TaxID?
    package let kpp: String?
    /// The accounts the file gives for this side, its own before the bank's inner one; letters and
    /// digits only, in capitals.
    package let accounts: [String]
    package let bik: String?
    package let bank: String?

    package init(
        name: String, taxID: TaxID? = nil, kpp: String? = nil, accounts: [String] = [], bik: String? = nil,
        bank: String? = nil
    ) {
        self.name = name
        self.taxID = taxID
        self.kpp = kpp
        self.accounts = accounts
        self.bik = bik
        self.bank = bank
    }

    /// The account that stands in a bank line's id (D8); empty where the file gives none.
    package var account: String { accounts.first ?? "" }
}

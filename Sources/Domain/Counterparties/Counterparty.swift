package import Basics
package import Requisites

/// The customer as the law knows it, an account's profile (D23).
package struct Counterparty: Hashable, Sendable {
    package let identity: Identity
    package let residency: Country
    /// Full name.
    package let name: String
    package let shortName: String?
    package let address: Address?
    package let bank: BankDetails?
    package let edmID: String?

    /// Who it is and under which numbers.
    package enum Identity: Hashable, Sendable {
        /// Works as an individual: no reporting documents (R101).
        case individual
        case russianEntity(inn: INN, kpp: KPP?, ogrn: OGRN?)
        case russianProprietor(inn: INN, ogrnip: OGRNIP?, registered: Day?, name: PersonName)
        case kazakhEntity(KazakhID)
        case kazakhProprietor(KazakhID)
        case foreign(TaxID, proprietor: Bool)
    }

    package init(
        identity: Identity, residency: Country, name: String, shortName: String? = nil,
        address: Address? = nil, bank: BankDetails? = nil, edmID: String? = nil
    ) {
        self.identity = identity
        self.residency = residency
        self.name = name
        self.shortName = shortName
        self.address = address
        self.bank = bank
        self.edmID = edmID
    }

    /// Whether it works as a company or a sole proprietor, which reporting documents are for (R9, R10).
    package var receivesDocuments: Bool {
        if case .individual = identity { false } else { true }
    }

    /// Nil for individuals, who have no package.
    package var taxID: TaxID? {
        switch identity {
        case .individual: nil
        case .russianEntity(let inn, _, _), .russianProprietor(let inn, _, _, _): inn.taxID
        case .kazakhEntity(let id), .kazakhProprietor(let id): id.taxID
        case .foreign(let id, _): id
        }
    }

    package func isResident(of country: Country) -> Bool { residency == country }
}

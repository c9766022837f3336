package import Basics
package import Requisites

/// In which month a prepaid charge that was made in debt is reported: accountants differ (D9).
package enum DebtRecognition: String, Hashable, Sendable {
    /// When money paid it, never before the month of the service.
    case funding
    /// In the month of the service, while that is open.
    case service
}

/// The company that contracts with a region's customers (R5, R6).
package struct Supplier: Hashable, Sendable {
    package let region: Region
    package let name: String
    package let shortName: String
    /// ИНН in Moscow, БИН in Kazakhstan; nil until somebody has told it.
    package let taxID: TaxID?
    package let kpp: String?
    package let ogrn: String?
    package let bank: BankDetails?
    package let address: Address?
    package let signatory: Signatory?
    package let edmID: String?
    package let offerNumber: String
    package let debtRecognition: DebtRecognition

    package init(
        region: Region, name: String, shortName: String, taxID: TaxID?, kpp: String? = nil,
        ogrn: String? = nil, bank: BankDetails? = nil, address: Address? = nil,
        signatory: Signatory? = nil, edmID: String? = nil, offerNumber: String = "б/н",
        debtRecognition: DebtRecognition = .funding
    ) {
        self.region = region
        self.name = name
        self.shortName = shortName
        self.taxID = taxID
        self.kpp = kpp
        self.ogrn = ogrn
        self.bank = bank
        self.address = address
        self.signatory = signatory
        self.edmID = edmID
        self.offerNumber = offerNumber
        self.debtRecognition = debtRecognition
    }

    /// What a document needs of its supplier.
    package enum Detail: String, CaseIterable, Sendable {
        case taxID = "tax id"
        case bank
        case address
        case signatory
    }

    /// The details nobody has given yet; documents wait for them (D29).
    package var missing: [Detail] {
        Detail.allCases.filter {
            switch $0 {
            case .taxID: taxID == nil
            case .bank: bank == nil
            case .address: address == nil
            case .signatory: signatory == nil
            }
        }
    }
}

package import Basics
package import Requisites

/// What an issued document says, frozen: papers, XML and listings are made from it alone, the same
/// next year.
package struct DocumentContent: Hashable, Sendable {
    package let kind: DocumentKind
    package let number: Int
    /// The last day of the month (D17).
    package let date: Day
    package let month: Month
    package let currency: Currency
    package let supplier: SupplierParty
    package let counterparty: BuyerParty
    package let basis: Basis
    package let projects: [PID]
    package let lines: [DocumentLine]
    /// Bank transfers the package's money came from: line 5 of the tax invoice, СвПРД.
    package let payments: [PaymentReference]
    /// When it was issued, and the file's own name of a formalised document (ИдФайл); nil where the
    /// kind has no formalised file.
    package let issuedAt: Moment
    package let file: ExchangeFile?
    /// The document that shows the services were rendered, where it is another one of the package: the
    /// act of a tax invoice (line 5а).
    package let shipment: DocumentReference?
    /// What an invoice asks to be paid where the contract agrees another currency (R14); nil in all other kinds.
    package let agreed: AgreedSum?
    /// The last day to pay an invoice, where the contract says how many days there are; nil in all other kinds.
    package let due: Day?

    package init(
        kind: DocumentKind, number: Int, date: Day, month: Month, currency: Currency,
        supplier: SupplierParty, counterparty: BuyerParty, basis: Basis, projects: [PID],
        lines: [DocumentLine], payments: [PaymentReference], issuedAt: Moment, file: ExchangeFile?,
        shipment: DocumentReference? = nil, agreed: AgreedSum? = nil,
        due: Day? = nil
    ) {
        self.kind = kind
        self.number = number
        self.date = date
        self.month = month
        self.currency = currency
        self.supplier = supplier
        self.counterparty = counterparty
        self.basis = basis
        self.projects = projects
        self.lines = lines
        self.payments = payments
        self.issuedAt = issuedAt
        self.file = file
        self.shipment = shipment
        self.agreed = agreed
        self.due = due
    }

    package var net: Int64 { lines.reduce(0) { $0 + $1.net } }
    package var vat: Int64 { lines.reduce(0) { $0 + $1.vat } }
    package var gross: Int64 { lines.reduce(0) { $0 + $1.gross } }
}

/// The supplier as the document names it.
package struct SupplierParty: Hashable, Sendable {
    package let name: String
    package let shortName: String
    /// ИНН, or БИН in Kazakhstan.
    package let taxID: TaxID
    package let kpp: String?
    package let address: Address
    package let bank: BankDetails
    package let signatory: Signatory
    package let edmID: String?

    package init(
        name: String, shortName: String, taxID: TaxID, kpp: String?, address: Address, bank: BankDetails,
        signatory: Signatory, edmID: String?
    ) {
        self.name = name
        self.shortName = shortName
        self.taxID = taxID
        self.kpp = kpp
        self.address = address
        self.bank = bank
        self.signatory = signatory
        self.edmID = edmID
    }
}

/// The customer as the document names it.
package struct BuyerParty: Hashable, Sendable {
    package enum Identity: Hashable, Sendable {
        /// A Russian organisation: ИНН and КПП.
        case russianEntity(inn: TaxID, kpp: String?)
        /// A Russian sole proprietor: ИНН, ОГРНИП and its date.
        case russianProprietor(inn: TaxID, ogrnip: String?, registered: Day?, name: PersonName)
        /// A party of another country with its number there: БИН, ИИН or whatever it is.
        case foreign(taxID: TaxID)
        /// Kazakhstan's own: БИН of an entity or ИИН of a sole proprietor.
        case kazakh(taxID: TaxID, proprietor: Bool)
    }

    package let identity: Identity
    package let name: String
    package let shortName: String?
    package let country: Country
    package let address: Address
    package let edmID: String?

    package init(
        identity: Identity, name: String, shortName: String?, country: Country, address: Address,
        edmID: String?
    ) {
        self.identity = identity
        self.name = name
        self.shortName = shortName
        self.country = country
        self.address = address
        self.edmID = edmID
    }

    package var taxID: TaxID {
        switch identity {
        case .russianEntity(let inn, _), .russianProprietor(let inn, _, _, _): inn
        case .foreign(let id), .kazakh(let id, _): id
        }
    }
}

/// The contract or offer that the services rest on (ОснПер): name, number, date, all three.
package struct Basis: Hashable, Sendable {
    package let name: String
    package let number: String
    package let date: Day

    package init(name: String, number: String, date: Day) {
        self.name = name
        self.number = number
        self.date = date
    }
}

/// Another document of the same supplier, as papers refer to it.
package struct DocumentReference: Hashable, Sendable {
    package let kind: DocumentKind
    package let number: Int
    package let date: Day

    package init(_ kind: DocumentKind, number: Int, date: Day) {
        self.kind = kind
        self.number = number
        self.date = date
    }
}

/// One line: one service, one month of service, one VAT rate (D19). Sums in minor units.
package struct DocumentLine: Hashable, Sendable {
    package let service: ServiceName
    package let serviceMonth: Month
    package let vatRate: VATRate
    package let net: Int64
    package let vat: Int64
    package let gross: Int64

    package init(
        service: ServiceName, serviceMonth: Month, vatRate: VATRate, net: Int64, vat: Int64, gross: Int64
    ) {
        self.service = service
        self.serviceMonth = serviceMonth
        self.vatRate = vatRate
        self.net = net
        self.vat = vat
        self.gross = gross
    }
}

/// A payment order that paid for the services.
package struct PaymentReference: Hashable, Sendable {
    package let number: String
    package let date: Day
    package let amount: Int64

    package init(number: String, date: Day, amount: Int64) {
        self.number = number
        self.date = date
        self.amount = amount
    }
}

/// The name of a formalised file without `.xml`, and whether it may travel by EDM (D29).
package struct ExchangeFile: Hashable, Sendable {
    package let name: String
    package let forEDM: Bool

    package init(name: String, forEDM: Bool) {
        self.name = name
        self.forEDM = forEDM
    }
}

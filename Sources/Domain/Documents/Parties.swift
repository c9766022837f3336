package import Basics
package import Contracts
package import Counterparties
package import Regions
import Requisites

extension SupplierParty {
    /// The supplier as documents name it; throws what it still lacks (D29).
    package init(_ supplier: Supplier) throws(DocumentsProblem) {
        guard let taxID = supplier.taxID, let address = supplier.address, let bank = supplier.bank,
            let signatory = supplier.signatory
        else { throw .supplierRequisitesMissing(supplier.region, supplier.missing) }
        self.init(
            name: supplier.name, shortName: supplier.shortName, taxID: taxID, kpp: supplier.kpp,
            address: address, bank: bank, signatory: signatory, edmID: supplier.edmID)
    }
}

extension BuyerParty {
    /// The customer as documents name it; throws what it still lacks.
    package init(_ counterparty: Counterparty) throws(DocumentsProblem) {
        let identity: Identity
        switch counterparty.identity {
        case .individual:
            throw .counterpartyRequisitesMissing(counterparty.name, "tax id")
        case .russianEntity(let inn, let kpp, _):
            identity = .russianEntity(inn: inn.taxID, kpp: kpp?.text)
        case .russianProprietor(let inn, let ogrnip, let registered, let name):
            identity = .russianProprietor(
                inn: inn.taxID, ogrnip: ogrnip?.text, registered: registered, name: name)
        case .kazakhEntity(let id):
            identity = .kazakh(taxID: id.taxID, proprietor: false)
        case .kazakhProprietor(let id):
            identity = .kazakh(taxID: id.taxID, proprietor: true)
        case .foreign(let id, _):
            identity = .foreign(taxID: id)
        }
        guard let address = counterparty.address else {
            throw .counterpartyRequisitesMissing(counterparty.name, "address")
        }
        self.init(
            identity: identity, name: counterparty.name, shortName: counterparty.shortName,
            country: counterparty.residency, address: address, edmID: counterparty.edmID)
    }
}

extension Basis {
    /// What the services of a month rest on: the contract in force on its last day, else the offer on
    /// the day of its acceptance.
    package init(_ agreements: Agreements, month: Month, supplier: Supplier) {
        self.init(agreements, on: month.lastDay, supplier: supplier)
    }

    /// The same on a day.
    package init(_ agreements: Agreements, on day: Day, supplier: Supplier) {
        if let contract = agreements.contract(on: day, in: supplier.region) {
            self.init(name: "Договор", number: contract.number, date: contract.date)
        } else {
            let accepted = supplier.region.profile.zone.day(of: agreements.registered)
            self.init(
                name: "Оферта", number: agreements.offer?.number ?? supplier.offerNumber,
                date: agreements.offer?.date ?? accepted)
        }
    }
}

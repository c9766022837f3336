package import Basics
package import Contracts

/// An individual contract to be printed and signed: its terms and who the two are.
package struct ContractPaper: Hashable, Sendable {
    package let contract: Contract
    package let supplier: SupplierParty
    package let customer: BuyerParty
    package let madeAt: Moment

    package init(contract: Contract, supplier: SupplierParty, customer: BuyerParty, madeAt: Moment) {
        self.contract = contract
        self.supplier = supplier
        self.customer = customer
        self.madeAt = madeAt
    }
}

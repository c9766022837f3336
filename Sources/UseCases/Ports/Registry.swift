package import Counterparties
package import Requisites

/// Where parties are looked up by their tax id and banks by their БИК. It may be slow, silent or wrong, so it is
/// never asked inside a transaction; what it answers fills a form, and is checked like what a person types.
package struct Registry: Sendable {
    package let parties: @Sendable (INN) throws -> RegistryAnswer
    /// Nil = not found.
    package let bank: @Sendable (BIK) throws -> RegisteredBank?

    package init(
        parties: @escaping @Sendable (INN) throws -> RegistryAnswer,
        bank: @escaping @Sendable (BIK) throws -> RegisteredBank?
    ) {
        self.parties = parties
        self.bank = bank
    }

    /// The one that `kontragent registry import` has filled.
    package static func kept(in store: any Store) -> Registry {
        Registry(
            parties: { inn in .parties(try store.read { try $0.registeredParties(inn) }) },
            bank: { bik in try store.read { try $0.registeredBank(bik) } })
    }
}

/// The embedded registry.
package protocol RegistryRecords {
    /// Head office first, then by КПП.
    func registeredParties(_ inn: INN) throws -> [RegisteredParty]
    func registeredBank(_ bik: BIK) throws -> RegisteredBank?
    /// Keeps them in the place of what was known under the same tax id and КПП.
    func keep(_ parties: [RegisteredParty]) throws
    func keep(_ banks: [RegisteredBank]) throws
}

package import Counterparties

/// Fills the embedded registry.
package struct RegistryDesk: Sendable {
    let store: any Store

    /// Keeps parties and banks in one transaction, in the place of what was known of them. What could stand in no
    /// form is refused before anything is kept: see `check`.
    package func keep(_ parties: [RegisteredParty], _ banks: [RegisteredBank]) throws {
        try store.transaction { records in
            try records.keep(parties)
            try records.keep(banks)
        }
    }

    /// Whether a party's numbers are what they must be.
    package func check(_ party: RegisteredParty) throws { _ = try party.draft.checked() }
}

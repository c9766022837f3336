import Access
import Basics
import Counterparties
import Regions

extension Records {
    /// Whether a document is of the party that its account is today: one re-registered is not to see what was the
    /// former one's (R130).
    func isOfToday(_ document: DocumentRecord) throws -> Bool {
        guard let account = try account(document.account) else { return false }
        let party = account.counterparty(in: document.month, of: document.region)
        return party.taxID == account.counterparty.taxID
    }

    /// The same for a viewer: staff see all.
    func isShown(_ document: DocumentRecord, to viewer: Viewer) throws -> Bool {
        guard case .customer = viewer else { return true }
        return try isOfToday(document)
    }
}

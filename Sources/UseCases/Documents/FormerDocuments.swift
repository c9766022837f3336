import Access
import Basics
import Regions

extension Records {
    /// Whether a document is of the party that its account is today: one re-registered is not to see what was the
    /// former one's (R130). Staff see all.
    func isOfToday(_ document: DocumentRecord, for viewer: Viewer) throws -> Bool {
        guard case .customer = viewer else { return true }
        let last = try account(document.account)?.lastMonthOfAnother(in: document.region)
        return last.map { document.month > $0 } ?? true
    }
}

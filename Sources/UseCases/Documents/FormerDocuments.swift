import Access
import Basics
import Counterparties
import Projects
import Regions

extension Records {
    /// Whether a document is of the party that its account is today: one re-registered is not to see what was the
    /// former one's (R130).
    func isOfToday(_ document: DocumentRecord) throws -> Bool {
        guard let account = try account(document.account) else { return false }
        let party = account.counterparty(in: document.month, of: document.region)
        return party.taxID == account.counterparty.taxID
    }

    /// The same, where none of the projects that it names has passed to another account since.
    func isOfTodayInAll(_ document: DocumentRecord) throws -> Bool {
        try isOfToday(document)
            && document.shares.allSatisfy { try project($0.project)?.project.account == document.account }
    }

    /// In which projects somebody must hold a right to see what an account's paper says of some: for customers those that
    /// passed to another account count no more, and where all of them did, all that the account has left; none = nobody
    /// outside sees it.
    func shown(
        _ projects: [PID], of account: Account, in region: Region, to viewer: Viewer
    ) throws -> [PID] {
        guard viewer.isCustomer else { return projects }
        let own = account.projects.filter { $0.region == region }.map(\.pid)
        let named = own.filter(projects.contains)
        return named.isEmpty ? own : named
    }

    /// Whether a viewer may see a document of its party: a customer of today's alone, staff of any.
    func isShown(_ document: DocumentRecord, to viewer: Viewer) throws -> Bool {
        guard viewer.isCustomer else { return true }
        return try isOfToday(document)
    }

    /// Whether a viewer sees a document: its own party's, in all projects that count.
    func mayRead(_ document: DocumentRecord, _ viewer: Viewer) throws -> Bool {
        guard let account = try account(document.account) else { return false }
        let shown = try shown(document.shares.map(\.project), of: account, in: document.region, to: viewer)
        return try !shown.isEmpty && viewer.may(.documents, inAllOf: shown) && isShown(document, to: viewer)
    }
}

extension Viewer {
    var isCustomer: Bool { if case .customer = self { true } else { false } }
}

package import Access
package import Basics
package import Documents
import Funding
import Metering
import Projects
package import Regions

/// Shows what there is, list by list, each from one snapshot and none without a limit. It changes nothing.
package struct OverviewDesk: Sendable {
    let store: any Store
    let clock: Clock
    let papers: Papers

    package static let projectsPerPage = 50
    package static let documentsPerPage = 50
    /// More than these a page does not show; commands tell the rest.
    static let mostMonths = 120
    static let mostServiceDays = 31 * 200
    package static let closingsPerPage = 200

    package struct ProjectList: Sendable {
        package let regions: [RegionTotals]
        package let search: ProjectSearch
        package let count: Int
        package let rows: [ProjectRow]
        /// Behind which the list goes on; nil = it ends here.
        package let next: PID?
        /// What all that are found have together, where they are of one region.
        package let found: RegionTotals?
        package let viewer: Viewer
    }

    /// The projects a viewer may see; looking for them and the totals of regions are for those who see all of them: a
    /// search would answer what the list does not show.
    package func projects(
        _ search: ProjectSearch, after place: PID? = nil, for viewer: Viewer
    ) throws -> ProjectList {
        let search =
            viewer.mayEverywhere(.project)
            ? search : ProjectSearch(scope: viewer.projects(with: .project))
        return try store.read { records in
            let size = OverviewDesk.projectsPerPage
            let rows = try records.projects(search, after: place, limit: size + 1)
            return ProjectList(
                regions: viewer.mayEverywhere(.balance) ? try records.regionTotals() : [], search: search,
                count: try records.projectCount(search), rows: Array(rows.prefix(size)),
                next: rows.count > size ? rows[size - 1].project.project.pid : nil,
                found: viewer.mayEverywhere(.balance) ? try records.totals(search) : nil, viewer: viewer)
        }
    }

    package func months() throws -> [DocumentMonth] {
        try store.read { try $0.documentMonths(limit: OverviewDesk.mostMonths) }
    }

    package struct MonthOfRegion: Sendable {
        package let region: Region
        package let count: Int
        package let documents: [ListedDocument]
        /// The position behind which the documents go on; nil = they end here.
        package let nextDocument: Int64?
        /// Customers who got none, and why.
        package let skipped: [(account: Account, project: PID?, reason: String)]
        package let tieOuts: [(account: Account, sums: ClosingReport.TieOut)]
        /// The closing behind which the customers go on; nil = they end here.
        package let nextClosing: ClosingPlace?
    }

    /// A closing by whose it is; an empty project = all of the account's.
    package struct ClosingPlace: Hashable, Sendable {
        package let account: AccountID
        package let project: String

        init(_ closing: Closing) {
            account = closing.account
            project = closing.project?.text ?? ""
        }

        /// As addresses bear it: a project has no spaces.
        package init?(_ text: String) {
            let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { return nil }
            (project, account) = (String(parts[0]), AccountID(String(parts[1])))
        }

        package var text: String { "\(project) \(account)" }
    }

    /// Where a region's lists of a month go on.
    package struct MonthPlace: Hashable, Sendable {
        package var document: Int64 = 0
        package var closing: ClosingPlace?

        package init() {}
    }

    /// A month, region by region; of each a page of documents and a page of customers.
    package func month(_ month: Month, from places: [Region: MonthPlace] = [:]) throws -> [MonthOfRegion] {
        try store.read { records in
            try Region.allCases.compactMap {
                try ofRegion($0, month, from: places[$0] ?? MonthPlace(), records)
            }
        }
    }

    /// A document as it was issued, with the bytes it was frozen in.
    package func document(
        _ key: DocumentKey, for viewer: Viewer
    ) throws -> (document: ListedDocument, frozen: [UInt8]) {
        try store.read { records in
            guard let record = try records.document(named: key), try records.mayRead(record, viewer) else {
                throw SealsProblem.unknownDocument(key.text)
            }
            return (try listed(record), record.frozen)
        }
    }

    private func ofRegion(
        _ region: Region, _ month: Month, from place: MonthPlace, _ records: any Records
    ) throws -> MonthOfRegion? {
        let most = OverviewDesk.closingsPerPage
        let closings = try records.closings(
            region: region, month: month, after: place.closing, limit: most + 1)
        let count = try records.documentCount(region: region, month: month)
        guard count > 0 || !closings.isEmpty || place != MonthPlace() else { return nil }
        let size = OverviewDesk.documentsPerPage
        let documents = try records.documents(
            region: region, month: month, after: place.document, limit: size + 1)
        var skipped: [(account: Account, project: PID?, reason: String)] = []
        var tieOuts: [(account: Account, sums: ClosingReport.TieOut)] = []
        // Whose closings began on the page before was shown there.
        var seen: Set<AccountID> = Set(place.closing.map { [$0.account] } ?? [])
        for closing in closings.prefix(most) {
            guard let account = try records.account(closing.account) else { continue }
            if let reason = closing.skipped { skipped.append((account, closing.project, reason)) }
            guard seen.insert(account.id).inserted else { continue }
            let sums = try records.tieOut(account, closing.taxID, region, month)
            if !sums.documents.isZero || !sums.portions.isZero || !sums.ledger.isZero {
                tieOuts.append((account, sums))
            }
        }
        return MonthOfRegion(
            region: region, count: count,
            documents: try documents.prefix(size).map { try listed($0.document) },
            nextDocument: documents.count > size ? documents[size - 1].place : nil, skipped: skipped,
            tieOuts: tieOuts, nextClosing: closings.count > most ? ClosingPlace(closings[most - 1]) : nil)
    }

    private func listed(_ record: DocumentRecord) throws -> ListedDocument {
        ListedDocument(
            key: DocumentKey(
                region: record.region, kind: record.kind, year: record.date.year, number: record.number),
            content: try papers.thaw(record.frozen), shares: record.shares)
    }
}

/// An issued document as lists show it.
package struct ListedDocument: Sendable {
    package let key: DocumentKey
    package let content: DocumentContent
    /// What of it each project bears.
    package let shares: [DocumentShare]
}

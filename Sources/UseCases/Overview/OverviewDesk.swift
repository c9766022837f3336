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
    static let mostCustomers = 200

    package struct ProjectList: Sendable {
        package let regions: [RegionTotals]
        package let search: ProjectSearch
        package let count: Int
        /// Counted from 1.
        package let page: Int
        package let rows: [ProjectRow]
        /// What all that are found have together, where they are of one region.
        package let found: RegionTotals?
        package let viewer: Viewer

        package var pages: Int {
            max(1, (count + OverviewDesk.projectsPerPage - 1) / OverviewDesk.projectsPerPage)
        }
    }

    /// The projects a viewer may see; looking for them and the totals of regions are for those who see all of them: a
    /// search would answer what the list does not show.
    package func projects(_ search: ProjectSearch, page: Int, for viewer: Viewer) throws -> ProjectList {
        let search =
            viewer.mayEverywhere(.project)
            ? search : ProjectSearch(scope: viewer.projects(with: .project))
        return try store.read { records in
            let count = try records.projectCount(search)
            let size = OverviewDesk.projectsPerPage
            let page = min(max(1, page), max(1, (count + size - 1) / size))
            return ProjectList(
                regions: viewer.mayEverywhere(.balance) ? try records.regionTotals() : [], search: search,
                count: count, page: page,
                rows: try records.projects(search, limit: size, offset: (page - 1) * size),
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
        /// Customers who got none, and why.
        package let skipped: [(account: Account, project: PID?, reason: String)]
        package let tieOuts: [(account: Account, sums: ClosingReport.TieOut)]

        package var pages: Int {
            max(1, (count + OverviewDesk.documentsPerPage - 1) / OverviewDesk.documentsPerPage)
        }
    }

    /// A month, region by region; a page of documents of each.
    package func month(_ month: Month, page: Int) throws -> [MonthOfRegion] {
        try store.read { records in
            try Region.allCases.compactMap { try ofRegion($0, month, page: page, records) }
        }
    }

    /// A document as it was issued, with the bytes it was frozen in.
    package func document(
        _ key: DocumentKey, for viewer: Viewer
    ) throws -> (document: ListedDocument, frozen: [UInt8]) {
        try store.read { records in
            guard let record = try records.document(named: key),
                viewer.may(.documents, inAllOf: record.shares.map(\.project)),
                try records.isShown(record, to: viewer)
            else {
                throw SealsProblem.unknownDocument(key.text)
            }
            return (try listed(record), record.frozen)
        }
    }

    private func ofRegion(
        _ region: Region, _ month: Month, page: Int, _ records: any Records
    ) throws -> MonthOfRegion? {
        let closings = try records.closings(region: region, month: month, limit: OverviewDesk.mostCustomers)
        let count = try records.documentCount(region: region, month: month)
        guard count > 0 || !closings.isEmpty else { return nil }
        let size = OverviewDesk.documentsPerPage
        var skipped: [(account: Account, project: PID?, reason: String)] = []
        var tieOuts: [(account: Account, sums: ClosingReport.TieOut)] = []
        var seen: Set<AccountID> = []
        for closing in closings {
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
            documents: try records.documents(
                region: region, month: month, limit: size, offset: (max(1, page) - 1) * size
            ).map(listed), skipped: skipped, tieOuts: tieOuts)
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

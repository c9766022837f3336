package import Access
package import Basics
import Projects

/// A project's closing documents, a page of them, and the months that have none.
package struct ProjectDocuments: Sendable {
    package let head: ProjectHead
    package let search: DocumentSearch
    package let rows: [Filed]
    /// Where the next page goes on; nil = these were the last.
    package let next: DocumentPlace?
    package let years: [Int]
    package let kinds: [DocumentKind]
    /// Months closed without documents, the latest first, and why; on the first page alone.
    package let skipped: [(month: Month, reason: String)]

    /// A document with how far it has come.
    package struct Filed: Sendable {
        package let document: ListedDocument
        package let issuedAt: Moment
        /// Nil = its paper still waits to be printed.
        package let printedAt: Moment?
        package let passage: PackagePassage
    }
}

extension DocumentsDesk {
    package static let rowsPerPage = 50
    /// What one archive holds at most.
    package static let mostChosen = 50
    static let mostSkipped = 24

    /// A project's documents. One that covers other projects too is shown to who may see documents in all of them.
    package func documents(
        of pid: PID, _ search: DocumentSearch, after place: DocumentPlace?, for viewer: Viewer
    ) throws -> ProjectDocuments {
        let now = clock.now()
        return try store.read { records in
            let head = try records.head(pid, .documents, at: now, for: viewer)
            let size = DocumentsDesk.rowsPerPage
            var hidden: [ClosedRange<Month>] = []
            var owner: DocumentOwner?
            if viewer.isCustomer {
                hidden = head.account.monthsOfOthers(in: head.region)
                owner = try self.owner(head, viewer, records)
            }
            let found = try records.documents(
                of: pid, search, within: viewer.projects(with: .documents), owner, without: hidden,
                after: place, limit: size + 1)
            let named = try records.documentKinds(of: pid, owner?.account)
            let skipped =
                place == nil
                ? try records.closings(of: head.account.id, in: head.region).filter { closing in
                    (closing.project == nil || closing.project == pid)
                        && !hidden.contains { $0.contains(closing.month) }
                } : []
            var passages: [PackageName: PackagePassage] = [:]
            return ProjectDocuments(
                head: head, search: search,
                rows: try found.prefix(size).map { try filed($0.document, &passages, records) },
                next: found.count > size ? found[size - 1].place : nil,
                years: Set(named.map(\.year)).sorted(by: >), kinds: Set(named.map(\.kind)).sorted(),
                skipped: skipped.sorted { $0.month > $1.month }.compactMap { closing in
                    closing.skipped.map { (month: closing.month, reason: $0) }
                }.filter { search.year == nil || $0.month.year == search.year }.prefix(
                    DocumentsDesk.mostSkipped
                )
                .map(\.self))
        }
    }

    /// Whoever may see documents in all that the account has sees what it was given for projects that passed on.
    private func owner(
        _ head: ProjectHead, _ viewer: Viewer, _ records: any Records
    ) throws -> DocumentOwner {
        let own = head.account.projects.filter { $0.region == head.region }.map(\.pid)
        let passed =
            viewer.may(.documents, inAllOf: own)
            ? try records.passings(of: head.account.id, in: head.region).map(\.project) : []
        return DocumentOwner(
            account: head.account.id, passed: Set(passed).subtracting(own).sorted())
    }

    private func filed(
        _ record: DocumentRecord, _ passages: inout [PackageName: PackagePassage], _ records: any Records
    ) throws -> ProjectDocuments.Filed {
        let package = try records.package(of: record)
        let passage = try passages[package] ?? records.passage(of: package)
        passages[package] = passage
        let key = DocumentKey(
            region: record.region, kind: record.kind, year: record.date.year, number: record.number)
        return ProjectDocuments.Filed(
            document: ListedDocument(
                key: key, content: try papers.thaw(record.frozen), shares: record.shares),
            issuedAt: record.issuedAt,
            printedAt: try records.printedAt(.document(key), of: record.account), passage: passage)
    }
}

package import Basics
package import Documents
import Projects
package import Regions

/// Shows issued documents, one or page by page.
package struct DocumentsDesk: Sendable {
    let store: any Store
    let clock: Clock
    let papers: Papers

    /// Where a page of a month's documents ended.
    package struct Place: Hashable, Sendable {
        package let region: Region
        package let number: Int64

        package init(region: Region, number: Int64) {
            self.region = region
            self.number = number
        }
    }

    /// A month's documents in the order they were numbered, region after region; behind a place.
    package func documents(
        _ month: Month, in region: Region?, after place: Place? = nil, limit: Int
    ) throws -> [(place: Place, document: IssuedDocument)] {
        try store.read { records in
            var page: [(place: Place, document: IssuedDocument)] = []
            for one in Region.allCases where region == nil || region == one {
                if let place, isBefore(one, place.region) { continue }
                let found = try records.documents(
                    region: one, month: month, after: place?.region == one ? place?.number ?? 0 : 0,
                    limit: limit - page.count)
                page += try found.map {
                    (
                        place: Place(region: one, number: $0.place),
                        document: try IssuedDocument($0.document, papers)
                    )
                }
                if page.count == limit { break }
            }
            return page
        }
    }

    /// Documents that name a project, the earliest month first; behind one of them. `ofTodayAlone` leaves out what was a
    /// former party's.
    package func documents(
        of pid: PID, after key: DocumentKey? = nil, limit: Int, ofTodayAlone: Bool = false
    ) throws -> [IssuedDocument] {
        try store.read { records in
            let project = try records.knownProject(pid).project
            let from = try key.flatMap { try records.document(named: $0)?.month }
            let holders =
                try [project.account] + (ofTodayAlone ? [] : records.passings(of: pid).map(\.from))
            let accounts = Set(holders).sorted()
            let months = Set(
                try accounts.flatMap { try records.closings(of: $0, in: project.region).map(\.month) })
            var page: [IssuedDocument] = []
            for month in months.sorted() where page.count < limit && from.map({ $0 <= month }) ?? true {
                var found = try accounts.flatMap {
                    try records.documents(of: $0, in: project.region, month: month)
                }
                .filter { $0.shares.contains { $0.project == pid } }
                .filter { try !ofTodayAlone || records.isOfTodayInAll($0) }
                .map { try IssuedDocument($0, papers) }
                if month == from, let place = found.firstIndex(where: { $0.key == key }) {
                    found.removeFirst(place + 1)
                }
                page += found.prefix(limit - page.count)
            }
            return page
        }
    }

    package func document(_ key: DocumentKey, ofTodayAlone: Bool = false) throws -> IssuedDocument {
        let record = try store.read { records in
            try records.document(named: key).flatMap {
                try !ofTodayAlone || records.isOfTodayInAll($0) ? $0 : nil
            }
        }
        guard let record else { throw SealsProblem.unknownDocument(key.text) }
        return try IssuedDocument(record, papers)
    }

    /// A document's formalised file; nil where its kind has none.
    package func xml(of document: IssuedDocument) throws -> [UInt8]? {
        document.content.file == nil ? nil : try papers.xml(document.content)
    }

    /// A payment invoice as frozen, and its digest; `ofTodayAlone` leaves out what the project's former account was given.
    package func paymentInvoice(
        _ region: Region, year: Int, number: Int, ofTodayAlone: Bool = false
    ) throws -> (content: PaymentInvoiceContent, frozen: [UInt8], sha256: [UInt8]) {
        let record = try store.read { records in
            try records.paymentInvoice(region, year: year, number: number).flatMap { invoice in
                let isShown =
                    try !ofTodayAlone
                    || records.isOwn(invoice.issuedAt, of: records.knownProject(invoice.project))
                return isShown ? invoice : nil
            }
        }
        guard let record else {
            throw SealsProblem.unknownDocument(
                PaperKey.paymentInvoice(region, year: year, number: number).text)
        }
        return (try papers.thawInvoice(record.frozen), record.frozen, record.sha256)
    }

    private func isBefore(_ a: Region, _ b: Region) -> Bool {
        let order = Region.allCases
        return (order.firstIndex(of: a) ?? 0) < (order.firstIndex(of: b) ?? 0)
    }
}

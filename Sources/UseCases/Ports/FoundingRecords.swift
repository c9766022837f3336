package import Basics
package import Regions

/// The supplier's founding documents: put in, withdrawn, never deleted.
package protocol FoundingRecords {
    func nextFoundingNumber(in region: Region) throws -> Int
    func insert(_ paper: FoundingPaper, _ bytes: [UInt8]) throws
    func withdrawFoundingPaper(_ number: Int, in region: Region, at moment: Moment) throws
    /// The latest of their own day first.
    func foundingPapers(in region: Region, limit: Int) throws -> [FoundingPaper]
    func foundingPaper(_ number: Int, in region: Region) throws -> FoundingPaper?
    func foundingBytes(_ sha256: [UInt8]) throws -> [UInt8]?
}

/// One of the supplier's founding documents: a charter, an extract, an order (R121).
package struct FoundingPaper: Hashable, Sendable {
    package let region: Region
    package let number: Int
    package let title: String
    /// The document's own date.
    package let date: Day
    /// What the file called itself: to be shown, never to be written to.
    package let fileName: String
    package let type: ScanType
    package let size: Int
    package let sha256: [UInt8]
    package let addedAt: Moment
    /// Nil = customers see it.
    package let withdrawnAt: Moment?

    package init(
        region: Region, number: Int, title: String, date: Day, fileName: String, type: ScanType, size: Int,
        sha256: [UInt8], addedAt: Moment, withdrawnAt: Moment?
    ) {
        self.region = region
        self.number = number
        self.title = title
        self.date = date
        self.fileName = fileName
        self.type = type
        self.size = size
        self.sha256 = sha256
        self.addedAt = addedAt
        self.withdrawnAt = withdrawnAt
    }

    /// "founding/moscow/3", as the trail of actions names it.
    package var name: String { "founding/\(region.rawValue)/\(number)" }
}

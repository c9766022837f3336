package import Access
package import Basics
import Documents
package import Regions

/// Keeps copies of the supplier's founding documents for customers whose security people ask for them (R121).
package struct FoundingDesk: Sendable {
    let store: any Store
    let clock: Clock
    let digest: Digest

    /// More are not listed, nor taken.
    package static let mostPapers = 200
    package static let longestTitle = 200

    /// What customers see: those that are not withdrawn.
    package func papers(in region: Region) throws -> [FoundingPaper] {
        try store.read { try $0.foundingPapers(in: region, limit: FoundingDesk.mostPapers) }
            .filter { $0.withdrawnAt == nil }
    }

    /// A paper and its bytes; one that is withdrawn is shown to those who keep the folder alone.
    package func paper(
        _ number: Int, in region: Region, for viewer: Viewer
    ) throws -> (paper: FoundingPaper, bytes: [UInt8]) {
        try store.read { records in
            guard let paper = try records.foundingPaper(number, in: region),
                paper.withdrawnAt == nil || viewer.mayEverywhere(.closing),
                let bytes = try records.foundingBytes(paper.sha256)
            else { throw DocumentsProblem.noFoundingPaper(number) }
            return (paper, bytes)
        }
    }

    /// All of them, for those who keep the folder.
    package func folder(_ region: Region, for viewer: Viewer) throws -> [FoundingPaper] {
        guard viewer.mayEverywhere(.closing) else { throw AccessProblem.notAllowed }
        return try store.read { try $0.foundingPapers(in: region, limit: FoundingDesk.mostPapers) }
    }

    /// Puts a file in. The same file under the same title is put in once.
    package func add(
        _ bytes: [UInt8], named fileName: String, title: String, dated date: Day, in region: Region,
        for viewer: Viewer, by author: Author
    ) throws -> FoundingPaper {
        guard viewer.mayEverywhere(.closing) else { throw AccessProblem.notAllowed }
        let title = try FoundingDesk.title(title)
        guard bytes.count <= ScanType.mostBytes else {
            throw DocumentsProblem.scanTooLarge(ScanType.mostBytes >> 20)
        }
        guard let type = ScanType(of: bytes), type.isWhole(bytes) else { throw DocumentsProblem.noScan }
        let now = clock.now()
        let sha256 = digest.sha256(bytes)
        return try store.transaction { records in
            try records.lock(.founding(region))
            let known = try records.foundingPapers(in: region, limit: FoundingDesk.mostPapers)
            if let same = known.first(where: {
                $0.sha256 == sha256 && $0.title == title && $0.date == date && $0.withdrawnAt == nil
            }) {
                return same
            }
            guard known.count < FoundingDesk.mostPapers else {
                throw DocumentsProblem.folderFull(FoundingDesk.mostPapers)
            }
            let paper = FoundingPaper(
                region: region, number: try records.nextFoundingNumber(in: region), title: title, date: date,
                fileName: String(fileName.prefix(200)), type: type, size: bytes.count, sha256: sha256,
                addedAt: now, withdrawnAt: nil)
            try records.insert(paper, bytes)
            try records.keep(.addFoundingPaper, on: paper.name, detail: title, by: author, at: now)
            return paper
        }
    }

    /// Takes a paper from customers' eyes; it stays in the folder.
    package func withdraw(
        _ number: Int, in region: Region, for viewer: Viewer, by author: Author
    ) throws {
        guard viewer.mayEverywhere(.closing) else { throw AccessProblem.notAllowed }
        let now = clock.now()
        try store.transaction { records in
            try records.lock(.founding(region))
            guard let paper = try records.foundingPaper(number, in: region) else {
                throw DocumentsProblem.noFoundingPaper(number)
            }
            guard paper.withdrawnAt == nil else { return }
            try records.withdrawFoundingPaper(number, in: region, at: now)
            try records.keep(.withdrawFoundingPaper, on: paper.name, detail: paper.title, by: author, at: now)
        }
    }

    private static func title(_ text: String) throws -> String {
        let title = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !title.isEmpty, title.count <= longestTitle else {
            throw DocumentsProblem.noTitle(longestTitle)
        }
        return title
    }
}

import Basics
import Documents
import Regions
import UseCases

extension SQLRecords {
    package func nextFoundingNumber(in region: Region) throws -> Int {
        Int(
            try number(
                "SELECT COALESCE(MAX(number), 0) + 1 FROM founding_papers WHERE region = ?",
                [region.rawValue]) ?? 1)
    }

    package func insert(_ paper: FoundingPaper, _ bytes: [UInt8]) throws {
        try run(
            "INSERT INTO founding_bytes (sha256, content) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING",
            [paper.sha256, bytes])
        try run(
            """
            INSERT INTO founding_papers (region, number, title, day, file, type, size, sha256, added_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                paper.region.rawValue, paper.number, paper.title, paper.date.number, paper.fileName,
                paper.type.rawValue, paper.size, paper.sha256, paper.addedAt.microseconds,
            ])
        try witness(
            "founding_papers", ["region": paper.region.rawValue, "number": Int64(paper.number)],
            in: "founding")
    }

    package func withdrawFoundingPaper(_ number: Int, in region: Region, at moment: Moment) throws {
        try run(
            "INSERT INTO founding_withdrawals (region, number, at) VALUES (?, ?, ?)",
            [region.rawValue, number, moment.microseconds])
        try witness(
            "founding_withdrawals", ["region": region.rawValue, "number": Int64(number)], in: "founding")
    }

    package func foundingPapers(in region: Region, limit: Int) throws -> [FoundingPaper] {
        try rows(
            "\(SQLRecords.papers) WHERE p.region = ? ORDER BY p.day DESC, p.number DESC LIMIT ?",
            [region.rawValue, limit]
        ).map(foundingPaper)
    }

    package func foundingPaper(_ number: Int, in region: Region) throws -> FoundingPaper? {
        try row("\(SQLRecords.papers) WHERE p.region = ? AND p.number = ?", [region.rawValue, number])
            .map(foundingPaper)
    }

    package func foundingBytes(_ sha256: [UInt8]) throws -> [UInt8]? {
        try row("SELECT content FROM founding_bytes WHERE sha256 = ?", [sha256])?.bytes("content")
    }

    private static let papers = """
        SELECT p.*, w.at AS withdrawn_at FROM founding_papers p
            LEFT JOIN founding_withdrawals w ON w.region = p.region AND w.number = p.number
        """

    private func foundingPaper(_ row: Row) throws -> FoundingPaper {
        let withdrawn: Int64? = row["withdrawn_at"]
        return FoundingPaper(
            region: try row.word("region", Region.self), number: row["number"], title: row.text("title"),
            date: row.day("day"), fileName: row.text("file"), type: try row.word("type", ScanType.self),
            size: row["size"], sha256: row.bytes("sha256"), addedAt: row.moment("added_at"),
            withdrawnAt: withdrawn.map(Moment.init(microseconds:)))
    }
}

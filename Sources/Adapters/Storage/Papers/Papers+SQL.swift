import Basics
import Regions
import UseCases

extension SQLRecords {
    package func paper(_ key: PaperKey, of account: AccountID) throws -> PrintedPaper? {
        try row("SELECT * FROM papers WHERE account = ? AND subject = ?", [account.text, key.text]).map {
            PrintedPaper(
                account: account, key: key, printedAt: $0.moment("printed_at"), sha256: $0.bytes("sha256"),
                pdf: $0.bytes("pdf"))
        }
    }

    package func paperSize(_ key: PaperKey, of account: AccountID) throws -> Int? {
        try number(
            "SELECT length(pdf) FROM papers WHERE account = ? AND subject = ?", [account.text, key.text]
        ).map { Int($0) }
    }

    package func keep(_ paper: PrintedPaper) throws {
        try run(
            "INSERT INTO papers (account, subject, printed_at, sha256, pdf) VALUES (?, ?, ?, ?, ?)",
            [
                paper.account.text, paper.key.text, paper.printedAt.microseconds, paper.sha256,
                paper.pdf,
            ])
        try witness(
            "papers", ["account": paper.account.text, "subject": paper.key.text],
            in: "papers/\(paper.key.region.rawValue)")
    }
}

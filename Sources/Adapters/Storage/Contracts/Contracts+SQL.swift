import Basics
import Contracts
import Counterparties
import Projects
import Regions
import UseCases

extension SQLRecords {
    package func contractDraft(of account: AccountID, in region: Region) throws -> KeptDraft? {
        try row(
            "SELECT * FROM contract_drafts WHERE account = ? AND region = ?", [account.text, region.rawValue]
        ).map {
            let party: String = $0["party"]
            return KeptDraft(
                draft: try Record.read($0["record"]), party: party.isEmpty ? nil : try Record.read(party),
                changedAt: $0.moment("changed_at"),
                changedBy: $0.text("changed_by"))
        }
    }

    package func keep(
        _ draft: ContractDraft, becoming party: CounterpartyDraft?, of account: AccountID, in region: Region,
        by who: String, at moment: Moment
    ) throws {
        try run(
            """
            INSERT INTO contract_drafts (account, region, record, party, changed_at, changed_by)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (account, region) DO UPDATE SET record = excluded.record, party = excluded.party,
                changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """,
            [
                account.text, region.rawValue, try Record.write(draft), try party.map(Record.write) ?? "",
                moment.microseconds, who,
            ])
    }

    package func dropContractDraft(of account: AccountID, in region: Region) throws {
        try run(
            "DELETE FROM contract_drafts WHERE account = ? AND region = ?", [account.text, region.rawValue])
    }

    package func keep(
        _ file: SignedFile, of account: AccountID, in region: Region, from day: Day, at moment: Moment
    ) throws {
        try run(
            """
            INSERT INTO contract_files (account, region, starts, name, type, sha256, bytes, kept_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                account.text, region.rawValue, day.number, file.name, file.type.rawValue, file.sha256,
                file.bytes,
                moment.microseconds,
            ])
        try witness(
            "contract_files",
            ["account": account.text, "region": region.rawValue, "starts": Int64(day.number)],
            in: "contracts/\(account)")
    }

    package func signedFile(of account: AccountID, in region: Region, from day: Day) throws -> SignedFile? {
        try row(
            "SELECT * FROM contract_files WHERE account = ? AND region = ? AND starts = ?",
            [account.text, region.rawValue, day.number]
        ).map {
            SignedFile(
                name: $0.text("name"), type: try $0.word("type", ScanType.self),
                bytes: $0.bytes("bytes"),
                sha256: $0.bytes("sha256"))
        }
    }

    package func signedFileDays(of account: AccountID, in region: Region) throws -> [Day] {
        try rows(
            "SELECT starts FROM contract_files WHERE account = ? AND region = ? ORDER BY starts LIMIT 1000",
            [account.text, region.rawValue]
        ).map { $0.day("starts") }
    }
}

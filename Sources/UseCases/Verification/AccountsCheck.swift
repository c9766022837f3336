import Basics
import Contracts
import Counterparties
import Projects

/// Accounts against the records they were made from.
struct AccountsCheck {
    let records: any Records
    let digest: Digest
    let findings: Findings

    /// The accounts that can be trusted.
    func check() throws -> [AccountID: Account] {
        var sound: [AccountID: Account] = [:]
        let columns = ["id", "email", "tax_id", "is_company", "registered_at", "record", "digest"]
        try records.forEachRow(of: "accounts", columns, where: [:], by: ["id"]) { cells in
            findings.read()
            let id = cells[0].shown
            guard let text = cells[5].text, let known = try? records.draft(ofRecord: text),
                known.text.utf8.elementsEqual(text.utf8), let account = try? known.draft.checked()
            else {
                // Whatever is wrong with the record, it is not the one that was taken.
                findings.add("accounts", "\(id) record", found: "a damaged record", expected: "as taken")
                return
            }
            let expected: [Cell] = [
                .text(account.id.text), .text(account.email), Cell(account.counterparty.taxID?.text),
                .integer(account.counterparty.receivesDocuments ? 1 : 0),
                .integer(account.agreements.registered.microseconds), cells[5],
                .bytes(digest.sha256(known.draft.canonicalBytes)),
            ]
            for (index, name) in columns.enumerated() where cells[index] != expected[index] {
                findings.add(
                    "accounts", "\(id) \(name)", found: cells[index].shown, expected: expected[index].shown)
            }
            if cells == expected { sound[account.id] = account }
        }
        return sound
    }
}

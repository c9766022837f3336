import Basics

/// Printed papers against their digests, and against what was issued: each document has its paper or a
/// message that asks for it.
struct PapersCheck {
    let records: any Records
    let digest: Digest
    let findings: Findings

    func check() throws {
        var printed: Set<Cell> = []
        try records.forEachRow(
            of: "papers", ["account", "subject", "sha256", "pdf"], where: [:], by: ["account", "subject"]
        ) { cells in
            findings.read()
            printed.insert(name(cells[0], cells[1]))
            let sha256 = digest.sha256(cells[3].bytes ?? [])
            if cells[2] != .bytes(sha256) {
                findings.add(
                    "papers", "\(cells[1].shown) sha256", found: cells[2].shown, expected: Hex.text(sha256))
            }
        }
        var asked: Set<Cell> = []
        try records.forEachRow(
            of: "outbox", ["account", "subject", "done_at"], where: ["topic": .text("paper")], by: []
        ) { cells in
            findings.read()
            let name = name(cells[0], cells[1])
            asked.insert(name)
            if cells[2] != .null, !printed.contains(name) {
                findings.add(
                    "outbox", cells[1].shown, found: "a paper that is done",
                    expected: "the paper, or a message that waits")
            }
        }
        try documents { account, subject in
            guard printed.remove(name(account, subject)) == nil, !asked.contains(name(account, subject))
            else { return }
            findings.add(
                "outbox", subject.shown, found: "no message", expected: "one that asks for the paper")
        }
        for stranger in printed.compactMap(\.text).sorted(by: { $0.precedesBytewise($1) }) {
            findings.add("papers", stranger, found: "a paper", expected: "none: nothing was issued so")
        }
    }

    private func documents(_ body: (_ account: Cell, _ subject: Cell) -> Void) throws {
        try records.forEachRow(
            of: "documents", ["account", "region", "kind", "year", "number"], where: [:], by: []
        ) { cells in
            body(cells[0], .text(cells[1...4].map(\.shown).joined(separator: "/")))
        }
        var passed: [Cell: [(account: Cell, at: Int64)]] = [:]
        try records.forEachRow(
            of: "project_passings", ["project", "from_account", "at"], where: [:], by: ["project", "n"]
        ) { passed[$0[0], default: []].append(($0[1], $0[2].integer ?? 0)) }
        try records.forEachRow(
            of: "payment_invoices JOIN projects ON pid = project",
            ["account", "payment_invoices.region", "year", "number", "project", "issued_at"], where: [:],
            by: []
        ) { cells in
            // Whoever had the project then was given it.
            let former = passed[cells[4]]?.first { cells[5].integer ?? 0 < $0.at }?.account
            body(
                former ?? cells[0],
                .text("\(cells[1].shown)/paymentInvoice/\(cells[2].shown)/\(cells[3].shown)"))
        }
        try records.forEachRow(
            of: "reconciliation_acts", ["account", "region", "year", "number"], where: [:], by: []
        ) { cells in
            body(
                cells[0], .text("\(cells[1].shown)/reconciliation/\(cells[2].shown)/\(cells[3].shown)"))
        }
    }

    private func name(_ account: Cell, _ subject: Cell) -> Cell {
        .text("\(account.shown) \(subject.shown)")
    }
}

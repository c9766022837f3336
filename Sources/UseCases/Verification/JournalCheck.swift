import Basics

/// Walks chains of the journal: sequence, time, hash, balance, and what is kept of their sums.
struct JournalCheck {
    let records: any Records
    let digest: Digest
    let findings: Findings

    struct Link {
        let sequence: Int64
        let cause: String
        let payload: String
        let entries: [String: Int64]
    }

    func walk(_ chain: String) throws -> [Link] {
        var entries: [Int64: [(account: String, amount: Int64)]] = [:]
        var sums: [String: Int64] = [:]
        try records.forEachRow(
            of: "journal_entries", ["sequence", "account", "amount"], where: ["chain": .text(chain)],
            by: ["sequence", "account"]
        ) { cells in
            guard let sequence = cells[0].integer, let account = cells[1].text, let amount = cells[2].integer
            else { return }
            findings.read()
            entries[sequence, default: []].append((account, amount))
            sums[account, default: 0] &+= amount
        }
        var links: [Link] = []
        var hash: [UInt8] = []
        var before = Int64.min
        try records.forEachRow(
            of: "journal", ["sequence", "at", "cause", "payload", "hash"], where: ["chain": .text(chain)],
            by: ["sequence"]
        ) { cells in
            findings.read()
            guard let sequence = cells[0].integer, let at = cells[1].integer, let cause = cells[2].text,
                let payload = cells[3].text
            else { return }
            let key = "\(chain) \(sequence)"
            if sequence != Int64(links.count + 1) {
                findings.add("journal", key, found: "\(sequence)", expected: "sequence \(links.count + 1)")
            }
            if at <= before, before != .min {
                findings.add("journal", "\(key) at", found: "\(at)", expected: "later than \(before)")
            }
            before = at
            let own = entries.removeValue(forKey: sequence) ?? []
            let sum = own.reduce(0) { $0 &+ $1.amount }
            if sum != 0 || own.isEmpty {
                findings.add("journal_entries", key, found: "sum \(sum)", expected: "entries that sum to 0")
            }
            var lines = [HashedText.field(chain), String(sequence), String(at), HashedText.field(cause)]
            lines += payload.split(separator: "\n").map { HashedText.field(String($0)) }
            lines += own.map { "\(HashedText.field($0.account))\t\($0.amount)" }
            let expected = digest.sha256(hash + Array(lines.joined(separator: "\n").utf8))
            if cells[4] != .bytes(expected) {
                findings.add("journal", "\(key) hash", found: cells[4].shown, expected: Hex.text(expected))
            }
            hash = cells[4].bytes ?? []
            links.append(
                Link(
                    sequence: sequence, cause: cause, payload: payload,
                    entries: Dictionary(own.map { ($0.account, $0.amount) }) { $0 &+ $1 }))
        }
        for sequence in entries.keys.sorted() {
            findings.add(
                "journal_entries", "\(chain) \(sequence)", found: "entries", expected: "a transaction above")
        }
        try balances(of: chain, sums)
        return links
    }

    private func balances(of chain: String, _ sums: [String: Int64]) throws {
        findings.compare(
            "journal_balances", ["chain", "account", "balance"], keys: 2,
            expected: sums.sorted { $0.key.precedesBytewise($1.key) }
                .map { [.text(chain), .text($0.key), .integer($0.value)] },
            actual: try records.rows(
                of: "journal_balances", ["chain", "account", "balance"], where: ["chain": .text(chain)],
                by: ["account"]))
    }

    /// Chains and rows that are nobody's. `known` are the books, `projects` the PIDs.
    func strangers(known: Set<String>, projects: Set<String>) throws {
        for table in ["journal", "journal_entries", "journal_balances"] {
            try strangers(table, "chain", known.union(projects))
        }
        for table in [
            "day_lines", "portions", "lots", "grants", "debts", "pending_credits", "state_transitions",
        ] {
            try strangers(table, "project", projects)
        }
    }

    private func strangers(_ table: String, _ column: String, _ known: Set<String>) throws {
        try records.forEachRow(of: table, ["DISTINCT \(column)"], where: [:], by: []) { cells in
            guard let name = cells[0].text, known.contains(name) else {
                findings.add(
                    table, cells[0].shown, found: "a row", expected: "none of a \(column) nobody knows")
                return
            }
        }
    }
}

import Basics

/// Bank lines against what became of them: shares, credits, suspense.
struct BankCheck {
    let records: any Records
    let findings: Findings

    struct Line {
        let id: BankLineID
        let region: String?
        let direction: String
        let amount: Int64
        let state: String
        let payer: String?
        let document: String
        let day: Int64
    }

    struct Share {
        let project: String
        let credit: CreditID
        let amount: Int64
    }

    func lines() throws -> [Line] {
        var lines: [Line] = []
        try records.forEachRow(
            of: "bank_lines",
            [
                "id", "region", "direction", "amount", "state", "payer_tax_id", "document", "day", "number",
            ],
            where: [:], by: ["number"]
        ) { cells in
            findings.read()
            if cells[8] != .integer(Int64(lines.count + 1)) {
                findings.add(
                    "bank_lines", "\(cells[0].shown) number", found: cells[8].shown,
                    expected: "\(lines.count + 1)")
            }
            lines.append(
                Line(
                    id: BankLineID(cells[0].shown), region: cells[1].text, direction: cells[2].shown,
                    amount: cells[3].integer ?? 0, state: cells[4].shown, payer: cells[5].text,
                    document: cells[6].shown, day: cells[7].integer ?? 0))
        }
        return lines
    }

    func shares() throws -> [BankLineID: [Share]] {
        var shares: [BankLineID: [Share]] = [:]
        try records.forEachRow(
            of: "bank_shares", ["line", "project", "credit", "amount"], where: [:], by: ["line", "n"]
        ) { cells in
            findings.read()
            shares[BankLineID(cells[0].shown), default: []].append(
                Share(
                    project: cells[1].shown, credit: CreditID(cells[2].shown), amount: cells[3].integer ?? 0))
        }
        return shares
    }

    /// A matched line's money is somebody's to the kopeck; no other line's is.
    func check(
        _ lines: [Line], _ shares: [BankLineID: [Share]], _ credits: [String: [ReplayCredit]],
        returned: Set<CreditID>
    ) {
        for line in lines {
            let own = shares[line.id] ?? []
            let sum = own.reduce(0) { returned.contains($1.credit) ? $0 : $0 &+ $1.amount }
            let expected = line.state == "matched" ? line.amount : 0
            if sum != expected {
                findings.add(
                    "bank_shares", line.id.text, found: "shares of \(Money.text(minor: sum))",
                    expected: Money.text(minor: expected))
            }
            // Several invoices may be paid out of one credit.
            let parts = Dictionary(grouping: own, by: \.credit).sorted { $0.key < $1.key }
            for (id, parts) in parts {
                let amount = parts.reduce(0) { $0 &+ $1.amount }
                let project = parts[0].project
                let credit = credits[project]?.first { CreditID($0.id) == id }
                if parts.allSatisfy({ $0.project == project }), credit?.means == "bank",
                    credit?.amount == amount, credit?.payer == line.payer,
                    credit?.document == line.document, credit?.documentDay.map(Int64.init) == line.day
                {
                    continue
                }
                findings.add(
                    "bank_shares", "\(line.id) \(project)", found: "credit \(id)",
                    expected: "a bank credit of \(Money.text(minor: amount)) to \(project)")
            }
        }
    }

    /// What the supplier's book should say of the lines of a region, by cause: what came unclear went
    /// to suspense, what staff matched left it, and what was taken back lies there, whoever had matched it.
    func postings(
        _ lines: [Line], _ shares: [BankLineID: [Share]], region: String, released: Set<CreditID>,
        returned: Set<CreditID>
    ) -> [String: [String: Int64]] {
        var postings: [String: [String: Int64]] = [:]
        for line in lines where line.region == region && line.direction == "incoming" {
            let own = Set((shares[line.id] ?? []).map(\.credit) + [CreditID(line.id.text)])
            let chosen = own.intersection(released)
            let wasClear = own.contains { returned.contains($0) && !released.contains($0) }
            if (line.state == "unclear" || !chosen.isEmpty) && !wasClear {
                postings[line.id.text] = ["51": line.amount, "76.09": -line.amount]
            }
            for credit in chosen {
                postings["match/\(credit)"] = ["76.09": line.amount, "79": -line.amount]
            }
            for credit in own.intersection(returned) {
                postings["unmatch/\(credit)"] = ["79": line.amount, "76.09": -line.amount]
            }
        }
        return postings
    }

    /// What was taken back, as the runs were witnessed that did it.
    func returned() throws -> Set<CreditID> {
        var returned: Set<CreditID> = []
        try records.forEachRow(of: "returned_credits", ["project", "id"], where: [:], by: ["project", "id"]) {
            returned.insert(CreditID($0[1].shown))
        }
        return returned
    }
}

import Basics
import Counterparties
import Documents
import Regions

/// A supplier's book and the documents it names: numbers, contents, shares.
struct SupplierCheck {
    let records: any Records
    let digest: Digest
    let thaw: @Sendable ([UInt8]) throws -> DocumentContent
    let findings: Findings
    let closings: [ClosingRow]
    /// What a package should say; nil where it cannot be told.
    let package: (ClosingRow) -> PackageCheck?

    private static let columns = [
        "supplier", "kind", "year", "number", "region", "account", "month", "day", "issued_at", "position",
        "content", "sha256",
    ]

    private struct CounterKey: Hashable {
        let supplier: String
        let kind: String
        let year: Int64
    }

    /// Walks the books of all regions; `postings` are what bank lines should have posted there.
    func check(_ books: [(region: Region, links: [JournalCheck.Link], postings: [String: [String: Int64]])])
        throws
    {
        var counters: [CounterKey: Int64] = [:]
        var named: Set<[Cell]> = []
        var shares: [[Cell]] = []
        for book in books {
            var open = book.postings
            var positions: [Month: Int64] = [:]
            var done: Set<String> = []
            for link in book.links {
                let key = "supplier/\(book.region.rawValue) \(link.sequence) \(link.cause)"
                if let expected = open.removeValue(forKey: link.cause) {
                    hold(link, expected, key)
                    continue
                }
                guard let closing = closing(link.cause, book.region) else {
                    findings.add("journal", key, found: "a transaction", expected: "none with this cause")
                    continue
                }
                done.insert(link.cause)
                let expected = package(closing)
                if let expected {
                    hold(
                        link,
                        [
                            "79": expected.gross, "90.01": expected.vat - expected.gross,
                            "68.02": -expected.vat,
                        ].filter { $0.value != 0 }, key)
                }
                let lines = link.payload.split(separator: "\n").map(String.init)
                if let expected, lines.count != expected.kinds.count {
                    findings.add(
                        "journal", "\(key) payload", found: "\(lines.count) documents",
                        expected: expected.kinds.map(\.rawValue).joined(separator: ", "))
                }
                for (index, line) in lines.enumerated() {
                    positions[closing.month, default: 0] += 1
                    try document(
                        line, closing, expected,
                        kind: expected.flatMap { index < $0.kinds.count ? $0.kinds[index] : nil },
                        position: positions[closing.month] ?? 0, key, &counters, &named, &shares)
                }
            }
            for cause in open.keys.sorted() {
                findings.add(
                    "journal", "supplier/\(book.region.rawValue) \(cause)", found: "no transaction",
                    expected: "one for the bank line")
            }
            for closing in closings where closing.region == book.region {
                self.closing(closing, isIssued: done.contains(cause(closing)))
            }
        }
        try numbered("payment_invoices", by: "supplier", as: "paymentInvoice", &counters)
        try numbered("reconciliation_acts", by: "region", as: "reconciliation", &counters)
        try rest(counters, named, shares)
    }

    private func cause(_ closing: ClosingRow) -> String {
        "package/\(closing.month)/\(closing.account)/\(closing.project.isEmpty ? "*" : closing.project)"
    }

    private func closing(_ cause: String, _ region: Region) -> ClosingRow? {
        closings.first { $0.region == region && $0.skipped == nil && self.cause($0) == cause }
    }

    private func hold(_ link: JournalCheck.Link, _ expected: [String: Int64], _ key: String) {
        guard link.entries != expected else { return }
        findings.add(
            "journal_entries", key, found: words(link.entries), expected: words(expected))
    }

    private func words(_ entries: [String: Int64]) -> String {
        entries.sorted { $0.key < $1.key }.map { "\($0.key) \(Money.text(minor: $0.value))" }
            .joined(separator: ", ")
    }

    private func closing(_ closing: ClosingRow, isIssued: Bool) {
        let key = "\(closing.region.rawValue) \(closing.account) \(closing.project) \(closing.month)"
        if (closing.skipped == nil) != isIssued {
            findings.add(
                "closings", key, found: closing.skipped ?? "issued",
                expected: isIssued ? "issued" : "a package in the supplier's book")
        }
        guard let package = package(closing) else { return }
        let party = package.account.counterparty(in: closing.month, of: closing.region)
        if closing.taxID != party.taxID?.text {
            findings.add(
                "closings", "\(key) tax_id", found: closing.taxID, expected: party.taxID?.text ?? "none")
        }
        let isWithoutContract =
            package.rules.contract(closing.month.lastDay.number) == nil
            && !party.isResident(of: package.rules.profile.country)
        let expected: String? =
            isWithoutContract
            ? "non-resident-without-contract" : package.lines.isEmpty ? "no-bank-funded-spend" : nil
        if closing.skipped != expected {
            findings.add(
                "closings", "\(key) skipped", found: closing.skipped ?? "NULL", expected: expected ?? "NULL")
        }
    }

    private func document(
        _ line: String, _ closing: ClosingRow, _ package: PackageCheck?, kind: DocumentKind?,
        position: Int64, _ key: String, _ counters: inout [CounterKey: Int64], _ named: inout Set<[Cell]>,
        _ shares: inout [[Cell]]
    ) throws {
        let parts = line.split(separator: "\t").map(String.init)
        let name = parts.count == 3 ? parts[1].split(separator: "/").map(String.init) : []
        guard name.count == 3, parts[0] == "document", let year = Int64(name[1]), let number = Int64(name[2]),
            kind.map({ $0.rawValue == name[0] }) ?? true
        else {
            findings.add("journal", "\(key) payload", found: line, expected: kind?.rawValue ?? "a document")
            return
        }
        let rows = try records.rows(
            of: "documents", SupplierCheck.columns,
            where: [
                "region": .text(closing.region.rawValue), "kind": .text(name[0]), "year": .integer(year),
                "number": .integer(number), "month": .integer(Int64(closing.month.index)),
            ], by: [])
        findings.read(rows.count)
        let place = "\(closing.region.rawValue)/\(parts[1])"
        guard let row = rows.first(where: { $0[11] == Cell.bytes(Hex.bytes(parts[2]) ?? []) }) ?? rows.first
        else {
            findings.add("documents", place, found: "no row", expected: line)
            return
        }
        let identity = Array(row.prefix(4)) + [row[5]]
        named.insert(identity)
        // Why a content cannot be read does not matter: it is not the one issued.
        guard let content = row[10].bytes, Hex.text(digest.sha256(content)) == parts[2],
            row[11] == .bytes(digest.sha256(content)), let frozen = try? thaw(content)
        else {
            findings.add(
                "documents", "\(place) content",
                found: "sha256 \(Hex.text(digest.sha256(row[10].bytes ?? [])))",
                expected: "sha256 \(parts[2])")
            return
        }
        let supplier = frozen.supplier.taxID.text
        let counter = CounterKey(supplier: supplier, kind: name[0], year: year)
        counters[counter, default: 0] += 1
        let expected: [Cell] = [
            .text(supplier), .text(name[0]), .integer(Int64(closing.month.lastDay.year)),
            .integer(counters[counter] ?? 0), .text(closing.region.rawValue), .text(closing.account.text),
            .integer(Int64(closing.month.index)), .integer(Int64(closing.month.lastDay.number)),
            .integer(frozen.issuedAt.microseconds), .integer(position), row[10], row[11],
        ]
        for (index, column) in SupplierCheck.columns.enumerated() where row[index] != expected[index] {
            findings.add(
                "documents", "\(place) \(column)", found: row[index].shown, expected: expected[index].shown)
        }
        if frozen.kind.rawValue != name[0] || Int64(frozen.number) != number {
            findings.add(
                "documents", "\(place) content", found: "\(frozen.kind.rawValue) \(frozen.number)",
                expected: parts[1])
        }
        guard let package else { return }
        if let difference = package.difference(frozen) {
            findings.add(
                "documents", "\(place) content", found: difference.found, expected: difference.expected)
        }
        for share in package.shares {
            shares.append(identity + [.text(share.key), .integer(share.value)])
        }
    }

    /// Payment invoices and acts of reconciliation are in no book; their rows are witnessed, and their numbers have no
    /// gap either.
    private func numbered(
        _ table: String, by owner: String, as kind: String, _ counters: inout [CounterKey: Int64]
    ) throws {
        try records.forEachRow(
            of: table, [owner, "year", "number", "content", "sha256"], where: [:],
            by: [owner, "year", "number"]
        ) { cells in
            findings.read()
            let key = CounterKey(supplier: cells[0].shown, kind: kind, year: cells[1].integer ?? 0)
            counters[key, default: 0] += 1
            let place = Findings.words(Array(cells.prefix(3)))
            if cells[2] != Cell(counters[key]) {
                findings.add(
                    table, place, found: "number \(cells[2].shown)",
                    expected: "number \(Cell(counters[key]).shown)")
            }
            let sha256 = Cell.bytes(digest.sha256(cells[3].bytes ?? []))
            if cells[4] != sha256 {
                findings.add(
                    table, "\(place) sha256", found: cells[4].shown, expected: sha256.shown)
            }
        }
    }

    /// Documents nobody named, shares and counters.
    private func rest(
        _ counters: [CounterKey: Int64], _ named: Set<[Cell]>, _ shares: [[Cell]]
    ) throws {
        let keys = ["supplier", "kind", "year", "number", "account"]
        try records.forEachRow(of: "documents", keys, where: [:], by: keys) { cells in
            if !named.contains(cells) {
                findings.add(
                    "documents", Findings.words(cells), found: "a row",
                    expected: "a document the journal names")
            }
        }
        let known = Set(shares.map { Array($0.prefix(5)) })
        let columns = keys + ["project", "amount"]
        let actual = try records.rows(of: "document_shares", columns, by: keys + ["project"])
        // Shares of packages that could not be told are left alone.
        findings.compare(
            "document_shares", columns, keys: 6, expected: shares,
            actual: actual.filter {
                known.contains(Array($0.prefix(5))) || !named.contains(Array($0.prefix(5)))
            })
        findings.compare(
            "document_counters", ["supplier", "kind", "year", "last"], keys: 3,
            expected: counters.map {
                [.text($0.key.supplier), .text($0.key.kind), .integer($0.key.year), .integer($0.value)]
            },
            actual: try records.rows(
                of: "document_counters", ["supplier", "kind", "year", "last"],
                by: ["supplier", "kind", "year"]))
    }
}

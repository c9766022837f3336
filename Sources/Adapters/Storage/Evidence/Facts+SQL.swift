import Basics
import Regions
import UseCases

/// Facts: what was written into the small tables, word for word, in chains of their own. No posting
/// holds them, and without a witness nobody could tell that they were changed.
extension SQLRecords {
    /// Keeps the row as it now stands, and what else decided it.
    func witness(
        _ table: String, _ key: KeyValuePairs<String, any Bindable>, in chain: String,
        besides: KeyValuePairs<String, Cell> = [:]
    ) throws {
        let clause = key.map { "\($0.key) = ?" }.joined(separator: " AND ")
        let arguments = Arguments(key.map(\.value.cell))
        guard let row = try row("SELECT * FROM \(table) WHERE \(clause)", arguments) else {
            throw StorageProblem.damaged("nothing to witness in \(table)")
        }
        let lines =
            zip(row.columns.names, row.cells).map { "\($0)\t\(FactText.cell($1, digest))" }
            + besides.map { "\($0.key)\t\(FactText.cell($0.value, digest))" }
        try append(subject(table, key), lines.joined(separator: "\n"), to: chain)
    }

    /// Keeps that a row is not there any more, and since when.
    func witnessGone(
        _ table: String, _ key: KeyValuePairs<String, any Bindable>, in chain: String, at moment: Moment
    ) throws {
        try append(subject(table, key), "gone\ti\(moment.microseconds)", to: chain)
    }

    private func subject(_ table: String, _ key: KeyValuePairs<String, any Bindable>) -> String {
        ([table] + key.map { FactText.cell($0.value.cell, digest) }).joined(separator: "\t")
    }

    /// Keeps what a settlement run took: up to where, into which open month, and which credits.
    func witness(_ run: SettlementRun) throws {
        let lines =
            [
                "arrival\ti\(run.cursor.arrival)", "until\ti\(run.cursor.until.microseconds)",
                "open\t\(run.openMonth.map { "i\($0.index)" } ?? "n")",
                "debts\tt\(run.debtRecognition.rawValue)",
            ] + run.appliedCredits.map { "credit\t\(FactText.cell(.text($0.text), digest))" }
            + run.returnedCredits.map { "returned\t\(FactText.cell(.text($0.text), digest))" }
            + (run.substituted.map { substituted in
                [
                    "payment\t\(FactText.cell(.text(substituted.payment.text), digest))",
                    "transfer\t\(FactText.cell(.text(substituted.transfer.text), digest))",
                    "substituted\ti\(substituted.amount)",
                ]
            } ?? [])
            + run.coming.flatMap(told)
            + (run.assigned.first.map { assigned in
                [
                    "assignor\t\(FactText.cell(.text(assigned.assignor.text), digest))",
                    "assignee\t\(FactText.cell(.text(assigned.assignee.text), digest))",
                    "assigned\ti\(run.assigned.reduce(0) { $0 + $1.amount })",
                ]
            } ?? [])
        try append(
            "run\ti\(run.run)", lines.joined(separator: "\n"), to: "runs/\(run.project)")
    }

    private func told(_ party: ComingParty) -> [String] {
        let last = party.last.map { "last\ti\($0.index)" }
        return [
            "coming\t\(FactText.cell(.text(party.payer.text), digest))", last,
            "begins\ti\(party.month.index)",
        ].compactMap(\.self)
    }

    private func append(_ subject: String, _ body: String, to chain: String) throws {
        try lock(.chain("facts/\(chain)"))
        let last = try row(
            "SELECT sequence, hash FROM facts WHERE chain = ? ORDER BY sequence DESC LIMIT 1", [chain])
        let sequence: Int64 = (last?["sequence"] ?? 0) + 1
        let text = "\(chain)\n\(sequence)\n\(subject)\n\(body)"
        let hash = digest.sha256((last?.bytes("hash") ?? []) + Array(text.utf8))
        try run(
            "INSERT INTO facts (chain, sequence, subject, body, hash) VALUES (?, ?, ?, ?, ?)",
            [chain, sequence, subject, body, hash])
    }
}

/// Cells as words of one line: `n`, `i42`, `tтекст`, `b00ff`; what is long goes by its digest.
enum FactText {
    static func cell(_ cell: Cell, _ digest: Digest) -> String {
        switch cell {
        case .null: "n"
        case .integer(let value): "i\(value)"
        case .text(let text): "t\(escape(text))"
        case .bytes(let bytes) where bytes.count > 64: "d\(hex(digest.sha256(bytes)))"
        case .bytes(let bytes): "b\(hex(bytes))"
        }
    }

    private static func escape(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n").replacing("\t", with: "\\t")
    }

    private static func hex(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

import Basics

/// Walks the chains of facts, and holds the small tables against what was witnessed of them.
struct FactsCheck {
    let records: any Records
    let digest: Digest
    let findings: Findings

    /// The tables that are witnessed, and the columns that name their rows.
    static let tables: [(name: String, keys: [String])] = [
        ("price_listings", ["region", "sku", "valid_from"]), ("suppliers", ["region"]),
        ("bank_statements", ["digest"]), ("bank_lines", ["id"]), ("bank_shares", ["line", "n"]),
        ("closings", ["region", "account", "project", "month"]), ("closed_months", ["region", "month"]),
        ("payment_invoices", ["supplier", "year", "number"]), ("papers", ["account", "subject"]),
        ("audit_entries", ["number"]), ("returned_credits", ["project", "id"]),
        ("expense_limits", ["project"]), ("project_names", ["project"]), ("claimed_accounts", ["account"]),
        ("reconciliation_acts", ["region", "year", "number"]), ("founding_papers", ["region", "number"]),
        ("founding_withdrawals", ["region", "number"]), ("official_rates", ["region", "currency", "day"]),
        ("requests", ["project", "number"]), ("request_steps", ["project", "request", "number"]),
        ("request_values", ["project", "request", "field"]), ("attachments", ["sha256"]),
        ("request_files", ["project", "request", "step", "place"]), ("account_phones", ["account"]),
        ("freeze_deferrals", ["project", "from_at"]), ("conservations", ["project", "n"]),
        ("received_letters", ["mark"]), ("received_files", ["letter", "place"]),
        ("contract_files", ["account", "region", "starts"]),
        ("document_flows", ["account", "region", "n"]),
        ("dispatches", ["account", "region", "month", "project", "n"]),
        ("substitutions", ["project", "run"]), ("assignments", ["project", "run", "credit"]),
        ("project_passings", ["project", "n"]),
    ]

    /// A settlement run as it was witnessed.
    struct Run {
        let number: Int64
        let arrival: Int64
        let until: Int64
        let open: Int64?
        /// Whether prepaid debts were recognised by service, whenever money paid them.
        let debtsByService: Bool
        let credits: [String]
        /// Taken back by a person, at the run's end.
        let returned: [String]
        /// A transfer took so much over of what a payment had paid, and the run did nothing else.
        let substituted: Replay.Substituted?
        /// So much passed from one payer to another, and the run did nothing else.
        let assigned: Replay.Assigned?
        /// Whose documents began with which month, later than the earliest open one.
        let coming: [Replay.Coming]
    }

    func check() throws {
        let last = try walk()
        for table in FactsCheck.tables { try hold(table.name, table.keys, against: last) }
    }

    /// The last body of each subject that is a row.
    private func walk() throws -> [String: [Cell: String]] {
        var last: [String: [Cell: String]] = [:]
        var chain = ""
        var hash: [UInt8] = []
        var sequence: Int64 = 0
        try records.forEachRow(
            of: "facts", ["chain", "sequence", "subject", "body", "hash"], where: [:],
            by: ["chain", "sequence"]
        ) { cells in
            findings.read()
            let name = cells[0].text ?? ""
            if !name.utf8.elementsEqual(chain.utf8) { (chain, hash, sequence) = (name, [], 0) }
            sequence += 1
            let key = "\(name) \(cells[1].shown)"
            if cells[1] != .integer(sequence) {
                findings.add("facts", key, found: cells[1].shown, expected: "sequence \(sequence)")
                sequence = cells[1].integer ?? sequence
            }
            let text = "\(name)\n\(sequence)\n\(cells[2].text ?? "")\n\(cells[3].text ?? "")"
            let expected = digest.sha256(hash + Array(text.utf8))
            if cells[4] != .bytes(expected) {
                findings.add("facts", "\(key) hash", found: cells[4].shown, expected: Hex.text(expected))
            }
            hash = cells[4].bytes ?? []
            guard !chain.hasPrefix("runs/"), let subject = cells[2].text, let body = cells[3].text else {
                return
            }
            let table = String(subject.prefix { $0 != "\t" })
            last[table, default: [:]][.text(subject)] = body
        }
        return last
    }

    private func hold(
        _ table: String, _ keys: [String], against last: [String: [Cell: String]]
    ) throws {
        // A row whose last fact says that it is gone is one that was not witnessed.
        var open = (last[table] ?? [:]).filter { !$0.value.hasPrefix("gone\ti") }
        let names = try records.columns(of: table)
        let places = keys.compactMap { names.firstIndex(of: $0) }
        try records.forEachRow(of: table, names, where: [:], by: keys) { cells in
            findings.read()
            let key = places.map { cells[$0] }
            let subject = ([table] + key.map(word)).joined(separator: "\t")
            guard let body = open.removeValue(forKey: .text(subject)) else {
                findings.add(
                    table, Findings.words(key), found: "a row", expected: "no row: none was witnessed")
                return
            }
            var witnessed: [String: String] = [:]
            for (column, word) in FactBody.lines(body) { witnessed[String(column)] = String(word) }
            for (index, name) in names.enumerated() {
                guard let expected = witnessed[name] else { continue }
                let found = word(cells[index])
                guard !found.utf8.elementsEqual(expected.utf8) else { continue }
                findings.add(
                    table, "\(Findings.words(key)) \(name)", found: cells[index].shown,
                    expected: String(expected.dropFirst()))
            }
        }
        for subject in open.keys.compactMap(\.text).sorted() {
            findings.add(
                table,
                subject.split(separator: "\t").dropFirst().map { String($0.dropFirst()) }
                    .joined(separator: " "), found: "no row", expected: "the row that was witnessed")
        }
        if table == "bank_statements" { try contents(of: table, "digest") }
        if table == "attachments" { try contents(of: table, "sha256") }
    }

    /// A file is named by the digest of its bytes.
    private func contents(of table: String, _ name: String) throws {
        try records.forEachRow(of: table, [name, "content"], where: [:], by: [name]) {
            let expected = digest.sha256($0[1].bytes ?? [])
            if $0[0] != .bytes(expected) {
                findings.add(
                    table, "\($0[0].shown) content", found: Hex.text(expected),
                    expected: $0[0].shown)
            }
        }
    }

    private func word(_ cell: Cell) -> String {
        switch cell {
        case .null: return "n"
        case .integer(let value): return "i\(value)"
        case .text(let text):
            var word = "t"
            for scalar in text.unicodeScalars {
                switch scalar {
                case "\\": word += "\\\\"
                case "\n": word += "\\n"
                case "\t": word += "\\t"
                default: word.unicodeScalars.append(scalar)
                }
            }
            return word
        case .bytes(let bytes):
            return bytes.count > 64 ? "d" + Hex.text(digest.sha256(bytes)) : "b" + Hex.text(bytes)
        }
    }

    /// A project's runs in their order; nil where the chain does not read as runs 1…N.
    static func runs(of pid: String, _ records: any Records) throws -> [Run]? {
        var runs: [Run] = []
        var isSound = true
        try records.forEachRow(
            of: "facts", ["sequence", "subject", "body"], where: ["chain": .text("runs/\(pid)")],
            by: ["sequence"]
        ) { cells in
            var numbers: [String: Int64] = [:]
            var credits: [String] = []
            var returned: [String] = []
            var (debts, payment, transfer) = ("", "", "")
            var (assignor, assignee, payer) = ("", "", "")
            var coming: [Replay.Coming] = []
            var last: Int32?
            for (column, word) in FactBody.lines(cells[2].text ?? "") {
                switch column {
                case "credit": credits.append(FactBody.text(word))
                case "returned": returned.append(FactBody.text(word))
                case "payment": payment = FactBody.text(word)
                case "transfer": transfer = FactBody.text(word)
                case "debts": debts = FactBody.text(word)
                case "assignor": assignor = FactBody.text(word)
                case "assignee": assignee = FactBody.text(word)
                case "coming": payer = FactBody.text(word)
                case "last": last = FactBody.integer(word).flatMap(Int32.init(exactly:))
                case "begins":
                    guard let month = FactBody.integer(word).flatMap(Int32.init(exactly:)) else { break }
                    coming.append((payer, last, month))
                    last = nil
                default: numbers[String(column)] = FactBody.integer(word)
                }
            }
            let number = Int64(runs.count + 1)
            guard cells[0] == .integer(number), cells[1] == .text("run\ti\(number)"),
                let arrival = numbers["arrival"], let until = numbers["until"],
                runs.last.map({ $0.arrival <= arrival && $0.until <= until }) ?? true
            else {
                isSound = false
                return
            }
            runs.append(
                Run(
                    number: number, arrival: arrival, until: until, open: numbers["open"],
                    debtsByService: debts == "service", credits: credits, returned: returned,
                    substituted: numbers["substituted"].map { (payment, transfer, $0) },
                    assigned: numbers["assigned"].map { (assignor, assignee, $0) }, coming: coming))
        }
        return isSound ? runs : nil
    }
}

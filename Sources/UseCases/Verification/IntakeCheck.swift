import Basics

/// Events against their identities: as many, the same bodies, arrivals without a gap.
struct IntakeCheck {
    let records: any Records
    let digest: Digest
    let findings: Findings

    static let columns = [
        "project", "arrival", "id", "source", "type", "resource", "sku", "quantity", "started_at",
        "ended_at", "labels",
    ]

    /// The last arrival of each project, and the projects whose events cannot be trusted.
    func check(progress: (Int) -> Void) throws -> (arrivals: [String: Int64], damaged: Set<String>) {
        var arrivals: [String: Int64] = [:]
        var damaged: Set<String> = []
        var events: UInt64 = 0
        var project = ""
        var arrival: Int64 = 0
        var count = 0
        try records.forEachRow(
            of: "usage_events", IntakeCheck.columns, where: [:], by: ["project", "arrival"]
        ) { cells in
            count += 1
            if count % 50_000 == 0 { progress(count) }
            let pid = cells[0].text ?? ""
            if !pid.utf8.elementsEqual(project.utf8) { (project, arrival) = (pid, 0) }
            arrival += 1
            if cells[1] != .integer(arrival) {
                findings.add(
                    "usage_events", "\(pid) \(cells[1].shown)", found: "arrival \(cells[1].shown)",
                    expected: "arrival \(arrival)")
                damaged.insert(pid)
                arrival = cells[1].integer ?? arrival
            }
            arrivals[pid] = arrival
            events &+= mark(identity(cells), pid, body(cells))
        }
        findings.read(count)
        var identities: UInt64 = 0
        var known = 0
        try records.forEachRow(
            of: "usage_identities", ["identity", "project", "body"], where: [:], by: []
        ) { cells in
            known += 1
            identities &+= mark(cells[0].bytes ?? [], cells[1].text ?? "", cells[2].bytes ?? [])
        }
        findings.read(known)
        if known != count || identities != events { try search(&damaged) }
        return (arrivals, damaged)
    }

    /// Sums of such marks are equal only where the same rows stand on both sides.
    private func mark(_ identity: [UInt8], _ project: String, _ body: [UInt8]) -> UInt64 {
        digest.short(identity + Array(project.utf8) + body).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    private func identity(_ cells: [Cell]) -> [UInt8] {
        digest.identity(cells[2].text ?? "", cells[3].text ?? "")
    }

    private func body(_ cells: [Cell]) -> [UInt8] {
        var fields: [String?] = [
            cells[4].text, cells[0].text, cells[5].text, cells[6].text, cells[7].integer.map { String($0) },
            cells[8].integer.map { String($0) }, cells[9].integer.map { String($0) },
        ]
        if let labels = cells[10].text, !labels.isEmpty {
            for line in labels.split(separator: "\n", omittingEmptySubsequences: false) {
                let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                fields.append(plain(parts[0]))
                fields.append(parts.count > 1 ? plain(parts[1]) : "")
            }
        }
        return digest.short(Canon.of(fields))
    }

    private func plain(_ text: Substring) -> String {
        text.replacing("%0A", with: "\n").replacing("%3D", with: "=").replacing("%25", with: "%").description
    }

    /// Something differs: says which event, or which identity has none.
    private func search(_ damaged: inout Set<String>) throws {
        var open: [[UInt8]: (project: String, body: [UInt8])] = [:]
        try records.forEachRow(
            of: "usage_identities", ["identity", "project", "body"], where: [:], by: []
        ) { open[$0[0].bytes ?? []] = ($0[1].text ?? "", $0[2].bytes ?? []) }
        try records.forEachRow(
            of: "usage_events", IntakeCheck.columns, where: [:], by: ["project", "arrival"]
        ) { cells in
            let pid = cells[0].text ?? ""
            let key = "\(pid) \(cells[1].shown)"
            guard let known = open.removeValue(forKey: identity(cells)) else {
                damaged.insert(pid)
                findings.add(
                    "usage_events", key, found: "event \(cells[2].shown) of \(cells[3].shown)",
                    expected: "an event whose identity was taken")
                return
            }
            if known.project != pid || known.body != body(cells) {
                damaged.formUnion([pid, known.project])
                findings.add(
                    "usage_events", key, found: "\(pid) body \(Hex.text(body(cells)))",
                    expected: "\(known.project) body \(Hex.text(known.body))")
            }
        }
        for (identity, left) in open.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            damaged.insert(left.project)
            findings.add(
                "usage_identities", Hex.text(identity), found: "no event",
                expected: "an event of \(left.project) with body \(Hex.text(left.body))")
        }
    }
}

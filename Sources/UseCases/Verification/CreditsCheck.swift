import Basics

/// Credits against the digests they were taken with.
struct CreditsCheck {
    let records: any Records
    let digest: Digest
    let findings: Findings

    static let columns = [
        "id", "project", "means", "amount", "at", "bonus_type", "expires_at", "payer", "document",
        "document_day", "first6", "last4", "scheme", "issuer_country", "from_suspense", "digest",
    ]

    /// All credits by project, and the projects whose credits cannot be trusted. `released` are those of
    /// bank lines that staff took from suspense, `suppliers` those of lines that came to a supplier's account.
    func check(
        released: Set<CreditID>, suppliers: Set<CreditID>
    ) throws -> (credits: [String: [ReplayCredit]], damaged: Set<String>) {
        var credits: [String: [ReplayCredit]] = [:]
        var damaged: Set<String> = []
        var open = released
        var identities = try identities()
        try records.forEachRow(of: "credits", CreditsCheck.columns, where: [:], by: ["project", "id"]) {
            cells in
            findings.read()
            let id = cells[0].shown
            let project = cells[1].shown
            let identity = identities.removeValue(forKey: cells[0])
            let expected = digest.sha256(Canon.of(fields(cells)))
            if cells[15] != .bytes(expected) {
                findings.add("credits", "\(id) digest", found: cells[15].shown, expected: Hex.text(expected))
                damaged.insert(project)
                return
            }
            if identity != Identity(project: cells[1], digest: cells[15]) {
                findings.add(
                    "credit_identities", id, found: "not that of the credit", expected: "\(project)'s")
            }
            let isReleased = open.remove(CreditID(id)) != nil
            if cells[14] != .integer(isReleased ? 1 : 0) {
                findings.add(
                    "credits", "\(id) from_suspense", found: cells[14].shown, expected: isReleased ? "1" : "0"
                )
                damaged.insert(project)
            }
            credits[project, default: []].append(
                CreditsCheck.credit(
                    cells, fromSuspense: isReleased, isSuppliers: suppliers.contains(CreditID(id))))
        }
        for id in open.sorted() {
            findings.add("credits", id.text, found: "no row", expected: "the credit staff released for it")
        }
        for id in identities.keys.map(\.shown).sorted(by: { $0.precedesBytewise($1) }) {
            findings.add("credits", id, found: "no row", expected: "the credit known by this id")
        }
        return (credits, damaged)
    }

    private struct Identity: Equatable {
        let project: Cell
        let digest: Cell
    }

    /// What says that an id has been taken, whosever it was.
    private func identities() throws -> [Cell: Identity] {
        var identities: [Cell: Identity] = [:]
        try records.forEachRow(
            of: "credit_identities", ["id", "project", "digest"], where: [:], by: []
        ) { cells in
            findings.read()
            identities[cells[0]] = Identity(project: cells[1], digest: cells[2])
        }
        return identities
    }

    /// All credits by project as they stand, for who only wants to know what they paid, not how it is booked.
    static func all(_ records: any Records) throws -> [String: [ReplayCredit]] {
        var credits: [String: [ReplayCredit]] = [:]
        try records.forEachRow(of: "credits", columns, where: [:], by: ["project", "id"]) { cells in
            credits[cells[1].shown, default: []].append(
                credit(cells, fromSuspense: cells[14] == .integer(1), isSuppliers: false))
        }
        return credits
    }

    private static func credit(
        _ cells: [Cell], fromSuspense: Bool, isSuppliers: Bool
    ) -> ReplayCredit {
        ReplayCredit(
            id: cells[0].shown, means: cells[2].shown, payer: cells[7].text, document: cells[8].text,
            documentDay: cells[9].integer.flatMap(Int32.init(exactly:)), amount: cells[3].integer ?? 0,
            at: cells[4].integer ?? 0, bonusType: cells[5].text, expires: cells[6].integer,
            fromSuspense: fromSuspense, isSuppliers: isSuppliers)
    }

    private func fields(_ cells: [Cell]) -> [String?] {
        var fields: [String?] = [
            cells[0].text, cells[1].text, cells[3].integer.map { String($0) },
            cells[4].integer.map { String($0) },
        ]
        let means = cells[2].text
        fields.append(means)
        // What a kind of credit does not have must be empty, or it would say more than was taken.
        var allowed: Set<Int> = []
        switch means {
        case "bonus":
            fields += [cells[5].text, cells[6].integer.map { String($0) }]
            allowed = [5, 6]
        case "bank":
            let day = cells[9].integer.flatMap(Int32.init(exactly:)).flatMap(CreditsCheck.date)
            fields += [cells[7].text, cells[8].text, day]
            allowed = [7, 8, 9]
        case "card":
            let card = (10...13).map { cells[$0].text }
            fields += card
            allowed = [10, 11, 12, 13]
        default: break
        }
        for index in 5...13 where !allowed.contains(index) && cells[index] != .null {
            fields.append("unexpected \(index)")
        }
        return fields
    }

    private static func date(_ number: Int32) -> String? {
        abs(number) < 200_000 ? Day(number: number).description : nil
    }
}

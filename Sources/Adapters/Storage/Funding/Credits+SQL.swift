import Basics
import Funding
import UseCases

extension SQLRecords {
    package func creditedProjects(until: Moment) throws -> [PID] {
        try rows(
            "SELECT DISTINCT project FROM pending_credits WHERE at <= ? ORDER BY project",
            [until.microseconds]
        ).map { try $0.pid("project") }
    }

    package func creditDigest(_ id: CreditID) throws -> [UInt8]? {
        try row("SELECT digest FROM credit_identities WHERE id = ?", [id.text])?.bytes("digest")
    }

    package func insert(_ credit: Credit, digest: [UInt8], fromSuspense: Bool) throws {
        var means = "bonus"
        var bonusType: String?
        var expiresAt: Int64?
        var payer: String?
        var document: String?
        var documentDay: Int32?
        var card: Instrument?
        switch credit.kind {
        case .bonus(let type, let expires):
            (bonusType, expiresAt) = (type.text, expires.microseconds)
        case .money(.bank(let taxID, let number, let date)):
            (means, payer, document, documentDay) = ("bank", taxID?.text, number, date.number)
        case .money(.card(let instrument)): (means, card) = ("card", instrument)
        case .money(.sbp): means = "sbp"
        case .money(.wallet): means = "wallet"
        case .money(.mobile): means = "mobile"
        }
        try run(
            "INSERT INTO credit_identities (id, project, digest) VALUES (?, ?, ?)",
            [credit.id.text, credit.project.text, digest])
        try run(
            """
            INSERT INTO credits (id, project, means, amount, at, bonus_type, expires_at, payer, document,
                document_day, first6, last4, scheme, issuer_country, from_suspense, digest)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                credit.id.text, credit.project.text, means, credit.amount, credit.at.microseconds, bonusType,
                expiresAt, payer, document, documentDay, card?.first6, card?.last4, card?.scheme,
                card?.issuerCountry, fromSuspense ? 1 : 0, digest,
            ])
        try run(
            "INSERT INTO pending_credits (project, at, id) VALUES (?, ?, ?)",
            [credit.project.text, credit.at.microseconds, credit.id.text])
    }

    package func pendingCredits(in project: PID, until: Moment) throws -> [PendingCredit] {
        try rows(
            """
            SELECT c.* FROM pending_credits w JOIN credits c ON c.project = w.project AND c.id = w.id
            WHERE w.project = ? AND w.at <= ? ORDER BY w.at, w.id
            """, [project.text, until.microseconds]
        ).map { PendingCredit(credit: try Credit($0), fromSuspense: $0["from_suspense"]) }
    }

    package func latestCredit() throws -> Moment? {
        try number("SELECT MAX(at) FROM credits").map(Moment.init(microseconds:))
    }
}

extension Credit {
    init(_ row: Row) throws {
        let kind: Kind =
            row.text("means") == "bonus"
            ? .bonus(BonusType(row.text("bonus_type")), expires: row.moment("expires_at"))
            : .money(try LotSource(row))
        self.init(
            id: CreditID(row.text("id")), project: try row.pid("project"), amount: row["amount"],
            at: row.moment("at"), kind: kind)
    }
}

extension Row {
    /// Whose the money is, or was when it paid, where it had been assigned.
    var assignee: TaxID? {
        let assignee: String? = self["assignee"]
        return assignee.map(TaxID.init)
    }
}

extension LotSource {
    /// From a row of `credits`.
    init(_ row: Row) throws {
        let means = row.text("means")
        switch means {
        case "bank":
            let payer: String? = row["payer"]
            self = .bank(
                payer: payer.map(TaxID.init), number: row["document"], date: row.day("document_day"))
        case "card":
            let card = Instrument(
                first6: row["first6"], last4: row["last4"], scheme: row["scheme"],
                issuerCountry: row["issuer_country"])
            let isBare = card == Instrument(first6: nil, last4: nil, scheme: nil, issuerCountry: nil)
            self = .card(isBare ? nil : card)
        case "sbp": self = .sbp
        case "wallet": self = .wallet
        case "mobile": self = .mobile
        default: throw StorageProblem.damaged("means \(means)")
        }
    }
}

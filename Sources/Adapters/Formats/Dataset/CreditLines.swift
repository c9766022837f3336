import Basics
package import Funding

/// Reads the credits of a dataset, one JSON object a line: what was paid by card, SBP, wallet or phone,
/// and bonus grants. They happened elsewhere, so no rule on means of payment is applied to them.
package struct CreditLines {
    private var unknown = UnknownFields()

    package init() {}

    package mutating func credit(in line: ArraySlice<UInt8>) throws(DatasetProblem) -> Credit {
        let record = try DatasetRecord(line)
        let id = CreditID(try record.name("id"))
        let kind = try record.text("kind")
        let project = try record.pid("project")
        let amount = try record.amount("amount")
        var known = ["id", "kind", "project", "amount"]
        let (at, source) = try means(kind, record, &known)
        for field in record.fields(besides: known) { unknown.note(field) }
        return Credit(id: id, project: project, amount: amount, at: at, kind: source)
    }

    /// Warnings about unknown fields that came since the last call; each field is named once.
    package mutating func takeWarnings() -> [DatasetProblem] { unknown.take() }

    private mutating func means(
        _ kind: String, _ record: DatasetRecord, _ known: inout [String]
    ) throws(DatasetProblem) -> (Moment, Credit.Kind) {
        if kind == "bonus" {
            known += ["bonusType", "granted", "expires"]
            return try CreditLines.grant(record)
        }
        known += ["at", "instrument"]
        let source: LotSource
        switch kind {
        case "card": source = .card(try instrument(record))
        case "sbp": source = .sbp
        case "wallet": source = .wallet
        case "mobile": source = .mobile
        default: throw .unknownKind(found: DatasetText.shortened(kind))
        }
        return (try record.moment("at"), .money(source))
    }

    private static func grant(_ record: DatasetRecord) throws(DatasetProblem) -> (Moment, Credit.Kind) {
        let granted = try record.moment("granted")
        let expires = try record.moment("expires")
        guard granted < expires else {
            throw .badOrder(earlier: "granted", later: "expires", found: expires.description)
        }
        return (granted, .bonus(BonusType(try record.name("bonusType")), expires: expires))
    }

    private mutating func instrument(_ record: DatasetRecord) throws(DatasetProblem) -> Instrument? {
        guard let card = try record.optionalRecord("instrument") else { return nil }
        for field in card.fields(besides: ["first6", "last4", "scheme", "issuerCountry"]) {
            unknown.note(field)
        }
        return Instrument(
            first6: try CreditLines.part("first6", of: card, count: 6, of: 48...57),
            last4: try CreditLines.part("last4", of: card, count: 4, of: 48...57),
            scheme: try card.optionalName("scheme"),
            issuerCountry: try CreditLines.part("issuerCountry", of: card, count: 2, of: 65...90))
    }

    /// Six digits, four digits, two letters, and no more: a whole card number must never get in.
    private static func part(
        _ name: String, of card: DatasetRecord, count: Int, of bytes: ClosedRange<UInt8>
    ) throws(DatasetProblem) -> String? {
        guard let text = try card.optionalText(name) else { return nil }
        guard text.utf8.count == count, text.utf8.allSatisfy(bytes.contains) else {
            throw .badInstrument(field: card.field(name))
        }
        return text
    }
}

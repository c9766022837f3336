import Basics
package import Counterparties
package import Regions

/// A contract as somebody typed it in.
package struct ContractDraft: Hashable, Codable, Sendable {
    package var type: String?
    package var number: String?
    package var date: String?
    package var from: String?
    package var region: String?
    package var currency: String?
    package var scheme: String?
    package var documents: [String]?
    package var perProject: Bool?
    package var vat: String?
    package var prices: [ContractPriceDraft]?
    /// The last day of its term.
    package var until: String?
    /// Whether the term is followed by another of a year; nil = it ends.
    package var renews: Bool?
    /// Days to pay an invoice in; post-paid alone, as is the limit, a sum in major units.
    package var dueDays: Int?
    package var creditLimit: String?

    package init() {}

    /// The checked contract; nil where it only repeats the public offer. `region` is the account's own,
    /// where the contract names none.
    package func checked(for counterparty: Counterparty, region: Region) throws -> Contract? {
        let region =
            try self.region.map { text in
                guard let known = Region(rawValue: text) else {
                    throw ContractsProblem.unknownWord("region", text)
                }
                return known
            } ?? region
        let scheme = try word("scheme", self.scheme ?? "prepaid", PaymentScheme.init(rawValue:))
        let vat = try self.vat.map { try word("vat", $0, VATTreatment.init(rawValue:)) }
        guard (type ?? "individual") == "individual" else {
            guard type == "offer" || type == "publicOffer" else {
                throw ContractsProblem.unknownWord("type", type ?? "")
            }
            guard scheme == .prepaid else { throw ContractsProblem.postpaidOnOffer }
            let kinds = try kinds
            guard kinds.isEmpty || kinds == [.upd] else { throw ContractsProblem.documentsOnOffer }
            return nil
        }
        guard let number, !number.isEmpty else { throw ContractsProblem.missing("number") }
        let signed = try day("date", date)
        let contract = Contract(
            region: region, number: number, date: signed,
            from: try from.map { try day("from", $0) } ?? signed,
            scheme: scheme, documents: try kinds, perProject: perProject ?? false,
            vat: try ContractRules.vat(said: vat, for: counterparty, in: region),
            prices: try (prices ?? []).map { try $0.checked() }, term: try term,
            currency: try agreed(in: region), dueDays: dueDays, creditLimit: try limit)
        try ContractRules.check(contract, for: counterparty)
        return contract
    }

    private var kinds: Set<DocumentKind> {
        get throws {
            Set(try (documents ?? []).map { try word("documents", $0, DocumentKind.init(rawValue:)) })
        }
    }

    private var term: ContractTerm {
        get throws {
            guard until != nil else { return .open }
            let last = try day("until", until)
            return renews == true ? .renews(last) : .ends(last)
        }
    }

    /// Nil = the region's own.
    private func agreed(in region: Region) throws -> AgreedCurrency? {
        guard let currency, currency != region.profile.currency.rawValue else { return nil }
        guard region.profile.rates != nil else { throw ContractsProblem.currencyOfRegion(region) }
        return try word("currency", currency) { AgreedCurrency($0) }
    }

    private var limit: Int64? {
        get throws {
            try creditLimit.map { text in
                guard let minor = DecimalText.parse(text.utf8, fractionDigits: 2) else {
                    throw ContractsProblem.creditLimit(text)
                }
                return minor
            }
        }
    }

    private func day(_ field: String, _ text: String?) throws -> Day {
        guard let text else { throw ContractsProblem.missing(field) }
        guard let day = Day(text) else { throw ContractsProblem.unknownWord(field, text) }
        return day
    }

    private func word<Word>(_ field: String, _ text: String, _ read: (String) -> Word?) throws -> Word {
        guard let word = read(text) else { throw ContractsProblem.unknownWord(field, text) }
        return word
    }
}

/// A contract's own price as typed in.
package struct ContractPriceDraft: Hashable, Codable, Sendable {
    package var sku: String
    package var price: String
    package var validFrom: String

    package init(sku: String, price: String, validFrom: String) {
        self.sku = sku
        self.price = price
        self.validFrom = validFrom
    }

    func checked() throws -> ContractPrice {
        guard !sku.isEmpty else { throw ContractsProblem.missing("prices.sku") }
        guard let exact = UnitPrice(price) else { throw ContractsProblem.unknownWord("prices.price", price) }
        guard let day = Day(validFrom) else {
            throw ContractsProblem.unknownWord("prices.validFrom", validFrom)
        }
        return ContractPrice(sku: SKU(sku), price: exact, validFrom: day)
    }
}

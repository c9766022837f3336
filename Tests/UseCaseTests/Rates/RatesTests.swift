import Access
import Basics
import Contracts
import Documents
import Regions
import Storage
import Support
import Testing
import UseCases

/// Official rates as staff keep them, on a real database.
@Suite struct RatesTests {
    private let clerk = Viewer.staff(UserID("c"), [.accountant])
    private let author = Author(user: nil, name: "anna@office.example", reason: "сайт банка не отвечает")

    private func rate(_ letters: String, _ price: String, _ day: String, of units: Int64 = 1) throws
        -> OfficialRate
    {
        OfficialRate(
            try #require(AgreedCurrency(letters)), on: try #require(Day(day)),
            try #require(ExchangeRate(units: units, price)))
    }

    private func kept(_ town: Town, after place: RatePlace? = nil, limit: Int = 50, of letters: String? = nil)
        throws -> [String]
    {
        try town.app.rates.rates(
            in: .moscow, of: letters.flatMap { AgreedCurrency($0) }, after: place, limit: limit, for: clerk
        ).map { "\($0.rate.day) \($0.rate.currency) \($0.rate.rate)" }
    }

    @Test func `the same rates again change nothing, and the trail says what came when`() throws {
        let town = try Town(opened: "2026-11-28")
        let rates = [
            try rate("EUR", "98.7654", "2026-11-28"), try rate("JPY", "52.1234", "2026-11-28", of: 100),
        ]
        let first = try town.app.rates.take(rates, in: .moscow, for: clerk, by: author)
        #expect(first.added == 2 && first.known == 0)
        let again = try town.app.rates.take(
            rates + [try rate("USD", "91.5", "2026-11-28")], in: .moscow, for: clerk, by: author)
        #expect(again.added == 1 && again.known == 2)
        #expect(try town.app.rates.take(rates, in: .moscow, for: clerk, by: author).added == 0)
        #expect(
            try kept(town) == [
                "2026-11-28 EUR 1 = 98.7654", "2026-11-28 JPY 100 = 52.1234", "2026-11-28 USD 1 = 91.5000",
            ])
        let trail = try town.app.audit.entries(AuditSearch(object: "rates/moscow"), limit: 10, for: .house)
        #expect(trail.map(\.detail) == ["2026-11-28: 1", "2026-11-28: 2"])
        #expect(trail.allSatisfy { $0.action == .importRates })
        #expect(try town.app.verification.verify().findings.map(\.sentence) == [])
    }

    @Test func `another rate for a day that has one is refused, and nothing of its file is kept`() throws {
        let town = try Town(opened: "2026-11-28")
        try town.rate("EUR", "98.7654", on: "2026-11-28")
        let other = try rate("EUR", "98.7655", "2026-11-28")
        let known = try #require(ExchangeRate(units: 1, "98.7654"))
        #expect(throws: DocumentsProblem.otherRate(other, kept: known)) {
            try town.app.rates.take(
                [try rate("CNY", "12.9", "2026-11-28"), other], in: .moscow, for: clerk, by: author)
        }
        // Ten for ten times as much is the same worth and another rate all the same.
        let tenfold = try rate("EUR", "987.654", "2026-11-28", of: 10)
        #expect(throws: DocumentsProblem.otherRate(tenfold, kept: known)) {
            try town.app.rates.add(tenfold, in: .moscow, for: clerk, by: author)
        }
        #expect(try kept(town) == ["2026-11-28 EUR 1 = 98.7654"])
    }

    @Test func `one rate by hand is kept with who and why`() throws {
        let town = try Town(opened: "2026-11-28")
        try town.app.rates.add(try rate("EUR", "98.7654", "2026-11-28"), in: .moscow, for: clerk, by: author)
        let entry = try #require(
            try town.app.audit.entries(AuditSearch(action: .addRate), limit: 10, for: .house).first)
        #expect(entry.detail == "EUR 2026-11-28: 1 = 98.7654" && entry.reason == author.reason)
        #expect(
            try town.app.rates.rates(in: .moscow, limit: 5, for: clerk).map(\.addedBy)
                == ["anna@office.example"])
    }

    @Test func `a rate is set for tomorrow at most, by Moscow's day`() throws {
        let town = try Town(opened: "2026-11-27")
        // 20:59 UTC is still the 27th in Moscow, 21:00 is the 28th.
        try town.go(to: "2026-11-27T20:59:59Z")
        try town.rate("EUR", "98.7654", on: "2026-11-28")
        #expect(throws: DocumentsProblem.rateAhead(try #require(Day("2026-11-29")))) {
            try town.rate("EUR", "98.7655", on: "2026-11-29")
        }
        try town.go(to: "2026-11-27T21:00:00Z")
        try town.rate("EUR", "98.7655", on: "2026-11-29")
    }

    @Test func `only those who close months keep rates, and Kazakhstan has none`() throws {
        let town = try Town(opened: "2026-11-28")
        let euro = try rate("EUR", "98.7654", "2026-11-28")
        for viewer in [
            Viewer.staff(UserID("s"), [.support]), .staff(UserID("m"), [.salesManager]),
            .customer(UserID("u"), [:]),
        ] {
            #expect(throws: AccessProblem.notAllowed) {
                try town.app.rates.take([euro], in: .moscow, for: viewer, by: author)
            }
            #expect(throws: AccessProblem.notAllowed) {
                try town.app.rates.add(euro, in: .moscow, for: viewer, by: author)
            }
            #expect(throws: AccessProblem.notAllowed) {
                try town.app.rates.rates(in: .moscow, limit: 1, for: viewer)
            }
        }
        #expect(throws: ContractsProblem.currencyOfRegion(.kazakhstan)) {
            try town.app.rates.add(euro, in: .kazakhstan, for: clerk, by: author)
        }
        #expect(RatesDesk.regions == [.moscow])
    }

    @Test func `pages of rates go on where the one before ended`() throws {
        let town = try Town(opened: "2026-11-28")
        for day in ["2026-11-26", "2026-11-27"] {
            for letters in ["USD", "EUR", "CNY"] { try town.rate(letters, "9\(day.suffix(1)).5", on: day) }
        }
        let all = try kept(town)
        var pages: [String] = []
        var place: RatePlace?
        repeat {
            let page = try town.app.rates.rates(in: .moscow, after: place, limit: 4, for: clerk)
            pages += page.map { "\($0.rate.day) \($0.rate.currency) \($0.rate.rate)" }
            place = page.last.map { RatePlace($0) }.flatMap { RatePlace($0.text) }
        } while place != nil
        #expect(pages == all && all.count == 6)
        #expect(try kept(town, of: "CNY").count == 2)
        for text in ["", "2026-11-27", "2026-11-27.XDR", "27.11.2026.EUR"] { #expect(RatePlace(text) == nil) }
    }

    /// The seeds' own case: what a non-resident agreed, asked for by the document department.
    @Test func `an invoice of a contract in euro keeps the sum, the rate and its day`() throws {
        let town = try Town(opened: "2026-11-30")
        try town.completeSuppliers()
        try town.register(Make.kamille())
        let pid = try town.project("mcs0000000008")
        try town.rate("EUR", "95.0000", on: "2026-11-27")
        // Of a Saturday, and on Monday it goes on.
        try town.rate("EUR", "98.7654", on: "2026-11-28")
        try town.rate("USD", "91.0000", on: "2026-11-30")
        let made = try town.app.invoices.makeOnce(
            for: pid, amount: 12_345_67, by: .department, as: author)
        let agreed = try #require(made.content.agreed)
        #expect(try agreed.text == "125.00" && agreed.rate == rate("EUR", "98.7654", "2026-11-28"))
        #expect(made.content.amount == 12_345_67 && made.content.currency == .rub)
        #expect(made.content.payer?.name == "Kamille GmbH" && made.content.basis?.number == "ВК-77/2026")
        // A rate that came later changes nothing of what was made.
        try town.rate("EUR", "99.0000", on: "2026-11-30")
        #expect(try town.app.invoices.made(for: pid).map(\.content) == [made.content])
        try town.go(to: "2026-11-30T12:00:00Z")
        #expect(try town.app.invoices.make(for: pid, amount: 9_900_00).content.agreed?.text == "100.00")
        #expect(try town.app.verification.verify().findings.map(\.sentence) == [])
    }

    @Test func `without the rate of the last working day no invoice is made and no number taken`() throws {
        let town = try Town(opened: "2026-11-29")
        try town.completeSuppliers()
        try town.register(Make.kamille())
        let pid = try town.project("mcs0000000008")
        let missing = DocumentsProblem.rateMissing(
            try #require(AgreedCurrency("EUR")), try #require(Day("2026-11-29")))
        func ask() throws -> Int {
            try town.app.invoices.makeOnce(for: pid, amount: 100_00, by: .department, as: author).content
                .number
        }
        #expect(throws: missing) { try ask() }
        try town.rate("USD", "91.0000", on: "2026-11-28")
        try town.rate("EUR", "95.0000", on: "2026-11-27")
        #expect(throws: missing) { try ask() }
        #expect(
            try town.app.invoices.offer(for: pid, to: .department).refusal as? DocumentsProblem == missing)
        // Tomorrow's is not today's.
        try town.rate("EUR", "99.0000", on: "2026-11-30")
        #expect(throws: missing) { try ask() }
        try town.rate("EUR", "96.0000", on: "2026-11-28")
        #expect(try town.app.invoices.offer(for: pid, to: .department).refusal == nil)
        #expect(try ask() == 1)
    }

    @Test func `roubles agreed with a non-resident ask for no rate`() throws {
        let town = try Town(opened: "2026-11-28")
        try town.completeSuppliers()
        for (number, currency) in [nil, "RUB"].enumerated() {
            var draft = Make.kamille(currency: currency, pid: "mcs000000002\(number)")
            draft.account = "kamille-\(number)"
            try town.register(draft)
            let pid = try town.project("mcs000000002\(number)")
            #expect(try town.app.invoices.make(for: pid, amount: 100_00).content.agreed == nil)
        }
    }
}

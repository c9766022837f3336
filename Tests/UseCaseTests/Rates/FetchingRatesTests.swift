import Access
import Basics
import Contracts
import Documents
import Formats
import Gateways
import Regions
import Support
import Testing
import UseCases

/// The program asks the Bank of Russia by itself: its stand-in keeps the bank's ways, over a real socket and database.
@Suite struct FetchingRatesTests {
    /// 2026-11-28 is a Saturday, whose rates were set on Friday; Monday sets Tuesday's.
    private static let days = [
        "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20", "2026-11-21", "2026-11-24", "2026-11-25",
        "2026-11-26", "2026-11-27", "2026-11-28",
    ]

    private struct Bank {
        let town: Town
        let standIn: BankOfRussiaStandIn

        init(_ days: [String] = FetchingRatesTests.days, opened: String = "2026-11-28") throws {
            standIn = try BankOfRussiaStandIn(files: try days.map { try FetchingRatesTests.file($0) })
            let outgoing = Outgoing(connectMilliseconds: 2000, wholeMilliseconds: 500)
            town = try Town(
                opened: opened,
                rateSource: BankOfRussia(address: standIn.address, outgoing: outgoing).source)
        }

        func fetch() throws -> RatesDesk.Fetched {
            try town.app.rates.fetch(in: .moscow, for: .staff(UserID("c"), [.accountant]))
        }

        func kept(of letters: String) throws -> [String] {
            try town.app.rates.rates(
                in: .moscow, of: AgreedCurrency(letters), limit: 50, for: .staff(UserID("c"), [.accountant])
            ).map { "\($0.rate.day)" }
        }
    }

    /// As the bank writes it; the price tells the day.
    private static func file(_ day: String, _ letters: [String] = ["EUR", "USD"]) throws -> [UInt8] {
        let parts = day.split(separator: "-")
        let valutes = letters.map { letters in
            "<Valute ID=\"R\"><NumCode>1</NumCode><CharCode>\(letters)</CharCode><Nominal>1</Nominal>"
                + "<Name>Евро</Name><Value>98,\(parts[1])\(parts[2])</Value><VunitRate>1</VunitRate></Valute>"
        }
        return try CodePage.windows1251.encode(
            "<?xml version=\"1.0\" encoding=\"windows-1251\"?><ValCurs Date=\"\(parts[2]).\(parts[1]).\(parts[0])\" "
                + "name=\"Foreign Currency Market\">\(valutes.joined())</ValCurs>")
    }

    @Test func `the rates of two weeks come by themselves, each day's once, and only of days that have any`()
        throws
    {
        let bank = try Bank()
        defer { bank.standIn.stop() }
        let fetched = try bank.fetch()
        #expect(fetched.added == 20 && fetched.unset.isEmpty && fetched.differing.isEmpty)
        #expect(bank.standIn.asked == Self.days)
        #expect(try bank.kept(of: "EUR") == Self.days.reversed())
        let first = try #require(
            try bank.town.app.rates.rates(in: .moscow, limit: 1, for: .house).first)
        #expect(first.addedBy == "cbr.ru" && first.rate.rate.price == "98.1128")
        // All is there: the bank is left alone.
        #expect(try bank.fetch().added == 0)
        #expect(bank.standIn.asked.count == 10)
        let trail = try bank.town.app.audit.entries(
            AuditSearch(object: "rates/moscow"), limit: 20, for: .house)
        #expect(trail.count == 10 && trail.allSatisfy { $0.who == "cbr.ru" && $0.action == .importRates })
        #expect(try bank.town.app.verification.verify().findings.map(\.sentence) == [])
    }

    @Test func `what the bank has not set yet is asked for again until it has`() throws {
        let bank = try Bank(opened: "2026-11-30")
        defer { bank.standIn.stop() }
        // Monday morning: of Tuesday there is Saturday's file still.
        #expect(try bank.fetch().unset == [try #require(Day("2026-12-01"))])
        try bank.standIn.publish(try Self.file("2026-12-01"))
        bank.standIn.fail(.late)
        #expect(try bank.fetch().unset.count == 1)
        bank.standIn.fail(nil)
        let fetched = try bank.fetch()
        #expect(fetched.added == 2 && fetched.unset.isEmpty)
        #expect(try bank.kept(of: "USD").first == "2026-12-01")
    }

    @Test func `a rate typed in before stays, the bank's other one is told once, and the day's others come`()
        throws
    {
        let bank = try Bank()
        defer { bank.standIn.stop() }
        try bank.town.rate("EUR", "99.0000", on: "2026-11-27")
        let fetched = try bank.fetch()
        #expect(fetched.added == 19)
        #expect(
            fetched.differing.map { "\($0.official.day) \($0.official.rate.price) \($0.kept.price)" } == [
                "2026-11-27 98.1127 99.0000"
            ])
        #expect(try bank.fetch().differing.isEmpty)
    }

    @Test(arguments: [
        (BankOfRussiaStandIn.Fault.silent, "documents.rates-unavailable"),
        (.broken, "documents.rates-unavailable"),
        (.page, "documents.rates-unreadable"), (.garbage, "documents.rates-unreadable"),
    ])
    func `a bank that fails says so, loses nothing, and is asked again`(
        fault: BankOfRussiaStandIn.Fault, code: String
    ) throws {
        let bank = try Bank()
        defer { bank.standIn.stop() }
        bank.standIn.fail(fault)
        let problem = try bank.fetch().failed
        #expect(problem?.code == code && problem?.kind == .unavailable)
        // Nobody there: it is not asked ten times over.
        #expect(bank.standIn.asked.count == (code == "documents.rates-unavailable" ? 1 : 10))
        #expect(try bank.kept(of: "EUR").isEmpty)
        bank.standIn.fail(nil)
        #expect(try bank.fetch().added == 20)
    }

    @Test func `one day that cannot be read keeps no other away, and what came is told all the same`() throws
    {
        let bank = try Bank()
        defer { bank.standIn.stop() }
        try bank.town.rate("EUR", "99.0000", on: "2026-11-18")
        bank.standIn.spoil(Day("2026-11-19"))
        let fetched = try bank.fetch()
        #expect(fetched.failed == .ratesUnreadable(try #require(Day("2026-11-19"))))
        #expect(fetched.added == 17 && fetched.differing.count == 1)
        bank.standIn.spoil(nil)
        let again = try bank.fetch()
        #expect(again.failed == nil && again.added == 2)
    }

    @Test func `without a bank to ask, and for who may not, it is refused`() throws {
        let town = try Town(opened: "2026-11-28")
        #expect(throws: DocumentsProblem.noRateSource) { try town.app.rates.fetch(in: .moscow, for: .house) }
        #expect(throws: ContractsProblem.currencyOfRegion(.kazakhstan)) {
            try town.app.rates.fetch(in: .kazakhstan, for: .house)
        }
        #expect(throws: AccessProblem.notAllowed) {
            try town.app.rates.fetch(in: .moscow, for: .staff(UserID("s"), [.support]))
        }
    }
}

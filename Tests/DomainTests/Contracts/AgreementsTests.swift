import Basics
import Contracts
import Regions
import Testing

/// What was agreed, asked by day.
struct AgreementsTests {
    private func scheme(_ agreements: Agreements, _ day: String, _ region: Region = .moscow) -> PaymentScheme
    {
        agreements.scheme(on: The.day(day), in: region)
    }

    @Test func `without a contract the offer rules, in advance and with VAT`() {
        let offer = MakeContract.agreements()
        #expect(offer.contract(on: The.day("2026-01-01"), in: .moscow) == nil)
        #expect(scheme(offer, "2026-01-01") == .prepaid)
        #expect(offer.vat(on: The.day("2026-01-01"), in: .moscow, isResident: true) == .charged)
        #expect(offer.ownPrice(of: SKU("vm"), on: The.day("2026-01-01"), in: .moscow) == nil)
        #expect(offer.schemeSwitches(in: .moscow) == [])
    }

    @Test func `a version holds from its day until the next begins`() {
        let second = MakeContract.version(from: "2026-03-15", number: "2")
        let first = MakeContract.version(from: "2026-01-15", number: "1")
        let agreements = MakeContract.agreements([second, first])
        #expect(agreements.contracts == [first, second])
        #expect(agreements.contract(on: The.day("2026-01-14"), in: .moscow) == nil)
        #expect(agreements.contract(on: The.day("2026-01-15"), in: .moscow) == first)
        #expect(agreements.contract(on: The.day("2026-03-14"), in: .moscow) == first)
        #expect(agreements.contract(on: The.day("2026-03-15"), in: .moscow) == second)
        #expect(agreements.contract(on: The.day("2199-12-31"), in: .moscow) == second)
    }

    @Test func `a contract of one region leaves the other on its offer`() {
        let agreements = MakeContract.agreements([
            MakeContract.version(
                from: "2025-01-01", scheme: .postpaid, vat: .none,
                prices: [MakeContract.price("vm", "1", from: "2025-01-01")])
        ])
        let day = The.day("2026-01-01")
        #expect(agreements.scheme(on: day, in: .moscow) == .postpaid)
        #expect(agreements.vat(on: day, in: .moscow, isResident: true) == .none)
        #expect(agreements.contract(on: day, in: .kazakhstan) == nil)
        #expect(agreements.scheme(on: day, in: .kazakhstan) == .prepaid)
        #expect(agreements.vat(on: day, in: .kazakhstan, isResident: true) == .charged)
        #expect(agreements.ownPrice(of: SKU("vm"), on: day, in: .kazakhstan) == nil)
        #expect(agreements.schemeSwitches(in: .kazakhstan) == [])
    }

    @Test func `a switch inside a month counts from the next month on`() {
        let agreements = MakeContract.agreements([
            MakeContract.version(from: "2026-03-15", scheme: .postpaid)
        ])
        #expect(scheme(agreements, "2026-03-14") == .prepaid)
        #expect(scheme(agreements, "2026-03-15") == .prepaid)
        #expect(scheme(agreements, "2026-03-31") == .prepaid)
        #expect(scheme(agreements, "2026-04-01") == .postpaid)
        #expect(agreements.schemeSwitches(in: .moscow) == [The.day("2026-04-01")])
    }

    @Test func `a switch on the first day of a month counts at once`() {
        let agreements = MakeContract.agreements([
            MakeContract.version(from: "2026-03-01", scheme: .postpaid),
            MakeContract.version(from: "2026-06-01"),
        ])
        #expect(scheme(agreements, "2026-02-28") == .prepaid)
        #expect(scheme(agreements, "2026-03-01") == .postpaid)
        #expect(scheme(agreements, "2026-05-31") == .postpaid)
        #expect(scheme(agreements, "2026-06-01") == .prepaid)
        #expect(agreements.schemeSwitches(in: .moscow) == [The.day("2026-03-01"), The.day("2026-06-01")])
    }

    @Test func `a contract that was there at registration switches nothing`() {
        let agreements = MakeContract.agreements(
            [MakeContract.version(from: "2026-03-15", scheme: .postpaid)], registered: "2026-03-15T09:00:00Z")
        #expect(scheme(agreements, "2026-03-15") == .postpaid)
        let dayAfter = MakeContract.agreements(
            [MakeContract.version(from: "2026-03-16", scheme: .postpaid)], registered: "2026-03-15T20:59:59Z")
        #expect(scheme(dayAfter, "2026-03-16") == .prepaid)
        // 21:00 UTC is the next day in Moscow already.
        let atMidnight = MakeContract.agreements(
            [MakeContract.version(from: "2026-03-16", scheme: .postpaid)], registered: "2026-03-15T21:00:00Z")
        #expect(scheme(atMidnight, "2026-03-16") == .postpaid)
    }

    @Test func `a contract that has ended leaves the offer, in advance from the next month on`() {
        let agreements = MakeContract.agreements([
            MakeContract.version(
                from: "2026-03-01", scheme: .postpaid, vat: .none,
                prices: [MakeContract.price("vm", "1", from: "2026-03-01")],
                term: .ends(The.day("2026-06-14")))
        ])
        #expect(agreements.contract(on: The.day("2026-06-14"), in: .moscow) != nil)
        #expect(agreements.contract(on: The.day("2026-06-15"), in: .moscow) == nil)
        #expect(agreements.ownPrice(of: SKU("vm"), on: The.day("2026-06-15"), in: .moscow) == nil)
        #expect(agreements.vat(on: The.day("2026-06-15"), in: .moscow, isResident: true) == .charged)
        #expect(scheme(agreements, "2026-06-30") == .postpaid && scheme(agreements, "2026-07-01") == .prepaid)
        #expect(agreements.schemeSwitches(in: .moscow) == [The.day("2026-03-01"), The.day("2026-07-01")])
    }

    @Test func `a contract that renews goes on, and one that follows another leaves no gap`() {
        let renewed = MakeContract.agreements([
            MakeContract.version(from: "2026-03-01", scheme: .postpaid, term: .renews(The.day("2027-02-28")))
        ])
        #expect(scheme(renewed, "2030-01-01") == .postpaid)
        let following = MakeContract.agreements([
            MakeContract.version(
                from: "2026-03-01", scheme: .postpaid, number: "1", term: .ends(The.day("2026-06-14"))),
            MakeContract.version(from: "2026-06-15", scheme: .postpaid, number: "2"),
        ])
        #expect(following.schemeSwitches(in: .moscow) == [The.day("2026-03-01")])
        #expect(following.contract(on: The.day("2026-06-15"), in: .moscow)?.number == "2")
    }

    @Test func `two changes inside one month come down to the last of them`() {
        let agreements = MakeContract.agreements([
            MakeContract.version(from: "2026-03-10", scheme: .postpaid),
            MakeContract.version(from: "2026-03-20"),
        ])
        #expect(scheme(agreements, "2026-04-01") == .prepaid)
        #expect(agreements.schemeSwitches(in: .moscow) == [])
    }

    @Test func `a version of the same scheme is no switch`() {
        let agreements = MakeContract.agreements([
            MakeContract.version(from: "2026-02-01", scheme: .postpaid),
            MakeContract.version(from: "2026-04-15", scheme: .postpaid),
        ])
        #expect(agreements.schemeSwitches(in: .moscow) == [The.day("2026-02-01")])
    }

    @Test func `a switch over New Year counts from January`() {
        let agreements = MakeContract.agreements([
            MakeContract.version(from: "2025-12-31", scheme: .postpaid)
        ])
        #expect(agreements.schemeSwitches(in: .moscow) == [The.day("2026-01-01")])
    }

    @Test func `a contract that begins in the calendar's last month is answered for`() async {
        await #expect(processExitsWith: .success) {
            let agreements = MakeContract.agreements([
                MakeContract.version(from: "2199-12-15", scheme: .postpaid)
            ])
            #expect(agreements.scheme(on: The.day("2026-01-01"), in: .moscow) == .prepaid)
        }
    }
}

struct OwnPriceTests {
    private func price(_ contracts: [Contract], _ day: String) -> UnitPrice? {
        MakeContract.agreements(contracts).ownPrice(of: SKU("vm"), on: The.day(day), in: .moscow)
    }

    @Test func `an own price counts from its day`() {
        let contract = MakeContract.version(
            from: "2026-01-01", prices: [MakeContract.price("vm", "5", from: "2026-02-10")])
        #expect(price([contract], "2026-02-09") == nil)
        #expect(price([contract], "2026-02-10") == The.price("5"))
    }

    @Test func `an own price never counts before the contract's date`() {
        let contract = MakeContract.version(
            from: "2026-01-01", date: "2026-02-10",
            prices: [MakeContract.price("vm", "5", from: "2025-01-01")])
        #expect(price([contract], "2026-02-09") == nil)
        #expect(price([contract], "2026-02-10") == The.price("5"))
    }

    @Test func `an own price never counts before the version begins`() {
        let contract = MakeContract.version(
            from: "2026-03-01", date: "2026-01-10",
            prices: [MakeContract.price("vm", "5", from: "2026-01-01")])
        #expect(price([contract], "2026-02-28") == nil)
        #expect(price([contract], "2026-03-01") == The.price("5"))
    }

    @Test func `the latest own price rules`() {
        let contract = MakeContract.version(
            from: "2026-01-01", date: "2026-02-10",
            prices: [
                MakeContract.price("vm", "7", from: "2026-05-01"),
                MakeContract.price("vm", "5", from: "2025-01-01"),
                MakeContract.price("vm", "6", from: "2026-01-15"),
                MakeContract.price("disk", "1", from: "2026-06-01"),
            ])
        #expect(price([contract], "2026-02-09") == nil)
        #expect(price([contract], "2026-02-10") == The.price("6"))
        #expect(price([contract], "2026-05-01") == The.price("7"))
        #expect(price([contract], "2026-07-01") == The.price("7"))
    }

    @Test func `a new version takes its own prices with it, and only them`() {
        let first = MakeContract.version(
            from: "2026-01-01", prices: [MakeContract.price("vm", "5", from: "2026-01-01")])
        let second = MakeContract.version(from: "2026-03-15")
        #expect(price([first, second], "2026-03-14") == The.price("5"))
        #expect(price([first, second], "2026-03-15") == nil)
    }

    @Test func `names of SKUs match byte for byte`() {
        let contract = MakeContract.version(
            from: "2026-01-01", prices: [MakeContract.price("e\u{301}", "5", from: "2026-01-01")])
        let agreements = MakeContract.agreements([contract])
        #expect(agreements.ownPrice(of: SKU("\u{E9}"), on: The.day("2026-02-01"), in: .moscow) == nil)
        #expect(agreements.ownPrice(of: SKU("e\u{301}"), on: The.day("2026-02-01"), in: .moscow) != nil)
    }
}

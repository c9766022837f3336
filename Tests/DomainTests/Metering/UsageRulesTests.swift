import Basics
import Contracts
import Metering
import Regions
import Testing

struct UsageRulesTests {
    private let tariff = Tariff([MakeUsage.listing("vm", "1.50", from: "2024-01-01")])

    private func check(
        _ event: UsageEvent, in region: Region = .moscow, now: String = "2026-10-06T00:00:00Z"
    ) throws {
        try UsageRules.check(
            event, zone: region.profile.zone, tariff: tariff, agreements: MakeContract.agreements(),
            region: region, now: The.moment(now))
    }

    @Test func `an event inside one day with a price is taken`() {
        #expect(throws: Never.self) { try check(MakeUsage.event()) }
    }

    @Test func `an event may last from midnight to midnight`() {
        let whole = MakeUsage.event(from: "2026-10-04T21:00:00Z", until: "2026-10-05T21:00:00Z")
        #expect(throws: Never.self) { try check(whole) }
    }

    @Test(arguments: [
        ("2026-10-05T20:59:00Z", "2026-10-05T21:00:00.000001Z"),
        ("2026-10-04T20:59:59Z", "2026-10-04T21:00:01Z"),
        ("2026-10-04T21:00:00Z", "2026-10-06T21:00:00Z"), ("2026-09-05T21:00:00Z", "2026-10-05T21:00:00Z"),
    ])
    func `an event across midnight is refused with its day`(start: String, end: String) {
        let day = Region.moscow.profile.zone.day(of: The.moment(start))
        #expect(throws: MeteringProblem.acrossMidnight("e-1", day)) {
            try check(MakeUsage.event(from: start, until: end))
        }
    }

    @Test func `the day of twenty-five hours takes an event of twenty-five hours`() {
        let long = MakeUsage.event(from: "2024-02-28T18:00:00Z", until: "2024-02-29T19:00:00Z")
        #expect(throws: Never.self) { try check(long, in: .kazakhstan) }
        let longer = MakeUsage.event(from: "2024-02-28T18:00:00Z", until: "2024-02-29T19:00:00.000001Z")
        #expect(throws: MeteringProblem.acrossMidnight("e-1", The.day("2024-02-29"))) {
            try check(longer, in: .kazakhstan)
        }
        let repeated = MakeUsage.event(from: "2024-02-29T17:30:00Z", until: "2024-02-29T18:30:00Z")
        #expect(throws: Never.self) { try check(repeated, in: .kazakhstan) }
    }

    @Test(arguments: ["2026-10-05T10:00:00Z", "2026-10-05T09:59:59.999999Z", "2025-10-05T10:00:00Z"])
    func `an event that ends when it starts, or before, is refused`(end: String) {
        #expect(throws: MeteringProblem.endNotAfterStart("e-1")) { try check(MakeUsage.event(until: end)) }
    }

    @Test func `an event a year ahead of the clock is a clock gone wrong`() {
        let event = MakeUsage.event()
        #expect(throws: Never.self) { try check(event, now: "2025-10-04T11:00:00Z") }
        #expect(throws: MeteringProblem.farFuture("e-1", event.end)) {
            try check(event, now: "2025-10-04T10:59:59.999999Z")
        }
    }

    @Test func `an event of a SKU nobody knows is refused`() {
        #expect(throws: MeteringProblem.unknownSKU("e-1", SKU("gpu"))) { try check(MakeUsage.event("gpu")) }
    }

    @Test func `an event before its first price is refused with the first day`() {
        let early = MakeUsage.event(from: "2023-12-31T20:00:00Z", until: "2023-12-31T21:00:00Z")
        #expect(
            throws: MeteringProblem.noPrice(
                "e-1", SKU("vm"), The.day("2023-12-31"), first: The.day("2024-01-01"))
        ) { try check(early) }
        let first = MakeUsage.event(from: "2023-12-31T21:00:00Z", until: "2023-12-31T22:00:00Z")
        #expect(throws: Never.self) { try check(first) }
    }

    @Test func `problems keep their codes and kinds`() {
        let sku = SKU("vm")
        let day = The.day("2026-10-05")
        let all: [(MeteringProblem, String, ProblemKind)] = [
            (.unknownProject("e", The.project("mcs0000000001")), "unknown-project", .missing),
            (.unknownSKU("e", sku), "unknown-sku", .missing),
            (.noPrice("e", sku, day, first: nil), "no-price", .missing),
            (.endNotAfterStart("e"), "end-not-after-start", .invalid),
            (.acrossMidnight("e", day), "across-midnight", .invalid),
            (.farFuture("e", Moment(microseconds: 0)), "far-future", .invalid),
            (.otherBody(id: "e", source: "s"), "other-body", .conflict),
            (.unknownRegion("x"), "unknown-region", .invalid),
            (.wrongCurrency(sku, .kzt, region: "moscow"), "wrong-currency", .invalid),
            (.otherPrice(sku, day), "other-price", .conflict),
            (.priceInSettledPast(sku, day, settled: day), "price-in-settled-past", .conflict),
            (.costTooLarge(sku, day), "cost-too-large", .invalid),
        ]
        for (problem, code, kind) in all {
            #expect(problem.code == "metering.\(code)")
            #expect(problem.kind == kind)
        }
    }
}

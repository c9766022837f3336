import Basics
import Metering
import Support
import Testing

/// The rounding unit (D2): whatever arrives, a line has posted the rounded sum of its events.
struct DayLineTests {
    private let price = The.price("0.004")

    @Test func `each event posts the difference it makes`() throws {
        var line = MakeUsage.line()
        // 0.004, 0.008, 0.012, 0.016 roubles in all: 1, 1, 1, 2 kopecks.
        #expect(try line.take(MakeUsage.event(), at: price) == 1)
        #expect(try line.take(MakeUsage.event(), at: price) == 0)
        #expect(try line.take(MakeUsage.event(), at: price) == 0)
        #expect(try line.take(MakeUsage.event(), at: price) == 1)
        #expect(line.posted == 2)
        #expect(line.quantity == The.quantity("4"))
        #expect(line.accrued.description == "0.016")
    }

    @Test func `free use costs nothing and is still counted`() throws {
        var line = MakeUsage.line()
        #expect(try line.take(MakeUsage.event(quantity: "10"), at: The.price("0")) == 0)
        #expect(line.quantity == The.quantity("10"))
        #expect(line.posted == 0)
    }

    @Test func `bare metal by the hour ends at the rulebook's sum`() throws {
        var line = MakeUsage.line()
        var posted: Int64 = 0
        for _ in 0..<360 { posted += try line.take(MakeUsage.event(), at: The.price("277.66")) }
        #expect(posted == The.sum("99957.60"))
        #expect(line.posted == posted)
    }

    @Test func `order and batches of events change nothing`() {
        let complaint = forAll(
            seed: 20_240_229, count: 300,
            make: { random in
                (0..<Int.random(in: 1...12, using: &random)).map { index in
                    let quantity = random.edgy(1...1_000_000)
                    let second = Int.random(in: 0...3, using: &random)
                    return MakeUsage.event(
                        quantity: Quantity(thousandths: quantity).description,
                        until: "2026-10-05T11:00:0\(second)Z", id: "e-\(index)",
                        labels: [.init(name: "n", value: "\(index)")])
                }
            }, smaller: shorter,
            check: { events in
                do {
                    let forth = try taken(events)
                    let back = try taken(events.reversed())
                    guard forth.line == back.line else { return "\(forth.line) is not \(back.line)" }
                    guard try Rounding.dayLine(forth.line.accrued) == forth.posted else { return "\(forth)" }
                    return forth.posted == back.posted ? nil : "\(forth.posted) is not \(back.posted)"
                } catch { return "\(error)" }
            })
        #expect(complaint == nil)
    }

    private func taken(_ events: [UsageEvent]) throws -> (line: DayLine, posted: Int64) {
        var line = MakeUsage.line()
        var posted: Int64 = 0
        for event in events { posted += try line.take(event, at: price) }
        return (line, posted)
    }

    @Test func `a line shows the labels of its last event by end, then id`() throws {
        let early = MakeUsage.event(
            until: "2026-10-05T11:00:00Z", id: "z", labels: [.init(name: "host", value: "a")])
        let late = MakeUsage.event(
            until: "2026-10-05T12:00:00Z", id: "a", labels: [.init(name: "host", value: "b")])
        let latest = MakeUsage.event(
            until: "2026-10-05T12:00:00Z", id: "b", labels: [.init(name: "host", value: "c")])
        for events in [[early, late, latest], [latest, late, early], [late, latest, early]] {
            #expect(try taken(events).line.labels.labels == latest.labels)
        }
    }

    @Test func `of events with one end and one id the source decides, in any order of arrival`() throws {
        let one = MakeUsage.event(id: "7", source: "meter/a", labels: [.init(name: "host", value: "a")])
        let other = MakeUsage.event(id: "7", source: "meter/b", labels: [.init(name: "host", value: "b")])
        #expect(try taken([one, other]).line.labels.labels == taken([other, one]).line.labels.labels)
    }

    @Test func `a cost beyond the books is refused and leaves the line as it was`() throws {
        var line = MakeUsage.line()
        _ = try line.take(MakeUsage.event(), at: price)
        let before = line
        let tooLarge = MeteringProblem.costTooLarge(SKU("vm"), The.day("2026-10-05"))
        let huge = UsageEvent(
            id: "huge", source: "meter", type: "cloud.usage.v1", project: The.project("mcs0000000001"),
            resource: ResourceID("vm-1"), sku: SKU("vm"), quantity: Quantity(thousandths: .max),
            start: The.moment("2026-10-05T10:00:00Z"), end: The.moment("2026-10-05T11:00:00Z"), labels: [])
        #expect(throws: tooLarge) { try line.take(huge, at: UnitPrice(millionths: .max)) }
        #expect(throws: tooLarge) { try line.take(huge, at: The.price("0")) }
        #expect(line == before)
    }

    @Test func `lines are ordered by day, resource and SKU`() {
        func key(_ day: String, _ resource: String, _ sku: String) -> DayLineKey {
            DayLineKey(day: The.day(day), resource: ResourceID(resource), sku: SKU(sku))
        }
        let ordered = [
            key("2026-10-04", "z", "z"), key("2026-10-05", "a", "b"), key("2026-10-05", "b", "a"),
            key("2026-10-05", "b", "c"),
        ]
        #expect(ordered.reversed().sorted() == ordered)
    }
}

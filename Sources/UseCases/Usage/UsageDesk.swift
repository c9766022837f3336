import Basics
import Contracts
package import Metering
import Projects
import Regions

/// Takes usage events: durable and known for ever before the answer, rated later.
package struct UsageDesk: Sendable {
    let store: any Store
    let clock: Clock
    let digest: Digest

    /// Takes the batches of several requests in one transaction, so that they share its way to the disk.
    /// Where it fails, each is tried by itself: what is wrong with one spoils no other.
    package func take(together batches: [[UsageEvent]]) -> [Result<[Answer], any Error>] {
        guard batches.count > 1 else { return batches.map { batch in Result { try take(batch) } } }
        guard let answers = try? take(Array(batches.joined())) else {
            // Silence is right: what went wrong is told by the one it belongs to.
            return batches.map { batch in Result { try take(batch) } }
        }
        var rest = answers[...]
        return batches.map { batch in
            defer { rest = rest.dropFirst(batch.count) }
            return .success(Array(rest.prefix(batch.count)))
        }
    }

    /// Takes a batch in one transaction. Each event has its own answer; a refused one spoils no other.
    package func take(_ events: [UsageEvent]) throws -> [Answer] {
        let now = clock.now()
        return try store.transaction { records in
            var context = IntakeContext(records: records, now: now)
            var sound: [IdentifiedEvent] = []
            sound.reserveCapacity(events.count)
            let refusals = try events.map { event -> (any Problem)? in
                do { try context.check(event) } catch let problem as any Problem { return problem }
                sound.append(
                    IdentifiedEvent(
                        event: event, identity: digest.identity(event.id, event.source),
                        body: digest.short(event.body)))
                return nil
            }
            var taken = try records.take(sound).makeIterator()
            return zip(events, refusals).map { event, refusal in
                if let refusal { return .refused(refusal) }
                let answer = taken.next() ?? .accepted
                return answer == .conflict
                    ? .refused(MeteringProblem.otherBody(id: event.id, source: event.source)) : .taken(answer)
            }
        }
    }
}

/// What checking a batch needs, read once per project and region.
private struct IntakeContext {
    let records: any Records
    let now: Moment
    private var projects: [PID: KnownProject] = [:]
    private var tariffs: [Region: Tariff] = [:]

    init(records: any Records, now: Moment) {
        self.records = records
        self.now = now
    }

    mutating func check(_ event: UsageEvent) throws {
        let known = try projects[event.project] ?? read(event)
        let day = try UsageRules.day(of: event, by: &known.days, now: now)
        let price = try known.price(of: event, on: day)
        try UsageRules.check(event, on: day, at: price)
    }

    private mutating func read(_ event: UsageEvent) throws -> KnownProject {
        guard let record = try records.project(event.project),
            let account = try records.account(record.project.account)
        else { throw MeteringProblem.unknownProject(event.id, event.project) }
        let region = record.project.region
        let tariff = try tariffs[region] ?? records.tariff(in: region)
        tariffs[region] = tariff
        let found = KnownProject(region: region, agreements: account.agreements, tariff: tariff)
        projects[event.project] = found
        return found
    }
}

/// What of a project does not change within a batch, and the price each SKU had last.
private final class KnownProject {
    private let region: Region
    private let agreements: Agreements
    private let tariff: Tariff
    private var prices: [SKU: (day: Day, price: UnitPrice)] = [:]
    var days: LastDay

    init(region: Region, agreements: Agreements, tariff: Tariff) {
        self.region = region
        self.agreements = agreements
        self.tariff = tariff
        days = LastDay(region.profile.zone)
    }

    func price(of event: UsageEvent, on day: Day) throws -> UnitPrice {
        if let last = prices[event.sku], last.day == day { return last.price }
        let price = try UsageRules.price(
            of: event, on: day, tariff: tariff, agreements: agreements, region: region)
        prices[event.sku] = (day, price)
        return price
    }
}

extension UsageEvent {
    /// What makes two events of one id the same: all but `time`, quantities as numbers.
    var body: [UInt8] {
        var text = FieldText()
        text.reserve(256)
        text.add(type)
        text.add(project.text)
        text.add(resource.text)
        text.add(sku.text)
        text.add(quantity.thousandths)
        text.add(start.microseconds)
        text.add(end.microseconds)
        for label in labels {
            text.add(label.name)
            text.add(label.value)
        }
        return text.bytes
    }
}

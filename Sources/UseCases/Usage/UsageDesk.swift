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
    private var projects: [PID: (region: Region, agreements: Agreements)] = [:]
    private var tariffs: [Region: Tariff] = [:]

    init(records: any Records, now: Moment) {
        self.records = records
        self.now = now
    }

    mutating func check(_ event: UsageEvent) throws {
        let (region, agreements) = try project(event)
        let tariff: Tariff
        if let known = tariffs[region] {
            tariff = known
        } else {
            tariff = Tariff(try records.listings(in: region))
            tariffs[region] = tariff
        }
        try UsageRules.check(
            event, zone: region.profile.zone, tariff: tariff, agreements: agreements, region: region, now: now
        )
    }

    private mutating func project(_ event: UsageEvent) throws -> (region: Region, agreements: Agreements) {
        if let known = projects[event.project] { return known }
        guard let record = try records.project(event.project),
            let account = try records.account(record.project.account)
        else { throw MeteringProblem.unknownProject(event.id, event.project) }
        let found = (region: record.project.region, agreements: account.agreements)
        projects[event.project] = found
        return found
    }
}

extension UsageEvent {
    /// What makes two events of one id the same: all but `time`, quantities as numbers.
    var body: [UInt8] {
        var text = FieldText()
        text.add(
            type, project.text, resource.text, sku.text, String(quantity.thousandths),
            String(start.microseconds), String(end.microseconds))
        for label in labels { text.add(label.name, label.value) }
        return text.bytes
    }
}

import Basics
import Metering
import Storage
import Support
import Testing
import UseCases

@Suite struct OrderTests {
    @Test func `neither the order of arrival nor the size of batches changes a kopeck`() {
        let complaint = Campaign.worlds(
            seed: 9_000_000, usual: 20, atMidnight: true
        ) { world, random in
            let expected = try settledAndClosed(world, batch: Int.max)
            for batch in [1, 7, Int.max] {
                var mixed = world
                mixed.usage.shuffle(using: &random)
                mixed.credits.shuffle(using: &random)
                mixed.grants.shuffle(using: &random)
                mixed.transfers.shuffle(using: &random)
                let found = try settledAndClosed(mixed, batch: batch)
                if let difference = found.difference(from: expected) {
                    return "batches of \(batch): \(difference)"
                }
            }
            return nil
        }
        #expect(complaint == nil, Comment(rawValue: complaint ?? ""))
    }

    @Test func `settling step by step is settling at once`() {
        let complaint = Campaign.worlds(
            seed: 10_000_000, usual: 30
        ) { world, random in
            let home = try WorldTown(world)
            var rest = world
            let instants = world.usage.map(\.end) + world.credits.map(\.at) + world.transfers.map(\.at)
            let midnights = world.months.flatMap { month in
                Reference.Region.allCases.map { $0.end(of: month) }
            }
            let steps = (0..<6).map { _ in
                random.chance(30) ? random.pick(midnights + [0]) : random.pick(instants + [0])
            }
            for step in steps.sorted() {
                let come = rest.split(until: step)
                try home.take(come)
                try home.settle(until: Moment(microseconds: step))
            }
            try home.take(rest)
            try home.settle()
            try home.close(world.months)
            return try Facts(all: home).difference(from: settledAndClosed(world, batch: Int.max))
        }
        #expect(complaint == nil, Comment(rawValue: complaint ?? ""))
    }

    @Test func `a period rated in pieces is the period rated whole`() {
        let complaint = Campaign.worlds(seed: 11_000_000, usual: 20) { world, random in
            // A piece may end before a time without charges that the whole ends in.
            var world = world
            world.conservations = []
            var pieces = world
            pieces.usage = world.usage.flatMap { usage in
                Self.pieces(of: usage, Int.random(in: 1...5, using: &random), &random)
            }
            return try Self.rated(pieces).difference(from: Self.rated(world))
        }
        #expect(complaint == nil, Comment(rawValue: complaint ?? ""))
    }

    private func settledAndClosed(_ world: Reference.World, batch: Int) throws -> Facts {
        let home = try WorldTown(world)
        try home.takeAll(batch: batch)
        try home.settle()
        try home.close(world.months)
        return try Facts(all: home)
    }

    /// The same quantity over the same time, cut up anywhere.
    private static func pieces(
        of usage: Reference.Usage, _ count: Int, _ random: inout SplitMix64
    ) -> [Reference.Usage] {
        var quantity = Int64((usage.quantity * Reference.Ratio(1000)).numerator)
        let shortest = min(usage.end - usage.start, quantity)
        guard shortest >= Int64(count), count > 1 else { return [usage] }
        let cuts = (1..<count).map { _ in
            Int64.random(in: usage.start + 1...usage.end - 1, using: &random)
        }
        let borders = Set(cuts + [usage.start, usage.end]).sorted()
        return zip(borders, borders.dropFirst()).enumerated().map { place, border in
            var piece = usage
            piece.id = "\(usage.id)/\(place)"
            (piece.start, piece.end) = border
            let isLast = border.1 == usage.end
            // Every piece that is still to come needs a thousandth.
            let most = quantity - Int64(borders.count - 2 - place)
            let part = isLast ? quantity : random.edgy(1...most)
            quantity -= part
            piece.quantity = Reference.Ratio(Int128(part), per: 1000)
            return piece
        }
    }

    private static func rated(_ world: Reference.World) throws -> Facts {
        let home = try WorldTown(world)
        try home.takeAll()
        try home.settle()
        var facts = Facts()
        for pid in home.projects {
            for month in home.months {
                for record in try home.town.app.balances.detail(of: pid, month: month) {
                    let line = record.line
                    facts.add(
                        "\(pid) \(line.key.day) \(line.key.resource) \(line.key.sku) "
                            + "\(line.quantity.thousandths) \(line.accrued.billionths) \(line.posted)")
                }
            }
        }
        return facts
    }
}

extension WorldTown {
    fileprivate func take(_ part: Reference.World) throws {
        try take(part.usage)
        for grant in part.grants { try take(grant) }
        for credit in part.credits { try take(credit) }
        try take(part.transfers)
    }
}

extension Reference.World {
    /// Takes out what has happened by an instant.
    fileprivate mutating func split(until: Reference.Instant) -> Self {
        var come = self
        come.usage.removeAll { $0.end > until }
        come.credits.removeAll { $0.at > until }
        come.transfers.removeAll { $0.at > until }
        come.grants.removeAll { $0.granted > until }
        usage.removeAll { $0.end <= until }
        credits.removeAll { $0.at <= until }
        transfers.removeAll { $0.at <= until }
        grants.removeAll { $0.granted <= until }
        return come
    }
}

/// Makes small nasty histories: two or three months around a boundary that has hurt somebody.
package enum RandomWorld {
    /// `size` is about the number of usage events. With `transfersAtMidnight` bank money comes only at
    /// regional midnights, as a data set's statements bring it.
    package static func make(
        using random: inout SplitMix64, size: Int, transfersAtMidnight: Bool = false
    ) -> Reference.World {
        var maker = WorldMaker(random: random, size: size, transfersAtMidnight: transfersAtMidnight)
        maker.makeAccounts()
        maker.makePrices()
        maker.makeUsage()
        maker.makeConservations()
        maker.makeGrants()
        maker.makeMoney()
        maker.makeExactMoney()
        random = maker.random
        return maker.world
    }
}

struct WorldMaker {
    typealias R = Reference

    var random: SplitMix64
    let size: Int
    let transfersAtMidnight: Bool
    let firstMonth: R.Month
    let lastMonth: R.Month
    /// Days on which something changes; most things are made to happen on them.
    var days: [R.Day]
    var world = R.World()
    /// Ends of charges, to make other things happen at the same instant.
    var instants: [R.Instant] = []
    var transferNumber = 0

    init(random: SplitMix64, size: Int, transfersAtMidnight: Bool) {
        self.random = random
        self.size = size
        self.transfersAtMidnight = transfersAtMidnight
        let starts = ["2025-12", "2025-12", "2024-02", "2026-01", "2026-02", "2026-08", "2023-12"]
        firstMonth = R.month(self.random.pick(starts))
        lastMonth = firstMonth + Int.random(in: 1...2, using: &self.random)
        days = (firstMonth...lastMonth).flatMap { [R.firstDay(of: $0), R.lastDay(of: $0)] }
        days.append(R.firstDay(of: firstMonth) + Int.random(in: 1...25, using: &self.random))
    }

    mutating func someDay() -> R.Day {
        if random.chance(70) { return random.pick(days) }
        return Int.random(in: R.firstDay(of: firstMonth)...R.lastDay(of: lastMonth), using: &random)
    }

    var projects: [R.Project] { world.accounts.flatMap(\.projects) }

    /// Few goods and few resources, and every other event falls into a day line that is there already.
    mutating func makeUsage() {
        let spellings = ["vm-1", "vm-2", "диск-\u{0439}", "диск-\u{0438}\u{0306}"]
        let resources = Array(spellings.shuffled(using: &random).prefix(2))
        let goods = skus.shuffled(using: &random).prefix(Int.random(in: 2...4, using: &random)).map(\.sku)
        let quantities = ["0.001", "0.5", "1", "1", "3", "20", "99.999", "300"]
        for number in 1...max(1, size) {
            var (project, day) = (random.pick(projects), someDay())
            var (resource, sku) = (random.pick(resources), random.pick(goods))
            if random.chance(50), let earlier = world.usage.randomElement(using: &random),
                let same = projects.first(where: { $0.pid == earlier.pid })
            {
                (project, day) = (same, same.region.day(at: earlier.start))
                (resource, sku) = (earlier.resource, earlier.sku)
            }
            let (start, end) = hours(of: day, in: project.region)
            guard start >= project.created else { continue }
            instants.append(end)
            world.usage.append(
                R.Usage(
                    id: "e-\(random.chance(10) ? 1 : number)", source: "meter/\(number % 3)/\(number)",
                    pid: project.pid, resource: resource, sku: sku,
                    quantity: R.Ratio(decimal: random.pick(quantities)), start: start, end: end))
        }
    }

    /// A span inside one regional day; many reach to its last midnight or end when another did.
    private mutating func hours(of day: R.Day, in region: R.Region) -> (R.Instant, R.Instant) {
        let (opens, closes) = (region.start(of: day), region.start(of: day + 1))
        let shared = instants.filter { opens < $0 && $0 <= closes }
        let minutes = Int64.random(in: 1...((closes - opens) / 300_000_000), using: &random)
        var end = opens + minutes * 300_000_000
        switch Int.random(in: 0..<10, using: &random) {
        case 0...2: end = closes
        case 3...5: end = shared.isEmpty ? end : random.pick(shared)
        case 6: end = opens + random.edgy(1...(closes - opens))
        default: break
        }
        let length = random.pick([1, 1_000_000, 300_000_000, R.hour, R.wholeDay])
        return (max(opens, end - length), end)
    }

    /// Times without charges, which begin and end when something else does.
    mutating func makeConservations() {
        // By chances of their own: worlds stay what they were but for this.
        var chance = random
        for project in projects where chance.chance(25) {
            let own = instants + days.map { project.region.start(of: $0) }
            let turns = (0..<Int.random(in: 1...4, using: &chance)).map { _ in
                chance.pick(own) + (chance.chance(70) ? 0 : chance.pick([-1, 1, R.hour]))
            }.filter { $0 > project.created }
            let sorted = Set(turns).sorted()
            for place in stride(from: 0, to: sorted.count, by: 2) {
                world.conservations.append(
                    R.Conservation(
                        pid: project.pid, from: sorted[place],
                        until: place + 1 < sorted.count ? sorted[place + 1] : nil))
            }
        }
    }

    mutating func makeGrants() {
        for number in 0..<Int.random(in: 0...(2 + size / 10), using: &random) {
            let project = random.pick(projects)
            let opens = project.region.start(of: R.firstDay(of: firstMonth))
            let granted = max(random.chance(40) ? opens : someInstant(of: project), project.created)
            var expires = random.chance(50) ? someInstant(of: project) : granted + 30 * R.wholeDay
            if expires <= granted { expires = granted + random.edgy(1...R.wholeDay) }
            world.grants.append(
                R.Grant(
                    id: "grant-\(number)", pid: project.pid, bonusType: random.pick(["compute", "storage"]),
                    amount: sum(), granted: granted, expires: expires))
        }
    }

    /// The end of some charge, or a regional midnight.
    mutating func someInstant(of project: R.Project) -> R.Instant {
        if random.chance(50), !instants.isEmpty { return random.pick(instants) }
        return project.region.start(of: someDay())
    }

    mutating func sum() -> Int64 {
        random.chance(50) ? random.edgy(1...1_000_000) : Int64.random(in: 1...20_000, using: &random)
    }
}

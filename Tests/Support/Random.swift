/// The generator behind every random test: small, seeded, the same on every machine.
package struct SplitMix64: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }

    package mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

    package mutating func pick<Element>(_ list: [Element]) -> Element {
        list[Int.random(in: 0..<list.count, using: &self)]
    }

    /// Half of the answers lie at the ends of the range, around zero or beside a power of ten:
    /// that is where counting goes wrong.
    package mutating func edgy(_ range: ClosedRange<Int64>) -> Int64 {
        guard chance(50) else { return Int64.random(in: range, using: &self) }
        var edges = [range.lowerBound, range.upperBound]
        if range.lowerBound < range.upperBound { edges += [range.lowerBound + 1, range.upperBound - 1] }
        var power: Int64 = 1
        while power < Int64.max / 10 {
            edges += [power - 1, power, power + 1, -power]
            power *= 10
        }
        return pick(edges.filter { range.contains($0) })
    }
}

/// Tries `count` random cases, or as many as `time` allows; the first that fails is cut down to a small one
/// and told with its seed. Case number i has the seed `seed + i`, so it comes back alone with `count: 1`.
/// `check` answers nil when the case holds, otherwise what went wrong.
package func forAll<Case>(
    seed: UInt64, count: Int, within time: Duration? = nil, make: (inout SplitMix64) -> Case,
    smaller: (Case) -> [Case] = { _ in [] }, check: (Case) -> String?
) -> String? {
    print("random cases: seed \(seed), \(time.map { "for \($0)" } ?? "count \(count)")")
    let start = ContinuousClock.now
    for number in 0..<count {
        if let time, start.duration(to: .now) > time {
            print("random cases: seed \(seed), \(number) looked at")
            return nil
        }
        let own = seed &+ UInt64(number)
        var random = SplitMix64(seed: own)
        let first = make(&random)
        guard let complaint = check(first) else { continue }
        let (least, reason) = shrink(first, complaint: complaint, smaller: smaller, check: check)
        return "seed \(own): \(reason)\nsmallest case found:\n\(least)\nat first: \(complaint)"
    }
    return nil
}

private func shrink<Case>(
    _ failing: Case, complaint: String, smaller: (Case) -> [Case], check: (Case) -> String?
) -> (Case, String) {
    var least = failing
    var reason = complaint
    var triesLeft = 5_000
    var progress = true
    while progress {
        progress = false
        for candidate in smaller(least) {
            guard triesLeft > 0 else { return (least, reason) }
            triesLeft -= 1
            guard let still = check(candidate) else { continue }
            (least, reason, progress) = (candidate, still, true)
            break
        }
    }
    return (least, reason)
}

/// The list without its halves, then without its quarters, and so on down to single elements.
package func shorter<Element>(_ list: [Element]) -> [[Element]] {
    var answers: [[Element]] = []
    var piece = (list.count + 1) / 2
    while piece > 0 {
        for start in stride(from: 0, to: list.count, by: piece) {
            var copy = list
            copy.removeSubrange(start..<min(start + piece, list.count))
            answers.append(copy)
        }
        piece = piece == 1 ? 0 : (piece + 1) / 2
    }
    return answers
}

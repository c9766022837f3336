import Glibc
import Support

/// How many random worlds a test looks at: few while somebody waits, many by night.
enum Campaign {
    static func count(_ usual: Int, nightly: Int) -> Int {
        guard let name = getenv("KONTRAGENT_CAMPAIGN"), String(cString: name) == "nightly" else {
            return usual
        }
        return nightly
    }

    /// Random worlds of all sizes; the answer is the complaint about the smallest that fails.
    static func worlds(
        seed: UInt64, usual: Int, nightly: Int, atMidnight: Bool = false, size: ClosedRange<Int> = 2...40,
        check: (Reference.World, inout SplitMix64) throws -> String?
    ) -> String? {
        forAll(
            seed: seed, count: count(usual, nightly: nightly),
            make: { random in
                let wanted = Int.random(in: size, using: &random)
                let world = RandomWorld.make(
                    using: &random, size: wanted, transfersAtMidnight: atMidnight || random.chance(50))
                return Chance(world: world, random: random)
            },
            smaller: { chance in
                chance.world.smaller.filter(\.isLawful).map { Chance(world: $0, random: chance.random) }
            }
        ) { chance in
            var random = chance.random
            do { return try check(chance.world, &random) } catch { return "thrown: \(error)" }
        }
    }
}

/// A world and the chances a check takes with it, the same each time.
struct Chance: CustomStringConvertible {
    let world: Reference.World
    let random: SplitMix64

    var description: String { world.description }
}

extension Reference.World {
    /// Whether everybody may be registered: a company abroad needs a contract (R12).
    fileprivate var isLawful: Bool {
        accounts.allSatisfy { account in
            account.kind == .individual
                || account.projects.allSatisfy { project in
                    project.region.country == account.country
                        || account.contracts.contains { $0.region == project.region }
                }
        }
    }
}

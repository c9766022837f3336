import Foundation
import Support

/// How many random worlds a test looks at: a fixed handful while somebody waits; by night new ones each
/// night, for some minutes a test (KONTRAGENT_CAMPAIGN_MINUTES).
enum Campaign {
    private static let environment = ProcessInfo.processInfo.environment
    private static let isNightly = environment["KONTRAGENT_CAMPAIGN"] == "nightly"
    private static let minutes = environment["KONTRAGENT_CAMPAIGN_MINUTES"].flatMap(Int.init) ?? 10

    /// Random worlds of all sizes; the answer is the complaint about the smallest that fails.
    static func worlds(
        seed: UInt64, usual: Int, atMidnight: Bool = false, size: ClosedRange<Int> = 2...40,
        check: (Reference.World, inout SplitMix64) throws -> String?
    ) -> String? {
        // A night's first world is of its own day, and a million seeds lie between two tests.
        let night = UInt64(Date().timeIntervalSince1970 / 86_400) * 1_000_000_000
        return forAll(
            seed: isNightly ? night + seed : seed, count: isNightly ? .max : usual,
            within: isNightly ? .seconds(60 * minutes) : nil,
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

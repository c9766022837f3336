import Foundation
import Testing

/// The measurements, run small: that they work and say what they aim at. How fast it is here is nobody's business.
@Suite struct BenchTests {
    private static let isNight = ProcessInfo.processInfo.environment["KONTRAGENT_CAMPAIGN"] == "nightly"

    /// The shortest group; of a night all of them.
    @Test(arguments: BenchTests.isNight ? ["closing", "intake", "http", "month", "answers"] : ["closing"])
    func `a quick measurement tells each figure with what was aimed at`(_ group: String) throws {
        let folder = try TestFolder.quick()
        let ran = try folder.kontragent("bench", "--quick", "--json", "--only", group, "--language", "en")
        try #require(ran.status == 0, "\(ran.err)")
        let lines = try ran.json.list
        #expect(lines.count >= 3, "\(lines)")
        for line in lines {
            #expect(line.keys == ["name", "unit", "figure", "baseline", "ratio", "aim", "reached"])
            #expect(line["name"].text?.isEmpty == false && line["unit"].text?.isEmpty == false, "\(line)")
            guard case .number(let figure) = line["figure"], let value = Double(figure) else {
                Issue.record("no figure: \(line)")
                continue
            }
            #expect(value > 0, "\(line)")
            // Where there is an aim, it says whether it was reached; where there is none, it says nothing.
            let aim = try #require(line["aim"].text)
            let isJudged = if case .bool = line["reached"] { true } else { false }
            #expect(isJudged == !aim.isEmpty, "\(line)")
            #expect(aim.isEmpty || aim.hasPrefix("≥ ") || aim.hasPrefix("≤ "), "\(line)")
        }
        #expect(
            lines.contains { $0["aim"].text != "" && $0["baseline"] != .null }, "something is beside a figure"
        )
        #expect(lines.last?["name"].text == "peak memory of all that")
    }
}

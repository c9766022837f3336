import Pages
import Testing

/// The colours of the sheet, reckoned as WCAG does: text 4.5 : 1, signs and bars 3 : 1, in both lights.
@Suite struct LookTests {
    /// The values of `--name: light-dark(#…, #…)`.
    private static func colours() -> [String: [String]] {
        var found: [String: [String]] = [:]
        let sheet = String(decoding: Style.css, as: UTF8.self)
        for match in sheet.matches(of: #/--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/#) {
            found[String(match.1)] = [String(match.2), String(match.3)]
        }
        return found
    }

    private static func luminance(_ hex: String) -> Double {
        let number = Int(hex.dropFirst(), radix: 16) ?? 0
        let parts = [16, 8, 0].map { shift -> Double in
            let part = Double(number >> shift & 255) / 255
            return part <= 0.03928 ? part / 12.92 : power((part + 0.055) / 1.055)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    /// To the 2.4th, as x² · ⁵√x².
    private static func power(_ x: Double) -> Double {
        let square = x * x
        var root = 1.0
        for _ in 0..<60 { root = (4 * root + square / (root * root * root * root)) / 5 }
        return square * root
    }

    static func contrast(_ one: String, _ other: String) -> Double {
        let (a, b) = (luminance(one), luminance(other))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    @Test func `contrast is reckoned as WCAG reckons it`() {
        #expect(abs(LookTests.contrast("#000000", "#ffffff") - 21) < 0.01)
        #expect(abs(LookTests.contrast("#767676", "#ffffff") - 4.54) < 0.01)
    }

    @Test func `words can be read in light and in dark`() throws {
        let colours = LookTests.colours()
        let pairs = [
            ("ink", ["paper", "canvas", "soft", "accent-soft"]), ("dim", ["paper", "canvas", "soft"]),
            ("link", ["paper", "canvas", "soft", "accent-soft"]), ("on-accent", ["accent"]),
            ("good", ["paper", "soft", "good-soft"]), ("bad", ["paper", "soft", "bad-soft"]),
            ("warn", ["paper", "warn-soft"]),
        ]
        for (text, grounds) in pairs {
            for ground in grounds {
                let (text, ground) = (try #require(colours[text]), try #require(colours[ground]))
                for light in 0...1 {
                    let ratio = LookTests.contrast(text[light], ground[light])
                    #expect(ratio >= 4.5, "\(text[light]) on \(ground[light]): \(ratio)")
                }
            }
        }
    }

    @Test func `bars of a chart and edges of fields stand out in light and in dark`() throws {
        let colours = LookTests.colours()
        let paper = try #require(colours["paper"])
        for name in (0..<8).map({ "s\($0)" }) + ["edge", "accent"] {
            let colour = try #require(colours[name])
            for light in 0...1 {
                let ratio = LookTests.contrast(colour[light], paper[light])
                #expect(ratio >= 3, "--\(name) \(colour[light]) on \(paper[light]): \(ratio)")
            }
        }
    }
}

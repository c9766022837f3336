import Foundation

/// Texts that try to be more than texts; the browser is shown the same ones.
package enum HostileTexts {
    package static func all() throws -> [String] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Browser/hostile.jsonl")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
            guard
                let text = try JSONSerialization.jsonObject(with: Data(line.utf8), options: .fragmentsAllowed)
                    as? String
            else { throw TownProblem.badText(String(line)) }
            return text
        }
    }
}

import Foundation

/// Papers that must not change by themselves: Tests/Golden holds them byte for byte, and
/// UPDATE_GOLDEN=1 writes them anew, to be read in the diff before they are kept.
package enum Golden {
    /// Nil when the file says the same; else where it first differs.
    package static func difference(_ bytes: [UInt8], from name: String) -> String? {
        let file = folder.appendingPathComponent(name)
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" { return update(bytes, file) }
        guard let kept = FileManager.default.contents(atPath: file.path).map({ Array($0) }) else {
            return "no golden file \(name); UPDATE_GOLDEN=1 writes it"
        }
        guard kept != bytes else { return nil }
        let place = zip(kept, bytes).prefix { $0 == $1 }.count
        let line = bytes.prefix(place).count { $0 == 0x0A } + 1
        return "\(name) differs from byte \(place), line \(line)"
    }

    /// Tests/Golden, found from this file.
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Golden")

    private static func update(_ bytes: [UInt8], _ file: URL) -> String? {
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
            return nil
        } catch {
            return "\(file.path): \(error)"
        }
    }
}

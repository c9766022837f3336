import Basics
import Foundation
import Glibc

/// Files of a folder, in bytewise order of their names.
enum Folder {
    static func files(in path: String, ending: String) throws -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            return []
        }
        return try reading(path) { try FileManager.default.contentsOfDirectory(atPath: path) }
            .filter { $0.hasSuffix(ending) }.sorted { $0.precedesBytewise($1) }
    }

    /// The bytes of a file; nil where there is none.
    static func bytes(_ path: String) throws -> [UInt8]? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        return [UInt8](try reading(path) { try Data(contentsOf: URL(fileURLWithPath: path)) })
    }

    /// Hands out a large file chunk by chunk.
    static func chunks(_ path: String, _ take: (ArraySlice<UInt8>) throws -> Void) throws {
        let handle = try reading(path) { try FileHandle(forReadingFrom: URL(fileURLWithPath: path)) }
        defer { try? handle.close() }  // read only: nothing can be lost by it
        while let chunk = try reading(path, { try handle.read(upToCount: 1 << 20) }), !chunk.isEmpty {
            try take(ArraySlice([UInt8](chunk)))
        }
    }

    /// Writes a file whole or not at all.
    static func write(_ bytes: [UInt8], to path: String) throws {
        let batch = FileBatch()
        try batch.write(bytes, to: path)
        try batch.finish()
    }

    /// Writes all of it; false with the system's own reason in errno.
    static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return false }
        }
        return true
    }

    static func unwritable(_ path: String) -> SettingsProblem {
        .unwritable(path, String(cString: strerror(errno)))
    }

    private static func reading<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
        do { return try body() } catch {
            throw SettingsProblem.unreadable(path, error.localizedDescription)
        }
    }
}

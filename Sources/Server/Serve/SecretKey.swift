import Basics
import Foundation
import Glibc
import Hashing
import Storage
import UseCases

/// The key that secrets of second steps are locked by, 32 bytes in hex, as it lies outside the database: in the
/// environment, in a file that it names, or in one beside a SQLite database.
enum SecretKey {
    static let text = "KONTRAGENT_SECRET_KEY"
    static let file = "KONTRAGENT_SECRET_KEY_FILE"

    /// Nil where none is given. `isFirst`: the database was never used with one, so the file beside it may be made.
    static func vault(
        of database: String, isFirst: Bool,
        _ environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws -> Vault? {
        if let given = environment[text] { return Sodium.vault(key: try key(given, text)) }
        if let path = environment[file] { return try read(path) }
        guard !DatabaseName.isURL(database) else { return nil }
        let path = database + ".key"
        if FileManager.default.fileExists(atPath: path) { return try read(path) }
        return isFirst ? try make(path) : nil
    }

    /// The key of a file, which is made where there is none.
    static func readOrMake(_ path: String) throws -> Vault {
        FileManager.default.fileExists(atPath: path) ? try read(path) : try make(path)
    }

    private static func read(_ path: String) throws -> Vault {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw SettingsProblem.unreadable(path, String(cString: strerror(errno)))
        }
        return Sodium.vault(key: try key(String(decoding: bytes, as: UTF8.self), path))
    }

    /// Nobody but who runs the program reads it, from its first byte on, and what is there is not written over.
    private static func make(_ path: String) throws -> Vault {
        let key = Sodium.secret()
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard file >= 0 else { throw SettingsProblem.unwritable(path, String(cString: strerror(errno))) }
        defer { close(file) }
        let line = Array((Hex.text(key) + "\n").utf8)
        guard write(file, line, line.count) == line.count, fsync(file) == 0 else {
            throw SettingsProblem.unwritable(path, String(cString: strerror(errno)))
        }
        try syncFolder(of: path)
        return Sodium.vault(key: key)
    }

    /// The file's name is on the disk, too, before anything is locked by what is in it.
    private static func syncFolder(of path: String) throws {
        let folder = open(URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY | O_DIRECTORY)
        defer { close(folder) }
        guard folder >= 0, fsync(folder) == 0 else {
            throw SettingsProblem.unwritable(path, String(cString: strerror(errno)))
        }
    }

    private static func key(_ text: String, _ place: String) throws -> [UInt8] {
        let digits = text.filter { !$0.isWhitespace }.lowercased()
        guard let key = Hex.bytes(digits), key.count == 32 else { throw SettingsProblem.badSecretKey(place) }
        return key
    }
}

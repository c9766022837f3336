package import Basics
import CZip
import Glibc

/// Several files in one, by libzip, in memory: the same files give the same bytes, whenever and wherever.
package struct ZipArchive {
    /// Files that do not fit are refused by whoever fills the archive.
    package static let mostBytes = 64 << 20

    private struct Entry {
        let name: String
        let bytes: [UInt8]
        let day: Day
    }

    private var entries: [Entry] = []
    package private(set) var size = 0

    package init() {}

    /// Adds a file, dated a day. A name taken already, or one that leads out of the archive, is a programmer's error.
    package mutating func add(_ name: String, _ bytes: [UInt8], at day: Day) throws {
        precondition(
            !name.hasPrefix("/") && !name.split(separator: "/").contains(".."), "a name stays inside")
        precondition(!entries.contains { $0.name == name }, "two files of one name: \(name)")
        entries.append(Entry(name: name, bytes: bytes, day: day))
        size += bytes.count
    }

    /// The whole archive, its files by name.
    package func bytes() throws -> [UInt8] {
        var failure = zip_error_t()
        zip_error_init(&failure)
        defer { zip_error_fini(&failure) }
        guard let source = zip_source_buffer_create(nil, 0, 0, &failure) else { throw Failure(&failure) }
        defer { zip_source_free(source) }
        // Closing the archive gives its own hold of the source back; this one is read afterwards.
        zip_source_keep(source)
        guard let archive = zip_open_from_source(source, ZIP_TRUNCATE, &failure) else {
            zip_source_free(source)
            throw Failure(&failure)
        }
        do {
            for entry in entries.sorted(by: { $0.name.precedesBytewise($1.name) }) {
                try ZipArchive.write(entry, into: archive)
            }
        } catch {
            zip_discard(archive)
            throw error
        }
        guard zip_close(archive) == 0 else {
            let trouble = Failure(zip_get_error(archive))
            zip_discard(archive)
            throw trouble
        }
        return try ZipArchive.read(source)
    }

    private static func write(_ entry: Entry, into archive: OpaquePointer) throws {
        // libzip frees what it was handed.
        guard let copy = malloc(max(1, entry.bytes.count)) else { throw Failure(text: "out of memory") }
        entry.bytes.withUnsafeBytes { bytes in
            if let start = bytes.baseAddress { memcpy(copy, start, bytes.count) }
        }
        guard let file = zip_source_buffer(archive, copy, zip_uint64_t(entry.bytes.count), 1) else {
            free(copy)
            throw Failure(zip_get_error(archive))
        }
        let place = zip_file_add(archive, entry.name, file, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard place >= 0 else {
            zip_source_free(file)
            throw Failure(zip_get_error(archive))
        }
        guard zip_file_set_mtime(archive, zip_uint64_t(place), time(of: entry.day), 0) == 0 else {
            throw Failure(zip_get_error(archive))
        }
    }

    /// Noon of a day by the clock of this machine: an archive's times are local and say no zone, and libzip turns
    /// them back by the same clock.
    private static func time(of day: Day) -> time_t {
        var parts = tm()
        parts.tm_year = Int32(day.year - 1900)
        parts.tm_mon = Int32(day.monthNumber - 1)
        parts.tm_mday = Int32(day.dayNumber)
        parts.tm_hour = 12
        parts.tm_isdst = -1
        return mktime(&parts)
    }

    private static func read(_ source: OpaquePointer) throws -> [UInt8] {
        guard zip_source_open(source) == 0 else { throw Failure(zip_source_error(source)) }
        defer { zip_source_close(source) }
        guard zip_source_seek(source, 0, SEEK_END) == 0 else { throw Failure(zip_source_error(source)) }
        let length = Int(zip_source_tell(source))
        guard length >= 0, zip_source_seek(source, 0, SEEK_SET) == 0 else {
            throw Failure(zip_source_error(source))
        }
        var bytes = [UInt8](repeating: 0, count: length)
        let taken = bytes.withUnsafeMutableBytes {
            zip_source_read(source, $0.baseAddress, zip_uint64_t($0.count))
        }
        guard taken == zip_int64_t(length) else { throw Failure(zip_source_error(source)) }
        return bytes
    }

    /// Nothing a person could cause: memory, or the library itself.
    struct Failure: Error, CustomStringConvertible {
        let description: String

        init(text: String) { description = "libzip: \(text)" }

        init(_ error: UnsafeMutablePointer<zip_error_t>?) {
            let said = error.flatMap { zip_error_strerror($0) }.map { String(cString: $0) }
            self.init(text: said ?? "unknown trouble")
        }
    }
}

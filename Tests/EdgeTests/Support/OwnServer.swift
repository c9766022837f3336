import Foundation
import Glibc
import Testing

/// A PostgreSQL of one test's own, with settings of its own. It goes with this value.
final class OwnServer {
    /// Its data and its socket.
    let place: String
    /// Leads to the database `kontragent` over the socket.
    private(set) var url = ""
    private let folder: TestFolder

    /// `options` are the server's, as its command line takes them.
    init(_ folder: TestFolder, _ name: String, options: [String] = []) throws {
        self.folder = folder
        place = OwnServer.place(name)
        try start(options)
    }

    /// A standby of another one.
    init(_ folder: TestFolder, _ name: String, behind primary: OwnServer) throws {
        self.folder = folder
        place = OwnServer.place(name)
        url = try OwnServer.script(folder, ["standby", place, primary.place])
    }

    deinit {
        // Silence is right: what is left of it lies in memory alone.
        _ = try? OwnServer.script(folder, ["drop", place])
    }

    /// `port` is for those who do not come over the socket.
    func start(_ options: [String] = [], port: Int? = nil) throws {
        url = try OwnServer.script(folder, ["start", place] + options, port: port)
    }

    func stop() throws { _ = try OwnServer.script(folder, ["stop", place]) }

    func kill() throws { _ = try OwnServer.script(folder, ["kill", place]) }

    func promote() throws { _ = try OwnServer.script(folder, ["promote", place]) }

    /// Its own user must reach it, as no one may reach a test's folder.
    private static func place(_ name: String) -> String {
        (access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp") + "/kontragent-\(name)-\(getpid())"
    }

    /// What the script says last.
    private static func script(
        _ folder: TestFolder, _ words: [String], port: Int? = nil
    ) throws -> String {
        let script = FileManager.default.currentDirectoryPath + "/scripts/postgres"
        let ran = try folder.run(
            "/bin/bash", [script] + words, environment: port.map { ["PGPORT=\($0)"] } ?? [])
        try #require(ran.status == 0, "\(ran.err)")
        return ran.out.split(separator: "\n").last.map(String.init) ?? ""
    }

    /// A port that was free a moment ago.
    static func freePort() throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 ? getsockname(descriptor, $0, &length) : -1
            }
        }
        try #require(status == 0)
        return Int(UInt16(bigEndian: address.sin_port))
    }
}

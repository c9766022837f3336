import Foundation
import Glibc

/// The same program in a process of its own, with its first lines read and a line said to it.
final class Child {
    private let process = Process()
    private let said = Pipe()
    private let heard = Pipe()

    init(_ arguments: [String]) throws {
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = arguments
        process.standardOutput = said
        process.standardInput = heard
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    /// The next line it says.
    func line() throws -> String {
        var bytes: [UInt8] = []
        while let byte = try said.fileHandleForReading.read(upToCount: 1)?.first, byte != 10 {
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    func go() throws { try heard.fileHandleForWriting.write(contentsOf: [10]) }

    func wait() throws {
        process.waitUntilExit()
        let status = process.terminationStatus
        try BenchFault.hold(status == 0, "a process ended with \(status)")
    }

    /// Ends it as an operator would.
    func end() {
        process.terminate()
        process.waitUntilExit()
    }
}

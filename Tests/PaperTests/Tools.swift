import Foundation
import Paper

/// What the papers are read with: poppler and zbar, as an accountant's own programs would.
enum Tools {
    struct Failure: Error {
        let what: String
    }

    /// Runs a program and returns what it prints.
    static func run(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        let out = Pipe()
        process.standardOutput = out
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = out.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure(what: "\(program) \(arguments) ended with \(process.terminationStatus)")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text of a paper, runs of blanks and line ends as one space.
    static func text(_ pdf: [UInt8]) throws -> String {
        try with(pdf) { try plain(run("pdftotext", ["-raw", $0, "-"])) }
    }

    /// The text of each page.
    static func pages(_ pdf: [UInt8]) throws -> [String] {
        try with(pdf) { try run("pdftotext", ["-raw", $0, "-"]) }.split(separator: "\u{C}")
            .map { plain(String($0)) }.filter { !$0.isEmpty }
    }

    static func plain(_ text: String) -> String {
        text.replacing("\u{200B}", with: "").replacing("\u{AD}\n", with: "").split {
            $0.isWhitespace
        }.joined(separator: " ")
    }

    static func with<Result>(_ pdf: [UInt8], _ body: (String) throws -> Result) throws -> Result {
        let path = "\(NSTemporaryDirectory())/kontragent-paper-\(UUID().uuidString).pdf"
        try Data(pdf).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }  // the system clears the folder too
        return try body(path)
    }

    /// Keeps a paper where somebody wants to look at them (KONTRAGENT_LOOK, a folder).
    static func keep(_ pdf: [UInt8], _ name: String) throws {
        guard let folder = ProcessInfo.processInfo.environment["KONTRAGENT_LOOK"] else { return }
        try Data(pdf).write(to: URL(fileURLWithPath: "\(folder)/\(name).pdf"))
    }

    static let press = Result { Press(try settings()) }

    static func settings() throws -> PaperSettings {
        try PaperSettings.found(named: nil, beside: "/nowhere/kontragent", workers: 2)
    }

    static func print(_ job: PaperJob, keptAs name: String) throws -> [UInt8] {
        let pdf = try press.get().print(job, named: name)
        try keep(pdf, name)
        return pdf
    }
}

import ArgumentParser
import Foundation
import Paper

/// Where the program that prints papers is.
struct PaperOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The Python that has typst; the default is the one scripts/setup made.", valueName: "path"),
        completion: .file())
    var paperPython: String?

    /// How many papers are set at a time.
    static let places = ProcessInfo.processInfo.activeProcessorCount

    init() {}

    @Sendable func settings() throws -> PaperSettings {
        // Where the link cannot be read, the places beside the program are simply not found.
        let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return try PaperSettings.found(
            named: paperPython, beside: program ?? CommandLine.arguments[0],
            workers: PaperOptions.places)
    }
}

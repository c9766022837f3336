import ArgumentParser
import Foundation

struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measure intake, settlement, import and closing, beside the engine's own speed.",
        discussion: "Use the release build; everything is made in a temporary folder and removed.")

    @OptionGroup var options: Options

    @Option(help: "Events of the imported month.")
    var events = 1_000_000

    @Option(help: "Companies whose month is closed.")
    var companies = 1_000

    @Option(help: "Repetitions of the short measurements; their median is shown.")
    var runs = 3

    func run() throws {
        try options.run { terminal in
            let folder =
                NSTemporaryDirectory() + "kontragent-bench-\(ProcessInfo.processInfo.processIdentifier)"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(atPath: folder) }  // a leftover harms nobody
            var bench = Bench(folder: folder, terminal: terminal)
            try bench.intake(runs: max(1, runs))
            try bench.month(events: events)
            try bench.closing(companies: companies)
            bench.say()
            return .done
        }
    }
}

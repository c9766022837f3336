import ArgumentParser
import Formats
import Foundation

struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measure speed, each figure beside what the engine or the plain way does in the same run.",
        discussion: """
            Use the release build on a quiet machine. Everything is made in a temporary folder and removed; a \
            database given by --postgres is to be of no other use.
            """)

    @OptionGroup var options: Options

    @Option(
        help: ArgumentHelp(
            "Only groups whose name holds the word: intake, http, month, settlement, start, verify, closing, papers, answers, pages, postgres.",
            valueName: "word"))
    var only: String?

    @Flag(help: "Little of everything, in seconds: to see that it works.")
    var quick = false

    @Flag(help: "Also with 10 M events stored, and a close of 10 000 counterparties.")
    var full = false

    @Option(help: ArgumentHelp("Measure PostgreSQL too, in this database.", valueName: "url"))
    var postgres: String?

    @Option(help: "Repetitions of the short measurements; their median is shown.")
    var runs: Int?

    @OptionGroup var paper: PaperOptions

    @Option(help: .hidden)
    var settle: String?

    func validate() throws {
        guard !(quick && full) else { throw ValidationError("--quick or --full, not both.") }
        guard (runs ?? 1) > 0 else { throw ValidationError("--runs is above zero.") }
        if let settle, PostgresBench.Share(settle) == nil || postgres == nil {
            throw ValidationError("--settle is for processes that bench starts itself.")
        }
    }

    func run() throws {
        try options.run { terminal in
            if let share = settle.flatMap(PostgresBench.Share.init), let postgres {
                try PostgresBench.settle(share, postgres, terminal)
                return .done
            }
            let folder =
                NSTemporaryDirectory() + "kontragent-bench-\(ProcessInfo.processInfo.processIdentifier)"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(atPath: folder) }  // a leftover harms nobody
            let bench = Bench(folder: folder, terminal: terminal, plan: plan, paper: paper)
            try bench.run()
            if options.json {
                terminal.say(JSONWriter.text(.array(bench.lines.map(\.json))))
            } else {
                bench.say()
            }
            return .done
        }
    }

    private var plan: Bench.Plan {
        var plan = quick ? Bench.Plan.quick : full ? .full : Bench.Plan()
        plan.only = only
        plan.postgres = postgres
        if let runs { plan.runs = runs }
        return plan
    }
}

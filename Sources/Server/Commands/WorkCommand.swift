import API
import ArgumentParser
import Foundation
import UseCases

struct WorkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "work",
        abstract:
            "Do a share of the work that nobody asks for: settle, print, seal, close. Like serve, without its doors.",
        discussion: "SIGTERM or SIGINT ends it in order: turns in hand are finished and leases given back.")

    @OptionGroup var options: Options

    @Option(
        help: ArgumentHelp(
            "Where those who look after it ask: /livez, /readyz, /metrics; without it, nowhere.",
            valueName: "host:port"),
        transform: addressArgument)
    var control: Address?

    @OptionGroup var work: WorkOptions

    @Flag(help: "Leave out of the log what went as it should.")
    var quiet = false

    func run() throws {
        try options.run { terminal in
            // Before the first thread, so that every thread leaves them to this one.
            let signals = StopSignals()
            let store = try Wiring.writing(options.database)
            let serving = try Serving(
                store: store, settings: DoorSettings(), work: work, works: true, logRequests: !quiet,
                heartbeatSeconds: 10)
            try serving.join()
            try serving.open(listen: nil, control: control, sites: nil, look: nil, orAnyPort: false)
            terminal.say(serving.membership.node.id.text)
            if let control, let port = serving.controlPort { terminal.say("http://\(control.host):\(port)") }
            let schedule = serving.schedule(work.times)
            schedule.start()
            signals.wait()
            serving.close(onSecondSignal: signals, unreadySeconds: work.unreadySeconds) { schedule.stop() }
            return .done
        }
    }
}

import API
import ArgumentParser
import Basics
import Foundation
import Hashing
import Projects
import Regions
import UseCases

struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve HTTP and do the work behind it: settle, print, seal, close. It holds the database.",
        discussion: "SIGTERM or SIGINT ends it in order: requests on their way are finished first.")

    @OptionGroup var options: Options

    @Option(
        help: ArgumentHelp("Where to listen; port 0 lets the kernel choose.", valueName: "host:port"),
        transform: addressArgument)
    var listen = Address(host: "127.0.0.1", port: 8080)

    @Option(
        help: ArgumentHelp(
            "Where those who look after it ask: /livez, /readyz, /metrics.", valueName: "host:port"),
        transform: addressArgument)
    var control = Address(host: "127.0.0.1", port: 8081)

    @Option(help: ArgumentHelp("Connections at a time.", valueName: "n"))
    var connections = DoorSettings().connections

    @Option(help: ArgumentHelp("Of them, from one address.", valueName: "n"))
    var connectionsPerAddress = DoorSettings().connectionsPerAddress

    @Option(help: ArgumentHelp("Requests a second with one token.", valueName: "n"))
    var requestsPerSecond = DoorSettings().requestsPerSecond

    @Option(help: ArgumentHelp("Tokens a second that are not known, from one address.", valueName: "n"))
    var unknownTokensPerSecond = DoorSettings().unknownTokensPerSecond

    @Option(help: ArgumentHelp("For the head of a connection's first request.", valueName: "s"))
    var headSeconds = DoorSettings().headSeconds

    @Option(help: ArgumentHelp("Between requests of a connection.", valueName: "s"))
    var idleSeconds = DoorSettings().idleSeconds

    @Option(help: ArgumentHelp("For a body, and 1 s more for every 16 KiB that came.", valueName: "s"))
    var bodySeconds = DoorSettings().bodySeconds

    @Option(help: ArgumentHelp("For a client that takes nothing of its answer.", valueName: "s"))
    var stallSeconds = DoorSettings().stallSeconds

    @Option(help: ArgumentHelp("For requests on their way when it is stopped.", valueName: "s"))
    var stopSeconds = DoorSettings().stopSeconds

    @Option(help: ArgumentHelp("Between signs of life to who watches a closing.", valueName: "s"))
    var heartbeatSeconds = 10.0

    @Flag(help: "Only serve: leave settling, printing, sealing and closing to commands.")
    var noWork = false

    @Flag(
        help:
            "Show pages without sign-in, read-only: whoever reaches the port sees everything. Loopback only.")
    var openPages = false

    @Option(help: ArgumentHelp("The sheet that pages are dressed with, Bootstrap 5.", valueName: "file"))
    var bootstrap = LookFiles.bootstrap

    @Flag(
        help:
            "Browsers come by TLS alone, which ends in front: tell them so, and make the cookie of the look safe."
    )
    var behindTLS = false

    @Option(
        help: ArgumentHelp(
            "Where customers sign in: a host, or host=region; may be repeated.", valueName: "host[=region]"))
    var cabinetHost: [String] = ["cabinet.localhost"]

    @Option(help: ArgumentHelp("Where the provider's staff sign in.", valueName: "host"))
    var officeHost = "office.localhost"

    @Flag(
        help:
            "Sign in over plain HTTP and show letters at /dev/mail: for a demo on this machine. Loopback only."
    )
    var demoSignIn = false

    @Flag(help: "Believe the last address of X-Forwarded-For: what stands in front sets it.")
    var behindProxy = false

    @Flag(help: "Where the port to listen at is taken, let the kernel choose another.")
    var orAnyPort = false

    @OptionGroup var work: WorkOptions
    @OptionGroup var lookup: RegistryOptions

    @Flag(help: "Leave single requests out of the log.")
    var quiet = false

    func validate() throws {
        guard min(connections, connectionsPerAddress, requestsPerSecond, unknownTokensPerSecond) > 0 else {
            throw ValidationError("Limits are above zero.")
        }
        guard min(headSeconds, idleSeconds, bodySeconds, stallSeconds, stopSeconds, heartbeatSeconds) > 0
        else {
            throw ValidationError("Times are above zero.")
        }
    }

    func run() throws {
        try options.run { terminal in
            if openPages || demoSignIn, !listen.isLoopback {
                throw SettingsProblem.openPagesOffLoopback("\(listen)")
            }
            // Before the first thread, so that every thread leaves them to this one.
            let signals = StopSignals()
            let store = try Wiring.writing(options.database)
            let isFirst = try Wiring.app(store: store).secretKeys.known() == nil
            let vault = try SecretKey.vault(of: options.database, isFirst: isFirst)
            let serving = try Serving(
                store: store, settings: settings, work: work, works: !noWork, logRequests: !quiet,
                heartbeatSeconds: heartbeatSeconds,
                registry: try lookup.made(over: store, clock: Wiring.systemClock), vault: vault)
            try serving.app.secretKeys.adopt()
            try serving.join()
            let look = LookFiles(bootstrap: bootstrap, digest: Sodium.digest)
            try serving.open(
                listen: listen, control: control, sites: try sites, look: look, orAnyPort: orAnyPort)
            guard let port = serving.port, let controlPort = serving.controlPort else {
                preconditionFailure("both doors were opened")
            }
            terminal.say("http://\(listen.host):\(port)")
            terminal.say("http://\(control.host):\(controlPort)")
            if openPages {
                terminal.tell(
                    terminal.words(
                        "open pages: whoever reaches this port sees everything; nothing can be changed there",
                        "страницы открыты: кто дойдёт до порта, видит всё; изменить там ничего нельзя"))
            }
            if vault == nil {
                terminal.tell(
                    terminal.words(
                        "no \(SecretKey.text): second steps can be neither set up nor checked here",
                        "нет \(SecretKey.text): второй шаг здесь ни настроить, ни проверить"))
            }
            if let lack = look.lack { terminal.complain(lack) }
            if demoSignIn {
                let names = (cabinetHost.map { String($0.prefix { $0 != "=" }) } + [officeHost])
                    .map { "http://\($0):\(port)" }.joined(separator: " ")
                terminal.tell(
                    terminal.words(
                        "demo: sign-in over plain HTTP, letters shown to everybody at /dev/mail: \(names)",
                        "демо: вход по HTTP без защиты, письма видны всем в /dev/mail: \(names)"))
            }
            if orAnyPort, listen.port != 0, port != listen.port {
                terminal.tell(
                    terminal.words(
                        "port \(listen.port) is taken; \(port) it is",
                        "порт \(listen.port) занят; взят \(port)"))
            }
            let schedule = noWork ? nil : serving.schedule(work.times)
            schedule?.start()
            signals.wait()
            // The doors close while the turns in hand end; a second signal ends both.
            serving.close(onSecondSignal: signals, unreadySeconds: work.unreadySeconds) { schedule?.stop() }
            return .done
        }
    }

    /// The hosts of pages; a cabinet's region is its site's (R1).
    private var sites: PageSites {
        get throws {
            let cabinets = try cabinetHost.map { text in
                let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
                let word = parts.count > 1 ? parts[1] : Region.moscow.rawValue
                guard let region = Region(rawValue: word) else { throw ProjectsProblem.unknownRegion(word) }
                return (host: parts.first ?? "", region: region)
            }
            return PageSites(
                cabinets: cabinets, office: officeHost, isPlain: demoSignIn, isOpen: openPages,
                isBehindProxy: behindProxy)
        }
    }

    private var settings: DoorSettings {
        var settings = DoorSettings()
        settings.connections = connections
        settings.connectionsPerAddress = connectionsPerAddress
        settings.requestsPerSecond = requestsPerSecond
        settings.unknownTokensPerSecond = unknownTokensPerSecond
        settings.headSeconds = headSeconds
        settings.idleSeconds = idleSeconds
        settings.bodySeconds = bodySeconds
        settings.stallSeconds = stallSeconds
        settings.stopSeconds = stopSeconds
        settings.isBehindTLS = behindTLS
        return settings
    }
}

/// A host and a port as an argument.
struct Address: Sendable, CustomStringConvertible {
    let host: String
    let port: Int

    var description: String { "\(host):\(port)" }

    /// Whether only this machine reaches it: 127.0.0.0/8, ::1, localhost.
    var isLoopback: Bool { Address.isLoopback(host) }

    static func isLoopback(_ host: String) -> Bool {
        let bytes = host.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        if bytes.count == 4, bytes[0] == 127, !bytes.contains(nil) { return true }
        return ["localhost", "::1", "[::1]"].contains(host.lowercased())
    }
}

func addressArgument(_ text: String) throws -> Address {
    guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
        (0...65_535).contains(port), colon > text.startIndex
    else { throw ValidationError("'\(text)' is no address: write 127.0.0.1:8080.") }
    return Address(host: String(text[..<colon]), port: port)
}

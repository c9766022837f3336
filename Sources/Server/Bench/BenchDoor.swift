import API
import ArgumentParser
import Basics
import Hashing
import Storage
import UseCases

/// A server of the program's own on loopback, with a token that opens all of it.
struct BenchDoor: Sendable {
    let app: App
    let port: Int
    let token: String
    /// Tells what it took from what others did in the same database.
    let name: String
    private let serving: Serving

    init(_ store: any DatabaseStore, _ world: BenchWorld) throws {
        var settings = DoorSettings()
        settings.requestsPerSecond = 10_000_000
        serving = try Serving(
            store: store, settings: settings, work: WorkOptions.parse([]), works: false, logRequests: false,
            heartbeatSeconds: 10)
        app = serving.app
        name = Sodium.guid()
        try world.register(app)
        token = try app.tokens.create(
            name: "bench-\(name)", scopes: [.usage, .read, .balance], project: nil, days: 1,
            secret: Sodium.secret())
        let loopback = Address(host: "127.0.0.1", port: 0)
        try serving.open(
            listen: loopback, control: loopback, sites: .machine,
            look: LookFiles(bootstrap: LookFiles.bootstrap, digest: Sodium.digest), orAnyPort: false)
        guard let port = serving.port else { throw SettingsProblem.noListening("\(loopback)", "") }
        self.port = port
    }

    func close() { serving.close() }
}

import ArgumentParser
import Counterparties
import Foundation
import Gateways
import UseCases

/// Where parties and banks are looked up.
struct RegistryOptions: ParsableArguments {
    enum Source: String, ExpressibleByArgument, CaseIterable {
        /// What `registry import` has loaded.
        case embedded
        case dadata
        /// The tax service: whether a number is in use; banks from what is loaded.
        case fns
    }

    @Option(help: "Where tax ids are looked up: embedded (see `registry import`), dadata or fns.")
    var registry = Source.embedded

    @Option(help: ArgumentHelp("DaData's address, where it is another.", valueName: "url"))
    var dadataURL = DaDataRegistry.address

    @Option(help: ArgumentHelp("The tax service's address, where it is another.", valueName: "url"))
    var fnsURL = TaxServiceRegistry.address

    @Option(help: ArgumentHelp("For an answer of a registry.", valueName: "s"))
    var registrySeconds = 6.0

    /// The key of DaData comes by the environment, where no list of processes shows it.
    static let key = "KONTRAGENT_DADATA_KEY"

    func validate() throws {
        guard (0.1...60).contains(registrySeconds) else {
            throw ValidationError("--registry-seconds is 0.1 to 60.")
        }
        for url in [dadataURL, fnsURL] where !Outgoing.isSafe(url) {
            throw ValidationError("'\(url)' is no https:// address.")
        }
    }

    func made(over store: any Store, clock: Clock) throws -> Registry {
        let most = Int(registrySeconds * 1000)
        let outgoing = Outgoing(connectMilliseconds: min(3000, most), wholeMilliseconds: most)
        switch registry {
        case .embedded: return .kept(in: store)
        case .dadata:
            guard let key = ProcessInfo.processInfo.environment[RegistryOptions.key], !key.isEmpty else {
                throw SettingsProblem.noRegistryKey(RegistryOptions.key)
            }
            return DaDataRegistry(key: key, address: dadataURL, outgoing: outgoing).registry
        case .fns:
            return TaxServiceRegistry(
                address: fnsURL, clock: clock, banks: .kept(in: store), outgoing: outgoing
            ).registry
        }
    }
}

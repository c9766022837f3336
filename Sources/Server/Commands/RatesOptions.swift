import ArgumentParser
import Gateways
import UseCases

/// Which bank is asked for official rates; without one they come by files and by hand.
struct RatesOptions: ParsableArguments {
    enum Bank: String, ExpressibleByArgument, CaseIterable {
        case none
        /// The Bank of Russia.
        case cbr
    }

    @Option(help: "Which bank is asked for official rates by itself: none or cbr, the Bank of Russia.")
    var rates = Bank.none

    @Option(help: ArgumentHelp("The Bank of Russia's address, where it is another.", valueName: "url"))
    var ratesURL = BankOfRussia.address

    @Option(help: ArgumentHelp("Between two looks for rates that are missing.", valueName: "s"))
    var ratesEvery = 1800

    func validate() throws {
        guard (1...86_400).contains(ratesEvery) else {
            throw ValidationError("--rates-every is 1 to 86400.")
        }
        guard Outgoing.isSafe(ratesURL) else {
            throw ValidationError("'\(ratesURL)' is no https:// address.")
        }
    }

    var source: RateSource? { rates == .none ? nil : BankOfRussia(address: ratesURL).source }
}

import Basics
import Documents
import Formats
package import UseCases

/// Asks the Bank of Russia for the official rates of a day.
package struct BankOfRussia: Sendable {
    package static let address = "https://www.cbr.ru/scripts/XML_daily.asp"

    private let address: String
    private let outgoing: Outgoing

    package init(address: String = BankOfRussia.address, outgoing: Outgoing = Outgoing()) {
        self.address = address
        self.outgoing = outgoing
    }

    package var source: RateSource { RateSource(name: "cbr.ru") { try ask($0) } }

    private func ask(_ day: Day) throws -> [OfficialRate] {
        let answer: Outgoing.Answer
        do { answer = try outgoing.get("\(address)?date_req=\(day.slashed)") } catch is Outgoing.Crowded {
            throw DocumentsProblem.ratesUnavailable(day)
        } catch is Outgoing.Silence {
            throw DocumentsProblem.ratesUnavailable(day)
        }
        guard answer.status == 200 else { throw DocumentsProblem.ratesUnavailable(day) }
        // A page that says the bank is at work on itself comes with 200, too.
        do { return try BankOfRussiaRates.read(answer.body) } catch {
            throw DocumentsProblem.ratesUnreadable(day)
        }
    }
}

extension Day {
    /// "28/11/2026"
    fileprivate var slashed: String {
        let digits = description.split(separator: "-")
        return digits.reversed().joined(separator: "/")
    }
}

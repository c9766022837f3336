import Access
import Basics
import Contracts
import Counterparties
import Regions
package import UseCases

extension Make {
    /// Kamille GmbH of Hamburg: a non-resident with a contract in Moscow that agrees a currency.
    package static func kamille(
        scheme: String = "prepaid", currency: String? = "EUR", vat: String = "none",
        pid: String = "mcs0000000008"
    ) -> AccountDraft {
        var contract = Make.contract(scheme: scheme, number: "ВК-77/2026", vat: vat)
        contract.currency = currency
        var draft = Make.romashka(account: "kamille", pids: [pid], contract: contract)
        var party = CounterpartyDraft()
        (party.kind, party.residency, party.taxId) = ("legalEntity", "DE", "DE136695976")
        party.name = "Kamille GmbH"
        var address = AddressDraft()
        (address.country, address.text) = ("DE", "20095 Hamburg, Mönckebergstraße 7")
        party.address = address
        draft.counterparty = party
        return draft
    }
}

extension Town {
    /// Keeps an official rate, as from the bank's file: "EUR", "98.7654" of a day.
    @discardableResult
    package func rate(_ letters: String, _ price: String, of units: Int64 = 1, on day: String) throws
        -> RatesDesk.Counts
    {
        guard let currency = AgreedCurrency(letters), let rate = ExchangeRate(units: units, price),
            let day = Day(day)
        else { throw TownProblem.badText("\(letters) \(price) \(day)") }
        return try app.rates.take(
            [OfficialRate(currency, on: day, rate)], in: .moscow, for: .house, by: .operatorAtMachine)
    }
}

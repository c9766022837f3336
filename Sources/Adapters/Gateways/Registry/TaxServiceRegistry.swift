import Basics
import Counterparties
import Formats
import Regions
import Requisites
package import UseCases

/// Whether a tax id is in use, by the tax service's own check. It tells no details, and knows no banks: those are
/// looked up elsewhere.
package struct TaxServiceRegistry: Sendable {
    package static let address = "https://npchk.nalog.ru:443/FNSNDSCAWS_2"

    private let address: String
    private let clock: Clock
    private let banks: Registry
    private let outgoing: Outgoing

    package init(
        address: String = TaxServiceRegistry.address, clock: Clock, banks: Registry,
        outgoing: Outgoing = Outgoing()
    ) {
        self.address = address
        self.clock = clock
        self.banks = banks
        self.outgoing = outgoing
    }

    package var registry: Registry { Registry(parties: { try ask($0) }, bank: banks.bank) }

    private func ask(_ inn: INN) throws -> RegistryAnswer {
        let today = Region.moscow.profile.zone.day(of: clock.now())
        let answer: Outgoing.Answer
        do {
            answer = try outgoing.post(
                TaxServiceCheck.question(inn, on: today), to: address,
                headers: ["Content-Type: text/xml; charset=utf-8", "SOAPAction: \(TaxServiceCheck.action)"])
        } catch is Outgoing.Crowded {
            throw RegistrationProblem.registryBusy
        } catch is Outgoing.Silence {
            throw RegistrationProblem.registrySilent
        }
        switch answer.status {
        case 200: break
        case 429: throw RegistrationProblem.registryBusy
        case 500...: throw RegistrationProblem.registrySilent
        default: throw RegistrationProblem.registryUnreadable
        }
        do { return try TaxServiceCheck.answer(answer.body, to: inn) } catch {
            throw RegistrationProblem.registryUnreadable
        }
    }
}

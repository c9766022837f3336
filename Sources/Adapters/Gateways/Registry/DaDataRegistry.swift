import Counterparties
import Formats
import Requisites
package import UseCases

/// Parties and banks by DaData, with the provider's key.
package struct DaDataRegistry: Sendable {
    package static let address = "https://suggestions.dadata.ru/suggestions/api/4_1/rs"

    private let key: String
    private let address: String
    private let outgoing: Outgoing

    package init(key: String, address: String = DaDataRegistry.address, outgoing: Outgoing = Outgoing()) {
        self.key = key
        self.address = address
        self.outgoing = outgoing
    }

    /// What is told of another number than the one asked about is no answer.
    package var registry: Registry {
        Registry(
            parties: { inn in
                let found = try read(try ask("party", inn.text), DaData.parties)
                return .parties(found.filter { $0.draft.inn == inn.text })
            },
            bank: { bik in
                try read(try ask("bank", bik.text), DaData.banks).first { $0.bik == bik.text }
            })
    }

    private func ask(_ what: String, _ number: String) throws -> [UInt8] {
        let answer: Outgoing.Answer
        do {
            answer = try outgoing.post(
                DaData.question(number), to: "\(address)/findById/\(what)",
                headers: [
                    "Authorization: Token \(key)", "Content-Type: application/json",
                    "Accept: application/json",
                ])
        } catch is Outgoing.Crowded {
            throw RegistrationProblem.registryBusy
        } catch is Outgoing.Silence {
            throw RegistrationProblem.registrySilent
        }
        switch answer.status {
        case 200: return answer.body
        case 401, 403: throw RegistrationProblem.registryLocked
        case 429: throw RegistrationProblem.registryBusy
        case 500...: throw RegistrationProblem.registrySilent
        default: throw RegistrationProblem.registryUnreadable
        }
    }

    /// Whatever is wrong with an answer is the registry's doing, never the asker's.
    private func read<Result>(_ body: [UInt8], _ reader: ([UInt8]) throws -> Result) throws -> Result {
        do { return try reader(body) } catch { throw RegistrationProblem.registryUnreadable }
    }
}

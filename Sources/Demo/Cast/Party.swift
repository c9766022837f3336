import Contracts
import Counterparties
import UseCases

/// Profiles and contracts of the cast in few words.
enum Party {
    static func company(
        _ form: String, _ name: String, inn: String, kpp: String, ogrn: String, address: AddressDraft?,
        edm: String? = nil
    ) -> CounterpartyDraft {
        var party = CounterpartyDraft()
        party.kind = "legalEntity"
        party.residency = "RU"
        party.inn = inn
        party.kpp = kpp
        party.ogrn = ogrn
        party.name = "\(long(form)) «\(name)»"
        party.shortName = "\(form) «\(name)»"
        party.address = address
        party.edmId = edm
        return party
    }

    static func proprietor(
        _ last: String, _ first: String, _ middle: String, inn: String, ogrnip: String, since: String,
        address: AddressDraft
    ) -> CounterpartyDraft {
        var party = CounterpartyDraft()
        party.kind = "soleProprietor"
        party.residency = "RU"
        party.inn = inn
        party.ogrnip = ogrnip
        party.ogrnipDate = since
        party.lastName = last
        party.firstName = first
        party.middleName = middle
        party.address = address
        return party
    }

    static func individual(_ name: String, of country: String) -> CounterpartyDraft {
        var party = CounterpartyDraft()
        party.kind = "individual"
        party.residency = country
        party.name = name
        return party
    }

    /// A company of another country than Russia, by its number there.
    static func foreign(
        _ form: String, _ name: String, of country: String, bin: String? = nil, taxID: String? = nil,
        address text: String
    ) -> CounterpartyDraft {
        var party = CounterpartyDraft()
        party.kind = "legalEntity"
        party.residency = country
        party.bin = bin
        party.taxId = taxID
        party.name = "\(long(form)) «\(name)»"
        party.shortName = "\(form) «\(name)»"
        party.address = abroad(country, text)
        return party
    }

    static func abroad(_ country: String, _ text: String) -> AddressDraft {
        var address = AddressDraft()
        address.country = country
        address.text = text
        return address
    }

    static func russia(
        _ index: String, _ region: String, _ city: String, _ street: String, _ house: String
    ) -> AddressDraft {
        var address = AddressDraft()
        address.country = "RU"
        address.postalCode = index
        address.regionCode = region
        address.city = city
        address.street = street
        address.house = house
        return address
    }

    static func contract(
        _ number: String, _ date: String, scheme: String = "prepaid", documents: [String]? = nil,
        from: String? = nil, perProject: Bool? = nil, vat: String? = nil, prices: [ContractPriceDraft]? = nil,
        dueDays: Int? = nil, creditLimit: String? = nil
    ) -> ContractDraft {
        var draft = ContractDraft()
        draft.type = "individual"
        draft.number = number
        draft.date = date
        draft.scheme = scheme
        draft.documents = documents
        draft.from = from
        draft.perProject = perProject
        draft.vat = vat
        draft.prices = prices
        draft.dueDays = dueDays
        draft.creditLimit = creditLimit
        return draft
    }

    static func account(
        _ id: String, _ party: CounterpartyDraft, _ pids: [String], region: String = "moscow",
        contracts: [ContractDraft] = [], registered: String = "2025-08-20T09:00:00Z"
    ) -> AccountDraft {
        var draft = AccountDraft()
        draft.account = id
        draft.email = "\(id)@example.test"
        draft.locale = "ru"
        draft.registered = registered
        draft.counterparty = party
        draft.contracts = contracts.isEmpty ? nil : contracts
        draft.projects = pids.map { ProjectDraft(pid: $0, region: region, created: nil) }
        return draft
    }

    private static func long(_ form: String) -> String {
        switch form {
        case "ООО": "Общество с ограниченной ответственностью"
        case "АО": "Акционерное общество"
        case "АНО": "Автономная некоммерческая организация"
        case "ТОО": "Товарищество с ограниченной ответственностью"
        default: form
        }
    }
}

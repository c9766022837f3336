import Basics
import Requisites

/// A counterparty as somebody typed it in: texts, unchecked.
package struct CounterpartyDraft: Hashable, Codable, Sendable {
    package var kind = ""
    package var residency = ""
    package var name: String?
    package var shortName: String?
    package var inn: String?
    package var kpp: String?
    package var ogrn: String?
    package var ogrnip: String?
    package var ogrnipDate: String?
    package var bin: String?
    package var iin: String?
    package var taxId: String?
    package var lastName: String?
    package var firstName: String?
    package var middleName: String?
    package var address: AddressDraft?
    package var bank: BankDraft?
    package var edmId: String?

    package init() {}

    /// A tax number as people know it, under the name that it has for this country and kind.
    package mutating func take(number: String?) {
        switch (residency, kind) {
        case ("RU", _): inn = number
        case ("KZ", "legalEntity"): bin = number
        case ("KZ", _): iin = number
        default: taxId = number
        }
    }

    /// The checked counterparty: names and numbers present, check digits right (R29, O22).
    package func checked() throws -> Counterparty {
        guard let country = Country(residency) else { throw CounterpartiesProblem.unknownCountry(residency) }
        let (identity, fullName) = try identity(country)
        let bank = try bank?.checked()
        if let bank { try check(bank, country) }
        if let edmId { _ = try EDMID(edmId) }
        return Counterparty(
            identity: identity, residency: country, name: fullName, shortName: shortName,
            address: try address?.checked(default: country), bank: bank, edmID: edmId)
    }

    private func identity(_ country: Country) throws -> (Counterparty.Identity, String) {
        switch kind {
        case "individual":
            return (.individual, try needed(name ?? person?.full, "name"))
        case "legalEntity":
            return (try entity(country), try needed(name, "name"))
        case "soleProprietor":
            return try proprietor(country)
        default:
            throw CounterpartiesProblem.unknownKind(kind)
        }
    }

    private func entity(_ country: Country) throws -> Counterparty.Identity {
        if country == .russia {
            let number = try INN(try needed(inn, "inn"))
            guard !number.isPersonal else { throw CounterpartiesProblem.personalNumberOfEntity(number.text) }
            return .russianEntity(inn: number, kpp: try kpp.map(KPP.init), ogrn: try ogrn.map(OGRN.init))
        }
        if country == .kazakhstan { return .kazakhEntity(try KazakhID(try needed(bin, "bin"))) }
        return .foreign(TaxID(try needed(taxId, "taxId")), proprietor: false)
    }

    private func proprietor(_ country: Country) throws -> (Counterparty.Identity, String) {
        if country == .russia {
            let number = try INN(try needed(inn, "inn"))
            guard number.isPersonal else { throw CounterpartiesProblem.entityNumberOfPerson(number.text) }
            guard let person = person ?? personInName else { throw CounterpartiesProblem.missing("lastName") }
            let registered = try ogrnipDate.map { text in
                guard let day = Day(text) else { throw CounterpartiesProblem.badDate("ogrnipDate", text) }
                return day
            }
            let identity = Counterparty.Identity.russianProprietor(
                inn: number, ogrnip: try ogrnip.map(OGRNIP.init), registered: registered, name: person)
            return (identity, name ?? "Индивидуальный предприниматель \(person.full)")
        }
        let fullName = try needed(name ?? person?.full, "name")
        if country == .kazakhstan {
            return (.kazakhProprietor(try KazakhID(try needed(iin ?? bin, "iin"))), fullName)
        }
        return (.foreign(TaxID(try needed(taxId, "taxId")), proprietor: true), fullName)
    }

    private var person: PersonName? {
        guard let lastName, let firstName else { return nil }
        return PersonName(last: lastName, first: firstName, middle: middleName)
    }

    /// «ИП Петров Пётр Петрович» names the person where no separate fields do.
    private var personInName: PersonName? {
        guard let name else { return nil }
        let prefixes = ["Индивидуальный предприниматель ", "ИП "]
        let bare = prefixes.reduce(name) { $0.hasPrefix($1) ? String($0.dropFirst($1.count)) : $0 }
        let words = bare.split(separator: " ", maxSplits: 2).map(String.init)
        guard words.count >= 2 else { return nil }
        return PersonName(last: words[0], first: words[1], middle: words.count > 2 ? words[2] : nil)
    }

    private func check(_ bank: BankDetails, _ country: Country) throws {
        if country == .russia {
            let bik = try BIK(bank.bik)
            guard AccountKey.isValid(account: bank.account, bik: bik) else {
                throw CounterpartiesProblem.badAccountKey(account: bank.account, bik: bank.bik)
            }
        } else if country == .kazakhstan {
            _ = try IBAN(bank.account)
        }
    }

    private func needed(_ text: String?, _ field: String) throws -> String {
        guard let text, text.contains(where: { !$0.isWhitespace }) else {
            throw CounterpartiesProblem.missing(field)
        }
        return text
    }
}

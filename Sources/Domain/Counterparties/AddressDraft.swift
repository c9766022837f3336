package import Requisites

/// An address as somebody typed it in: by parts, or `country` and `text`.
package struct AddressDraft: Hashable, Codable, Sendable {
    package var country: String?
    package var text: String?
    package var postalCode: String?
    package var regionCode: String?
    package var regionName: String?
    package var district: String?
    package var city: String?
    package var settlement: String?
    package var street: String?
    package var house: String?
    package var building: String?
    package var flat: String?
    package var rest: String?

    package init() {}

    package func checked(default country: Country) throws -> Address {
        let code = self.country ?? country.alpha2
        guard let stated = Country(code) else { throw CounterpartiesProblem.unknownCountry(code) }
        let address = text.map { Address.text(stated, $0) } ?? .parts(parts(stated))
        guard address.line.contains(where: { !$0.isWhitespace }) else {
            throw CounterpartiesProblem.missing("address")
        }
        return address
    }

    private func parts(_ country: Country) -> AddressParts {
        AddressParts(
            country: country, postalCode: postalCode, regionCode: regionCode,
            regionName: regionName ?? regionCode.flatMap { RussianRegion($0)?.name }, district: district,
            city: city, settlement: settlement, street: street, house: house, building: building, flat: flat,
            rest: rest)
    }
}

/// Bank details as somebody typed them in.
package struct BankDraft: Hashable, Codable, Sendable {
    package var bik: String?
    package var account: String?
    package var iban: String?
    package var bank: String?
    package var corr: String?
    package var kbe: String?
    package var knp: String?

    package init() {}

    package func checked() throws -> BankDetails {
        guard let number = account ?? iban else { throw CounterpartiesProblem.missing("bank.account") }
        return BankDetails(
            account: number, bik: bik ?? "", bank: bank, correspondent: corr, kbe: kbe, knp: knp)
    }
}

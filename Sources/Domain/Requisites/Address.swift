/// Where a party stands: by parts, as the Russian registers keep it, or as free text with a country.
package enum Address: Hashable, Sendable {
    case parts(AddressParts)
    case text(Country, String)

    package var country: Country {
        switch self {
        case .parts(let parts): parts.country
        case .text(let country, _): country
        }
    }

    /// One line, as printed on a document.
    package var line: String {
        switch self {
        case .parts(let parts): parts.line
        case .text(_, let text): text
        }
    }
}

/// A Russian address by parts (АдрРФ of the UPD); the others may use it too.
package struct AddressParts: Hashable, Sendable {
    package let country: Country
    package let postalCode: String?
    /// Two digits, "77".
    package let regionCode: String?
    package let regionName: String?
    package let district: String?
    package let city: String?
    package let settlement: String?
    package let street: String?
    package let house: String?
    package let building: String?
    package let flat: String?
    package let rest: String?

    package init(
        country: Country, postalCode: String? = nil, regionCode: String? = nil, regionName: String? = nil,
        district: String? = nil, city: String? = nil, settlement: String? = nil, street: String? = nil,
        house: String? = nil, building: String? = nil, flat: String? = nil, rest: String? = nil
    ) {
        self.country = country
        self.postalCode = postalCode
        self.regionCode = regionCode
        self.regionName = regionName
        self.district = district
        self.city = city
        self.settlement = settlement
        self.street = street
        self.house = house
        self.building = building
        self.flat = flat
        self.rest = rest
    }

    package var line: String {
        let named = regionName ?? regionOfCode
        let region = named == city || named == city.map { "г. \($0)" } ? nil : named
        let parts: [String?] = [
            postalCode, region, district, city.map { $0.hasPrefix("г.") ? $0 : "г. \($0)" }, settlement,
            street, house.map { "д. \($0)" }, building.map { "корп. \($0)" }, flat.map { "кв. \($0)" }, rest,
        ]
        return parts.compactMap { $0 }.joined(separator: ", ")
    }

    /// A Russian address is often kept with the code of its region only.
    private var regionOfCode: String? {
        country == .russia ? regionCode.flatMap { RussianRegion($0)?.name } : nil
    }
}

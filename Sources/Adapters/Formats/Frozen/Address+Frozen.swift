import Requisites

extension Address {
    var frozen: JSONValue {
        switch self {
        case .text(let country, let text):
            .frozen([("country", .text(of: country)), ("text", .string(text))])
        case .parts(let parts): parts.frozen
        }
    }

    init(_ record: FrozenRecord) throws(FrozenProblem) {
        if record.has("text") {
            self = .text(try record.meaning("country") { Country($0) }, try record.text("text"))
        } else {
            self = .parts(try AddressParts(record))
        }
    }
}

extension AddressParts {
    fileprivate var frozen: JSONValue {
        .frozen([
            ("country", .text(of: country)), ("postalCode", .text(postalCode)),
            ("regionCode", .text(regionCode)), ("regionName", .text(regionName)),
            ("district", .text(district)), ("city", .text(city)), ("settlement", .text(settlement)),
            ("street", .text(street)), ("house", .text(house)), ("building", .text(building)),
            ("flat", .text(flat)), ("rest", .text(rest)),
        ])
    }

    fileprivate init(_ record: FrozenRecord) throws(FrozenProblem) {
        self.init(
            country: try record.meaning("country") { Country($0) },
            postalCode: try record.optionalText("postalCode"),
            regionCode: try record.optionalText("regionCode"),
            regionName: try record.optionalText("regionName"),
            district: try record.optionalText("district"), city: try record.optionalText("city"),
            settlement: try record.optionalText("settlement"), street: try record.optionalText("street"),
            house: try record.optionalText("house"), building: try record.optionalText("building"),
            flat: try record.optionalText("flat"), rest: try record.optionalText("rest"))
    }
}

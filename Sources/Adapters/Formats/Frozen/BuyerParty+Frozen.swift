import Basics
import Documents
import Requisites

extension BuyerParty {
    var frozen: JSONValue {
        .frozen(
            identity.frozenMembers + [
                ("name", .string(name)), ("shortName", .text(shortName)), ("country", .text(of: country)),
                ("address", address.frozen), ("edmId", .text(edmID)),
            ])
    }

    init(_ record: FrozenRecord) throws(FrozenProblem) {
        self.init(
            identity: try Identity(record), name: try record.text("name"),
            shortName: try record.optionalText("shortName"),
            country: try record.meaning("country") { Country($0) },
            address: try Address(try record.record("address")), edmID: try record.optionalText("edmId"))
    }
}

extension BuyerParty.Identity {
    fileprivate var frozenMembers: [(String, JSONValue?)] {
        switch self {
        case .russianEntity(let inn, let kpp):
            [("kind", "russianEntity"), ("inn", .string(inn.text)), ("kpp", .text(kpp))]
        case .russianProprietor(let inn, let ogrnip, let registered, let name):
            [
                ("kind", "russianProprietor"), ("inn", .string(inn.text)), ("ogrnip", .text(ogrnip)),
                ("ogrnipDate", registered.map { .text(of: $0) }),
            ] + name.frozenMembers
        case .kazakh(let id, proprietor: false): [("kind", "kazakhEntity"), ("bin", .string(id.text))]
        case .kazakh(let id, proprietor: true): [("kind", "kazakhProprietor"), ("iin", .string(id.text))]
        case .foreign(let id): [("kind", "foreign"), ("taxId", .string(id.text))]
        }
    }

    fileprivate init(_ record: FrozenRecord) throws(FrozenProblem) {
        switch try record.text("kind") {
        case "russianEntity":
            self = .russianEntity(
                inn: TaxID(try record.text("inn")), kpp: try record.optionalText("kpp"))
        case "russianProprietor":
            self = .russianProprietor(
                inn: TaxID(try record.text("inn")), ogrnip: try record.optionalText("ogrnip"),
                registered: record.has("ogrnipDate") ? try record.meaning("ogrnipDate") { Day($0) } : nil,
                name: try PersonName(record))
        case "kazakhEntity": self = .kazakh(taxID: TaxID(try record.text("bin")), proprietor: false)
        case "kazakhProprietor": self = .kazakh(taxID: TaxID(try record.text("iin")), proprietor: true)
        case "foreign": self = .foreign(taxID: TaxID(try record.text("taxId")))
        default: throw record.damaged("kind")
        }
    }
}

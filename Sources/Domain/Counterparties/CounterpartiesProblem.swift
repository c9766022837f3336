package import Basics

/// What can be wrong with a customer's own details.
package enum CounterpartiesProblem: Problem, Equatable {
    case missing(String)
    case unknownKind(String)
    case unknownCountry(String)
    case personalNumberOfEntity(String)
    case entityNumberOfPerson(String)
    case badDate(String, String)
    case badAccountKey(account: String, bik: String)

    package var code: String {
        switch self {
        case .missing: "counterparties.missing-field"
        case .unknownKind: "counterparties.unknown-kind"
        case .unknownCountry: "counterparties.unknown-country"
        case .personalNumberOfEntity: "counterparties.personal-number-of-entity"
        case .entityNumberOfPerson: "counterparties.entity-number-of-person"
        case .badDate: "counterparties.bad-date"
        case .badAccountKey: "counterparties.bad-account-key"
        }
    }

    package var kind: ProblemKind {
        if case .missing = self { .missing } else { .invalid }
    }
}

/// What a registry answers to a tax id.
package enum RegistryAnswer: Hashable, Sendable {
    /// All that bear it, head office and branches; empty = not found.
    case parties([RegisteredParty])
    /// The number is in use, and nothing is told of whose it is.
    case confirmed
    /// The number was in use and is no more.
    case ended
}

/// What a look-up of a tax id leads to.
package enum FoundParty: Hashable, Sendable {
    case one(RegisteredParty)
    /// Branches, or two КПП of one: a person chooses.
    case several([RegisteredParty])
    /// The tax service knows the number and tells no more: by hand.
    case confirmed
    /// By hand.
    case none

    /// `kpp`: the one chosen among several; nil = not chosen yet. A party that has ended is refused.
    package init(_ answer: RegistryAnswer, of inn: String, kpp: String? = nil) throws {
        switch answer {
        case .confirmed: self = .confirmed
        case .ended: throw RegistrationProblem.ended(inn)
        case .parties(let parties):
            let alive = parties.filter { $0.state != .liquidated }
            if alive.isEmpty, let gone = parties.first {
                throw RegistrationProblem.ended(gone.draft.shortName ?? gone.draft.name ?? inn)
            }
            let choices = alive.flatMap(\.byKPP)
            if let kpp, let chosen = choices.first(where: { $0.draft.kpp == kpp }) {
                self = .one(chosen)
            } else if choices.count > 1 {
                self = .several(choices)
            } else {
                self = choices.first.map { .one($0) } ?? .none
            }
        }
    }
}

/// A party as a public registry knows it: its details, its state, and who heads it.
package struct RegisteredParty: Hashable, Codable, Sendable {
    /// What has become of it by the registry.
    package enum State: String, Hashable, Codable, Sendable {
        case active
        case liquidating
        case liquidated
        case reorganizing
        case bankrupt
    }

    /// What a form is filled with.
    package var draft: CounterpartyDraft
    package let state: State
    package let isBranch: Bool
    /// The КПП a largest taxpayer has besides its own: a person says which stands in documents.
    package let largestKPP: String?
    /// Name and post, as the registry writes them.
    package let head: String?
    /// The tax service has marked what the registry says as untrue.
    package let isUnreliable: Bool

    package init(
        draft: CounterpartyDraft, state: State = .active, isBranch: Bool = false, largestKPP: String? = nil,
        head: String? = nil, isUnreliable: Bool = false
    ) {
        self.draft = draft
        self.state = state
        self.isBranch = isBranch
        self.largestKPP = largestKPP
        self.head = head
        self.isUnreliable = isUnreliable
    }

    /// One for each КПП that may stand in its documents.
    var byKPP: [RegisteredParty] {
        guard let largestKPP, largestKPP != draft.kpp else { return [self] }
        var largest = self
        largest.draft.kpp = largestKPP
        return [self, largest]
    }
}

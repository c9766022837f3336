import Basics
import Funding

/// Credits by their ids, each looked up once.
struct FundingFacts {
    private let explaining: Explaining
    private var known: [CreditID: CreditFact] = [:]

    init(_ explaining: Explaining) { self.explaining = explaining }

    mutating func source(_ source: PortionRecord.Source) throws -> FundingFact {
        switch source {
        case .grant(let id): try fact(id).map(FundingFact.grant) ?? .debt
        case .lot(let id, let assignee): try fact(id).map { .lot($0.assigned(to: assignee)) } ?? .debt
        case .debt: .debt
        }
    }

    private mutating func fact(_ id: CreditID) throws -> CreditFact? {
        if let fact = known[id] { return fact }
        let fact = try explaining.fact(id)
        known[id] = fact
        return fact
    }
}

extension PortionRecord.Source {
    /// Bonuses, then money, then debt; by id.
    func precedes(_ other: PortionRecord.Source) -> Bool {
        order.0 == other.order.0 ? order.1.precedesBytewise(other.order.1) : order.0 < other.order.0
    }

    private var order: (Int, String) {
        switch self {
        case .grant(let id): (0, id.text)
        case .lot(let id, _): (1, id.text)
        case .debt: (2, "")
        }
    }
}

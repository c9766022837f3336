package import Basics

/// What became of one record of a batch: the others have answers of their own.
package enum Answer: Sendable {
    case taken(Taken)
    case refused(any Problem)

    /// The answer as a single verb gives it.
    package func get() throws -> Taken {
        switch self {
        case .taken(let taken): taken
        case .refused(let problem): throw problem
        }
    }
}

extension Store {
    /// Takes a batch in one transaction, one answer each. `take` must refuse before it writes anything.
    func batch<Element>(
        _ elements: [Element], _ take: (Element, any Records) throws -> Taken
    ) throws -> [Answer] {
        try transaction { records in
            try elements.map { element in
                do { return .taken(try take(element, records)) } catch let problem as any Problem
                    where problem.kind != .unavailable
                {
                    return .refused(problem)
                }
            }
        }
    }
}

package import Basics

/// One operation of the mutual settlements with a customer, as the supplier's books have it (O35): a debit raises
/// what the customer owes, a credit what it has paid.
package struct SettledOperation: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// A document that shows services, one of each package.
        case document(DocumentKind, number: Int)
        /// A bank transfer of the customer's own: of money nothing else stands in an act (R106).
        case payment(number: String, date: Day)
        /// One that had been credited by mistake and was taken back.
        case paymentTakenBack(number: String, date: Day)
        /// What is left of a payment became another payer's, or was another's: an advance that was assigned.
        case advanceAssigned(number: String, date: Day, to: TaxID)
        case advanceTaken(number: String, date: Day, from: TaxID)
        /// The balance goes on under another contract, or comes from one.
        case carried(Basis)
    }

    package let day: Day
    package let kind: Kind
    package let debit: Int64
    package let credit: Int64

    package init(day: Day, kind: Kind, debit: Int64 = 0, credit: Int64 = 0) {
        self.day = day
        self.kind = kind
        self.debit = debit
        self.credit = credit
    }

    /// Within a day what was paid comes first: services are shown when the day is over.
    fileprivate func precedes(_ other: Self) -> Bool {
        if day != other.day { return day < other.day }
        let (own, others) = (place, other.place)
        return own.rank == others.rank ? own.id.precedesBytewise(others.id) : own.rank < others.rank
    }

    private var place: (rank: Int, id: String) {
        switch kind {
        case .payment(let number, let date): (0, "\(date) \(number) \(credit)")
        case .paymentTakenBack(let number, let date): (1, "\(date) \(number) \(debit)")
        case .advanceTaken(let number, let date, _): (0, "\(date) \(number) \(credit)")
        case .advanceAssigned(let number, let date, _): (1, "\(date) \(number) \(debit)")
        case .carried: (2, "")
        case .document(let kind, let number): (3, "\(kind.rawValue) \(pad(number, 9))")
        }
    }

    private func pad(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
}

/// The settlements under one contract in a period; balances are debits less credits.
package struct ReconciledContract: Hashable, Sendable {
    package let basis: Basis
    package let opening: Int64
    package let operations: [SettledOperation]

    package init(basis: Basis, opening: Int64, operations: [SettledOperation]) {
        self.basis = basis
        self.opening = opening
        self.operations = operations
    }

    package var debits: Int64 { operations.reduce(0) { $0 + $1.debit } }
    package var credits: Int64 { operations.reduce(0) { $0 + $1.credit } }
    package var closing: Int64 { opening + debits - credits }
}

/// How an act of reconciliation is drawn up from all that ever passed between two parties.
package enum Reconciliation {
    /// The contracts that have a balance or operations in the days, in the order they came into use; one at least.
    ///
    /// A customer has one contract at a time (R21), so a balance goes over to the next one with its first
    /// operation: else an advance paid under the offer would stand there for ever.
    package static func contracts(
        _ operations: [(basis: Basis, operation: SettledOperation)], from: Day, through: Day, current: Basis
    ) throws -> [ReconciledContract] {
        // Where the sum of all of them can be held, every sum of some of them can.
        _ = try operations.reduce(0) { try Money.sum($0, $1.operation.debit + $1.operation.credit) }
        var tables: [(basis: Basis, opening: Int64, rows: [SettledOperation], balance: Int64)] = []
        func enter(_ operation: SettledOperation, at place: Int) {
            tables[place].balance += operation.debit - operation.credit
            if operation.day < from {
                tables[place].opening += operation.debit - operation.credit
            } else {
                tables[place].rows.append(operation)
            }
        }
        var last: Int?
        for (basis, operation) in operations.sorted(by: { $0.operation.precedes($1.operation) })
        where operation.day <= through {
            let place = tables.firstIndex { $0.basis == basis } ?? tables.count
            if place == tables.count { tables.append((basis, 0, [], 0)) }
            if let last, last != place, tables[last].balance != 0 {
                let balance = tables[last].balance
                let (debit, credit) = (max(0, balance), max(0, -balance))
                enter(
                    SettledOperation(
                        day: operation.day, kind: .carried(basis), debit: credit, credit: debit), at: last)
                enter(
                    SettledOperation(
                        day: operation.day, kind: .carried(tables[last].basis), debit: debit, credit: credit),
                    at: place)
            }
            last = place
            enter(operation, at: place)
        }
        let shown = tables.filter { $0.opening != 0 || !$0.rows.isEmpty }.map {
            ReconciledContract(basis: $0.basis, opening: $0.opening, operations: $0.rows)
        }
        return shown.isEmpty ? [ReconciledContract(basis: current, opening: 0, operations: [])] : shown
    }
}

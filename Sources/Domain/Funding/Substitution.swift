package import Basics
package import Regions

/// Which charges that other money paid a bank transfer pays instead, so that they reach the documents (D11): the
/// oldest first, as far as the transfer's money goes, none that is reported already. The other money is free again.
package struct Substitution<Line: Hashable & Comparable & Sendable>: Hashable, Sendable {
    /// What a payment has paid of one line.
    package struct Part: Hashable, Sendable {
        package let line: Line
        package let service: Month
        package let scheme: PaymentScheme
        /// Where it is booked.
        package let recognised: Month
        /// The month whose package shows the charge first, or would: post-paid ones are shown whatever pays them.
        package let reported: Month
        package let amount: Int64

        package init(
            line: Line, service: Month, scheme: PaymentScheme, recognised: Month, reported: Month,
            amount: Int64
        ) {
            self.line = line
            self.service = service
            self.scheme = scheme
            self.recognised = recognised
            self.reported = reported
            self.amount = amount
        }
    }

    /// One of them that moves, all or in part, and the month that reports it from now on.
    package struct Move: Hashable, Sendable {
        package let part: Part
        package let amount: Int64
        package let month: Month
    }

    package let moves: [Move]
    /// What stays with the payment, by month: shown in documents for good …
    package let reported: [Month: Int64]
    /// … or more than the transfer can pay, or more than was wanted.
    package let left: Int64

    package var amount: Int64 { moves.reduce(0) { $0 + $1.amount } }

    /// What moves, by the month that reports it.
    package var months: [Month: Int64] {
        moves.reduce(into: [:]) { $0[$1.month, default: 0] += $1.amount }
    }

    /// `open` is the customer's earliest open month, `reportable` the first one from a month on that may report
    /// what the transfer pays, `funded` the month of the transfer, `own` the tax id whose
    /// transfers reach the documents of a month; `wanted` nil = all that can move.
    package init(
        of payment: Lot, by transfer: Lot, paid parts: [Part], wanted: Int64? = nil, open: Month?,
        reportable: (Month) -> Month = { $0 }, funded: Month, debts: DebtRecognition, own: (Month) -> TaxID?
    ) throws(FundingProblem) {
        guard payment.isSubstitutable else { throw .notSubstitutable(payment.id) }
        guard case .bank(let payer?, _, _) = transfer.source else { throw .notOwnTransfer(transfer.id) }
        guard let first = parts.map(\.service).min() else { throw .nothingSpent(payment.id) }
        var reported: [Month: Int64] = [:]
        var (moves, left): ([Move], Int64) = ([], 0)
        var rest = min(transfer.remaining, wanted ?? transfer.remaining)
        for part in parts.sorted(by: Substitution.isEarlier) {
            if let open, part.reported < open {
                reported[part.reported, default: 0] += part.amount
                continue
            }
            let taken = min(part.amount, rest)
            rest -= taken
            left += part.amount - taken
            guard taken > 0 else { continue }
            let month = reportable(
                Recognition.month(
                    service: part.service, funded: funded, scheme: part.scheme, open: open, debts: debts))
            moves.append(Move(part: part, amount: taken, month: month))
        }
        self.moves = moves
        self.reported = reported
        self.left = left
        guard moves.map(\.month).allSatisfy({ own($0) == payer }) else { throw .notOwnTransfer(transfer.id) }
        guard !moves.isEmpty else {
            throw left > 0
                ? .transferSpent(transfer.id)
                : .allReported(payment.id, through: reported.keys.max() ?? first)
        }
        if let wanted, amount < wanted {
            throw .lessToSubstitute(
                payment.id, wanted: wanted, possible: amount, reported: reported.values.reduce(0, +))
        }
    }

    private static func isEarlier(_ a: Part, _ b: Part) -> Bool {
        if a.line != b.line { return a.line < b.line }
        if a.recognised != b.recognised { return a.recognised < b.recognised }
        return a.scheme.rawValue < b.scheme.rawValue
    }
}

extension Lot {
    /// Any money but a transfer's: the documents never show what it pays.
    package var isSubstitutable: Bool {
        if case .bank = source { false } else { true }
    }
}

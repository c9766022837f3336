import Basics

/// Finds the project a transfer is for (R86, D14): PID, else a quoted invoice, else a payer with exactly
/// one project; else a person decides.
package enum Match {
    package static func decide(_ line: BankLine, among candidates: MatchCandidates) throws -> MatchDecision {
        if line.isBetweenOwnAccounts, line.direction != .outgoing { return .unclear([.betweenOwnAccounts]) }
        switch line.direction {
        case .outgoing: return .outgoing
        case .unknown: return .unclear([.directionUnknown])
        case .incoming: break
        }
        if let currency = line.line.currency, currency != candidates.currency.rawValue {
            return .unclear([.otherCurrency(currency)])
        }
        if let decision = try byPID(line.line, candidates) { return decision }
        var reasons: [MatchReason] = []
        if let decision = try byInvoice(line.line, candidates, &reasons) { return decision }
        return try byPayer(line.line, candidates, reasons)
    }

    /// A PID that is not ours or of another region spoils the line whatever else it says, and so do two.
    private static func byPID(_ line: StatementLine, _ candidates: MatchCandidates) throws -> MatchDecision? {
        let pids = Purpose.pids(in: line.purpose)
        guard let first = pids.first else { return nil }
        var doubts: [MatchReason] = []
        for pid in pids {
            switch try candidates.regionOfProject(pid) {
            case nil: doubts.append(.unknownPID(pid))
            case candidates.region?: break
            case let region?: doubts.append(.pidOfAnotherRegion(pid, region: region))
            }
        }
        if pids.count > 1 { doubts.append(.severalPIDs(pids)) }
        guard doubts.isEmpty else { return .unclear(doubts) }
        return .matched([MatchShare(project: first, amount: line.amount)], [.pidQuoted(first)])
    }

    /// What is quoted and not found leaves its reason and lets the payer's tax id speak.
    private static func byInvoice(
        _ line: StatementLine, _ candidates: MatchCandidates, _ reasons: inout [MatchReason]
    ) throws -> MatchDecision? {
        var open: [OpenInvoice.Share] = []
        for quote in Purpose.invoices(in: line.purpose) {
            guard let date = quote.date else {
                reasons.append(.invoiceWithoutDate(number: quote.number))
                continue
            }
            let invoices = try candidates.invoices(quote.number, date)
            if invoices.count > 1 { return .unclear([.ambiguousInvoice(number: quote.number, date: date)]) }
            guard let invoice = invoices.first, !invoice.shares.isEmpty else {
                reasons.append(.unknownInvoice(number: quote.number, date: date))
                continue
            }
            for share in invoice.shares
            where try candidates.regionOfProject(share.project) != candidates.region {
                return .unclear([.invoiceOfAnotherRegion(number: quote.number, date: date)])
            }
            open += invoice.shares
            reasons.append(.invoiceQuoted(number: quote.number, date: date))
        }
        guard let first = open.first else { return nil }
        return split(line.amount, over: open, first: first.project, reasons)
    }

    /// In the order given, each up to what it still owes; what is left goes to the first (D14).
    private static func split(
        _ amount: Int64, over open: [OpenInvoice.Share], first: PID, _ reasons: [MatchReason]
    ) -> MatchDecision {
        var order = [first]
        var parts: [PID: Int64] = [:]
        var rest = amount
        for share in open {
            let part = min(rest, share.open)
            if parts[share.project] == nil, share.project != first { order.append(share.project) }
            parts[share.project, default: 0] += part
            rest -= part
        }
        parts[first, default: 0] += rest
        let shares = order.map { MatchShare(project: $0, amount: parts[$0] ?? 0) }.filter { $0.amount > 0 }
        return .matched(shares, rest > 0 ? reasons + [.restToFirst(first, amount: rest)] : reasons)
    }

    private static func byPayer(
        _ line: StatementLine, _ candidates: MatchCandidates, _ reasons: [MatchReason]
    ) throws -> MatchDecision {
        guard let payer = line.payer.taxID else { return .unclear(reasons + [.payerWithoutTaxID]) }
        let projects = try candidates.projectsOfPayer(payer)
        guard let project = projects.first else { return .unclear(reasons + [.payerWithoutProject(payer)]) }
        guard projects.count == 1 else {
            return .unclear(reasons + [.payerWithSeveralProjects(payer, projects)])
        }
        return .matched(
            [MatchShare(project: project, amount: line.amount)],
            reasons + [.onlyProjectOfPayer(payer, project)])
    }
}

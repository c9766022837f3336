import Access
import Basics
import Funding
import Metering
import Projects
import Regions

extension Explaining {
    func credit(_ id: CreditID) throws -> CreditExplanation? {
        guard let kept = try records.credit(id), sees(.detail, [kept.credit.project]),
            let project = try records.project(kept.credit.project),
            try !isFormer(project, kept.credit.at)
        else { return nil }
        let credit = kept.credit
        let region = project.project.region
        let account = try owner(of: project)
        let fact = try fact(credit)
        let charged = try records.chargedPortions(paidBy: id, in: credit.project)
        let spent = charged.reduce(0) { $0 + $1.portion.amount }
        let standing = standing(kept, spent: spent, project)
        var reports = try Reports(self, project, account)
        let lines = Dictionary(grouping: charged, by: \.line.key).sorted { $0.key < $1.key }.map {
            CreditExplanation.PaidLine(
                address: ExplanationAddress.dayLine(credit.project, $0.key).text, line: $0.value[0].line,
                amount: $0.value.reduce(0) { $0 + $1.portion.amount })
        }
        return CreditExplanation(
            fact: fact, region: region, account: account.id, standing: standing, spent: spent,
            substitutions: try substitutions(of: credit),
            assignments: try records.assignments(in: credit.project).filter { $0.assigned.credit == id },
            months: months(lines),
            reports: try reports.sums(
                charged.map { part in
                    let isPostpaid = part.portion.scheme == .postpaid
                    return (
                        part.portion, part.line, source(fact, of: part.portion),
                        isPostpaid ? part.firstRecognised : part.portion.recognised
                    )
                }, in: credit.project), lines: Excerpt(lines, size),
            differences: [
                Difference(
                    .credit, fact.address, stated: credit.amount,
                    explained: spent + standing.rest(of: credit.amount))
            ].compactMap { $0 })
    }

    /// A bank line with each credit made of it.
    func explanation(of line: BankLineRecord) throws -> BankLineExplanation {
        let shares = try records.shares(of: line.id)
        var ids: [CreditID] = []
        for share in shares where !ids.contains(share.credit) { ids.append(share.credit) }
        let credits = try ids.compactMap { try credit($0) }
        let address = ExplanationAddress.bankLine(line.number).text
        var differences = credits.flatMap(\.differences)
        if line.state == .matched {
            let standing = credits.filter { if case .returned = $0.standing { false } else { true } }
            let ids = Set(standing.map(\.fact.credit.id))
            differences += [
                Difference(
                    .bankLine, address, stated: line.amount,
                    explained: standing.reduce(0) { $0 + $1.fact.credit.amount }),
                Difference(
                    .bankLine, address, stated: line.amount,
                    explained: shares.filter { ids.contains($0.credit) }.reduce(0) { $0 + $1.amount }),
            ].compactMap { $0 }
        }
        return BankLineExplanation(
            line: line, statement: try records.statementName(line.statement) ?? "", credits: credits,
            shares: shares, differences: differences)
    }

    private func substitutions(of credit: Credit) throws -> [CreditExplanation.Substitution] {
        try records.substitutions(of: credit.id, in: credit.project).compactMap { kept in
            let isGiven = kept.substituted.payment == credit.id
            let other = isGiven ? kept.substituted.transfer : kept.substituted.payment
            return try fact(other).map {
                CreditExplanation.Substitution(
                    at: kept.at, amount: kept.substituted.amount, other: $0, isGiven: isGiven)
            }
        }
    }

    private func source(_ fact: CreditFact, of portion: PortionRecord) -> FundingFact {
        guard case .lot(_, let assignee) = portion.source else { return .grant(fact) }
        return .lot(fact.assigned(to: assignee))
    }

    /// What a grant has lost is lost by its end, and by nothing else.
    private func standing(
        _ kept: KeptCredit, spent: Int64, _ project: ProjectRecord
    ) -> CreditExplanation.Standing {
        if let returned = kept.returnedAt { return .returned(returned) }
        guard let remaining = kept.remaining else { return .waiting }
        switch kept.credit.kind {
        case .money: return .lot(remaining: remaining)
        case .bonus(_, let expires):
            let isOver = expires <= project.cursor.until && remaining == 0
            return .grant(remaining: remaining, expired: isOver ? kept.credit.amount - spent : 0)
        }
    }

    private func months(_ lines: [CreditExplanation.PaidLine]) -> [CreditExplanation.MonthSum] {
        Dictionary(grouping: lines) { ServiceMonth(service: $0.line.service, month: $0.line.key.day.month) }
            .sorted { $0.key < $1.key }.map { key, lines in
                CreditExplanation.MonthSum(
                    service: key.service, month: key.month, dayLines: lines.count,
                    amount: lines.reduce(0) { $0 + $1.amount })
            }
    }
}

extension CreditExplanation.Standing {
    /// What the credit has besides what it paid.
    fileprivate func rest(of amount: Int64) -> Int64 {
        switch self {
        case .waiting, .returned: amount
        case .lot(let remaining): remaining
        case .grant(let remaining, let expired): remaining + expired
        }
    }
}

private struct ServiceMonth: Hashable, Comparable {
    let service: ServiceName
    let month: Month

    static func < (a: Self, b: Self) -> Bool { (a.month, a.service) < (b.month, b.service) }
}

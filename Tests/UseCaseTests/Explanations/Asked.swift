import Basics
import Contracts
import Funding
import Support
import Testing
import UseCases

/// Answers of one kind, asked of a town.
extension Town {
    func why(_ address: String, rows: Int = 6, after: Int? = nil) throws -> Explanation {
        let explanation = try app.explanations.explain(
            address, showing: ExcerptSize(rows: rows, after: after))
        #expect(explanation.differences == [], "\(address)")
        return explanation
    }

    func dayLine(_ address: String, rows: Int = 6, after: Int? = nil) throws -> DayLineExplanation {
        guard case .dayLine(let value) = try why(address, rows: rows, after: after) else {
            throw TownProblem.badText(address)
        }
        return value
    }

    func documentLine(_ address: String, rows: Int = 6) throws -> DocumentLineExplanation {
        guard case .documentLine(let value) = try why(address, rows: rows), let line = value.lines.first
        else { throw TownProblem.badText(address) }
        return line
    }

    func credited(_ address: String) throws -> CreditExplanation {
        guard case .credit(let value) = try why(address) else { throw TownProblem.badText(address) }
        return value
    }

    func state(_ pid: String) throws -> ProjectExplanation {
        guard case .project(let value) = try why(pid) else { throw TownProblem.badText(pid) }
        return value
    }
}

extension FundingFact {
    /// "grant g-1", "lot bank/1", "debt".
    var told: String {
        switch self {
        case .grant(let fact): "grant \(fact.credit.id)"
        case .lot(let fact): "lot \(fact.bankAddress ?? fact.credit.id.text)"
        case .debt: "debt"
        }
    }
}

extension ReportedSum {
    var told: String {
        let sum = Money.text(minor: amount)
        return switch report {
        case .documents(let addresses): "\(sum) \(addresses.joined(separator: " "))"
        case .monthOpen(let month): "\(sum) open \(month)"
        case .never(let reason): "\(sum) \(reason.rawValue)"
        }
    }
}

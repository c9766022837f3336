import Basics
import Formats
import Funding

extension FuzzTarget {
    /// A credit of a dataset: a card payment or a bonus.
    static let credits = FuzzTarget("credits", longest: 4 << 10) { bytes in
        var lines = CreditLines()
        do throws(DatasetProblem) {
            let credit = try lines.credit(in: bytes[...])
            if credit.amount <= 0 || !Money.range.contains(credit.amount) { return "kept: \(credit)" }
            if case .bonus(let kind, expires: let expires) = credit.kind,
                expires <= credit.at || kind.text.isEmpty
            {
                return "kept: \(credit)"
            }
            return nil
        } catch {
            return Oracle.refusal(error)
        }
    }
}

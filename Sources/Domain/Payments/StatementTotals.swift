import Basics

/// The arithmetic of a bank file: its account sections against themselves, each other and the
/// documents listed.
package enum StatementTotals {
    /// A file is held where an account's totals do not tie, its sections do not follow one another, or
    /// the file ends early (D14). No section at all is sound, and so is one that leaves a total out.
    package static func check(_ file: StatementFile) -> StatementVerdict {
        var reasons = file.flaws.map(\.problem).filter(\.holdsFile)
        if file.isTruncated { reasons.append(.truncated(line: file.lineCount)) }
        for sections in byAccount(file) {
            reasons += sections.compactMap(difference)
            reasons += zip(sections, sections.dropFirst()).compactMap(gap)
        }
        return reasons.isEmpty ? .sound : .held(reasons)
    }

    /// Σ documents ≠ Σ sections only warns: banks leave documents out of a file (format rule 14).
    package static func warnings(_ file: StatementFile) -> [StatementWarning] {
        let listed = sums(of: file.lines)
        return byAccount(file).flatMap { sections -> [StatementWarning] in
            let account = sections.first?.account ?? ""
            let directions: [(PaymentDirection, KeyPath<StatementAccount, Int64?>)] = [
                (.incoming, \.received), (.outgoing, \.spent),
            ]
            return directions.compactMap { direction, total in
                let values = sections.compactMap { $0[keyPath: total] }
                guard values.count == sections.count else { return nil }
                let stated = bounded(values.reduce(Int128(0)) { $0 + Int128($1) })
                let found = bounded(listed[Side(account: account, direction: direction)] ?? 0)
                guard stated != found else { return nil }
                return .sumsDiffer(account: account, direction: direction, stated: stated, listed: found)
            }
        }
    }

    private static func difference(_ section: StatementAccount) -> PaymentsProblem? {
        guard let opening = section.opening, let received = section.received, let spent = section.spent,
            let closing = section.closing
        else { return nil }
        let counted = Int128(opening) + Int128(received) - Int128(spent)
        guard counted != Int128(closing) else { return nil }
        return .totalsDiffer(
            line: section.lineNumber, account: section.account, counted: bounded(counted), stated: closing)
    }

    private static func gap(_ earlier: StatementAccount, _ later: StatementAccount) -> PaymentsProblem? {
        guard let closing = earlier.closing, let opening = later.opening, closing != opening else {
            return nil
        }
        return .chainBroken(
            line: later.lineNumber, account: later.account, closing: closing, opening: opening)
    }

    /// Each account's sections in the order of their periods; banks repeat a section now and then, the
    /// repetition is dropped.
    private static func byAccount(_ file: StatementFile) -> [[StatementAccount]] {
        var order: [String] = []
        var groups: [String: [StatementAccount]] = [:]
        for section in file.accounts {
            if groups[section.account] == nil { order.append(section.account) }
            groups[section.account, default: []].append(section)
        }
        return order.map { inOrder(groups[$0] ?? []) }
    }

    private static func inOrder(_ sections: [StatementAccount]) -> [StatementAccount] {
        var sorted = sections
        if sections.allSatisfy({ $0.from != nil }) {
            let first = Day(number: 0)
            sorted.sort { ($0.from ?? first, $0.lineNumber) < ($1.from ?? first, $1.lineNumber) }
        }
        var kept: [StatementAccount] = []
        for section in sorted where kept.last?.says(theSameAs: section) != true { kept.append(section) }
        return kept
    }

    private struct Side: Hashable {
        let account: String
        let direction: PaymentDirection
    }

    private static func sums(of lines: [StatementLine]) -> [Side: Int128] {
        var sums: [Side: Int128] = [:]
        for line in lines {
            for account in Set(line.payee.accounts) {
                sums[Side(account: account, direction: .incoming), default: 0] += Int128(line.amount)
            }
            for account in Set(line.payer.accounts) {
                sums[Side(account: account, direction: .outgoing), default: 0] += Int128(line.amount)
            }
        }
        return sums
    }

    private static func bounded(_ sum: Int128) -> Int64 { Int64(clamping: sum) }
}

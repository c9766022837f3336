import Basics
import Formats
import Payments

extension FuzzTarget {
    /// A bank's file: read, judged, written and read again.
    static let bankStatement = FuzzTarget("bank-statement", longest: 32 << 10) { bytes in
        let file: StatementFile
        do { file = try OneCStatement.read(bytes) } catch { return Oracle.refusal(error) }
        if file.lines.count + file.accounts.count > bytes.count / 10 {
            return "more sections than bytes bear"
        }
        _ = StatementTotals.check(file)
        _ = StatementTotals.warnings(file)
        if bytes.count > FuzzLimits.big { return nil }
        for line in file.lines {
            if line.amount <= 0 || !Money.range.contains(line.amount) { return "a line of \(line.amount)" }
            let bank = BankLine(line, of: file, own: Set(line.payee.accounts))
            let fields = bank.id.text.split(separator: "|", omittingEmptySubsequences: false)
            if fields.count != 6 { return "the id \(bank.id) has \(fields.count) fields" }
            if let complaint = purposeComplaint(line.purpose) { return complaint }
        }
        return rewritten(file)
    }

    private static func rewritten(_ file: StatementFile) -> String? {
        let written: [UInt8]
        do {
            written = try OneCWriter.write(file, createdOn: Day(number: 0))
        } catch {
            // The writer knows windows-1251 only.
            return error is CodePageProblem ? nil : "could not be written: \(error)"
        }
        do {
            let again = try OneCStatement.read(written)
            if again.isTruncated != file.isTruncated { return "written and read, its end is another" }
            let flaws = again.flaws.filter { $0.problem.code != PaymentsProblem.textAfterEnd(line: 0).code }
            // A section that names no account is read with a flaw each time.
            let mayHaveFlaws = file.accounts.contains { $0.account.isEmpty }
            if !flaws.isEmpty, !mayHaveFlaws { return "what was written has flaws: \(flaws)" }
            guard again.lines.count == file.lines.count else { return "lines came and went" }
            for (a, b) in zip(again.lines, file.lines) where !isSameMoney(a, b) {
                return "another line: \(a), was \(b)"
            }
            guard again.accounts.map(totals) == file.accounts.map(totals) else { return "other totals" }
            return nil
        } catch {
            return "what was written cannot be read: \(error)"
        }
    }

    /// What decides who gets how much.
    private static func isSameMoney(_ a: StatementLine, _ b: StatementLine) -> Bool {
        a.amount == b.amount && a.date == b.date && a.statedDirection == b.statedDirection
            && a.currency == b.currency && Oracle.isSame(a.number, b.number)
            && Oracle.isSame(a.purpose, b.purpose) && a.payer.accounts.first == b.payer.accounts.first
            && a.payee.accounts.first == b.payee.accounts.first
    }

    private static func totals(_ account: StatementAccount) -> [Int64?] {
        [
            account.from.map { Int64($0.number) }, account.to.map { Int64($0.number) }, account.opening,
            account.received, account.spent, account.closing,
        ]
    }
}

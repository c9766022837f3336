import Basics
import Payments

/// Makes an account's totals of a gathered section. A total left out is nil; one that cannot be read is
/// a flaw, which holds the file (D14).
struct OneCAccount {
    let section: OneCSection
    private(set) var flaws: [StatementFlaw] = []

    init(_ section: OneCSection) { self.section = section }

    mutating func totals() -> StatementAccount {
        StatementAccount(
            lineNumber: section.line, account: account(), from: day(.from), to: day(.to),
            opening: sum(.opening, signed: true), received: sum(.received), spent: sum(.spent),
            closing: sum(.closing, signed: true))
    }

    private mutating func account() -> String {
        let account = OneCValues.account(value(.account)?.text ?? "")
        if account.isEmpty { flaw(.account, "", at: section.line) }
        return account
    }

    private mutating func sum(_ key: OneCKey, signed: Bool = false) -> Int64? {
        guard let value = value(key) else { return nil }
        let minor = OneCValues.amount(value.text, signed: signed)
        if minor == nil { flaw(key, value.text, at: value.line) }
        return minor
    }

    private mutating func day(_ key: OneCKey) -> Day? {
        guard let value = value(key) else { return nil }
        let day = OneCValues.day(value.text)
        if day == nil { flaw(key, value.text, at: value.line) }
        return day
    }

    private mutating func value(_ key: OneCKey) -> OneCSection.Value? {
        guard let value = section.values[key] else { return nil }
        if let other = value.contradiction { flaw(key, other, at: value.line) }
        return value
    }

    private mutating func flaw(_ key: OneCKey, _ text: String, at line: Int) {
        flaws.append(
            StatementFlaw(
                line: line,
                problem: .brokenTotal(line: line, field: key.rawValue, text: OneCStatement.quoted(text))))
    }
}

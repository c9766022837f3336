import Basics
import Payments

/// Makes a line of a gathered document section, or names what is wrong with it.
struct OneCDocument {
    let section: OneCSection

    func line() throws(PaymentsProblem) -> StatementLine {
        if let line = section.tooLongLine {
            throw .lineTooLong(line: line, limit: OneCStatement.longestLine)
        }
        let (amount, stated) = try money()
        let date = try day(.date, .documentDate, .operationDate)
        guard let date else { throw absent(.date) }
        let operation = try day(.operationDate, .valueDate)
        return StatementLine(
            lineNumber: section.line, kind: section.text(.documentKind) ?? section.title,
            number: try number(),
            date: date, amount: amount, payer: try payer(), payee: try payee(),
            receivedOn: try day(.receivedOn) ?? operation, debitedOn: try day(.debitedOn) ?? operation,
            purpose: purpose, statedDirection: stated,
            currency: section.text(.currency).map(OneCValues.currency))
    }

    private func number() throws(PaymentsProblem) -> String {
        guard let value = try single(.number, .documentNumber) else { throw absent(.number) }
        guard value.text.utf8.count <= 100, !value.text.contains("|") else {
            throw unreadable(.number, value)
        }
        return value.text
    }

    /// The Kazakh dialect gives the sum once more under the direction's own key; "0" there means no.
    private func money() throws(PaymentsProblem) -> (Int64, PaymentDirection?) {
        let whole = try sum(.amount)
        let income = try sum(.amountIn).flatMap { $0 == 0 ? nil : $0 }
        let outgo = try sum(.amountOut).flatMap { $0 == 0 ? nil : $0 }
        if let income, let outgo { throw contradiction(.amountIn, income, outgo) }
        let directed = income ?? outgo
        if let whole, let directed, whole != directed { throw contradiction(.amount, whole, directed) }
        guard let amount = whole ?? directed else { throw absent(.amount) }
        guard amount > 0 else {
            throw .brokenLine(line: section.line, field: OneCKey.amount.rawValue, .unreadable("0"))
        }
        return (amount, income != nil ? .incoming : outgo != nil ? .outgoing : nil)
    }

    private func sum(_ key: OneCKey) throws(PaymentsProblem) -> Int64? {
        guard let value = try single(key) else { return nil }
        guard let minor = OneCValues.amount(value.text) else { throw unreadable(key, value) }
        return minor
    }

    private func day(_ keys: OneCKey...) throws(PaymentsProblem) -> Day? {
        for key in keys {
            guard let value = try single(key) else { continue }
            guard let day = OneCValues.day(value.text) else { throw unreadable(key, value) }
            return day
        }
        return nil
    }

    private func payer() throws(PaymentsProblem) -> StatementParty {
        party(
            name: section.text(.payerName, .payer, .payerTitle),
            taxID: try single(.payerTaxID, .payerBIN)?.text,
            kpp: section.text(.payerKPP),
            accounts: [try single(.payerAccount), try single(.payerBankAccount), try single(.payerIBAN)],
            bik: section.text(.payerBIK, .payerBankBIK), bank: section.text(.payerBank, .payerBankTitle))
    }

    private func payee() throws(PaymentsProblem) -> StatementParty {
        party(
            name: section.text(.payeeName, .recipient, .payeeTitle),
            taxID: try single(.payeeTaxID, .payeeBIN)?.text, kpp: section.text(.payeeKPP),
            accounts: [try single(.payeeAccount), try single(.payeeBankAccount), try single(.payeeIBAN)],
            bik: section.text(.payeeBIK, .payeeBankBIK), bank: section.text(.payeeBank, .payeeBankTitle))
    }

    private func party(
        name: String?, taxID: String?, kpp: String?, accounts: [OneCSection.Value?], bik: String?,
        bank: String?
    ) -> StatementParty {
        let split = OneCValues.name(name ?? "")
        var known: [String] = []
        for account in accounts.compactMap({ $0.map { OneCValues.account($0.text) } })
        where !account.isEmpty && !known.contains(account) { known.append(account) }
        return StatementParty(
            name: split.name, taxID: taxID.flatMap(OneCValues.taxID) ?? split.taxID,
            kpp: kpp.flatMap(OneCValues.kpp), accounts: known, bik: bik, bank: bank)
    }

    /// Split over six keys by some banks; the whole one goes first.
    private var purpose: String {
        let parts: [OneCKey] = [.purpose1, .purpose2, .purpose3, .purpose4, .purpose5, .purpose6]
        return section.text(.purpose) ?? parts.compactMap { section.text($0) }.joined(separator: " ")
    }

    /// The value of the first key given. What decides on money must not be given twice differently.
    private func single(_ keys: OneCKey...) throws(PaymentsProblem) -> OneCSection.Value? {
        for key in keys {
            guard let value = section.values[key] else { continue }
            if let other = value.contradiction {
                throw .brokenLine(
                    line: value.line, field: key.rawValue,
                    .contradictory(OneCStatement.quoted(value.text), OneCStatement.quoted(other)))
            }
            return value
        }
        return nil
    }

    private func absent(_ key: OneCKey) -> PaymentsProblem {
        .brokenLine(line: section.line, field: key.rawValue, .absent)
    }

    private func unreadable(_ key: OneCKey, _ value: OneCSection.Value) -> PaymentsProblem {
        .brokenLine(line: value.line, field: key.rawValue, .unreadable(OneCStatement.quoted(value.text)))
    }

    private func contradiction(_ key: OneCKey, _ a: Int64, _ b: Int64) -> PaymentsProblem {
        .brokenLine(
            line: section.line, field: key.rawValue,
            .contradictory(Money.text(minor: a), Money.text(minor: b)))
    }
}

package import Basics
package import Payments

/// Writes a bank file as banks write it, windows-1251 and CRLF, for the demo and for tests.
package enum OneCWriter {
    /// Throws where a letter is not in windows-1251. A line break in a value becomes a blank, so that no
    /// payer can write a section of his own.
    package static func write(_ file: StatementFile, createdOn: Day) throws -> [UInt8] {
        var rows = [
            OneCKey.start.rawValue, row(.version, file.version ?? "1.03"), row(.encoding, "Windows"),
            row(.sender, file.sender ?? ""), row(.createdOn, createdOn.dotted), row(.createdAt, "09:00:00"),
        ]
        rows += file.headingAccounts.map { row(.account, $0) }
        for account in file.accounts { rows += section(account) }
        for line in file.lines { rows += document(line) }
        if !file.isTruncated { rows.append(OneCKey.end.rawValue) }
        return try CodePage.windows1251.encode(rows.map { $0 + "\r\n" }.joined())
    }

    private static func section(_ account: StatementAccount) -> [String] {
        [
            OneCKey.accountSection.rawValue, row(.from, account.from?.dotted), row(.to, account.to?.dotted),
            row(.account, account.account), row(.opening, account.opening.map(Money.text)),
            row(.received, account.received.map(Money.text)), row(.spent, account.spent.map(Money.text)),
            row(.closing, account.closing.map(Money.text)), OneCKey.accountEnd.rawValue,
        ]
    }

    private static func document(_ line: StatementLine) -> [String] {
        var rows = [
            row(.documentSection, line.kind), row(.number, line.number), row(.date, line.date.dotted),
            row(.amount, Money.text(minor: line.amount)), row(.payerAccount, line.payer.account),
            row(.debitedOn, line.debitedOn?.dotted), row(.payer, line.payer.name),
            row(.payerTaxID, line.payer.taxID?.text), row(.payerKPP, line.payer.kpp),
            row(.payerName, line.payer.name), row(.payerBankAccount, line.payer.accounts.last),
            row(.payerBank, line.payer.bank), row(.payerBIK, line.payer.bik),
            row(.payeeAccount, line.payee.account), row(.receivedOn, line.receivedOn?.dotted),
            row(.recipient, line.payee.name), row(.payeeTaxID, line.payee.taxID?.text),
            row(.payeeKPP, line.payee.kpp), row(.payeeName, line.payee.name),
            row(.payeeBankAccount, line.payee.accounts.last), row(.payeeBank, line.payee.bank),
            row(.payeeBIK, line.payee.bik), row(.purpose, line.purpose),
        ]
        switch line.statedDirection {
        case .incoming?: rows.append(row(.amountIn, Money.text(minor: line.amount)))
        case .outgoing?: rows.append(row(.amountOut, Money.text(minor: line.amount)))
        case .unknown?, nil: break
        }
        if let currency = line.currency { rows.append(row(.currency, currency)) }
        return rows + [OneCKey.documentEnd.rawValue]
    }

    private static func row(_ key: OneCKey, _ value: String?) -> String {
        "\(key.rawValue)=\(OneCValues.clean(Array((value ?? "").utf8)[...]))"
    }
}

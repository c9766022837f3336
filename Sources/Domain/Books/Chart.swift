package import Basics
package import Funding
package import Ledger

/// The chart of accounts: every account a book may hold, named after the Russian plan of accounts.
/// Debit is positive. The page to read beside it is PostingRule.swift.
package enum Chart {
    // Money
    /// 51 Расчётные счета: money on the supplier's bank account.
    package static let bank = AccountCode("51")
    /// 57 Переводы в пути: money an acquirer or operator holds for us, by means of payment.
    package static func inTransit(_ means: String) -> AccountCode { AccountCode("57.\(means)") }
    /// 76.09 Невыясненные поступления: bank money whose project is not known yet (suspense).
    package static let suspense = AccountCode("76.09")
    /// 79 Внутрихозяйственные расчёты: joins a project's book with the supplier's.
    package static let clearing = AccountCode("79")

    // The customer
    /// 62.02 Авансы полученные: a project's unspent money, by where it came from.
    package static func advance(_ source: LotSource) -> AccountCode { AccountCode("62.02.\(source.word)") }
    /// 62.01 Задолженность: charges nobody has paid yet.
    package static let debt = AccountCode("62.01")

    // Bonuses
    /// 44 Расходы на продажу: what bonuses cost us.
    package static let bonusCost = AccountCode("44")
    /// 96 Резервы: bonuses granted and not spent, by type.
    package static func bonus(_ type: BonusType) -> AccountCode { AccountCode("96.\(type)") }

    // Income
    /// 98.01 Доходы будущих периодов: prepaid charges in debt, reported when money pays them.
    package static let deferred = AccountCode("98.01")
    /// 98.02 Services to be documented in a month, by who paid: a transfer's payer …
    package static func toDocument(payer: TaxID?, in month: Month) -> AccountCode {
        AccountCode("98.02.bank:\(payer?.text ?? "").\(month)")
    }
    /// … or, post-paid, nobody in particular.
    package static func toDocumentPostpaid(in month: Month) -> AccountCode {
        AccountCode("98.02.postpaid.\(month)")
    }
    /// What the codes of services to be documented begin with.
    package static let toDocumentPrefix = "98.02."
    /// Reads such a code back: the payer, nil for post-paid services, and the month.
    package static func documented(_ account: AccountCode) -> (payer: TaxID?, month: Month)? {
        guard account.text.hasPrefix(toDocumentPrefix), let month = Month(account.text.suffix(7)) else {
            return nil
        }
        let middle = account.text.dropFirst(toDocumentPrefix.count).dropLast(8)
        if middle == "postpaid" { return (nil, month) }
        guard middle.hasPrefix("bank:") else { return nil }
        return (TaxID(String(middle.dropFirst(5))), month)
    }
    /// 90.01 Выручка of issued documents, without VAT.
    package static let revenue = AccountCode("90.01")
    /// 90.01 Income that no document shows: cards, wallets and the like (R106).
    package static func revenueUndocumented(_ month: Month) -> AccountCode {
        AccountCode("90.01.other.\(month)")
    }
    /// 90.01 Services given for bonuses.
    package static let revenueBonus = AccountCode("90.01.bonus")
    /// 68.02 НДС к уплате.
    package static let vat = AccountCode("68.02")
}

extension LotSource {
    /// The source as account codes and listings spell it.
    package var word: String {
        switch self {
        case .bank(let payer, _, _): "bank:\(payer?.text ?? "")"
        default: means
        }
    }

    /// The means of payment alone.
    package var means: String {
        switch self {
        case .bank: "bank"
        case .card: "card"
        case .sbp: "sbp"
        case .wallet: "wallet"
        case .mobile: "mobile"
        }
    }
}

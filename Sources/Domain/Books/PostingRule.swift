package import Basics
package import Funding
package import Ledger

/// Every business event that touches the books, and how it is posted. An accountant reads this page;
/// a plain-text golden shows each rule with figures.
package enum PostingRule: Hashable, Sendable {
    /// Money reached a project: a card payment, a matched transfer.
    case moneyReceived(LotSource, Int64)
    /// A transfer whose project is not known.
    case unclearReceived(Int64)
    /// A person said whose it is: the supplier's book lets it go, the project's takes it.
    case suspenseReleased(Int64)
    case suspenseTaken(LotSource, Int64)
    /// What a person had chosen is taken back: the project's book lets the money go, the supplier's has it in
    /// suspense again; without suspense it never left the bank account.
    case suspenseGivenBack(LotSource, Int64)
    case suspenseRestored(Int64)
    case moneyGivenBack(LotSource, Int64)
    /// Bonuses were granted, or what was left of them expired.
    case bonusGranted(BonusType, Int64)
    case bonusExpired(BonusType, Int64)
    /// A charge, by what paid for it; `month` is the month it is reported in.
    case chargePaidByBonus(BonusType, Int64)
    case chargePaidByMoney(LotSource, PaymentScheme, month: Month, Int64)
    case chargeInDebt(PaymentScheme, month: Month, Int64)
    /// Money paid a debt.
    case debtPaid(LotSource, PaymentScheme, month: Month, Int64)
    /// A transfer pays what other money had paid: that one is an advance again, and the charge waits for the
    /// document of the transfer's month instead of the income of its own.
    case fundingSubstituted(
        LotSource, from: Month, by: LotSource, to: Month, PaymentScheme, Int64)
    /// A payer's advance is handed to another by a letter of both.
    case advanceAssigned(LotSource, to: TaxID, Int64)
    /// A package was issued: what of it stood to be documented in a project's book, then the sum in the
    /// supplier's book.
    case shareDocumented(AccountCode, Int64)
    case packageIssued(net: Int64, vat: Int64)

    package var entries: [Entry] {
        switch self {
        case .moneyReceived(let source, let sum):
            [Entry(source.asset, debit: sum), Entry(Chart.advance(source), credit: sum)]
        case .unclearReceived(let sum):
            [Entry(Chart.bank, debit: sum), Entry(Chart.suspense, credit: sum)]
        case .suspenseReleased(let sum):
            [Entry(Chart.suspense, debit: sum), Entry(Chart.clearing, credit: sum)]
        case .suspenseTaken(let source, let sum):
            [Entry(Chart.clearing, debit: sum), Entry(Chart.advance(source), credit: sum)]
        case .suspenseGivenBack(let source, let sum):
            [Entry(Chart.advance(source), debit: sum), Entry(Chart.clearing, credit: sum)]
        case .suspenseRestored(let sum):
            [Entry(Chart.clearing, debit: sum), Entry(Chart.suspense, credit: sum)]
        case .moneyGivenBack(let source, let sum):
            [Entry(Chart.advance(source), debit: sum), Entry(source.asset, credit: sum)]
        case .bonusGranted(let type, let sum):
            [Entry(Chart.bonusCost, debit: sum), Entry(Chart.bonus(type), credit: sum)]
        case .bonusExpired(let type, let sum):
            [Entry(Chart.bonus(type), debit: sum), Entry(Chart.bonusCost, credit: sum)]
        case .chargePaidByBonus(let type, let sum):
            [Entry(Chart.bonus(type), debit: sum), Entry(Chart.revenueBonus, credit: sum)]
        case .chargePaidByMoney(let source, let scheme, let month, let sum):
            [
                Entry(Chart.advance(source), debit: sum),
                Entry(source.income(scheme, month), credit: sum),
            ]
        case .chargeInDebt(.prepaid, _, let sum):
            [Entry(Chart.debt, debit: sum), Entry(Chart.deferred, credit: sum)]
        case .chargeInDebt(.postpaid, let month, let sum):
            [Entry(Chart.debt, debit: sum), Entry(Chart.toDocumentPostpaid(in: month), credit: sum)]
        case .debtPaid(let source, .prepaid, let month, let sum):
            [
                Entry(Chart.advance(source), debit: sum), Entry(Chart.debt, credit: sum),
                Entry(Chart.deferred, debit: sum), Entry(source.income(.prepaid, month), credit: sum),
            ]
        case .debtPaid(let source, .postpaid, _, let sum):
            [Entry(Chart.advance(source), debit: sum), Entry(Chart.debt, credit: sum)]
        case .fundingSubstituted(let source, let from, let other, let to, let scheme, let sum):
            [
                Entry(Chart.advance(other), debit: sum), Entry(Chart.advance(source), credit: sum),
                Entry(source.income(scheme, from), debit: sum), Entry(other.income(scheme, to), credit: sum),
            ]
        case .advanceAssigned(let source, let other, let sum):
            [
                Entry(Chart.advance(source), debit: sum),
                Entry(Chart.advance(source.assigned(to: other)), credit: sum),
            ]
        case .shareDocumented(let account, let sum):
            [Entry(account, debit: sum), Entry(Chart.clearing, credit: sum)]
        case .packageIssued(let net, let vat):
            [
                Entry(Chart.clearing, debit: net + vat), Entry(Chart.revenue, credit: net),
                Entry(Chart.vat, credit: vat),
            ]
        }
    }
}

extension LotSource {
    /// Where the money itself lies.
    fileprivate var asset: AccountCode {
        if case .bank = self { Chart.bank } else { Chart.inTransit(means) }
    }

    /// Where a charge this money pays is earned: transfers and all post-paid services wait for a
    /// document, the rest never gets one (D10).
    fileprivate func income(_ scheme: PaymentScheme, _ month: Month) -> AccountCode {
        switch (scheme, self) {
        case (.postpaid, _): Chart.toDocumentPostpaid(in: month)
        case (.prepaid, .bank(let payer, _, _)): Chart.toDocument(payer: payer, in: month)
        case (.prepaid, _): Chart.revenueUndocumented(month)
        }
    }
}

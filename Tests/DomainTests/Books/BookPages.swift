import Basics
import Books
import Funding

/// One page for every posting rule, with an example of each way it goes.
enum BookPages {
    /// The page's name; a new rule does not compile without one.
    static func name(of rule: PostingRule) -> String {
        switch rule {
        case .moneyReceived: "money-received"
        case .unclearReceived: "unclear-received"
        case .suspenseReleased: "suspense-released"
        case .suspenseTaken: "suspense-taken"
        case .suspenseGivenBack: "suspense-given-back"
        case .suspenseRestored: "suspense-restored"
        case .moneyGivenBack: "money-given-back"
        case .bonusGranted: "bonus-granted"
        case .bonusExpired: "bonus-expired"
        case .chargePaidByBonus: "charge-paid-by-bonus"
        case .chargePaidByMoney: "charge-paid-by-money"
        case .chargeInDebt: "charge-in-debt"
        case .debtPaid: "debt-paid"
        case .shareDocumented: "share-documented"
        case .packageIssued: "package-issued"
        case .fundingSubstituted: "funding-substituted"
        case .advanceAssigned: "advance-assigned"
        }
    }

    static let names = [
        "money-received", "unclear-received", "suspense-released", "suspense-taken",
        "suspense-given-back", "suspense-restored", "money-given-back", "bonus-granted",
        "bonus-expired", "charge-paid-by-bonus", "charge-paid-by-money", "charge-in-debt", "debt-paid",
        "funding-substituted", "advance-assigned", "share-documented", "package-issued",
    ]

    static let all: [BookPage] = [
        BookPage(
            title: "Деньги поступили на проект",
            examples: sources.map { .init(title: $0.title, rule: .moneyReceived($0.source, 1_000_00)) }),
        BookPage(
            title: "Банковский перевод, получатель которого не ясен (книга поставщика)",
            examples: [.init(title: "Перевод 1 000 рублей", rule: .unclearReceived(1_000_00))]),
        BookPage(
            title: "Невыясненное поступление разобрано: книга поставщика отдаёт его",
            examples: [.init(title: "Перевод 1 000 рублей", rule: .suspenseReleased(1_000_00))]),
        BookPage(
            title: "Невыясненное поступление разобрано: книга проекта принимает его",
            examples: sources.prefix(2).map {
                .init(title: $0.title, rule: .suspenseTaken($0.source, 1_000_00))
            }),
        BookPage(
            title: "Выбор проекта отменён: книга проекта отдаёт деньги обратно",
            examples: sources.prefix(2).map {
                .init(title: $0.title, rule: .suspenseGivenBack($0.source, 1_000_00))
            }),
        BookPage(
            title: "Выбор проекта отменён: деньги снова среди невыясненных (книга поставщика)",
            examples: [.init(title: "Перевод 1 000 рублей", rule: .suspenseRestored(1_000_00))]),
        BookPage(
            title: "Выбор проекта отменён: деньги не были среди невыясненных",
            examples: sources.prefix(2).map {
                .init(title: $0.title, rule: .moneyGivenBack($0.source, 1_000_00))
            }),
        BookPage(
            title: "Начислены бонусы",
            examples: [
                .init(title: "Бонусы на виртуальные машины", rule: .bonusGranted(BonusType("vm"), 2_000_00))
            ]),
        BookPage(
            title: "Остаток бонусов сгорел",
            examples: [
                .init(title: "Бонусы на виртуальные машины", rule: .bonusExpired(BonusType("vm"), 500_00))
            ]),
        BookPage(
            title: "Списание за услуги, оплаченное бонусами",
            examples: [
                .init(
                    title: "Бонусы на виртуальные машины", rule: .chargePaidByBonus(BonusType("vm"), 1_500_00)
                )
            ]),
        BookPage(
            title: "Списание за услуги, оплаченное деньгами проекта",
            examples: schemes.flatMap { scheme in
                sources.map {
                    .init(
                        title: "\(scheme.title). \($0.title)",
                        rule: .chargePaidByMoney($0.source, scheme.scheme, month: january, 122_00))
                }
            }),
        BookPage(
            title: "Списание за услуги в долг",
            examples: schemes.map {
                .init(title: $0.title, rule: .chargeInDebt($0.scheme, month: january, 122_00))
            }),
        BookPage(
            title: "Поступление гасит долг",
            examples: schemes.flatMap { scheme in
                sources.map {
                    .init(
                        title: "\(scheme.title). \($0.title)",
                        rule: .debtPaid($0.source, scheme.scheme, month: february, 122_00))
                }
            }),
        BookPage(
            title: "Финансирование заменено: перевод оплачивает то, что оплатила карта",
            examples: schemes.flatMap { scheme in
                sources.suffix(4).map {
                    .init(
                        title: "\(scheme.title). \($0.title), услуги января, перевод февраля",
                        rule: .fundingSubstituted(
                            $0.source, from: scheme.scheme == .prepaid ? january : february,
                            by: sources[0].source, to: february, scheme.scheme, 122_00))
                }
            }),
        BookPage(
            title: "Аванс передан другому плательщику",
            examples: [
                .init(
                    title: "Перевод плательщика 7707083893, аванс передан плательщику 7704123450",
                    rule: .advanceAssigned(sources[0].source, to: TaxID("7704123450"), 1_000_00))
            ]),
        BookPage(
            title: "Пакет документов выставлен: доля проекта (книга проекта)",
            examples: [
                .init(
                    title: "Аванс, перевод плательщика 7707083893, услуги января",
                    rule: .shareDocumented(Chart.toDocument(payer: TaxID("7707083893"), in: january), 122_00)),
                .init(
                    title: "Постоплата, услуги января",
                    rule: .shareDocumented(Chart.toDocumentPostpaid(in: january), 122_00)),
            ]),
        BookPage(
            title: "Пакет документов выставлен (книга поставщика)",
            examples: [
                .init(title: "С НДС 22 %", rule: .packageIssued(net: 100_00, vat: 22_00)),
                .init(title: "Без НДС", rule: .packageIssued(net: 122_00, vat: 0)),
            ]),
    ]

    static let january = The.month("2026-01")
    static let february = The.month("2026-02")

    static let schemes: [(title: String, scheme: PaymentScheme)] = [
        ("Аванс", .prepaid), ("Постоплата", .postpaid),
    ]

    static let sources: [(title: String, source: LotSource)] = [
        ("Перевод плательщика с ИНН", bank("7707083893")), ("Перевод плательщика без ИНН", bank(nil)),
        ("Банковская карта", .card(nil)), ("СБП", .sbp), ("Электронный кошелёк", .wallet),
        ("Счёт мобильного телефона", .mobile),
    ]

    private static func bank(_ payer: String?) -> LotSource {
        .bank(payer: payer.map(TaxID.init), number: "17", date: The.day("2026-01-12"))
    }
}

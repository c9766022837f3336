import Notices
import Regions

/// What happens once in the thirteen months, in the order of days.
enum Happenings {
    static let all: [Happening] = money + papers + left

    /// Bonuses, other people's money, changes of price.
    private static let money: [Happening] = [
        Happening(
            day: "2025-09-03",
            what: .grant(
                pid: "mcs0000000005", amount: 3_000_00, type: "compute", expires: "2025-12-31T21:00:00Z"),
            note: Phrase(
                en: "ООО «Одуванчик» is granted 3,000 compute bonuses until the end of the year",
                ru: "ООО «Одуванчик» получает 3 000 бонусов на вычисления до конца года")),
        Happening(
            day: "2025-09-10",
            what: .grant(
                pid: "mcs0000000004", amount: 4_000_00, type: "storage", expires: "2026-03-01T00:00:00Z"),
            note: Phrase(
                en: "Сидоров is granted 4,000 storage bonuses; what he does not use by March expires",
                ru: "Сидоров получает 4 000 бонусов на хранилище; что останется к марту, сгорит")),
        Happening(
            day: "2025-10-01", what: .nothing,
            note: Phrase(
                en: "the contract price of a core for ООО «Ветерок» begins",
                ru: "начинает действовать договорная цена ядра для ООО «Ветерок»")),
        Happening(
            day: "2025-12-19",
            what: .transfer(
                Transfer(
                    .moscow, 2_500_00, from: "ООО «Друг Петрова»", thirdParty,
                    account: "40702810200000008887",
                    for: "Оплата за ИП Петрова, MCS0000000002, облачные услуги")),
            note: Phrase(
                en: "another company pays for ИП Петров: credited, but not in his documents",
                ru: "за ИП Петрова платит другая компания: зачислено, но в его документы не войдёт")),
        Happening(
            day: "2026-03-10",
            what: .price(.cores, "0.0152", .moscow, from: "2026-03-16"),
            note: Phrase(
                en: "a core costs more in Moscow from the 16th", ru: "в Москве с 16-го числа ядро дорожает")),
        Happening(
            day: "2026-05-12",
            what: .price(.disk, "0.002010", .kazakhstan, from: "2026-05-20"),
            note: Phrase(
                en: "a disk costs more in Kazakhstan from the 20th",
                ru: "в Казахстане с 20-го числа диск дорожает")),
    ]

    /// What documents and the bank are about.
    private static let papers: [Happening] = [
        Happening(
            day: "2025-11-14",
            what: .transfer(
                Transfer(
                    .moscow, 450_00, from: "БАНК ГПБ (АО)", nil, account: "70601810000000002701",
                    for: "Комиссия за ведение счета", isOutgoing: true)),
            note: Phrase(
                en: "the bank takes its fee: an outgoing line, kept and not matched",
                ru: "банк берёт комиссию: исходящая строка, хранится и не сопоставляется")),
        Happening(
            day: "2026-01-01", what: .nothing,
            note: Phrase(
                en: "VAT rises: 22% in Russia, 16% in Kazakhstan",
                ru: "НДС растёт: 22 % в России, 16 % в Казахстане")),
        Happening(
            day: "2026-02-05", what: .lateUsage(account: "sever", day: "2026-01-30"),
            note: Phrase(
                en: "usage of 30 January comes after January is closed: it goes into February's documents of "
                    + "АО «Север»",
                ru: "потребление за 30 января приходит после закрытия января: оно войдёт в февральские "
                    + "документы АО «Север»")),
        Happening(
            day: "2026-02-10",
            what: .transfer(
                Transfer(
                    .moscow, 12_000_00, from: "ООО «Василёк»", "7701000019", account: "40702810038000003351",
                    for: "Оплата облачных услуг")),
            note: Phrase(
                en: "ООО «Василёк» has five projects and names none: the payment is unclear",
                ru: "у ООО «Василёк» пять проектов, и ни один не назван: платёж не выяснен")),
        Happening(
            day: "2026-02-17",
            what: .transfer(
                Transfer(
                    .moscow, 4_000_00, from: "ООО «Одуванчик»", "7725000064", account: "40702810538000002234",
                    for: "Пополнение проекта mcs0000000005"))),
        Happening(
            day: "2026-06-19",
            what: .transfer(
                Transfer(
                    .moscow, 4_000_00, from: "ООО «Одуванчик»", "7725000064", account: "40702810538000002234",
                    for: "Пополнение проекта mcs0000000005"))),
        Happening(
            day: "2026-02-11", what: .match(amount: 12_000_00, pid: "mcs0000000011"),
            note: Phrase(
                en: "a person asks, and gives the payment to mcs0000000011",
                ru: "сотрудник спрашивает и отдаёт платёж проекту mcs0000000011")),
        Happening(
            day: "2026-04-01", what: .nothing,
            note: Phrase(
                en: "ИП Орлова changes over from prepaid to post-paid",
                ru: "ИП Орлова переходит с предоплаты на постоплату")),
        Happening(
            day: "2026-09-16", what: .conserve(pid: "mcs0000000015"),
            note: Phrase(
                en:
                    "ООО «Василёк» has a project conserved; what is still used there is disputed, not charged",
                ru:
                    "ООО «Василёк» консервирует проект: что в нём ещё потребят, станет спорным и списано не будет"
            )),
        Happening(
            day: "2026-08-10", what: .nothing,
            note: Phrase(
                en: "АО «Тишина» comes, without an address: its documents will wait",
                ru: "приходит АО «Тишина», без адреса: её документы будут ждать")),
    ]

    /// What is left for a person when the play is over.
    private static let left: [Happening] = [
        Happening(
            day: "2026-09-21",
            what: .transfer(
                Transfer(
                    .moscow, 7_700_00, from: "ООО «Незнакомка»", stranger, account: "40702810200000009996",
                    for: "Предоплата по договору")),
            note: Phrase(
                en: "money comes from a company nobody knows",
                ru: "приходят деньги от компании, которую никто не знает")),
        Happening(
            day: "2026-09-23",
            what: .transfer(
                Transfer(
                    .moscow, 1_000_00, from: "ООО «Ромашка»", "7707083893", account: "40702810038000001117",
                    for: "Пополнение проекта mcs0000000010")),
            note: Phrase(
                en: "ООО «Ромашка» mistypes its PID", ru: "ООО «Ромашка» опечаталась в PID")),
        Happening(
            day: "2026-09-25",
            what: .spoiledFile(
                Transfer(
                    .moscow, 5_000_00, from: "ООО «Ромашка»", "7707083893", account: "40702810038000001117",
                    for: "Пополнение проекта mcs0000000001")),
            note: Phrase(
                en: "a bank file does not add up: held, nothing of it is credited",
                ru: "суммы в файле банка не сходятся: файл задержан, из него ничего не зачислено")),
    ]

    private static let thirdParty = "7709000081"
    private static let stranger = "7811000090"
}

import UseCases

/// Moscow's customers on the public offer: all prepaid.
enum MoscowOffer {
    static let all: [Customer] = [romashka, petrov, sidorov, oduvanchik, mayakov, tishina]

    /// An ordinary company: a transfer every month, УПД every month.
    private static let romashka = Customer(
        draft: Party.account(
            "romashka",
            Party.company(
                "ООО", "Ромашка", inn: "7707083893", kpp: "773601001", ogrn: "1027700132195",
                address: Party.russia("117312", "77", "Москва", "ул. Вавилова", "19")),
            ["mcs0000000001"]),
        bankAccount: "40702810038000001117",
        machines: [
            Machine(name: "web", pid: "mcs0000000001", vcpu: 4, memory: 16, disk: 200),
            Machine(name: "photos", pid: "mcs0000000001", bucket: 800, bucketGrowth: 20),
        ],
        habits: [.transfers(day: 4, upTo: 14_000_00)])

    /// A sole proprietor who pays by SBP, or by bank; his wife's company helps out once.
    private static let petrov = Customer(
        draft: Party.account(
            "petrov",
            Party.proprietor(
                "Петров", "Пётр", "Петрович", inn: "500100732259", ogrnip: "304500116000157",
                since: "2004-06-01",
                address: Party.russia("117312", "77", "Москва", "ул. Вавилова", "19")),
            ["mcs0000000002"]),
        bankAccount: "40802810938000001117",
        machines: [Machine(name: "shop", pid: "mcs0000000002", vcpu: 2, memory: 4, disk: 40)],
        habits: [
            .transfers(day: 6, upTo: 4_000_00, quotesPID: false, skips: ["2026-05", "2026-06", "2026-07"]),
            .pays(day: 14, upTo: 3_000_00, by: .sbp),
        ])

    /// An individual: a card and bonuses, never a document.
    private static let sidorov = Customer(
        draft: Party.account("sidorov", Party.individual("Сидоров Иван", of: "RU"), ["mcs0000000004"]),
        machines: [
            Machine(name: "blog", pid: "mcs0000000004", vcpu: 1, memory: 2, disk: 20),
            Machine(name: "backup", pid: "mcs0000000004", bucket: 300, bucketGrowth: 5),
        ],
        habits: [.pays(day: 2, upTo: 3_000_00, by: .card)])

    /// A young company, late with its money every few months: freezes and thaws.
    private static let oduvanchik = Customer(
        draft: Party.account(
            "oduvanchik",
            Party.company(
                "ООО", "Одуванчик", inn: "7725000064", kpp: "772501001", ogrn: "1077700600064",
                address: Party.russia("115114", "77", "Москва", "Дербеневская наб.", "7")),
            ["mcs0000000005"]),
        bankAccount: "40702810538000002234",
        machines: [Machine(name: "app", pid: "mcs0000000005", vcpu: 2, memory: 8, disk: 60)],
        habits: [
            .transfers(day: 1, upTo: 5_000_00, skips: ["2026-02", "2026-06"]),
            .pays(day: 12, upTo: 1_000_00, by: .mobile, skips: ["2026-02", "2026-06"]),
        ])

    /// Pays by card until spring, then no more: stays frozen, and the cloud deletes what it had.
    private static let mayakov = Customer(
        draft: Party.account(
            "mayakov",
            Party.proprietor(
                "Маяков", "Семён", "Ильич", inn: "770100001026", ogrnip: "304770100000102",
                since: "2004-11-10",
                address: Party.russia("105064", "77", "Москва", "ул. Покровка", "33")),
            ["mcs0000000006"]),
        machines: [
            Machine(name: "radio", pid: "mcs0000000006", vcpu: 1, memory: 4, disk: 40, until: "2026-04-28")
        ],
        habits: [
            .pays(
                day: 8, upTo: 3_000_00, by: .card,
                skips: ["2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09"])
        ])

    /// Has not told its address: its months stay open, blocked.
    private static let tishina = Customer(
        draft: Party.account(
            "tishina",
            Party.company(
                "АО", "Тишина", inn: "2312000070", kpp: "231201001", ogrn: "1082300700074", address: nil),
            ["mcs0000000007"], registered: "2026-08-10T09:00:00Z"),
        bankAccount: "40702810738000007819",
        machines: [
            Machine(name: "db", pid: "mcs0000000007", vcpu: 2, memory: 8, disk: 100, from: "2026-08-12")
        ],
        habits: [.transfers(day: 11, upTo: 5_000_00)])
}

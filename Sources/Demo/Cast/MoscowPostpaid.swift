import UseCases

/// Moscow's customers who pay by invoice, and one who changes over to it.
enum MoscowPostpaid {
    static let all: [Customer] = [sever, kvant, ladoga, orlova]

    /// Счёт-фактура and invoice, with days to pay it in and a limit of what may be owed.
    private static let sever = Customer(
        draft: Party.account(
            "sever",
            Party.company(
                "АО", "Север", inn: "1655000042", kpp: "165501001", ogrn: "1051600400048",
                address: Party.russia("420111", "16", "Казань", "ул. Баумана", "44")),
            ["mcs0000000031"],
            contracts: [
                Party.contract(
                    "ВК-31/2025", "2025-08-20", scheme: "postpaid", documents: ["taxInvoice"], dueDays: 20,
                    creditLimit: "60000.00")
            ]),
        bankAccount: "40702810338000006702",
        machines: [
            Machine(name: "erp", pid: "mcs0000000031", vcpu: 8, memory: 32, disk: 500, hasLicence: true)
        ],
        habits: [.paysInvoices(day: 15)])

    private static let kvantProjects = (32...34).map { "mcs00000000\($0)" }

    /// One invoice over three projects, paid in one transfer; with an operator of EDM.
    private static let kvant = Customer(
        draft: Party.account(
            "kvant",
            Party.company(
                "ООО", "Квант", inn: "6670000053", kpp: "667001001", ogrn: "1066600500053",
                address: Party.russia("620014", "66", "Екатеринбург", "ул. Малышева", "51"),
                edm: "2BM-6670000053-667001001-202506021030"),
            kvantProjects,
            contracts: [
                Party.contract(
                    "ВК-32/2025", "2025-08-20", scheme: "postpaid", documents: ["taxInvoice", "act"])
            ]),
        bankAccount: "40702810238000008936",
        machines: kvantProjects.enumerated().map { index, pid in
            Machine(
                name: "node-\(index + 1)", pid: pid, vcpu: 2 + index, memory: 8, disk: 80, hasAddress: false)
        },
        habits: [.paysInvoices(day: 18)])

    /// A package for each of its two projects; both invoices in one transfer.
    private static let ladoga = Customer(
        draft: Party.account(
            "ladoga",
            Party.company(
                "ООО", "Ладога", inn: "7713000084", kpp: "771301001", ogrn: "1037700800081",
                address: Party.russia("125212", "77", "Москва", "Ленинградское ш.", "39")),
            ["mcs0000000035", "mcs0000000036"],
            contracts: [
                Party.contract(
                    "ВК-35/2025", "2025-08-20", scheme: "postpaid", documents: ["upd"], perProject: true)
            ]),
        bankAccount: "40702810938120061991",
        machines: [
            Machine(name: "lake", pid: "mcs0000000035", vcpu: 2, memory: 4, disk: 300),
            Machine(name: "river", pid: "mcs0000000036", vcpu: 1, memory: 2, disk: 20),
        ],
        habits: [.paysInvoices(day: 12)])

    /// Prepaid until March, post-paid from April.
    private static let orlova = Customer(
        draft: Party.account(
            "orlova",
            Party.proprietor(
                "Орлова", "Анна", "Сергеевна", inn: "780200002090", ogrnip: "315780200000200",
                since: "2015-02-12",
                address: Party.russia("190000", "78", "Санкт-Петербург", "ул. Большая Морская", "18")),
            ["mcs0000000037"],
            contracts: [
                Party.contract("ВК-37/2025", "2025-08-20", documents: ["upd", "act"]),
                Party.contract(
                    "ВК-37/2025", "2025-08-20", scheme: "postpaid", documents: ["upd", "act"],
                    from: "2026-04-01"),
            ]),
        bankAccount: "40802810438000002234",
        machines: [Machine(name: "studio", pid: "mcs0000000037", vcpu: 2, memory: 8, disk: 120)],
        habits: [
            .transfers(
                day: 9, upTo: 6_000_00,
                skips: ["2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09"]),
            .paysInvoices(day: 16),
        ])
}

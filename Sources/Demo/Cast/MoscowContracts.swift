import Contracts
import UseCases

/// Moscow's customers with contracts of their own, prepaid.
enum MoscowContracts {
    static let all: [Customer] = [vasilek, veterok, museum, zubr]

    private static let vasilekProjects = (11...15).map { "mcs00000000\($0)" }

    /// Five projects, УПД and an act.
    private static let vasilek = Customer(
        draft: Party.account(
            "vasilek",
            Party.company(
                "ООО", "Василёк", inn: "7701000019", kpp: "770101001", ogrn: "1027700100010",
                address: Party.russia("101000", "77", "Москва", "ул. Мясницкая", "24")),
            vasilekProjects,
            contracts: [Party.contract("ВК-11/2025", "2025-08-20", documents: ["upd", "act"])]),
        bankAccount: "40702810038000003351",
        machines: vasilekProjects.enumerated().map { index, pid in
            Machine(
                name: index < 3 ? "shop-\(index + 1)" : "test-\(index + 1)", pid: pid, vcpu: 1 + index % 2,
                memory: 4, disk: 30, hasAddress: false, isOfficeHours: index >= 3)
        },
        habits: [.transfers(day: 10, upTo: 4_000_00, skips: ["2026-02"])])

    /// A price of its own for cores.
    private static let veterok = Customer(
        draft: Party.account(
            "veterok",
            Party.company(
                "ООО", "Ветерок", inn: "7802000022", kpp: "780201001", ogrn: "1037800200020",
                address: Party.russia("191025", "78", "Санкт-Петербург", "Невский пр-т", "88")),
            ["mcs0000000021"],
            contracts: [
                Party.contract(
                    "ВК-21/2025", "2025-08-20", documents: ["upd"],
                    prices: [
                        ContractPriceDraft(sku: "compute.vcpu", price: "0.0119", validFrom: "2025-10-01")
                    ])
            ]),
        bankAccount: "40702810438000004468",
        machines: [
            Machine(name: "render", pid: "mcs0000000021", vcpu: 6, memory: 12, disk: 100, hasLicence: true)
        ],
        habits: [.transfers(day: 3, upTo: 13_000_00)])

    /// A contract without VAT.
    private static let museum = Customer(
        draft: Party.account(
            "museum",
            Party.company(
                "АНО", "Музей облаков", inn: "5403000034", kpp: "540301001", ogrn: "1045400300032",
                address: Party.russia("630007", "54", "Новосибирск", "Красный пр-т", "5")),
            ["mcs0000000022"],
            contracts: [Party.contract("ВК-22/2025", "2025-08-20", documents: ["upd"], vat: "none")]),
        bankAccount: "40702810938000005585",
        machines: [
            Machine(name: "site", pid: "mcs0000000022", vcpu: 1, memory: 2, disk: 30),
            Machine(name: "clouds", pid: "mcs0000000022", bucket: 2_000, bucketGrowth: 60),
        ],
        habits: [.transfers(day: 5, upTo: 13_000_00)])

    /// From Belarus, with VAT stated in its contract.
    private static let zubr = Customer(
        draft: Party.account(
            "zubr",
            Party.foreign(
                "ООО", "Зубр", of: "BY", taxID: "190000019",
                address: "220030, г. Минск, пр. Независимости, 11"
            ),
            ["mcs0000000023"],
            contracts: [
                Party.contract("ВК-23/2025", "2025-08-20", documents: ["taxInvoice", "act"], vat: "charged")
            ]),
        bankAccount: "BY13NBRB3600900000002Z00AB00",
        machines: [
            Machine(name: "crm", pid: "mcs0000000023", vcpu: 2, memory: 4, disk: 50, hasLicence: true)
        ],
        habits: [.transfers(day: 7, upTo: 6_000_00)])
}

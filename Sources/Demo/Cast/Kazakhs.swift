import Counterparties
import UseCases

/// Kazakhstan's customers.
enum Kazakhs {
    static let all: [Customer] = [altyn, dala, asanova, aigul, zarya]

    /// An ordinary company on the offer: an act every month.
    private static let altyn = Customer(
        draft: Party.account(
            "altyn",
            Party.foreign(
                "ТОО", "Алтын", of: "KZ", bin: "971240001315", address: "г. Алматы, пр. Абая, 10"),
            ["mcs0000000003"], region: "kazakhstan"),
        bankAccount: "KZ81722S000001159377",
        machines: [
            Machine(name: "gold", pid: "mcs0000000003", vcpu: 2, memory: 8, disk: 100),
            Machine(name: "archive", pid: "mcs0000000003", bucket: 500, bucketGrowth: 10),
        ],
        habits: [.transfers(day: 4, upTo: 45_000_00)])

    /// Post-paid: act and invoice.
    private static let dala = Customer(
        draft: Party.account(
            "dala",
            Party.foreign(
                "ТОО", "Дала", of: "KZ", bin: "180140001234", address: "г. Астана, ул. Кабанбай батыра, 15"),
            ["mcs0000000041", "mcs0000000042"], region: "kazakhstan",
            contracts: [Party.contract("QC-41/2025", "2025-08-20", scheme: "postpaid")]),
        bankAccount: "KZ298561005127073713",
        machines: [
            Machine(name: "steppe", pid: "mcs0000000041", vcpu: 4, memory: 16, disk: 200, hasLicence: true),
            Machine(
                name: "test-wind", pid: "mcs0000000042", vcpu: 2, memory: 4, disk: 40, isOfficeHours: true),
        ],
        habits: [.paysInvoices(day: 14)])

    /// A sole proprietor with a wallet and, at times, a bank.
    private static let asanova = Customer(
        draft: Party.account(
            "asanova", proprietor("Асанова Алия", iin: "850301300121", "г. Шымкент, ул. Тауке хана, 7"),
            ["mcs0000000043"], region: "kazakhstan"),
        bankAccount: "KZ616010311000181781",
        machines: [Machine(name: "bakery", pid: "mcs0000000043", vcpu: 1, memory: 2, disk: 20)],
        habits: [
            .transfers(day: 8, upTo: 8_000_00, skips: ["2025-11", "2026-03", "2026-07"]),
            .pays(day: 20, upTo: 9_000_00, by: .wallet),
        ])

    private static let aigul = Customer(
        draft: Party.account(
            "aigul", Party.individual("Айгуль Нурланова", of: "KZ"), ["mcs0000000044"], region: "kazakhstan"),
        machines: [Machine(name: "poems", pid: "mcs0000000044", vcpu: 1, memory: 1, disk: 10)],
        habits: [.pays(day: 5, upTo: 8_000_00, by: .card)])

    /// A Russian company in Kazakhstan, by a contract without VAT.
    private static let zarya = Customer(
        draft: Party.account(
            "zarya",
            Party.company(
                "ООО", "Заря", inn: "7706000118", kpp: "770601001", ogrn: "1027701100096",
                address: Party.russia("119017", "77", "Москва", "ул. Пятницкая", "31")),
            ["mcs0000000045"], region: "kazakhstan",
            contracts: [Party.contract("QC-45/2025", "2025-08-20", vat: "none")]),
        bankAccount: "KZ86125KZT5004100100",
        machines: [Machine(name: "dawn", pid: "mcs0000000045", vcpu: 2, memory: 4, disk: 60)],
        habits: [.transfers(day: 6, upTo: 25_000_00)])

    private static func proprietor(_ name: String, iin: String, _ address: String) -> CounterpartyDraft {
        var party = CounterpartyDraft()
        party.kind = "soleProprietor"
        party.residency = "KZ"
        party.iin = iin
        party.name = "ИП \(name)"
        party.shortName = "ИП \(name)"
        party.address = Party.abroad("KZ", address)
        return party
    }
}

import Counterparties
import UseCases

/// Who can be found in the demo's registry, one for each way a look-up can go.
enum DemoRegistry {
    static let parties: [RegisteredParty] = [
        RegisteredParty(
            draft: Party.company(
                "ООО", "Лампа", inn: "7704123450", kpp: "770401001", ogrn: "1157746000114",
                address: moscow("119019", "ул. Волхонка", "12")),
            head: "Генеральный директор Лампова Анна Сергеевна"),
        RegisteredParty(
            draft: Party.company(
                "ООО", "Свеча", inn: "7705987653", kpp: "770501001", ogrn: "1097746222331",
                address: moscow("115054", "ул. Дубининская", "3")), state: .liquidated),
        RegisteredParty(
            draft: bridge("771001001", moscow("125047", "ул. Лесная", "20")), largestKPP: "997750001"),
        RegisteredParty(
            draft: bridge("784143001", Party.russia("191186", "78", "Санкт-Петербург", "Невский пр-кт", "8")),
            isBranch: true),
        RegisteredParty(
            draft: Party.company(
                "ООО", "Якорь", inn: "7709556672", kpp: "770901001", ogrn: "1187746777888",
                address: moscow("109004", "ул. Таганская", "31")), state: .liquidating, isUnreliable: true),
        RegisteredParty(
            draft: Party.proprietor(
                "Соколова", "Мария", "Ивановна", inn: "771234567859", ogrnip: "315774600123450",
                since: "2015-03-17", address: moscow("117418", "ул. Цюрупы", "15"))),
    ]

    static let banks = [
        RegisteredBank(
            bik: "044525225", name: "ПАО Сбербанк", correspondent: "30101810400000000225", isActive: true)
    ]

    private static func bridge(_ kpp: String, _ address: AddressDraft) -> CounterpartyDraft {
        Party.company(
            "АО", "Северный мост", inn: "7710112230", kpp: kpp, ogrn: "1027700132130", address: address)
    }

    private static func moscow(_ postal: String, _ street: String, _ house: String) -> AddressDraft {
        Party.russia(postal, "77", "Москва", street, house)
    }
}

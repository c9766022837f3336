import Counterparties

/// Customers as they type themselves in.
enum MakeParty {
    /// ООО «Ромашка», Moscow.
    static func romashka() -> CounterpartyDraft {
        var draft = CounterpartyDraft()
        (draft.kind, draft.residency) = ("legalEntity", "RU")
        (draft.inn, draft.kpp, draft.ogrn) = ("7707083893", "773601001", "1027700132195")
        draft.name = "Общество с ограниченной ответственностью «Ромашка»"
        return draft
    }

    /// ИП Петров.
    static func petrov() -> CounterpartyDraft {
        var draft = CounterpartyDraft()
        (draft.kind, draft.residency) = ("soleProprietor", "RU")
        (draft.inn, draft.ogrnip, draft.ogrnipDate) = ("500100732259", "304500116000157", "2004-06-01")
        (draft.lastName, draft.firstName, draft.middleName) = ("Петров", "Пётр", "Петрович")
        return draft
    }

    /// ТОО «Алтын», Almaty.
    static func altyn() -> CounterpartyDraft {
        var draft = CounterpartyDraft()
        (draft.kind, draft.residency, draft.bin) = ("legalEntity", "KZ", "971240001315")
        draft.name = "Товарищество с ограниченной ответственностью «Алтын»"
        return draft
    }

    /// A sole proprietor of Kazakhstan.
    static func kazakhProprietor() -> CounterpartyDraft {
        var draft = CounterpartyDraft()
        (draft.kind, draft.residency, draft.iin) = ("soleProprietor", "KZ", "900101300017")
        draft.name = "ИП Ахметова"
        return draft
    }

    /// A German company.
    static func foreign() -> CounterpartyDraft {
        var draft = CounterpartyDraft()
        (draft.kind, draft.residency, draft.taxId) = ("legalEntity", "DE", "HRB 12345")
        draft.name = "Kamille GmbH"
        return draft
    }

    /// A private person.
    static func sidorov() -> CounterpartyDraft {
        var draft = CounterpartyDraft()
        (draft.kind, draft.residency, draft.name) = ("individual", "RU", "Сидоров Иван")
        return draft
    }

    static func bank(account: String?, bik: String?) -> BankDraft {
        var draft = BankDraft()
        draft.account = account
        draft.bik = bik
        return draft
    }
}

import UseCases

/// What the suppliers of the demo say of themselves beyond what is publicly known; the people and
/// QazCloud's numbers are made up.
enum Suppliers {
    static let kazakhAccount = "KZ698562203124676325"

    static var moscow: SupplierDraft {
        var draft = SupplierDraft()
        draft.region = "moscow"
        draft.signatory = signatory("Облакова", "Вера", "Павловна", "Устав")
        return draft
    }

    static var kazakhstan: SupplierDraft {
        var draft = SupplierDraft()
        draft.region = "kazakhstan"
        draft.bin = "200540004567"
        draft.account = kazakhAccount
        draft.bik = "CASPKZKA"
        draft.bank = "АО «Kaspi Bank»"
        draft.kbe = "17"
        draft.knp = "859"
        draft.address = Party.abroad("KZ", "г. Астана, ул. Достык, 1")
        draft.signatory = signatory("Сериков", "Данияр", "Маратович", "Устав")
        return draft
    }

    private static func signatory(
        _ last: String, _ first: String, _ middle: String, _ basis: String
    ) -> SignatoryDraft {
        var draft = SignatoryDraft()
        draft.lastName = last
        draft.firstName = first
        draft.middleName = middle
        draft.post = "Генеральный директор"
        draft.basis = basis
        return draft
    }
}

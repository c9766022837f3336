package import Regions

extension Region: Worded {
    package var phrase: Phrase {
        switch self {
        case .moscow: Phrase(en: "Moscow", ru: "Москва")
        case .kazakhstan: Phrase(en: "Kazakhstan", ru: "Казахстан")
        }
    }
}

extension Supplier.Detail: Worded {
    package var phrase: Phrase {
        switch self {
        case .taxID: Phrase(en: "tax id", ru: "налоговый номер (ИНН или БИН)")
        case .bank: Phrase(en: "bank account", ru: "банковский счёт")
        case .address: Phrase(en: "address", ru: "адрес")
        case .signatory: Phrase(en: "signatory", ru: "подписант")
        }
    }
}

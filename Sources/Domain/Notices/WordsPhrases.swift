package import Basics

extension DocumentKind: Worded {
    package var phrase: Phrase {
        switch self {
        case .upd: Phrase(en: "UPD", ru: "УПД")
        case .taxInvoice: Phrase(en: "tax invoice", ru: "счёт-фактура")
        case .act: Phrase(en: "act", ru: "акт")
        case .invoice: Phrase(en: "payment invoice", ru: "счёт на оплату")
        }
    }
}

extension PaymentScheme: Worded {
    package var phrase: Phrase {
        switch self {
        case .prepaid: Phrase(en: "prepaid", ru: "предоплата")
        case .postpaid: Phrase(en: "post-paid", ru: "постоплата")
        }
    }
}

extension VATRate: Worded {
    package var phrase: Phrase {
        switch self {
        case .none: Phrase(en: "without VAT", ru: "без НДС")
        case .percent(let rate): Phrase(en: "VAT \(rate)%", ru: "НДС \(rate) %")
        }
    }
}

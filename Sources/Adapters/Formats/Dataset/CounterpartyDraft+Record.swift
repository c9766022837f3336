import Counterparties

extension CounterpartyDraft {
    private static let texts = DraftTexts<CounterpartyDraft>([
        ("name", \.name), ("shortName", \.shortName), ("inn", \.inn), ("kpp", \.kpp), ("ogrn", \.ogrn),
        ("ogrnip", \.ogrnip), ("ogrnipDate", \.ogrnipDate), ("bin", \.bin), ("iin", \.iin),
        ("taxId", \.taxId), ("lastName", \.lastName), ("firstName", \.firstName),
        ("middleName", \.middleName), ("edmId", \.edmId),
    ])

    init(_ record: DatasetRecord, _ unknown: inout UnknownFields) throws(DatasetProblem) {
        unknown.note(
            record, besides: CounterpartyDraft.texts.names + ["kind", "residency", "address", "bank"])
        self.init()
        kind = try record.text("kind")
        residency = try record.text("residency")
        try CounterpartyDraft.texts.fill(&self, from: record)
        if let found = try record.optionalRecord("address") { address = try AddressDraft(found, &unknown) }
        if let found = try record.optionalRecord("bank") { bank = try BankDraft(found, &unknown) }
    }
}

extension AddressDraft {
    private static let texts = DraftTexts<AddressDraft>([
        ("country", \.country), ("text", \.text), ("postalCode", \.postalCode), ("regionCode", \.regionCode),
        ("regionName", \.regionName), ("district", \.district), ("city", \.city),
        ("settlement", \.settlement), ("street", \.street), ("house", \.house), ("building", \.building),
        ("flat", \.flat), ("rest", \.rest),
    ])

    init(_ record: DatasetRecord, _ unknown: inout UnknownFields) throws(DatasetProblem) {
        unknown.note(record, besides: AddressDraft.texts.names)
        self.init()
        try AddressDraft.texts.fill(&self, from: record)
    }
}

extension BankDraft {
    private static let texts = DraftTexts<BankDraft>([
        ("bik", \.bik), ("account", \.account), ("iban", \.iban), ("bank", \.bank), ("corr", \.corr),
        ("kbe", \.kbe), ("knp", \.knp),
    ])

    init(_ record: DatasetRecord, _ unknown: inout UnknownFields) throws(DatasetProblem) {
        unknown.note(record, besides: BankDraft.texts.names)
        self.init()
        try BankDraft.texts.fill(&self, from: record)
    }
}

import Counterparties
import UseCases

extension SupplierDraft {
    private static let texts = DraftTexts<SupplierDraft>([
        ("name", \.name), ("inn", \.inn), ("kpp", \.kpp), ("ogrn", \.ogrn), ("bin", \.bin),
        ("account", \.account), ("bik", \.bik), ("bank", \.bank), ("corr", \.corr), ("kbe", \.kbe),
        ("knp", \.knp), ("edmId", \.edmId), ("debtRecognition", \.debtRecognition),
    ])

    init(_ record: DatasetRecord, _ unknown: inout UnknownFields) throws(DatasetProblem) {
        unknown.note(record, besides: SupplierDraft.texts.names + ["region", "address", "signatory"])
        self.init()
        region = try record.text("region")
        try SupplierDraft.texts.fill(&self, from: record)
        if case .string? = record.value("address") {
            // An address in one line; the draft adds the region's country.
            var whole = AddressDraft()
            whole.text = try record.text("address")
            address = whole
        } else if let found = try record.optionalRecord("address") {
            address = try AddressDraft(found, &unknown)
        }
        if let found = try record.optionalRecord("signatory") {
            signatory = try SignatoryDraft(found, &unknown)
        }
    }
}

extension SignatoryDraft {
    private static let texts = DraftTexts<SignatoryDraft>([
        ("lastName", \.lastName), ("firstName", \.firstName), ("middleName", \.middleName),
        ("post", \.post), ("basis", \.basis),
    ])

    init(_ record: DatasetRecord, _ unknown: inout UnknownFields) throws(DatasetProblem) {
        unknown.note(record, besides: SignatoryDraft.texts.names)
        self.init()
        try SignatoryDraft.texts.fill(&self, from: record)
    }
}

import Contracts

extension ContractDraft {
    private static let texts = DraftTexts<ContractDraft>([
        ("type", \.type), ("number", \.number), ("date", \.date), ("from", \.from), ("region", \.region),
        ("currency", \.currency), ("scheme", \.scheme), ("vat", \.vat), ("until", \.until),
        ("creditLimit", \.creditLimit),
    ])

    init(_ record: DatasetRecord, _ unknown: inout UnknownFields) throws(DatasetProblem) {
        unknown.note(
            record,
            besides: ContractDraft.texts.names + ["documents", "perProject", "prices", "renews", "dueDays"])
        self.init()
        try ContractDraft.texts.fill(&self, from: record)
        documents = try record.optionalTexts("documents")
        perProject = try record.optionalBool("perProject")
        renews = try record.optionalBool("renews")
        dueDays = try record.optionalWhole("dueDays")
        guard let found = try record.optionalRecords("prices") else { return }
        var drafts: [ContractPriceDraft] = []
        for one in found { drafts.append(try ContractPriceDraft(one, &unknown)) }
        prices = drafts
    }
}

extension ContractPriceDraft {
    init(_ record: DatasetRecord, _ unknown: inout UnknownFields) throws(DatasetProblem) {
        unknown.note(record, besides: ["sku", "price", "validFrom"])
        self.init(
            sku: try record.text("sku"), price: try record.text("price"),
            validFrom: try record.text("validFrom"))
    }
}

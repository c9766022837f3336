import Contracts
import Counterparties
import UseCases

extension AccountDraft {
    private static let names = [
        "account", "email", "locale", "registered", "counterparty", "offer", "contract", "contracts",
        "projects",
    ]

    /// Unknown fields are noted first: a name that is misspelt explains the one that is missing.
    init(_ record: DatasetRecord, _ unknown: inout UnknownFields) throws(DatasetProblem) {
        unknown.note(record, besides: AccountDraft.names)
        self.init()
        account = try record.name("account")
        email = try record.optionalText("email")
        locale = try record.optionalText("locale")
        registered = try record.text("registered")
        guard let party = try record.optionalRecord("counterparty") else {
            throw .missingField("counterparty")
        }
        counterparty = try CounterpartyDraft(party, &unknown)
        if let found = try record.optionalRecord("offer") { offer = try OfferDraft(found, &unknown) }
        if let found = try record.optionalRecord("contract") { contract = try ContractDraft(found, &unknown) }
        if let found = try record.optionalRecords("contracts") {
            var drafts: [ContractDraft] = []
            for one in found { drafts.append(try ContractDraft(one, &unknown)) }
            contracts = drafts
        }
        for one in try record.optionalRecords("projects") ?? [] {
            projects.append(try ProjectDraft(one, &unknown))
        }
    }
}

extension OfferDraft {
    init(_ record: DatasetRecord, _ unknown: inout UnknownFields) throws(DatasetProblem) {
        unknown.note(record, besides: ["number", "date"])
        self.init(number: try record.text("number"), date: try record.text("date"))
    }
}

extension ProjectDraft {
    init(_ record: DatasetRecord, _ unknown: inout UnknownFields) throws(DatasetProblem) {
        unknown.note(record, besides: ["pid", "region", "created"])
        self.init(
            pid: try record.text("pid"), region: try record.text("region"),
            created: try record.optionalText("created"))
    }
}

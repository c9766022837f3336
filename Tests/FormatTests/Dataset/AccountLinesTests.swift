import Basics
import Contracts
import Counterparties
import Formats
import Testing
import UseCases

@Suite struct AccountLinesTests {
    private func account(_ text: String) throws(DatasetProblem) -> AccountDraft {
        var lines = AccountLines()
        return try lines.account(in: Array(text.utf8)[...])
    }

    /// An account with these members behind the ones that every account has.
    private func line(
        _ members: String = "", party: String = #""kind":"individual","residency":"RU","name":"Пётр Петров""#
    ) -> String {
        #"{"account":"a-7","registered":"2026-09-01T06:00:00Z","counterparty":{\#(party)}\#(members)}"#
    }

    private let company = #"""
        "kind":"legalEntity","residency":"RU","inn":"7707083893","kpp":"773601001",
        "name":"Общество с ограниченной ответственностью «Ромашка»","shortName":"ООО «Ромашка»",
        "address":{"country":"RU","postalCode":"101000","regionCode":"77","street":"ул. Лесная","house":"1"},
        "bank":{"bik":"044525225","account":"40702810938120061991","corr":"c","kbe":"17","knp":"859"},
        "edmId":"2BM-7707083893-773601001-202601010000000000002"
        """#

    private let contract = #"""
        "type":"individual","number":"17","date":"2026-09-02","from":"2026-10-01","region":"moscow",
        "currency":"RUB","scheme":"postpaid","documents":["taxInvoice","act"],"perProject":true,
        "vat":"none","prices":[{"sku":"disk.ssd","price":"0.5","validFrom":"2026-10-01"}]
        """#

    @Test func `an account keeps what its line says, as texts`() throws {
        let text = line(
            #","email":"a@b.example","locale":"ru","contract":{\#(contract)},"offer":{"number":"1","#
                + #""date":"2026-09-01"},"projects":[{"pid":"mcs000000007","region":"moscow"},"#
                + #"{"pid":"mcs000000008","region":"kazakhstan","created":"2026-09-03T00:00:00Z"}]"#,
            party: company)
        let draft = try account(text)
        #expect(draft.account == "a-7")
        #expect(draft.email == "a@b.example")
        #expect(draft.locale == "ru")
        #expect(draft.registered == "2026-09-01T06:00:00Z")
        #expect(draft.offer == OfferDraft(number: "1", date: "2026-09-01"))
        #expect(draft.contracts == nil)
        #expect(
            draft.projects == [
                ProjectDraft(pid: "mcs000000007", region: "moscow", created: nil),
                ProjectDraft(pid: "mcs000000008", region: "kazakhstan", created: "2026-09-03T00:00:00Z"),
            ])
        #expect(draft.counterparty.inn == "7707083893")
        #expect(draft.counterparty.shortName == "ООО «Ромашка»")
        #expect(draft.counterparty.ogrn == nil)
        #expect(draft.counterparty.address?.street == "ул. Лесная")
        #expect(draft.counterparty.bank?.knp == "859")
        #expect(draft.counterparty.edmId?.hasPrefix("2BM-") == true)
    }

    @Test func `a contract keeps its documents, its prices and its own words`() throws {
        let found = try #require(try account(line(#","contract":{\#(contract)}"#)).contract)
        #expect(found.number == "17" && found.from == "2026-10-01" && found.scheme == "postpaid")
        #expect(found.documents == ["taxInvoice", "act"])
        #expect(found.perProject == true)
        #expect(
            found.prices == [ContractPriceDraft(sku: "disk.ssd", price: "0.5", validFrom: "2026-10-01")])
    }

    @Test func `a contract keeps its days to pay and its credit limit, each in its own type`() throws {
        let terms = #"\#(contract),"dueDays":30,"creditLimit":"500000.00""#
        let found = try #require(try account(line(#","contract":{\#(terms)}"#)).contract)
        #expect(found.dueDays == 30 && found.creditLimit == "500000.00")
        let none = try #require(try account(line(#","contract":{\#(contract),"dueDays":null}"#)).contract)
        #expect(none.dueDays == nil && none.creditLimit == nil)
        for days in [#""30""#, "30.5", "1e9", "true", "99999999999999999999"] {
            #expect(throws: DatasetProblem.wrongType(field: "contract.dueDays", expected: .whole)) {
                try account(line(#","contract":{\#(contract),"dueDays":\#(days)}"#))
            }
        }
    }

    @Test func `contracts may be a list`() throws {
        let draft = try account(line(#","contracts":[{"number":"1"},{"number":"2"}],"contract":null"#))
        #expect(draft.contracts?.map(\.number) == ["1", "2"])
        #expect(draft.contract == nil)
    }

    @Test func `every text of a counterparty, its address and its bank finds its place`() throws {
        let names = [
            "kind", "residency", "name", "shortName", "inn", "kpp", "ogrn", "ogrnip", "ogrnipDate", "bin",
            "iin", "taxId", "lastName", "firstName", "middleName", "edmId",
        ]
        let address = [
            "country", "text", "postalCode", "regionCode", "regionName", "district", "city", "settlement",
            "street", "house", "building", "flat", "rest",
        ]
        let bank = ["bik", "account", "iban", "bank", "corr", "kbe", "knp"]
        let members = { (names: [String]) in names.map { "\"\($0)\":\"=\($0)\"" }.joined(separator: ",") }
        let party = try account(
            line(
                party: members(names) + #","address":{\#(members(address))},"bank":{\#(members(bank))}"#)
        ).counterparty
        let drafts: [Any] = [party, try #require(party.address), try #require(party.bank)]
        var texts = 0
        for (label, value) in drafts.flatMap({ Array(Mirror(reflecting: $0).children) }) {
            guard let text = value as? String ?? (value as? String?) ?? nil else { continue }
            texts += 1
            #expect(text == "=\(label ?? "")")
        }
        #expect(texts == names.count + address.count + bank.count)
    }

    @Test func `an account that was read passes the rules`() throws {
        let text = line(
            #","contract":{\#(contract)},"projects":[{"pid":"mcs000000007","region":"moscow"}]"#,
            party: company.replacing(#","corr":"c""#, with: ""))
        let checked = try account(text).checked()
        #expect(checked.counterparty.taxID == TaxID("7707083893"))
        #expect(checked.agreements.contracts.first?.scheme == .postpaid)
    }

    @Test func `unknown fields are named with their path, once for a file, and ignored`() throws {
        var lines = AccountLines()
        let text = Array(
            line(
                #","tag":1,"projects":[{"pid":"mcs000000007","region":"moscow","zone":"a"},"#
                    + #"{"pid":"mcs000000008","region":"moscow","zone":"b"}],"#
                    + #""contract":{"prices":[{"sku":"s","price":"1","validFrom":"x","note":{}}]}"#,
                party: #""kind":"","residency":"","fax":"1","address":{"foo":[]},"bank":{"swift":"x"}"#
            ).utf8)
        let draft = try lines.account(in: text[...])
        #expect(draft.projects.count == 2)
        #expect(
            lines.takeWarnings()
                == [
                    "tag", "counterparty.fax", "counterparty.address.foo", "counterparty.bank.swift",
                    "contract.prices.note", "projects.zone",
                ].map { .unknownField($0) })
        _ = try lines.account(in: text[...])
        #expect(lines.takeWarnings().isEmpty)
    }

    @Test func `a misspelt name is told besides the one that is missing`() {
        var lines = AccountLines()
        #expect(throws: DatasetProblem.missingField("account")) {
            try lines.account(in: Array(#"{"acount":"a"}"#.utf8)[...])
        }
        #expect(lines.takeWarnings() == [.unknownField("acount")])
    }

    @Test(arguments: [
        (#""kind":"legalEntity","residency":"RU","inn":7707083893"#, "counterparty.inn"),
        (#""kind":"legalEntity","residency":"RU","name":true"#, "counterparty.name"),
        (#""kind":1,"residency":"RU""#, "counterparty.kind"),
        (#""kind":"k","residency":"RU","bank":{"account":4e19}"#, "counterparty.bank.account"),
        (#""kind":"k","residency":"RU","address":{"house":19}"#, "counterparty.address.house"),
    ])
    func `a number where a text is wanted is refused by its path`(party: String, field: String) {
        #expect(throws: DatasetProblem.wrongType(field: field, expected: .text)) {
            try account(line(party: party))
        }
    }

    @Test(arguments: [
        ("{}", DatasetProblem.missingField("account")), (#"{"account":""}"#, .emptyField("account")),
        (#"{"account":7}"#, .wrongType(field: "account", expected: .text)),
        (#"{"account":"a"}"#, .missingField("registered")),
        (#"{"account":"a","registered":""}"#, .missingField("counterparty")),
        (#"{"account":"a","registered":"","counterparty":{}}"#, .missingField("counterparty.kind")),
        ("[]", .wrongType(field: ".", expected: .object)),
        (#"{"account":"a","account":"a"}"#, .badJSON(JSONProblem(.duplicateKey, at: 15))),
    ])
    func `a line that is no account is refused by name`(text: String, problem: DatasetProblem) {
        #expect(throws: problem) { try account(text) }
    }

    @Test(arguments: [
        (#""projects":{}"#, DatasetProblem.wrongType(field: "projects", expected: .list)),
        (#""projects":["mcs000000007"]"#, .wrongType(field: "projects[0]", expected: .object)),
        (#""projects":[{"pid":"p","region":"r"},{"region":"r"}]"#, .missingField("projects[1].pid")),
        (#""offer":{"number":"1"}"#, .missingField("offer.date")),
        (#""contract":[]"#, .wrongType(field: "contract", expected: .object)),
        (#""contract":{"perProject":"no"}"#, .wrongType(field: "contract.perProject", expected: .bool)),
        (#""contract":{"documents":"upd"}"#, .wrongType(field: "contract.documents", expected: .list)),
        (
            #""contract":{"documents":["upd",1]}"#,
            .wrongType(field: "contract.documents[1]", expected: .text)
        ),
        (
            #""contracts":[{"prices":[{"sku":"s","price":0.5}]}]"#,
            .wrongType(field: "contracts[0].prices[0].price", expected: .text)
        ),
        (#""email":"\u0000""#, .badText(field: "email", found: "\u{FFFD}")),
    ])
    func `a member of the wrong shape is refused by its path`(members: String, problem: DatasetProblem) {
        #expect(throws: problem) { try account(line("," + members)) }
    }

    @Test func `a name twice in an inner object is refused`() {
        let problem = #expect(throws: DatasetProblem.self) {
            try account(line(party: #""kind":"k","residency":"RU","inn":"1","inn":"2""#))
        }
        #expect(problem?.code == "dataset.bad-json")
    }

    @Test func `a line cut off anywhere is refused and nothing traps`() {
        let text = Array(line(#","contract":{\#(contract)}"#, party: company).utf8)
        for length in 0..<text.count {
            var lines = AccountLines()
            #expect(throws: DatasetProblem.self) { try lines.account(in: text[..<length]) }
        }
    }
}

import Testing

/// Bad accounts, prices, credits and suppliers of a dataset.
@Suite struct BadRecordsTests {
    /// Imports a dataset and answers with its refusals as `file:line code`.
    private func refusals(_ data: Dataset, kept: String? = nil) throws -> [String] {
        let folder = try TestFolder()
        try data.write(in: folder)
        let ran = try folder.kontragent("import", "data", "--json")
        #expect(ran.status == 2, "\(ran.err)")
        if let kept { #expect(try ran.json["accepted"][kept].int == 1, "the good record is kept") }
        return try ran.json["refused"].list.map { entry in
            let message = entry["message"].text ?? ""
            #expect(message.contains(". "), "what happened, then what to do: \(message)")
            let place = "\(entry["file"].text ?? ""):\(entry["line"].int ?? 0)"
            let code = entry["code"].text ?? ""
            #expect(ran.err.contains("\(place): \(code): \(message)"), "\(ran.err)")
            return "\(place) \(code)"
        }
    }

    @Test func `numbers with wrong check digits are refused`() throws {
        var data = Dataset()
        let sound = Dataset.companyParty(5)
        data.accounts = [
            party(Dataset.companyParty(0, inn: "7707083890")),
            party(Dataset.companyParty(0, inn: "770708389")),
            party(Dataset.companyParty(0, inn: "77070838ab")),
            party(Dataset.companyParty(0, kpp: "77360100")),
            party(sound.replacing(CheckDigits.ogrn(5), with: "1027700132190")),
            party(
                sound.replacing(
                    "}}", with: #"},"bank":{"bik":"044525225","account":"40702810938120061990"}}"#)),
            party(
                #"{"kind":"soleProprietor","residency":"RU","inn":"500100732250","ogrnip":"304500116000157","#
                    + #""lastName":"Петров","firstName":"Пётр","address":\#(Dataset.address)}"#),
            party(
                #"{"kind":"legalEntity","residency":"KZ","bin":"971240001316","name":"Алтын","#
                    + #""address":{"country":"KZ","text":"Алматы"}}"#, region: "kazakhstan"),
            Dataset.company(),
        ]
        let found = try refusals(data, kept: "accounts")
        #expect(
            found == [
                "accounts.jsonl:1 requisites.wrong-check-digits", "accounts.jsonl:2 requisites.wrong-length",
                "accounts.jsonl:3 requisites.not-digits", "accounts.jsonl:4 requisites.wrong-length",
                "accounts.jsonl:5 requisites.wrong-check-digits",
                "accounts.jsonl:6 counterparties.bad-account-key",
                "accounts.jsonl:7 requisites.wrong-check-digits",
                "accounts.jsonl:8 requisites.wrong-check-digits",
            ])
    }

    @Test func `contracts that the rules forbid are refused`() throws {
        var data = Dataset()
        let foreign =
            #"{"kind":"legalEntity","residency":"DE","taxId":"DE129273398","name":"Blume GmbH","#
            + #""address":{"country":"DE","text":"Berlin"}}"#
        data.accounts = [
            Dataset.sidorov(more: Dataset.contract("postpaid")),
            Dataset.sidorov(more: Dataset.contract("prepaid")), party(foreign),
            party(foreign, more: Dataset.contract("postpaid")),
            Dataset.company(more: Dataset.contract(documents: #""upd","taxInvoice""#)),
            Dataset.company(more: Dataset.contract(documents: #""act""#)),
            Dataset.company(more: Dataset.contract(documents: #""invoice""#)),
            Dataset.company(more: Dataset.contract(documents: #""bill""#)),
            Dataset.company(more: Dataset.contract("later")),
            Dataset.company(more: #","contract":{"type":"offer","scheme":"postpaid"}"#),
            Dataset.company(more: Dataset.contract(more: #","currency":"USD""#)),
            Dataset.company(
                more: Dataset.contract(more: #","from":"2026-02-01""#)
                    .replacing(#""contract":{"#, with: #""contracts":[{"#) + ","
                    + #"{"type":"individual","number":"2","date":"2025-08-12","from":"2026-02-01","#
                    + #""scheme":"prepaid"}]"#),
            Dataset.altyn(region: "moscow"),
            // The same with a contract that says so is right.
            party(foreign, more: Dataset.contract("postpaid", more: #","vat":"none""#)),
        ]
        let codes = [
            "individual-postpaid", "individual-needs-offer", "non-resident-on-offer", "vat-unstated",
            "upd-with-tax-invoice", "act-alone", "invoice-chosen", "unknown-word", "unknown-word",
            "postpaid-on-offer", "currency-for-resident", "two-versions", "non-resident-on-offer",
        ]
        let wanted = codes.enumerated().map { "accounts.jsonl:\($0 + 1) contracts.\($1)" }
        #expect(try refusals(data, kept: "accounts") == wanted)
    }

    @Test func `accounts that cannot be are refused`() throws {
        var data = Dataset()
        data.accounts = [
            Dataset.company(),
            // The same id with another body, and another account with the same project.
            Dataset.company().replacing("117312", with: "117313"),
            Dataset.company(7, account: "other"),
            Dataset.company(8, pids: ["mcs0000000008", "mcs0000000008"]),
            Dataset.company(8, pids: ["mcs8"]), Dataset.company(8, pids: []),
            Dataset.company(8, pids: ["mcs0000000008"], region: "mars"),
            Dataset.company(8, pids: ["mcs0000000008"]).replacing("2025-08-10T09:00:00Z", with: "yesterday"),
            Dataset.company(8, pids: ["mcs0000000008"]).replacing(
                #""residency":"RU""#, with: #""residency":"XX""#),
            Dataset.company(8, pids: ["mcs0000000008"]).replacing("legalEntity", with: "club"),
            Dataset.company(8, pids: ["mcs0000000008"]).replacing(#""inn":"#, with: #""INN":"#),
            #"{"account":"x"}"#, "{\"account\":", #"{"account":7}"#,
        ]
        let codes = [
            "projects.other-body", "projects.project-taken", "projects.two-projects", "projects.bad-pid",
            "projects.missing-field", "projects.unknown-region", "projects.bad-moment",
            "counterparties.unknown-country", "counterparties.unknown-kind", "counterparties.missing-field",
            "dataset.missing-field", "dataset.bad-json", "dataset.wrong-type",
        ]
        let wanted = codes.enumerated().map { "accounts.jsonl:\($0 + 2) \($1)" }
        #expect(try refusals(data, kept: "accounts") == wanted)
    }

    @Test func `prices that cannot be are refused, the others published`() throws {
        var data = Dataset()
        data.prices = [
            Dataset.price(), Dataset.price("a", "-1"), Dataset.price("a", "1.0000001"),
            Dataset.price("a", ""),
            Dataset.price("a", "1e3"), Dataset.price("a", "\"1,5\""), Dataset.price("a", currency: "USD"),
            Dataset.price("a", currency: "KZT"), Dataset.price("a", region: "mars"),
            Dataset.price("a", from: "2026-02-30"), Dataset.price("a", from: "01.01.2026"),
            Dataset.price("", "1"), "a,b", Dataset.price("a\u{7}"), Dataset.price(bonus: "other"),
            Dataset.price("a", "1\"2"), Dataset.price("a", String(repeating: "9", count: 40)),
        ]
        let codes = [
            "dataset.bad-price", "dataset.bad-price", "dataset.bad-price", "dataset.bad-price",
            "dataset.bad-price", "dataset.unknown-currency", "metering.wrong-currency",
            "metering.unknown-region", "dataset.bad-day", "dataset.bad-day", "dataset.empty-field",
            "dataset.bad-csv", "dataset.bad-text", "metering.other-price", "dataset.bad-csv",
            "dataset.bad-price",
        ]
        let wanted = codes.enumerated().map { "prices.csv:\($0 + 3) \($1)" }
        #expect(try refusals(data, kept: "prices").sorted() == wanted.sorted())
    }

    @Test func `credits that cannot be are refused, the others taken`() throws {
        var data = Dataset()
        data.accounts = [Dataset.company()]
        let card = Dataset.credit("c", more: #","instrument":{"first6":"2200701234567890","last4":"1234"}"#)
        data.credits = [
            Dataset.credit("pay-1"), Dataset.credit("pay-1", amount: "500.01"),
            Dataset.credit("b", amount: "0"),
            Dataset.credit("b", amount: "-5"), Dataset.credit("b", amount: "1.001"),
            Dataset.credit("b", amount: "99999999999999999999"), Dataset.credit("b", "cash"),
            Dataset.credit("b", "card", "mcs0999999999"), Dataset.credit("b", "card", "project"),
            Dataset.credit("b", at: "2026-13-01T00:00:00Z"), card,
            Dataset.grant("g", granted: "2026-02-01T00:00:00Z", expires: "2026-02-01T00:00:00Z"),
            Dataset.credit("b").replacing(#""500.00""#, with: "500.00"), "", "null",
        ]
        let codes: [(Int, String)] = [
            (2, "funding.other-body"), (3, "dataset.bad-amount"), (4, "dataset.bad-amount"),
            (5, "dataset.bad-amount"), (6, "dataset.bad-amount"), (7, "dataset.unknown-kind"),
            (8, "funding.unknown-project"), (9, "dataset.bad-pid"), (10, "dataset.bad-moment"),
            (11, "dataset.bad-instrument"), (12, "dataset.bad-order"), (13, "dataset.wrong-type"),
            (15, "dataset.wrong-type"),
        ]
        let wanted = codes.map { "credits.jsonl:\($0.0) \($0.1)" }
        #expect(try refusals(data, kept: "credits") == wanted)
    }

    @Test func `a whole card number is never repeated`() throws {
        let folder = try TestFolder()
        var data = Dataset()
        data.accounts = [Dataset.company()]
        data.credits = [
            Dataset.credit("c", more: #","instrument":{"first6":"2200701234567890","last4":"1234"}"#)
        ]
        try data.write(in: folder)
        let ran = try folder.kontragent("import", "data", "--json")
        #expect(!(ran.out + ran.err).contains("2200701234567890"))
    }

    @Test func `a supplier that cannot be is refused, the other kept`() throws {
        var data = Dataset()
        data.suppliers = [
            Dataset.qazcloud.replacing("050141000631", with: "050141000630"),
            Dataset.moscow.replacing("moscow", with: "mars"), #"{"name":"x"}"#, "7", Dataset.moscow,
        ]
        let found = try refusals(data)
        #expect(
            found.sorted() == [
                "suppliers.json:2 requisites.wrong-check-digits", "suppliers.json:3 projects.unknown-region",
                "suppliers.json:4 dataset.missing-field", "suppliers.json:5 dataset.wrong-type",
            ])
    }

    private func party(_ party: String, more: String = "", region: String = "moscow") -> String {
        Dataset.record("party", party, ["mcs0000000009"], region, more)
    }
}

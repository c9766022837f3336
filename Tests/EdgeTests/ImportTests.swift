import Testing

/// A dataset goes in: what is counted, what is printed where, and that a second time changes nothing.
@Suite struct ImportTests {
    static func whole() -> Dataset {
        var data = Dataset()
        data.accounts = [
            Dataset.company(more: Dataset.contract(documents: "\"upd\"")), Dataset.sidorov(),
            Dataset.altyn(),
        ]
        data.prices = [
            Dataset.price(bonus: "compute"),
            Dataset.price("compute.vcpu", "50", currency: "KZT", region: "kazakhstan"),
        ]
        data.credits = [
            Dataset.credit(
                "pay-1", "card", "mcs0000000004",
                more:
                    #","instrument":{"first6":"220070","last4":"1234","scheme":"mir","issuerCountry":"RU"}"#),
            Dataset.credit("pay-2", "sbp", "mcs0000000004"),
            Dataset.credit("pay-3", "wallet", "mcs0000000004"),
            Dataset.credit("pay-4", "mobile", "mcs0000000004"), Dataset.grant("grant-1"),
        ]
        data.statements["february.txt"] =
            Statement([
                Statement.Transfer(amount: "1000.00", purpose: "Оплата mcs0000000001"),
                Statement.Transfer(
                    amount: "70.00", payer: "7702070139", purpose: "за услуги", number: "2"),
                Statement.Transfer(
                    amount: "5.00", purpose: "комиссия", number: "3", from: Dataset.moscowAccount,
                    to: "40702810938120061991"),
            ]).bytes
        data.usage["01.jsonl"] = [
            Dataset.event("e-1", quantity: "20", on: "2026-02-05"),
            Dataset.event("e-2", "mcs0000000004", quantity: "3.5", on: "2026-02-06"),
            Dataset.event("e-3", "mcs0000000003", quantity: "0.001", on: "2026-02-07"),
        ]
        return data
    }

    @Test func `an import counts what it took and what became of bank lines`() throws {
        let folder = try TestFolder()
        try ImportTests.whole().write(in: folder)
        let ran = try folder.kontragent("import", "data", "--json")
        #expect(ran.status == 0, "\(ran.err)")
        #expect(ran.err == "")
        let counts = try ran.json
        #expect(counts.keys == ["accepted", "duplicate", "conflicts", "refused", "bankLines"])
        #expect(counts["accepted"].keys == ["accounts", "prices", "credits", "bankLines", "events"])
        #expect(
            try counts["accepted"]
                == JSON.read(#"{"accounts":3,"prices":2,"credits":5,"bankLines":3,"events":3}"#))
        #expect(counts["duplicate"].int == 0)
        #expect(counts["conflicts"].int == 0)
        #expect(counts["refused"] == .array([]))
        #expect(try counts["bankLines"] == JSON.read(#"{"matched":1,"unclear":1,"outgoing":1}"#))
        #expect(folder.has("kontragent.db"), "the default database stands where the command was run")
    }

    @Test func `importing the same folder twice changes nothing`() throws {
        let folder = try TestFolder()
        try ImportTests.whole().write(in: folder)
        let first = try folder.kontragent("import", "data", "--json")
        let balances = try allBalances(folder)
        let second = try folder.kontragent("import", "data", "--json")
        #expect(first.status == 0)
        #expect(second.status == 0, "\(second.err)")
        let counts = try second.json
        #expect(
            counts["accepted"]
                == .object(counts["accepted"].keys.map { .init(name: $0, value: .number("0")) }))
        #expect(counts["duplicate"].int == 3 + 2 + 5 + 3 + 3)
        #expect(counts["conflicts"].int == 0)
        #expect(try allBalances(folder) == balances)
    }

    @Test func `settling once more after an import finds nothing to do`() throws {
        let folder = try TestFolder()
        try ImportTests.whole().write(in: folder)
        _ = try folder.kontragent("import", "data")
        let balances = try allBalances(folder)
        let ran = try folder.kontragent("settle", "--json")
        #expect(ran.status == 0)
        #expect(try ran.json.keys == ["projects", "events", "credits", "frozen", "thawed"])
        #expect(try ran.json["events"].int == 0)
        #expect(try ran.json["credits"].int == 0)
        #expect(try allBalances(folder) == balances)
    }

    @Test func `fields nobody knows are warned of and ignored`() throws {
        let folder = try TestFolder()
        var data = ImportTests.whole()
        data.manifest = #"{"format":"kontragent-dataset/1","author":"me"}"#
        data.accounts[0] = data.accounts[0].replacing(#""email":"#, with: #""colour":"red","email":"#)
        data.suppliers[0] = data.suppliers[0].replacing(#""region":"#, with: #""motto":"x","region":"#)
        data.credits[1] = data.credits[1].replacing(#""kind":"#, with: #""note":"x","kind":"#)
        data.usage["01.jsonl"]?[0] = Dataset.event(
            "e-1", quantity: "\"20\"", start: "2026-02-05T10:00:00Z", end: "2026-02-05T10:05:00Z",
            more: #","trace":1"#, dataMore: #","zone":"a""#)
        try data.write(in: folder)
        let ran = try folder.kontragent("import", "data", "--json")
        #expect(ran.status == 0)
        #expect(try ran.json["refused"] == .array([]))
        for place in [
            "manifest.json: ", "accounts.jsonl:1: ", "suppliers.json: ", "credits.jsonl:2: ",
            "usage/01.jsonl:1: ",
        ] {
            #expect(ran.err.contains(place + "dataset.unknown-field: "), "\(place) in\n\(ran.err)")
        }
        for field in ["author", "colour", "motto", "note", "trace", "data.zone"] {
            #expect(ran.err.contains("«\(field)»"), "\(field)")
        }
    }

    @Test func `files are read in the bytewise order of their names`() throws {
        let folder = try TestFolder()
        var data = ImportTests.whole()
        // The first to come gives the body; 'Z' stands before 'a', and '10' before '9'.
        data.usage = [
            "a.jsonl": [Dataset.event("e-1", quantity: "4", on: "2026-02-05")],
            "Z.jsonl": [Dataset.event("e-1", quantity: "3", on: "2026-02-05")],
            "9.jsonl": [Dataset.event("e-1", quantity: "2", on: "2026-02-05")],
            "10.jsonl": [Dataset.event("e-1", quantity: "1", on: "2026-02-05")],
        ]
        try data.write(in: folder)
        let ran = try folder.kontragent("import", "data", "--json")
        #expect(ran.status == 2)
        let refused = try ran.json["refused"].list
        #expect(refused.map { $0["file"].text } == ["usage/9.jsonl", "usage/Z.jsonl", "usage/a.jsonl"])
        #expect(refused.allSatisfy { $0["code"].text == "metering.other-body" })
        #expect(try ran.json["conflicts"].int == 3)
        let detail = try folder.kontragent(
            "detail", "mcs0000000001", "--month", "2026-02", "--format", "json")
        #expect(try detail.json[0]["quantity"].text == "1")
    }

    @Test func `a duplicate is told by subject, type and data, quantities as numbers, time aside`() throws {
        let folder = try TestFolder()
        var data = ImportTests.whole()
        let first = Dataset.event(
            "e-1", quantity: "\"20\"", start: "2026-02-05T10:00:00Z", end: "2026-02-05T10:05:00Z",
            dataMore: #","labels":{"a":"1","b":"2"}"#)
        let again = first.replacing(
            #""time":"2026-02-05T10:05:00Z""#, with: #""time":"2026-02-06T00:00:00Z""#
        )
        .replacing(#""20""#, with: #""20.000""#).replacing(#""a":"1","b":"2""#, with: #""b":"2","a":"1""#)
        data.usage = [
            "01.jsonl": [
                first, again, first.replacing(#""a":"1""#, with: #""a":"0""#),
                first.replacing(#""source":"meter""#, with: #""source":"meter-2""#),
            ]
        ]
        try data.write(in: folder)
        let counts = try folder.kontragent("import", "data", "--json").json
        #expect(counts["accepted"]["events"].int == 2)
        #expect(counts["duplicate"].int == 1)
        #expect(counts["conflicts"].int == 1)
        #expect(counts["refused"].list.map { $0["line"].int } == [3])
    }

    @Test func `a person reads a table, and complaints in the language asked for`() throws {
        let folder = try TestFolder()
        var data = ImportTests.whole()
        data.usage["02.jsonl"] = ["{"]
        try data.write(in: folder)
        let ran = try folder.kontragent("import", "data", "--language", "ru")
        #expect(ran.status == 2)
        #expect(ran.out.contains("принято"))
        #expect(ran.err.contains("usage/02.jsonl:1: dataset.bad-json: "))
        #expect(ran.err.contains("JSON"))
        #expect(ran.err.unicodeScalars.contains { ("а"..."я").contains($0) })
        #expect(!ran.out.contains("dataset.bad-json"))
    }

    @Test func `a folder without a manifest, of another format, or absent is refused whole`() throws {
        let folder = try TestFolder()
        var data = ImportTests.whole()
        data.manifest = nil
        try data.write("none", in: folder)
        data.manifest = #"{"format":"kontragent-dataset/2"}"#
        try data.write("other", in: folder)
        data.manifest = "[1"
        try data.write("broken", in: folder)
        for (name, code, word) in [
            ("none", "settings.unreadable", "none/manifest.json"),
            ("other", "dataset.unknown-format", "kontragent-dataset/2"),
            ("broken", "dataset.bad-json", "JSON"), ("absent", "settings.unreadable", "absent"),
        ] {
            let ran = try folder.kontragent("import", name, "--json")
            #expect(ran.status == 2, "\(name)")
            #expect(ran.out == "", "\(name)")
            #expect(ran.err.hasPrefix("\(code): "), "\(name): \(ran.err)")
            #expect(ran.err.contains(word), "\(name): \(ran.err)")
        }
        #expect(try folder.kontragent("balance", "mcs0000000001").status != 0, "nothing came in")
    }
}

/// What every project of the cast has, as printed.
func allBalances(
    _ folder: TestFolder, _ pids: [String] = ["mcs0000000001", "mcs0000000003", "mcs0000000004"]
) throws -> [String] {
    try pids.map { try folder.kontragent("balance", $0, "--json").out }
}

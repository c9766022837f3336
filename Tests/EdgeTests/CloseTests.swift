import Testing

/// `close`: numbers, documents, packages and their files, and what `--json` prints.
@Suite struct CloseTests {
    /// Four companies with a January and an February, a person and a company of Kazakhstan.
    static func town(_ change: (inout Dataset) -> Void = { _ in }) throws -> TestFolder {
        let folder = try TestFolder()
        var data = Dataset()
        data.accounts = [
            // Company numbers are in the order of their tax ids; the file is not.
            Dataset.company(3, pids: ["mcs0000000003"]),
            Dataset.company(
                2, pids: ["mcs0000000022", "mcs0000000021"],
                more: Dataset.contract(documents: #""taxInvoice","act""#, more: #","perProject":true"#)),
            Dataset.company(1, pids: ["mcs0000000001"], more: Dataset.contract("prepaid")),
            Dataset.company(4, pids: ["mcs0000000005"]), Dataset.sidorov(pids: ["mcs0000000004"]),
            Dataset.altyn(pids: ["mcs0000000006"]),
        ]
        data.prices = [
            Dataset.price(), Dataset.price("disk", "2.44", service: "Диски"),
            Dataset.price("compute.vcpu", "116", currency: "KZT", region: "kazakhstan"),
        ]
        data.statements["february.txt"] =
            Statement([
                Statement.Transfer(
                    amount: "1000.00", payer: CheckDigits.inn(1), purpose: "mcs0000000001"),
                Statement.Transfer(
                    amount: "500.00", payer: CheckDigits.inn(3), purpose: "mcs0000000003", number: "2"),
            ]).bytes
        data.statements["kz.txt"] =
            Statement(
                [
                    Statement.Transfer(
                        amount: "5000.00", payer: "971240001315", purpose: "mcs0000000006",
                        from: "KZ86125KZT5004100100", to: "KZ698562203124676325")
                ], account: "KZ698562203124676325"
            ).bytes
        data.credits = [Dataset.credit("card", "card", "mcs0000000005", amount: "100.00")]
        let pids = [
            "mcs0000000001", "mcs0000000003", "mcs0000000004", "mcs0000000005", "mcs0000000006",
            "mcs0000000021", "mcs0000000022",
        ]
        data.usage["february.jsonl"] = pids.enumerated().map {
            Dataset.event("o-\($0)", $1, quantity: "\($0 + 1).5", on: "2026-02-12")
        }
        data.usage["disk.jsonl"] = [
            Dataset.event("d-1", "mcs0000000001", quantity: "3", on: "2026-02-13", sku: "disk"),
            // Every project of a per-project package but one.
            Dataset.event("d-2", "mcs0000000021", on: "2026-01-13"),
        ]
        change(&data)
        try data.write(in: folder)
        let ran = try folder.kontragent("import", "data", "--json")
        #expect(ran.status == 0, "\(ran.err)")
        return folder
    }

    @Test func `a month's documents are printed as programs expect them`() throws {
        let folder = try CloseTests.town()
        #expect(try folder.kontragent("close", "2026-01", "--json").status == 0)
        let ran = try folder.kontragent("close", "2026-02", "--json")
        #expect(ran.status == 0, "\(ran.err)")
        let report = try ran.json
        #expect(report.keys == ["month", "documents", "skipped"])
        #expect(report["month"].text == "2026-02")
        let first = report["documents"][0]
        #expect(
            first.keys == [
                "supplier", "counterparty", "kind", "number", "date", "currency", "net", "vat", "gross",
                "projects", "lines", "files",
            ])
        #expect(first["supplier"] == .object([.init(name: "inn", value: .string("7743001840"))]))
        #expect(
            first["counterparty"] == .object([.init(name: "inn", value: .string(CheckDigits.inn(1)))]))
        #expect(first["kind"].text == "upd")
        #expect(first["date"].text == "2026-02-28")
        #expect(first["currency"].text == "RUB")
        // 1.5 × 10 + 3 × 2.44, of it 22 % VAT by service: 2.70 and 1.32 (D3: half-up per line).
        #expect(first["gross"].text == "22.32")
        #expect(first["vat"].text == "4.02")
        #expect(first["net"].text == "18.30")
        #expect(first["projects"] == .array([.string("mcs0000000001")]))
        let line = first["lines"][0]
        #expect(line.keys == ["service", "serviceMonth", "vatRate", "net", "vat", "gross"])
        #expect(first["lines"].list.map { $0["service"].text } == ["Диски", "Облачные вычисления"])
        #expect(line["serviceMonth"].text == "2026-02")
        #expect(line["vatRate"].text == "22")
        #expect(first["files"] == .array([]), "no files without --out")
    }

    @Test func `documents are numbered by tax id, then project, then kind`() throws {
        let folder = try CloseTests.town()
        _ = try folder.kontragent("close", "2026-01")
        let report = try folder.kontragent("close", "2026-02", "--json").json
        let found = report["documents"].list.map { document in
            let party = document["counterparty"]
            let projects = document["projects"].list.compactMap(\.text).joined(separator: "+")
            let taxID = party[party.keys.first ?? ""].text ?? ""
            return "\(taxID) \(projects) \(document["kind"].text ?? "") \(document["number"].int ?? 0)"
        }
        let (one, two, three) = (CheckDigits.inn(1), CheckDigits.inn(2), CheckDigits.inn(3))
        #expect(
            found == [
                "\(one) mcs0000000001 upd 1",
                // January had one package of this company: tax invoice, act and invoice number 1.
                "\(two) mcs0000000021 taxInvoice 2", "\(two) mcs0000000021 act 2",
                "\(two) mcs0000000021 invoice 2", "\(two) mcs0000000022 taxInvoice 3",
                "\(two) mcs0000000022 act 3", "\(two) mcs0000000022 invoice 3",
                "\(three) mcs0000000003 upd 2", "971240001315 mcs0000000006 act 1",
            ])
        let kazakh = report["documents"].list.last ?? .null
        #expect(kazakh["supplier"].keys == ["bin"])
        #expect(kazakh["counterparty"].keys == ["bin"])
        #expect(kazakh["currency"].text == "KZT")
        #expect(kazakh["lines"][0]["vatRate"].text == "16")
        // Card money makes no document; individuals are not listed at all.
        #expect(
            report["skipped"]
                == .array([
                    .object([
                        .init(
                            name: "counterparty",
                            value: .object([.init(name: "inn", value: .string(CheckDigits.inn(4)))])),
                        .init(name: "project", value: .null),
                        .init(name: "reason", value: .string("no-bank-funded-spend")),
                    ])
                ]))
    }

    @Test func `a project of a per-project package that spent nothing is listed by its PID`() throws {
        let folder = try CloseTests.town()
        let report = try folder.kontragent("close", "2026-01", "--json", "--region", "moscow").json
        #expect(report["documents"].list.map { $0["kind"].text } == ["taxInvoice", "act", "invoice"])
        let own = report["skipped"].list.filter {
            $0["counterparty"]["inn"].text == CheckDigits.inn(2)
        }
        #expect(own.map { $0["project"].text } == ["mcs0000000022"])
    }

    @Test func `files stand where they should, named as the format says`() throws {
        let folder = try CloseTests.town()
        _ = try folder.kontragent("close", "2026-01")
        let report = try folder.kontragent("close", "2026-02", "--json", "--out", "out").json
        let listed = report["documents"].list.flatMap { $0["files"].list.compactMap(\.text) }
        #expect(!listed.isEmpty)
        #expect(listed.sorted() == folder.files(below: "out").sorted(), "what is listed is what is there")
        let place = "7743001840/\(CheckDigits.inn(1))/2026-02"
        #expect(listed.contains("\(place)/upd-1.json"))
        #expect(listed.contains("\(place)/upd-1.xml"))
        let formal = listed.filter { $0.hasPrefix("\(place)/ON_NSCHFDOPPR_") }
        #expect(formal.count == 1, "the tax service's name: \(listed)")
        #expect(
            try folder.bytes("out/\(place)/upd-1.xml") == folder.bytes("out/\(formal.first ?? "")"))
        #expect(listed.contains("050141000631/971240001315/2026-02/act-1.json"))
        for file in listed where file.hasSuffix(".xml") {
            let checked = try folder.kontragent("validate", "out/\(file)")
            // A copy under our short name has only its name wrong.
            #expect(checked.status == 0 || !file.contains("/ON_"), "\(file)\n\(checked.out)")
        }
    }

    @Test func `closing again changes nothing, and a dry run changes nothing at all`() throws {
        let folder = try CloseTests.town()
        let dry = try folder.kontragent("close", "2026-01", "--json", "--dry-run").json
        #expect(dry["documents"].list.map { $0["kind"].text } == ["taxInvoice", "act", "invoice"])
        let first = try folder.kontragent("close", "2026-01", "--json", "--out", "out")
        let files = try folder.files(below: "out").map { try folder.bytes("out/\($0)") }
        let second = try folder.kontragent("close", "2026-01", "--json", "--out", "out")
        #expect(second.status == 0)
        #expect(second.out == first.out)
        #expect(try folder.files(below: "out").map { try folder.bytes("out/\($0)") } == files)
        let after = try folder.kontragent("close", "2026-01", "--json", "--dry-run")
        #expect(after.status == 0)
    }

    @Test func `the closing of a month moves no balance`() throws {
        let folder = try CloseTests.town()
        let pids = ["mcs0000000001", "mcs0000000003", "mcs0000000006", "mcs0000000021"]
        let before = try allBalances(folder, pids)
        _ = try folder.kontragent("close", "2026-01")
        _ = try folder.kontragent("close", "2026-02")
        #expect(try allBalances(folder, pids) == before)
    }
}

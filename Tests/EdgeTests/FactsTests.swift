import Testing

/// `balance`, `detail`, `validate`, `migrate`: what they print.
@Suite struct FactsTests {
    private func town() throws -> TestFolder {
        let folder = try TestFolder()
        var data = ImportTests.whole()
        data.usage["labels.jsonl"] = [
            Dataset.event(
                "l", "mcs0000000001", quantity: "\"2.5\"", start: "2026-02-06T10:00:00Z",
                end: "2026-02-06T10:05:00Z", resource: "vm,\\\"2\\\"",
                dataMore: #","labels":{"team":"b","env":"a"}"#)
        ]
        data.accounts.append(Dataset.company(2, pids: ["mcs0000000009"]))
        data.usage["owe.jsonl"] = [Dataset.event("o", "mcs0000000009", on: "2026-02-06")]
        try data.write(in: folder)
        let ran = try folder.kontragent("import", "data")
        #expect(ran.status == 0, "\(ran.err)")
        return folder
    }

    @Test func `a balance has its members in order and its sums as strings`() throws {
        let folder = try town()
        let balance = try folder.kontragent("balance", "mcs0000000001", "--json").json
        #expect(
            try balance
                == JSON.read(
                    #"{"pid":"mcs0000000001","region":"moscow","currency":"RUB","payment":"1000.00","#
                        + #""debt":"0.00","bonuses":{"compute":"1775.00"},"state":"active","deletionDue":null}"#
                ))
        let owing = try folder.kontragent("balance", "mcs0000000009", "--json").json
        // A first charge at 10:05 with no money froze it; three days are left (D12).
        #expect(
            try owing
                == JSON.read(
                    #"{"pid":"mcs0000000009","region":"moscow","currency":"RUB","payment":"-10.00","#
                        + #""debt":"10.00","bonuses":{},"state":"frozen","#
                        + #""deletionDue":"2026-02-09T10:05:00Z"}"#))
        let kazakh = try folder.kontragent("balance", "mcs0000000003", "--json").json
        #expect(kazakh["currency"].text == "KZT")
        #expect(kazakh["region"].text == "kazakhstan")
        let unknown = try folder.kontragent("balance", "mcs0999999999", "--json")
        #expect(unknown.status == 2)
        #expect(unknown.out == "")
        #expect(unknown.err.hasPrefix("projects.unknown-project: "), "\(unknown.err)")
    }

    @Test func `day lines come as CSV with their funding`() throws {
        let folder = try town()
        let ran = try folder.kontragent("detail", "mcs0000000001", "--month", "2026-02", "--format", "csv")
        #expect(ran.status == 0)
        let rows = ran.out.split(whereSeparator: \.isNewline).map(String.init)
        #expect(
            rows == [
                "day,pid,service,sku,resource,unit,quantity,cost,bonus,payment,bankFunded,debt,labels",
                "2026-02-05,mcs0000000001,Облачные вычисления,compute.vcpu,vm-1,шт,20,200.00,200.00,0.00,0.00,0.00,",
                "2026-02-06,mcs0000000001,Облачные вычисления,compute.vcpu,\"vm,\"\"2\"\"\",шт,2.5,25.00,25.00,0.00,"
                    + "0.00,0.00,env=a;team=b",
            ])
        let owing = try folder.kontragent("detail", "mcs0000000009", "--month", "2026-02", "--format", "csv")
        #expect(owing.out.contains(",1,10.00,0.00,0.00,0.00,10.00,"))
    }

    @Test func `day lines come as JSON with their addresses`() throws {
        let folder = try town()
        let ran = try folder.kontragent("detail", "mcs0000000001", "--month", "2026-02", "--json")
        #expect(ran.status == 0)
        let lines = try ran.json
        #expect(lines.list.map { $0["day"].text } == ["2026-02-05", "2026-02-06"])
        #expect(
            lines[0].keys == [
                "address", "day", "pid", "service", "sku", "resource", "unit", "quantity", "cost", "bonus",
                "payment", "bankFunded", "debt", "labels",
            ])
        #expect(lines[0]["address"].text == "mcs0000000001/2026-02-05/vm-1/compute.vcpu")
        #expect(lines[1]["labels"].keys == ["env", "team"])
        let empty = try folder.kontragent("detail", "mcs0000000001", "--month", "2020-01", "--json")
        #expect(empty.status == 0)
        #expect(try empty.json == .array([]))
        #expect(try folder.kontragent("detail", "mcs0999999999", "--month", "2026-02").status == 2)
    }

    @Test func `an issued file is valid, a spoilt one has findings`() throws {
        let folder = try CloseTests.town()
        for month in ["2026-01", "2026-02"] {
            _ = try folder.kontragent("close", month, "--out", "out")
        }
        let files = folder.files(below: "out").filter { $0.contains("/ON_") }
        let name = files.first { $0.contains(CheckDigits.inn(1)) } ?? ""
        let sound = try folder.kontragent("validate", "out/\(name)", "--json")
        #expect(sound.status == 0, "\(sound.out)")
        #expect(try sound.json.list.filter { $0["level"].text == "error" }.isEmpty)
        let bytes = try folder.bytes("out/\(name)")
        // The seller's INN loses its last digit.
        let digits = Array("7743001840".utf8)
        guard let place = bytes.indices.first(where: { bytes[$0...].starts(with: digits) }) else {
            Issue.record("no seller in \(name)")
            return
        }
        var spoilt = bytes
        spoilt.remove(at: place + 9)
        let file = String(name.split(separator: "/").last ?? "")
        try folder.write(spoilt, to: file)
        let ran = try folder.kontragent("validate", file, "--json")
        #expect(ran.status == 1)
        let findings = try ran.json.list
        #expect(!findings.isEmpty)
        for finding in findings {
            #expect(finding.keys == ["rule", "element", "line", "level", "message"])
        }
        try folder.write(Array(bytes.prefix(bytes.count / 2)), to: "half/\(file)")
        #expect(try folder.kontragent("validate", "half/\(file)").status == 1)
        #expect(try folder.kontragent("validate", "absent.xml").status == 2)
    }

    @Test func `a migration done twice is done once`() throws {
        let folder = try TestFolder()
        let first = try folder.kontragent("migrate", "--db", "k.db")
        let second = try folder.kontragent("migrate", "--db", "k.db")
        #expect(first.status == 0)
        #expect(second.status == 0)
        #expect(first.out == second.out)
    }
}

import Testing

/// `pass`: a project is re-registered to another organisation, whose token reads nothing of the former one's papers.
@Suite struct PassCommandTests {
    private let kept = "mcs0000000001"
    private let passed = "mcs0000000011"

    /// A company of two projects with February's УПД of both, and another one.
    private func town() throws -> TestFolder {
        let folder = try TestFolder()
        var data = Dataset()
        data.accounts = [
            Dataset.company(pids: [kept, passed]),
            Dataset.company(2, pids: ["mcs0000000002"]),
        ]
        data.prices = [Dataset.price()]
        data.usage["01.jsonl"] = [
            Dataset.event("e-1", kept, quantity: "2", on: "2026-02-20"),
            Dataset.event("e-2", passed, quantity: "3", on: "2026-02-20"),
        ]
        data.statements["february.txt"] =
            Statement([
                Statement.Transfer(amount: "500.00", purpose: "Оплата \(kept)", number: "1"),
                Statement.Transfer(amount: "500.00", purpose: "Оплата \(passed)", number: "2"),
            ]).bytes
        try data.write(in: folder)
        let ran = try folder.kontragent("import", "data")
        #expect(ran.status == 0, "\(ran.err)")
        return folder
    }

    @Test
    func `a passing is looked at, done once, and closes the former party's papers to the project's token`()
        throws
    {
        let folder = try town()
        #expect(try folder.kontragent("close", "2026-02").status == 0)
        let other = "company-2"
        let look = ["pass", passed, "--to", other]
        let seen = try folder.run(Tool.path, look + ["--json"])
        #expect(seen.status == 0, "\(seen.err)")
        #expect(try seen.json["unspentTransfers"].text == "470.00")
        #expect(try seen.json["kept"][0].text == kept)
        #expect(try folder.run(Tool.path, look).out.contains("470.00"))
        let blank = try folder.run(Tool.path, look + ["--reason", " "])
        #expect(blank.status != 0 && blank.err.hasPrefix("access.no-reason: "), "\(blank.err)")
        let done = try folder.run(Tool.path, look + ["--reason", "letter 5", "--json"])
        #expect(done.status == 0, "\(done.err)")
        #expect(try done.json["to"].text == other)
        let again = try folder.run(Tool.path, look + ["--reason", "letter 5"])
        #expect(again.status == 3 && again.err.hasPrefix("projects.pass-to-same-party: "), "\(again.err)")
        #expect(try folder.run(Tool.path, look).status == 3)
        #expect(try folder.kontragent("verify").status == 0)
        #expect(try folder.kontragent("replay", "2026-02").status == 0)

        let ran = try folder.run(
            Tool.path,
            [
                "token", "create", "--name", "own", "--project", passed, "--scope", "read", "--scope",
                "balance",
            ])
        let token = String(ran.out.prefix { $0 != "\n" })
        let server = try Server(folder)
        let wire = try server.wire()
        for path in [
            "/v1/documents/moscow/upd/2026/1.json", "/v1/documents/moscow/upd/2026/1.pdf",
            "/v1/documents/moscow/upd/2026/1.xml", "/v1/explanations/moscow/upd/2026/1",
            "/v1/explanations/\(passed)/2026-02-20/vm-1/compute.vcpu", "/v1/explanations/bank/2",
            "/v1/explanations/tie-out/moscow/2026-02/\(try seen.json["from"].text ?? "")",
        ] {
            let answer = try wire.ask("GET", path, token: token)
            #expect(answer.status == 404, "\(path): \(answer.text.prefix(300))")
        }
        let list = try wire.ask("GET", "/v1/projects/\(passed)/documents", token: token)
        #expect(list.status == 200 && !list.text.contains("moscow/upd"), "\(list.text)")
        #expect(server.end().status == 0)
    }
}

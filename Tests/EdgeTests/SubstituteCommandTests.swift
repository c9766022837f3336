import Testing

/// `substitute`: what a card has paid a transfer pays instead.
@Suite struct SubstituteCommandTests {
    private let pid = "mcs0000000001"

    /// A card's 500.00, of which a part is spent, and a transfer of as much behind it.
    private func town() throws -> TestFolder {
        let folder = try TestFolder()
        var data = Dataset()
        data.accounts = [Dataset.company()]
        data.prices = [Dataset.price()]
        data.credits = [Dataset.credit("card-1", at: "2026-02-01T10:00:00Z")]
        data.usage["01.jsonl"] = [Dataset.event("e-1", quantity: "20", on: "2026-02-03")]
        data.statements["february.txt"] =
            Statement([Statement.Transfer(amount: "500.00", purpose: "Оплата \(pid)")]).bytes
        try data.write(in: folder)
        let ran = try folder.kontragent("import", "data")
        #expect(ran.status == 0, "\(ran.err)")
        return folder
    }

    @Test func `what could move is listed, moved once and explained`() throws {
        let folder = try town()
        let listed = try folder.kontragent("substitute", pid, "--json").json
        let spent = try #require(listed["payments"][0]["movable"].text)
        #expect(listed["payments"][0]["id"].text == "card-1" && spent != "0.00")
        #expect(listed["payments"][0]["paid"].text == spent)
        #expect(listed["transfers"][0]["remaining"].text == "500.00")
        let transfer = try #require(listed["transfers"][0]["id"].text)
        #expect(try folder.kontragent("substitute", pid).out.contains(transfer))

        let move = ["substitute", pid, "--payment", "card-1", "--transfer", transfer]
        let unsaid = try folder.run(Tool.path, move)
        #expect(unsaid.status != 0 && unsaid.err.hasPrefix("access.no-reason: "), "\(unsaid.err)")
        let much = try folder.run(Tool.path, move + ["--sum", "500.01", "--reason", "ticket 7"])
        #expect(much.status == 3 && much.err.hasPrefix("funding.less-to-substitute: "), "\(much.err)")
        let wrong = try folder.run(Tool.path, move + ["--sum", "much", "--reason", "ticket 7"])
        #expect(wrong.status == 2, "\(wrong.err)")
        let done = try folder.run(Tool.path, move + ["--reason", "ticket 7", "--json"])
        #expect(done.status == 0, "\(done.err)")
        #expect(try done.json["amount"].text == spent)
        #expect(try done.json["months"][0]["month"].text == "2026-02")
        #expect(try done.json["left"].text == "0.00")
        let again = try folder.run(Tool.path, move + ["--reason", "ticket 7"])
        #expect(again.status == 3 && again.err.hasPrefix("funding.nothing-spent: "), "\(again.err)")

        for address in ["credit/card-1", "credit/\(transfer)"] {
            let why = try folder.kontragent("explain", address)
            #expect(why.status == 0 && why.out.contains("funding substituted"), "\(why.out)")
        }
        let card = try folder.kontragent("explain", "credit/card-1", "--json").json
        #expect(card["substitutions"][0]["amount"].text == spent)
        #expect(card["substitutions"][0]["paidBy"].text == "credit/\(transfer)")
        #expect(try folder.kontragent("verify").status == 0)
    }

    @Test func `one end alone is a wrong command line`() throws {
        let folder = try TestFolder()
        for words in [["--payment", "card-1"], ["--transfer", "t"]] {
            #expect(try folder.run(Tool.path, ["substitute", pid] + words).status == 64)
        }
    }
}

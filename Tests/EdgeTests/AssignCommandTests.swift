import Testing

/// `assign`: what a payer has left becomes the customer's.
@Suite struct AssignCommandTests {
    private let pid = "mcs0000000001"

    /// 500.00 of another payer, of which a part is spent.
    private func town() throws -> TestFolder {
        let folder = try TestFolder()
        var data = Dataset()
        data.accounts = [Dataset.company()]
        data.prices = [Dataset.price()]
        data.usage["01.jsonl"] = [Dataset.event("e-1", quantity: "20", on: "2026-02-20")]
        data.statements["february.txt"] =
            Statement([
                Statement.Transfer(amount: "500.00", payer: "7704123450", purpose: "Оплата \(pid)")
            ]).bytes
        try data.write(in: folder)
        let ran = try folder.kontragent("import", "data")
        #expect(ran.status == 0, "\(ran.err)")
        return folder
    }

    @Test func `what other payers have left is listed, handed over once and explained`() throws {
        let folder = try town()
        let listed = try folder.kontragent("assign", pid, "--json").json
        let left = try #require(listed["advances"][0]["amount"].text)
        #expect(listed["advances"][0]["payer"].text == "7704123450" && left != "500.00")
        let transfer = try #require(listed["advances"][0]["transfers"][0]["id"].text)
        #expect(try folder.kontragent("assign", pid).out.contains(transfer))

        let hand = ["assign", pid, "--from", "7704123450"]
        let unsaid = try folder.run(Tool.path, hand)
        #expect(unsaid.status != 0 && unsaid.err.hasPrefix("access.no-reason: "), "\(unsaid.err)")
        let much = try folder.run(Tool.path, hand + ["--sum", "500.00", "--reason", "letter 5"])
        #expect(much.status == 3 && much.err.hasPrefix("funding.other-advance: "), "\(much.err)")
        let wrong = try folder.run(Tool.path, hand + ["--sum", "much", "--reason", "letter 5"])
        #expect(wrong.status == 2, "\(wrong.err)")
        let done = try folder.run(Tool.path, hand + ["--sum", left, "--reason", "letter 5", "--json"])
        #expect(done.status == 0, "\(done.err)")
        #expect(try done.json["amount"].text == left)
        #expect(try done.json["transfers"][0]["id"].text == transfer)
        let again = try folder.run(Tool.path, hand + ["--reason", "letter 5"])
        #expect(again.status == 3 && again.err.hasPrefix("funding.nothing-to-assign: "), "\(again.err)")

        let why = try folder.kontragent("explain", "credit/\(transfer)")
        #expect(why.status == 0 && why.out.contains("advance assigned"), "\(why.out)")
        let told = try folder.kontragent("explain", "credit/\(transfer)", "--json").json
        #expect(told["assignments"][0]["amount"].text == left)
        #expect(told["assignments"][0]["from"].text == "7704123450")
        #expect(try folder.kontragent("verify").status == 0)
    }
}

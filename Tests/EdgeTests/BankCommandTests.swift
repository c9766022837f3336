import Testing

/// `bank FILE…`, `bank match`, `bank accept`.
@Suite struct BankCommandTests {
    private func town() throws -> TestFolder {
        let folder = try TestFolder()
        var data = Dataset()
        data.accounts = [
            Dataset.company(), Dataset.company(2, pids: ["mcs0000000002", "mcs0000000022"]), Dataset.altyn(),
        ]
        data.prices = [Dataset.price()]
        try data.write(in: folder)
        #expect(try folder.kontragent("import", "data").status == 0)
        return folder
    }

    private static let file = Statement([
        Statement.Transfer(amount: "1000.00", purpose: "Оплата mcs0000000001"),
        Statement.Transfer(amount: "70.00", payer: CheckDigits.inn(2), purpose: "за услуги", number: "2"),
        Statement.Transfer(
            amount: "5.00", purpose: "комиссия", number: "3", from: Dataset.moscowAccount,
            to: "40702810938120061991"),
    ])

    @Test func `lines are listed with their state and reasons`() throws {
        let folder = try town()
        try folder.write(BankCommandTests.file.bytes, to: "february.txt")
        let ran = try folder.kontragent("bank", "february.txt", "--json")
        #expect(ran.status == 0, "\(ran.err)")
        let lines = try ran.json
        #expect(lines.list.map { $0["state"].text } == ["matched", "unclear", "outgoing"])
        #expect(lines.list.map { $0["amount"].text } == ["1000.00", "70.00", "5.00"])
        #expect(lines[0]["projects"] == .array([.string("mcs0000000001")]))
        for line in lines.list {
            #expect(!line["reasons"].list.isEmpty)
            #expect(line["line"].int != nil && line["id"].text?.hasPrefix("bank|") == true)
        }
        // Bytes to the letter: the word bank, own account, number, date, amount, payer's account (D8).
        #expect(
            lines[0]["id"].text
                == "bank|40702810100000003759|1|2026-02-05|1000.00|40702810938120061991")
        let table = try folder.kontragent("bank", "february.txt")
        #expect(table.status == 0)
        #expect(table.err.contains("3 lines seen before"), "\(table.err)")
        let balance = try folder.kontragent("balance", "mcs0000000001", "--json").json
        #expect(balance["payment"].text == "1000.00", "once, however often it is booked")
    }

    @Test func `a person decides on an unclear line, once`() throws {
        let folder = try town()
        try folder.write(BankCommandTests.file.bytes, to: "february.txt")
        let lines = try folder.kontragent("bank", "february.txt", "--json").json
        let number = String(lines[1]["line"].int ?? 0)
        #expect(try folder.kontragent("bank", "match", number, "mcs0999999999").status == 2)
        let other = try folder.kontragent("bank", "match", number, "mcs0000000003")
        #expect(other.status == 3)
        #expect(other.err.hasPrefix("payments.other-region: "), "\(other.err)")
        let matched = try folder.kontragent("bank", "match", number, "mcs0000000022", "--json")
        #expect(matched.status == 0, "\(matched.err)")
        #expect(try matched.json[0]["state"].text == "matched")
        let again = try folder.kontragent("bank", "match", number, "mcs0000000022")
        #expect(again.status == 0, "the same decision again changes nothing")
        let changed = try folder.kontragent("bank", "match", number, "mcs0000000002")
        #expect(changed.status == 3)
        #expect(changed.err.hasPrefix("payments.not-unclear: "), "\(changed.err)")
        #expect(try folder.kontragent("balance", "mcs0000000022", "--json").json["payment"].text == "70.00")
        #expect(try folder.kontragent("balance", "mcs0000000002", "--json").json["payment"].text == "0.00")
        let unknown = try folder.kontragent("bank", "match", "4711", "mcs0000000002")
        #expect(unknown.status == 2)
        #expect(unknown.err.hasPrefix("payments.unknown-line: "), "\(unknown.err)")
        let outgoing = try folder.kontragent(
            "bank", "match", String(lines[2]["line"].int ?? 0), "mcs0000000002")
        #expect(outgoing.status == 3)
    }

    @Test func `a choice is taken back with a reason, explained, and made anew`() throws {
        let folder = try town()
        try folder.write(BankCommandTests.file.bytes, to: "february.txt")
        let lines = try folder.kontragent("bank", "february.txt", "--json").json
        let number = String(lines[1]["line"].int ?? 0)
        #expect(try folder.kontragent("bank", "match", number, "mcs0000000022").status == 0)
        let mute = try folder.kontragent("bank", "undo", number, " ")
        #expect(mute.status == 2 && mute.err.hasPrefix("access.no-reason: "), "\(mute.err)")
        let back = try folder.kontragent("bank", "undo", number, "wrong project", "--json")
        #expect(back.status == 0, "\(back.err)")
        #expect(try back.json[0]["state"].text == "unclear")
        #expect(try folder.kontragent("balance", "mcs0000000022", "--json").json["payment"].text == "0.00")
        let twice = try folder.kontragent("bank", "undo", number, "again")
        #expect(twice.status == 3 && twice.err.hasPrefix("payments.not-matched: "), "\(twice.err)")
        #expect(try folder.kontragent("bank", "match", number, "mcs0000000002").status == 0)
        let explained = try folder.kontragent("explain", "bank/\(number)", "--language", "en")
        #expect(explained.status == 0 && explained.out.contains("taken back"), "\(explained.out)")
        #expect(try folder.kontragent("verify").status == 0)
    }

    @Test func `files that are bad or absent are named and the others booked`() throws {
        let folder = try town()
        try folder.write(BankCommandTests.file.bytes, to: "good.txt")
        try folder.write("nothing", to: "bad.txt")
        var held = BankCommandTests.file
        held.transfers[0].number = "10"
        held.transfers[1].number = "11"
        held.transfers[2].number = "12"
        held.received = "1.00"
        try folder.write(held.bytes, to: "held.txt")
        let ran = try folder.kontragent("bank", "absent.txt", "bad.txt", "held.txt", "good.txt", "--json")
        #expect(ran.status == 2)
        #expect(ran.err.contains("absent.txt: settings.unreadable: "), "\(ran.err)")
        #expect(ran.err.contains("bad.txt: payments.not-a-statement: "), "\(ran.err)")
        #expect(ran.err.contains("payments.totals-differ: "), "\(ran.err)")
        #expect(ran.err.contains("bank accept held.txt"), "it says what to do: \(ran.err)")
        let states = try ran.json.list.map { $0["state"].text }
        #expect(states == ["held", "held", "held", "matched", "unclear", "outgoing"])
    }
}

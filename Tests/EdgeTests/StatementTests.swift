import Testing

/// Bank files in a dataset: broken, cut short, mis-encoded, enormous, with wrong totals.
@Suite struct StatementTests {
    private static let money = Statement([
        Statement.Transfer(amount: "1000.00", purpose: "Оплата mcs0000000001"),
        Statement.Transfer(amount: "200.50", purpose: "Оплата mcs0000000001", number: "2"),
    ])

    /// Imports statements for ООО «Ромашка» and answers with what was printed and the balance after.
    private func book(_ statements: [String: [UInt8]]) throws -> (Tool.Ran, balance: String?, TestFolder) {
        let folder = try TestFolder()
        var data = Dataset()
        data.accounts = [Dataset.company()]
        data.prices = [Dataset.price()]
        data.statements = statements
        try data.write(in: folder)
        let ran = try folder.kontragent("import", "data", "--json")
        let balance = try folder.kontragent("balance", "mcs0000000001", "--json").json["payment"].text
        return (ran, balance, folder)
    }

    private func codes(_ ran: Tool.Ran) throws -> [String] {
        try ran.json["refused"].list.map {
            let message = $0["message"].text ?? ""
            #expect(message.contains(". "), "what happened, then what to do: \(message)")
            return "\($0["file"].text ?? ""):\($0["line"].int ?? -1) \($0["code"].text ?? "")"
        }
    }

    @Test func `a sound file is booked in any of the banks' encodings`() throws {
        let text = StatementTests.money.text
        let utf8 = Array(text.replacing("Кодировка=Windows", with: "Кодировка=UTF-8").utf8)
        for (name, bytes) in [
            ("windows", StatementTests.money.bytes), ("utf-8", utf8), ("marked", [0xEF, 0xBB, 0xBF] + utf8),
            ("line feeds", StatementTests.money.bytes.filter { $0 != 0x0D }),
        ] {
            let (ran, balance, _) = try book(["a.txt": bytes])
            #expect(ran.status == 0, "\(name): \(ran.err)")
            #expect(balance == "1200.50", "\(name)")
        }
    }

    @Test func `files that are no statement are refused by name`() throws {
        let (ran, balance, _) = try book([
            "empty.txt": [], "noise.txt": (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 73 &+ $0 / 7) },
            "page.txt": Array("<html><body>Оплатите</body></html>".utf8), "zero.txt": [0, 0, 0, 0],
            "sound.txt": StatementTests.money.bytes,
        ])
        #expect(ran.status == 2)
        #expect(balance == "1200.50", "the sound file is booked")
        let found = try codes(ran)
        #expect(found.count == 4)
        for name in ["empty", "noise", "page", "zero"] {
            #expect(found.contains { $0.hasPrefix("statements/\(name).txt:") }, "\(name): \(found)")
        }
    }

    @Test func `a file cut short anywhere credits nothing and says so`() throws {
        let bytes = StatementTests.money.bytes
        var statements: [String: [UInt8]] = [:]
        // Cut inside the heading, the account section, the payments, and before the last mark.
        for (index, share) in [3, 20, 45, 60, 75, 90, 97].enumerated() {
            statements["cut-\(index).txt"] = Array(bytes.prefix(bytes.count * share / 100))
        }
        let (ran, balance, _) = try book(statements)
        #expect(ran.status == 2)
        #expect(balance == "0.00", "nothing of a file that ends early is credited")
        let found = try codes(ran)
        for name in statements.keys {
            #expect(found.contains { $0.hasPrefix("statements/\(name):") }, "\(name): \(found)")
        }
        #expect(found.contains { $0.hasSuffix("payments.truncated") }, "\(found)")
    }

    @Test func `a file whose totals do not tie is held until a person accepts it`() throws {
        var wrong = StatementTests.money
        wrong.closing = "1200.51"
        let (ran, balance, folder) = try book(["wrong.txt": wrong.bytes])
        #expect(ran.status == 2)
        #expect(try codes(ran) == ["statements/wrong.txt:0 payments.totals-differ"])
        #expect(try ran.json["accepted"]["bankLines"].int == 2, "its lines are kept")
        #expect(try ran.json["bankLines"] == JSON.read(#"{"matched":0,"unclear":0,"outgoing":0}"#))
        #expect(balance == "0.00")
        let accepted = try folder.kontragent("bank", "accept", "wrong.txt")
        #expect(accepted.status == 0, "\(accepted.err)")
        let after = try folder.kontragent("balance", "mcs0000000001", "--json").json
        #expect(after["payment"].text == "1200.50")
        let again = try folder.kontragent("bank", "accept", "wrong.txt")
        #expect(again.status == 2)
        #expect(again.err.hasPrefix("payments.no-held-file: "), "\(again.err)")
        let twice = try folder.kontragent("import", "data", "--json")
        #expect(twice.status == 0, "an accepted file is not held anew: \(twice.err)")
    }

    @Test func `broken lines are named with their place and the others booked`() throws {
        var file = StatementTests.money
        file.transfers.append(
            Statement.Transfer(amount: "7.00", purpose: "mcs0000000001", number: "3", date: "31.02.2026"))
        file.transfers.append(Statement.Transfer(amount: "8.00", purpose: "mcs0000000001", number: "4"))
        let text = file.text.replacing("Сумма=8.00", with: "Сумма=восемь")
        let (ran, _, _) = try book(["broken.txt": Statement.windows1251(text)])
        #expect(ran.status == 2)
        let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
        let found = try codes(ran).filter { $0.hasSuffix("payments.broken-line") }
        #expect(found.count == 2, "\(found)")
        // Each place is inside the section that is broken.
        for (code, number) in zip(found, ["Номер=3", "Номер=4"]) {
            let line = Int(code.split(separator: " ")[0].split(separator: ":")[1]) ?? 0
            let begin = lines.firstIndex(of: number) ?? 0
            #expect((begin...begin + 13).contains(line), "\(code) for \(number) at \(begin + 1)")
        }
        #expect(try ran.json["accepted"]["bankLines"].int == 2)
    }

    @Test func `letters spoilt by a wrong encoding are told from a sound file`() throws {
        let bytes = StatementTests.money.bytes
        let unicode = Array(StatementTests.money.text.utf8)
        let latin = String(String.UnicodeScalarView(unicode.map { Unicode.Scalar($0) }))
        let (ran, balance, _) = try book([
            "latin.txt": Array(latin.utf8), "lost.txt": Array(String(decoding: bytes, as: UTF8.self).utf8),
            "mixed.txt": bytes + [0xFF, 0xFE, 0x98, 0x0A],
        ])
        #expect(ran.status == 2)
        let found = try codes(ran)
        #expect(found.contains("statements/latin.txt:0 payments.mojibake"), "\(found)")
        #expect(found.contains { $0.hasPrefix("statements/lost.txt:0 payments.") }, "\(found)")
        #expect(found.contains { $0.hasPrefix("statements/mixed.txt") }, "\(found)")
        #expect(balance == "1200.50", "once, from the file that only has noise after its end")
    }

    @Test func `an enormous file and an enormous line are refused without harm`() throws {
        let line = StatementTests.money.text.replacing(
            "НазначениеПлатежа=Оплата", with: "НазначениеПлатежа=" + String(repeating: "я", count: 300_000))
        let huge = StatementTests.money.bytes + [UInt8](repeating: 0x20, count: 300 << 20)
        let (ran, balance, _) = try book([
            "huge.txt": huge, "line.txt": Statement.windows1251(line),
            "sound.txt": StatementTests.money.bytes,
        ])
        #expect(ran.status == 2)
        #expect(balance == "1200.50")
        let found = try codes(ran)
        #expect(found.contains("statements/huge.txt:0 payments.too-large"), "\(found)")
        #expect(found.contains { $0.hasPrefix("statements/line.txt:") }, "\(found)")
    }
}

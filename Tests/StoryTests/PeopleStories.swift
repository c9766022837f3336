import Basics
import Contracts
import Counterparties
import Documents
import Regions
import Support
import Testing
import UseCases

/// Sole proprietors and companies from abroad.
@Suite struct PeopleStories {
    @Test func `a sole proprietor's contract asks for tax invoices and acts`() throws {
        let pid = "mcs0000000002"
        let town = try Town.priced("2025-09-01")
        try town.register(Make.petrov(contract: Make.contract(documents: ["taxInvoice", "act"])))
        try town.transfer(
            [Make.Transfer("1000.00", from: Make.petrovINN, for: pid, on: "2025-09-02", number: "1")])
        // 120 a month → 20.00 of VAT in 2025; 122 a month → 22.00 in 2026.
        for (month, last, number) in [("2025-09", 30, 1), ("2025-10", 31, 2), ("2025-11", 30, 3)] {
            try town.spend("120", in: pid, until: "\(month)-10T10:00:00Z")
            try #expect(
                town.closed(month) == both(number, "\(month)-\(last)", pid, "20: 100.00 + 20.00 = 120.00"))
        }
        #expect(try town.closed("2025-12") == ["nothing for 500100732259, no-bank-funded-spend"])
        for (month, last, number) in [("2026-01", 31, 1), ("2026-02", 28, 2)] {
            try town.spend("122", in: pid, until: "\(month)-10T10:00:00Z")
            try #expect(
                town.closed(month) == both(number, "\(month)-\(last)", pid, "22: 100.00 + 22.00 = 122.00"))
        }
        #expect(try town.payment(pid) == "396.00")
        let xml = try town.xml("2026-02")
        #expect(xml.map { $0.contains("Функция=\"СЧФ\"") } == [true, false])
        #expect(xml.map { $0.contains("Функция=\"ДОП\"") } == [false, true])
        #expect(xml.allSatisfy { $0.contains("ОГРНИП") })
    }

    @Test func `a non-resident under a contract without VAT gets transfer documents of status 2`() throws {
        let pid = "mcs0000000007"
        let town = try Town.priced("2025-10-01")
        try town.register(belarusian(Make.contract(vat: "none")))
        try town.transfer(
            [Make.Transfer("500.00", from: "190275968", for: pid, on: "2025-10-02", number: "1")])
        // Net is gross and no rate stands, before the change of the rate and after it.
        for (month, last, number) in [
            ("2025-10", 31, 1), ("2025-11", 30, 2), ("2025-12", 31, 3), ("2026-01", 31, 1),
            ("2026-02", 28, 2), ("2026-03", 31, 3),
        ] {
            try town.spend("33.33", in: pid, until: "\(month)-10T10:00:00Z")
            #expect(
                try town.closed(month) == [
                    "upd \(number) of \(month)-\(last), \(pid)",
                    "Облачные вычисления \(month), none: 33.33 + 0.00 = 33.33",
                    "paid by 1 of 2025-10-02: 33.33",
                ])
            let xml = try town.xml(month)
            #expect(xml.map { $0.contains("Функция=\"ДОП\"") } == [true])
            #expect(xml.map { $0.contains("НалСт=\"без НДС\"") } == [true])
        }
        // 500 − 6 × 33.33
        #expect(try town.payment(pid) == "300.02")
        let march = try town.app.closing.documents(Month(index: 2026 * 12 + 2), region: .moscow)
        #expect(march.map(\.content.file?.forEDM) == [false], "it has no EDM id")
    }

    @Test func `a non-resident needs a contract, and the contract's word on VAT`() throws {
        let town = try Town.priced("2026-01-01")
        #expect(town.refusal { try town.register(belarusian(nil)) } == "contracts.non-resident-on-offer")
        #expect(
            town.refusal { try town.register(belarusian(Make.contract())) } == "contracts.vat-unstated")
    }

    private func belarusian(_ contract: ContractDraft?) -> AccountDraft {
        var draft = Make.romashka(account: "minsk", pids: ["mcs0000000007"], contract: contract)
        var party = CounterpartyDraft()
        party.kind = "legalEntity"
        party.residency = "BY"
        party.taxId = "190275968"
        party.name = "Общество с ограниченной ответственностью «Зубр»"
        var address = AddressDraft()
        address.country = "BY"
        address.text = "г. Минск, пр. Независимости, 1"
        party.address = address
        draft.counterparty = party
        return draft
    }

    private func both(_ number: Int, _ date: String, _ pid: String, _ line: String) -> [String] {
        let gross = line.split(separator: " ").last ?? ""
        return ["taxInvoice", "act"].flatMap { kind in
            [
                "\(kind) \(number) of \(date), \(pid)", "Облачные вычисления \(date.prefix(7)), \(line)",
                "paid by 1 of 2025-09-02: \(gross)",
            ]
        }
    }
}

extension Town {
    /// The formalised files of a month's documents as text; windows-1251 read letter by letter.
    func xml(_ month: String) throws -> [String] {
        guard let month = Month(month) else { throw TownProblem.badText(month) }
        return try app.closing.documents(month, region: .moscow).map { document in
            try Town.papers.xml(document.content).reduce(into: "") { text, byte in
                text.unicodeScalars.append(letter(byte))
            }
        }
    }

    /// А to я lie in a row in windows-1251.
    private func letter(_ byte: UInt8) -> Unicode.Scalar {
        byte < 0xC0 ? Unicode.Scalar(byte) : Unicode.Scalar(UInt16(byte) + 0x350) ?? "?"
    }
}

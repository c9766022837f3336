import Basics
import Formats
import Payments
import Testing

@Suite struct OneCWriterTests {
    private func party(_ name: String, _ account: String) -> StatementParty {
        StatementParty(
            name: name, taxID: TaxID("7707083893"), kpp: "773601001", accounts: [account], bik: "044525225",
            bank: "ПАО Банк")
    }

    private func file(purpose: String, name: String = "ООО «Ромашка»") throws -> StatementFile {
        let day = try #require(Day("2026-10-05"))
        return StatementFile(
            version: "1.03", sender: "Банк", headingAccounts: [MakeStatement.own],
            accounts: [
                StatementAccount(
                    lineNumber: 8, account: MakeStatement.own, from: day, to: day, opening: -100,
                    received: 100_000,
                    spent: 0, closing: 99_900)
            ],
            lines: [
                StatementLine(
                    lineNumber: 17, kind: "Платежное поручение", number: "000123", date: day, amount: 100_000,
                    payer: party(name, "40702810938120061991"), payee: party("ООО «ВК»", MakeStatement.own),
                    receivedOn: day, purpose: purpose, statedDirection: .incoming, currency: "RUB")
            ], lineCount: 43)
    }

    @Test func `what is written is read back`() throws {
        let file = try file(purpose: "Оплата mcs0000000001")
        let day = try #require(Day("2026-10-06"))
        let bytes = try OneCWriter.write(file, createdOn: day)
        #expect(try OneCStatement.read(bytes) == file)
        #expect(CodePage.windows1251.decode(bytes).hasSuffix("КонецДокумента\r\nКонецФайла\r\n"))
    }

    @Test func `nobody can write a section of his own into a purpose`() throws {
        let day = try #require(Day("2026-10-06"))
        let evil = "Оплата\r\nКонецДокумента\nСекцияДокумент=Прочее\u{2028}Сумма=1"
        let back = try OneCStatement.read(OneCWriter.write(file(purpose: evil), createdOn: day))
        #expect(back.lines.count == 1)
        #expect(back.lines.first?.purpose == "Оплата  КонецДокумента СекцияДокумент=Прочее Сумма=1")
    }

    @Test func `a letter windows-1251 lacks is an error`() throws {
        let day = try #require(Day("2026-10-06"))
        #expect(throws: CodePageProblem.self) {
            try OneCWriter.write(file(purpose: "", name: "Қазына"), createdOn: day)
        }
    }
}

import Basics
import Formats
import Payments
import Testing

/// The dialect 2.0 of banks in Kazakhstan, with TOO «Алтын».
@Suite struct OneCKazakhTests {
    private let own = "KZ111111111111111111"

    private func file(_ changes: [String] = [], without: String = "-") throws -> StatementFile {
        let rows = [
            "ВидДокумента=ПлатежноеПоручение", "НомерДокумента=NT-475719", "ДатаДокумента=01.10.2026",
            "ДатаОперации=02.10.2026", "СуммаПриход=160000", "Сумма=160000", "Валюта=KZT",
            "ПлательщикНаименование=ТОО \"Алтын\"", "ПлательщикБИН_ИИН=220840049859", "ПлательщикКБЕ=17",
            "ПлательщикИИК=kz22 2222 2222 2222 2222", "ПлательщикБанкНаименование=Банк",
            "ПлательщикБанкБИК=KCJBKZKX", "ПолучательНаименование=QazCloud", "ПолучательБИН_ИИН=123456789012",
            "ПолучательИИК=KZ111111111111111111", "НазначениеПлатежа=Оплата", "КодНазначенияПлатежа=859",
            "ДатаВалютирования=03.10.2026",
        ].filter { !$0.hasPrefix(without + "=") }
        let heading = "1CClientBankExchange\nВерсияФормата=2.0\nРасчСчет=KZ111111111111111111"
        return try MakeStatement.read(
            MakeStatement.text(
                heading, "СЕКЦИЯДОКУМЕНТ=\"Выписка\"", (rows + changes).joined(separator: "\n"),
                "КонецДокумента"))
    }

    @Test func `the dialect's words mean what the usual ones do`() throws {
        let file = try file()
        let line = try #require(file.lines.first)
        #expect(file.version == "2.0")
        #expect(line.kind == "ПлатежноеПоручение")
        #expect(line.number == "NT-475719")
        #expect(line.date == Day("2026-10-01"))
        #expect(line.receivedOn == Day("2026-10-02"))
        #expect(line.amount == 16_000_000)
        #expect(line.statedDirection == .incoming)
        #expect(line.currency == "KZT")
        #expect(line.payer.name == "ТОО \"Алтын\"")
        #expect(line.payer.taxID == TaxID("220840049859"))
        #expect(line.payer.accounts == ["KZ2222222222222222" + "22"])
        #expect(line.payer.bik == "KCJBKZKX")
        #expect(line.payer.bank == "Банк")
        #expect(line.payee.taxID == TaxID("123456789012"))
        let bank = BankLine(line, of: file, own: [own])
        #expect(bank.direction == .incoming)
        #expect(bank.id.text == "bank|\(own)|NT-475719|2026-10-01|160000.00|KZ222222222222222222")
    }

    @Test func `the sum may stand under its direction alone`() throws {
        let line = try #require(try file(without: "Сумма").lines.first)
        #expect(line.amount == 16_000_000)
        let outgo = try #require(try file(["СуммаРасход=160000"], without: "СуммаПриход").lines.first)
        #expect(outgo.statedDirection == .outgoing)
        let zero = try #require(try file(["СуммаРасход=0"]).lines.first)
        #expect(zero.statedDirection == .incoming)
    }

    @Test func `sums that contradict one another refuse the line`() throws {
        let both = try file(["СуммаРасход=5"])
        #expect(both.lines.isEmpty)
        #expect(
            both.flaws.map(\.problem) == [
                .brokenLine(line: 4, field: "СуммаПриход", .contradictory("160000.00", "5.00"))
            ])
        let other = try file(["Сумма=5"], without: "Сумма")
        #expect(
            other.flaws.map(\.problem) == [
                .brokenLine(line: 4, field: "Сумма", .contradictory("5.00", "160000.00"))
            ])
    }

    @Test(arguments: [("398", "KZT"), ("RUR", "RUB"), ("810", "RUB"), ("usd", "USD")])
    func `a currency is known by its letters and digits`(written: String, letters: String) throws {
        #expect(try file(["Валюта=\(written)"], without: "Валюта").lines.first?.currency == letters)
    }
}

import Basics
import Formats
import Payments
import Testing

@Suite struct OneCStatementTests {
    private let good = MakeStatement.text(
        MakeStatement.heading, MakeStatement.account, MakeStatement.document())

    @Test func `a bank file is read as written`() throws {
        let file = try MakeStatement.read(good)
        #expect(file.version == "1.03")
        #expect(file.sender == "Банк")
        #expect(file.headingAccounts == [MakeStatement.own])
        #expect(!file.isTruncated)
        #expect(file.flaws.isEmpty && file.warnings.isEmpty)
        let account = try #require(file.accounts.first)
        #expect(account.account == MakeStatement.own)
        #expect(account.from == Day("2026-10-05"))
        #expect(
            [account.opening, account.received, account.spent, account.closing] == [
                10_050, 100_000, 0, 110_050,
            ])
        let line = try #require(file.lines.first)
        #expect(line.lineNumber == 16)
        #expect(line.kind == "Платежное поручение")
        #expect(line.number == "000123")
        #expect(line.date == Day("2026-10-05"))
        #expect(line.receivedOn == Day("2026-10-06"))
        #expect(line.debitedOn == nil)
        #expect(line.amount == 100_000)
        #expect(line.payer.name == "ООО \"Ромашка\"")
        #expect(line.payer.taxID == TaxID("7707083893"))
        #expect(line.payer.kpp == "773601001")
        #expect(line.payer.accounts == ["40702810938120061991"])
        #expect(line.payer.bik == "044525225")
        #expect(line.payee.accounts == [MakeStatement.own])
        #expect(line.purpose == "Оплата mcs0000000001 k=v")
        #expect(StatementTotals.check(file) == .sound)
    }

    @Test func `the encoding and the line ends do not matter`() throws {
        let expected = try MakeStatement.read(good)
        let dos = good.replacing("Кодировка=Windows", with: "Кодировка=DOS")
        #expect(try OneCStatement.read(MakeStatement.bytes(dos, page: .dos866)) == expected)
        for end in ["\n", "\r", "\r\n"] {
            #expect(try OneCStatement.read(MakeStatement.bytes(good, lineEnd: end)) == expected)
            #expect(try OneCStatement.read(Array(good.replacing("\n", with: end).utf8)) == expected)
        }
        #expect(try OneCStatement.read([0xEF, 0xBB, 0xBF] + Array(good.utf8)) == expected)
        #expect(try OneCStatement.read(MakeStatement.bytes(good + "\n\u{1A}")).lines == expected.lines)
        let mixed = try MakeStatement.bytes(good.replacing("\nДата=", with: "\n\n \nДата="))
        #expect(try OneCStatement.read(mixed).lines.first?.amount == 100_000)
    }

    @Test(arguments: ["", "Кодировка=windows", "Кодировка=windows-1251", "Кодировка=UTF-8", "Кодировка="])
    func `an encoding left out or named otherwise is windows-1251`(row: String) throws {
        let text = good.replacing("Кодировка=Windows", with: row)
        #expect(try MakeStatement.read(text).lines.first?.payer.name == "ООО \"Ромашка\"")
    }

    @Test func `a wrong name of the encoding only warns`() throws {
        let text = good.replacing("Кодировка=Windows", with: "Кодировка=DOS")
        let file = try OneCStatement.read(MakeStatement.bytes(text))
        #expect(file.lines.first?.payer.name == "ООО \"Ромашка\"")
        #expect(file.warnings == [.encodingNotAsStated])
    }

    @Test func `keys and section words are known in any case`() throws {
        let file = try MakeStatement.read(
            good.replacing("СекцияРасчСчет", with: "СЕКЦИЯРАСЧСЧЕТ").replacing("Сумма=", with: "сУММА =")
                .replacing("КонецФайла", with: "КОНЕЦФАЙЛА"))
        #expect(file.accounts.count == 1)
        #expect(file.lines.first?.amount == 100_000)
        #expect(!file.isTruncated)
    }

    @Test func `a kind of document in quotes loses them`() throws {
        let text = good.replacing("СекцияДокумент=Платежное поручение", with: "СекцияДокумент=\"Выписка\"")
        #expect(try MakeStatement.read(text).lines.first?.kind == "Выписка")
    }

    @Test(arguments: [
        ("1000.00", 100_000), ("1000", 100_000), ("1000,5", 100_050), ("1 234 567.89", 123_456_789),
        ("1\u{A0}234,50", 123_450), ("0.01", 1), ("\u{A0}5 ", 500),
        ("40000000000000.00", 4_000_000_000_000_000),
    ])
    func `a sum may have a point or a comma and blanks between thousands`(text: String, minor: Int64) throws {
        #expect(
            try MakeStatement.read(MakeStatement.text(document: ["Сумма": text])).lines.first?.amount == minor
        )
    }

    @Test(arguments: [
        "1e9", "-5", "-0", "0", "0.00", "1.005", "1.", ".5", "1,234,567.89", "1.234,56", "12 34", "1 2345",
        "+1",
        "1000-00", "сто", "№5", "99999999999999999999", "1 234.5 6", "0x10", "NaN",
    ])
    func `a sum that is no sum refuses its line and keeps the others`(text: String) throws {
        let file = try MakeStatement.read(
            MakeStatement.text(
                MakeStatement.heading, MakeStatement.document(["Сумма": text]),
                MakeStatement.document()))
        #expect(file.lines.count == 1)
        #expect(file.flaws.map(\.problem.code) == ["payments.broken-line"])
        #expect(file.flaws.first?.line == 7)
        #expect(StatementTotals.check(file) == .sound)
    }

    @Test func `a broken line is named with its place and field`() throws {
        let file = try MakeStatement.read(MakeStatement.text(document: ["Дата": "31.02.2026"]))
        #expect(file.lines.isEmpty)
        #expect(
            file.flaws == [
                StatementFlaw(
                    line: 7, problem: .brokenLine(line: 20, field: "Дата", .unreadable("31.02.2026")))
            ])
    }

    @Test(arguments: [
        "31.02.2026", "2026-10-05", "5.10.2026", "05.10.26", "05.13.2026", "00.00.0000", "05.10.2026г",
    ])
    func `a date outside the calendar or in other writing refuses its line`(text: String) throws {
        for key in ["Дата", "ДатаПоступило", "ДатаСписано"] {
            let file = try MakeStatement.read(MakeStatement.text(document: [key: text]))
            #expect(file.lines.isEmpty)
            #expect(file.flaws.map(\.problem.code) == ["payments.broken-line"])
        }
    }

    @Test(arguments: ["Номер", "Дата", "Сумма"])
    func `what a line cannot do without is named`(key: String) throws {
        for value in [nil, ""] {
            let file = try MakeStatement.read(MakeStatement.text(document: [key: value]))
            #expect(file.flaws.map(\.problem) == [.brokenLine(line: 7, field: key, .absent)])
        }
    }

    @Test func `a number that could forge a line's id is refused`() throws {
        let file = try MakeStatement.read(MakeStatement.text(document: ["Номер": "1|2026"]))
        #expect(file.flaws.map(\.problem) == [.brokenLine(line: 20, field: "Номер", .unreadable("1|2026"))])
    }

    @Test func `a key given twice counts once, but sums may not contradict`() throws {
        let twice = good.replacing("Сумма=1000.00", with: "Сумма=\nСумма=1000.00\nСумма=1000.00")
        #expect(try MakeStatement.read(twice).lines.first?.amount == 100_000)
        let names = good.replacing("ПлательщикИНН", with: "Плательщик1=ООО \"Роза\"\nПлательщикИНН")
        let file = try MakeStatement.read(names)
        #expect(file.lines.first?.payer.name == "ООО \"Роза\"")
        #expect(file.warnings == [.repeatedKey(line: 24, key: "Плательщик1")])
        let sums = try MakeStatement.read(
            good.replacing("Сумма=1000.00", with: "Сумма=1000.00\nСумма=2000.00"))
        #expect(
            sums.flaws.map(\.problem) == [
                .brokenLine(line: 19, field: "Сумма", .contradictory("1000.00", "2000.00"))
            ])
    }

    @Test func `a purpose in pieces is joined, a whole one goes first`() throws {
        let pieces = ["НазначениеПлатежа": "", "НазначениеПлатежа1": "Оплата", "НазначениеПлатежа3": "счета"]
        #expect(
            try MakeStatement.read(MakeStatement.text(document: pieces)).lines.first?.purpose
                == "Оплата счета")
        let both = ["НазначениеПлатежа1": "Другое"]
        #expect(
            try MakeStatement.read(MakeStatement.text(document: both)).lines.first?.purpose
                == "Оплата mcs0000000001 k=v")
    }

    @Test(arguments: [
        ("ИНН 7707083893 ООО Ромашка", "ООО Ромашка"), ("7707083893, ООО Ромашка", "ООО Ромашка"),
        ("ИНН 7707083893/773601001 ООО Ромашка", "ООО Ромашка"), ("ИНН:500100732259 ИП Петров", "ИП Петров"),
        ("ИНН 7707083893 КПП 773601001 ООО Ромашка", "ООО Ромашка"),
        ("7707083893 ООО Ромашка", "7707083893 ООО Ромашка"), ("ИНН 77 ООО", "ИНН 77 ООО"),
        ("ИНН 7707083893", "ИНН 7707083893"),
    ])
    func `a tax id before a payer's name is taken off`(text: String, name: String) throws {
        let changes = ["Плательщик1": nil, "Плательщик": text, "ПлательщикИНН": nil]
        let payer = try MakeStatement.read(MakeStatement.text(document: changes)).lines.first?.payer
        #expect(payer?.name == name)
        let expected = text == name ? nil : text.contains("5001") ? "500100732259" : "7707083893"
        #expect(payer?.taxID?.text == expected)
    }

    @Test func `the name without a prefix is preferred and rubbish in the ids is none`() throws {
        let changes = ["Плательщик": "7707083893, ООО", "ПлательщикКПП": "3", "ПлательщикИНН": "4"]
        let payer = try MakeStatement.read(MakeStatement.text(document: changes)).lines.first?.payer
        #expect(payer?.name == "ООО \"Ромашка\"")
        #expect(payer?.kpp == nil)
        #expect(payer?.taxID == nil)
    }

    @Test func `both accounts of a side are kept, in capitals and without blanks`() throws {
        let changes = ["ПлательщикРасчСчет": "kz12 3456|", "ПолучательРасчСчет": MakeStatement.own]
        let line = try MakeStatement.read(MakeStatement.text(document: changes)).lines.first
        #expect(line?.payer.accounts == ["40702810938120061991", "KZ123456"])
        #expect(line?.payee.accounts == [MakeStatement.own])
    }

    @Test func `control marks in a value become blanks`() throws {
        let line = try MakeStatement.read(
            MakeStatement.text(document: ["Плательщик1": "ООО\u{0}\tРоза\u{7}"])
        )
        .lines.first
        #expect(line?.payer.name == "ООО  Роза")
    }

    @Test func `a file without account sections is a good file`() throws {
        let file = try MakeStatement.read(MakeStatement.text(MakeStatement.heading, MakeStatement.document()))
        #expect(file.accounts.isEmpty)
        #expect(file.lines.count == 1)
        #expect(StatementTotals.check(file) == .sound)
    }

    @Test func `an overdraft is a sum below zero, and a total that is no sum holds the file`() throws {
        let overdraft = good.replacing("Остаток=100.5", with: "Остаток=-100.50")
            .replacing("Остаток=1100.50", with: "Остаток=899.50")
        #expect(try StatementTotals.check(MakeStatement.read(overdraft)) == .sound)
        let broken = try MakeStatement.read(good.replacing("ВсегоСписано=0", with: "ВсегоСписано=-1"))
        #expect(
            StatementTotals.check(broken)
                == .held([.brokenTotal(line: 13, field: "ВсегоСписано", text: "-1")]))
        let nameless = try MakeStatement.read(
            good.replacing("2026\nРасчСчет=40702810000000000010\nНачальный", with: "2026\nНачальный"))
        #expect(
            StatementTotals.check(nameless) == .held([.brokenTotal(line: 7, field: "РасчСчет", text: "")]))
        let two = try MakeStatement.read(
            good.replacing("ВсегоСписано=0", with: "ВсегоСписано=0\nВсегоСписано=7"))
        #expect(
            StatementTotals.check(two) == .held([.brokenTotal(line: 13, field: "ВсегоСписано", text: "7")]))
    }
}

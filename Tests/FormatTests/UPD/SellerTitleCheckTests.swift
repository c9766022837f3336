import Basics
import Documents
import Formats
import Testing

struct SellerTitleCheckTests {
    @Test(arguments: [DocumentKind.upd, .taxInvoice, .act], [VATRate.percent(22), .none])
    func `our own titles have no findings`(kind: DocumentKind, rate: VATRate) throws {
        for buyer in [UPDCast.romashka, UPDCast.petrov, UPDCast.altyn] {
            let findings = try SellerTitleCast.findings(UPDCast.content(kind, buyer: buyer, rate: rate))
            #expect(findings.isEmpty, "\(findings)")
        }
    }

    /// Many sums of thirty digits outgrew the number they were added up in, and the check stopped.
    @Test func `a sum longer than the format allows is a wrong value and is not added up`() throws {
        let findings = try SellerTitleCast.spoiltFindings(
            UPDCast.content(.upd),
            [("СтТовБезНДС=\"2000.00\"", "СтТовБезНДС=\"9999999999999999999999999999999\"")])
        #expect(findings.map(\.rule) == [.value])
    }

    /// Function, the pieces replaced, and the number of the condition they break.
    static let broken: [(kind: DocumentKind, rule: Int, changes: [(String, String)])] = [
        (.upd, 1, [("_20261031_", "_20261030_")]),
        (.act, 2, [("<СвПродПер>", "<!--"), ("</СвПродПер>", "-->")]),
        (.taxInvoice, 2, [("<ТаблСчФакт>", "<!--"), ("</ТаблСчФакт>", "-->")]),
        (.upd, 3, [(" НаимДокОпр=\"Универсальный передаточный документ\"", "")]),
        (.taxInvoice, 3, [("Функция=\"СЧФ\"", "Функция=\"СЧФ\" НаимДокОпр=\"Счет\"")]),
        (
            .taxInvoice, 4,
            [("<ДокПодтвОтгрНом", "<!--"), ("31.10.2026\"/>\n   <СвПокуп", "-->\n   <СвПокуп")]
        ),
        (.upd, 5, [("<Адрес>", "<!--"), ("</Адрес>", "-->")]),
        (.upd, 6, [("<ИнфПолФХЖ1>", "<ДопСвФХЖ1 СпОбстФСЧФ=\"1\"/><ИнфПолФХЖ1>")]),
        (.taxInvoice, 6, [("<ИнфПолФХЖ1>", "<ДопСвФХЖ1 СпОбстФДОП=\"10000\"/><ИнфПолФХЖ1>")]),
        (.upd, 7, [(" НаимТов=\"Облачные серверы\"", "")]),
        (.act, 7, [(" НаимТов=\"Облачные серверы\"", "")]),
        (.upd, 8, [(" НаимЕдИзм=\"усл. ед.\"", "")]),
        (.upd, 8, [(" КолТов=\"1\"", "")]),
        (.upd, 8, [("ЦенаТов=\"2000.00\"", "ЦенаТов=\"0\"")]),
        (.upd, 9, [("СтТовБезНДС=\"2000.00\" ", "")]),
        (.taxInvoice, 9, [(" СтТовУчНалВсего=\"2540.01\"", "")]),
        (
            .act, 9,
            [("СтТовБезНДС=\"2000.00\" ", ""), (" СтТовУчНал=\"2440.00\"", "")]
        ),
        (.upd, 10, [(" ДатаПер=\"31.10.2026\"", ""), (" ДатаНачПер=\"01.10.2026\"", "")]),
        (.upd, 11, [("СпосПодтПолном=\"1\"", "СпосПодтПолном=\"3\"")]),
        (.upd, 11, [("СпосПодтПолном=\"1\"", "СпосПодтПолном=\"5\"")]),
        (
            .upd, 12,
            [("ПрТовРаб=\"3\"", "ПрТовРаб=\"3\" КодВидПр=\"100\""), ("<Акциз>", "<!--"), ("</Акциз>", "-->")]
        ),
        (.upd, 12, [("<ДопСведТов", "<СвДТ КодПроисх=\"156\"/><ДопСведТов")]),
        (
            .upd, 14,
            [
                (
                    "</СвПер>",
                    "<СвЛицПер><ИнЛицо><ФЛПер><ФИО Фамилия=\"А\" Имя=\"Б\"/></ФЛПер></ИнЛицо></СвЛицПер></СвПер>"
                )
            ]
        ),
        (
            .upd, 14,
            [
                (
                    "</СвПер>",
                    "<СвЛицПер><ИнЛицо><ПредОргПер Должность=\"Курьер\" НаимОргПер=\"ООО\">"
                        + "<ФИО Фамилия=\"А\" Имя=\"Б\"/></ПредОргПер></ИнЛицо></СвЛицПер></СвПер>"
                )
            ]
        ),
    ]

    @Test func `each of the fourteen conditions is found by its number, and nothing else with it`() throws {
        for (kind, rule, changes) in Self.broken {
            let findings = try SellerTitleCast.spoiltFindings(UPDCast.content(kind), changes)
            #expect(!findings.isEmpty, "\(rule) \(changes)")
            #expect(findings.allSatisfy { $0.rule == .condition(rule) }, "\(rule) \(findings)")
        }
        let foreign = try SellerTitleCast.spoiltFindings(
            UPDCast.content(.upd, buyer: UPDCast.altyn), [(" Идентиф=\"971240001315\"", "")])
        #expect(foreign.map(\.rule) == [.condition(13)])
        let register =
            "<АдрГАР ИдНом=\"11111111-1111-4111-8111-111111111111\"><Регион>77</Регион>"
            + "<НаимРегион>г. Москва</НаимРегион></АдрГАР></Адрес></СвПокуп>"
        let changes = [("<АдрИнф", "<!--"), ("</Адрес>\n   </СвПокуп>", "-->" + register)]
        let address = try SellerTitleCast.spoiltFindings(
            UPDCast.content(.upd, buyer: UPDCast.altyn), changes)
        #expect(address.map(\.rule) == [.condition(13)])
        #expect(Set(Self.broken.map(\.rule) + [13]) == Set(1...14))
    }

    @Test(arguments: [
        ("ИННЮЛ=\"7707083893\"", "ИННЮЛ=\"770708389\""), ("ИННЮЛ=\"7707083893\"", "ИННЮЛ=\"0007083893\""),
        ("КПП=\"773601001\"", "КПП=\"77360100Я\""), ("БИК=\"044525823\"", "БИК=\"04452582\""),
        ("ДатаДок=\"31.10.2026\"", "ДатаДок=\"31.11.2026\""),
        ("ДатаДок=\"31.10.2026\"", "ДатаДок=\"2026-10-31\""),
        ("ВремИнфПр=\"00.30.05\"", "ВремИнфПр=\"00:30:05\""),
        ("ВремИнфПр=\"00.30.05\"", "ВремИнфПр=\"24.30.05\""),
        ("СуммаПРД=\"2540.01\"", "СуммаПРД=\"2540.011\""), ("СуммаПРД=\"2540.01\"", "СуммаПРД=\"2540,01\""),
        ("СуммаПРД=\"2540.01\"", "СуммаПРД=\"123456789012345678.01\""), ("НомерПРД=\"777\"", "НомерПРД=\"\""),
        ("Функция=\"СЧФДОП\"", "Функция=\"УПД\""), ("КНД=\"1115131\"", "КНД=\"1115132\""),
        ("ВерсФорм=\"5.03\"", "ВерсФорм=\"5.01\""), ("НалСт=\"22%\"", "НалСт=\"23%\""),
        ("КодРегион=\"77\"", "КодРегион=\"7\""), ("ОКЕИ_Тов=\"876\"", "ОКЕИ_Тов=\"8\""),
        ("КолТов=\"1\"", "КолТов=\"-1\""), ("БезАкциз>без акциза", "БезАкциз>без"),
    ])
    func `a value that does not fit is found`(old: String, new: String) throws {
        let findings = try SellerTitleCast.spoiltFindings(UPDCast.content(.upd), [(old, new)])
        #expect(findings.contains { $0.rule == .value && $0.level == .error }, "\(findings)")
    }

    @Test(arguments: [
        (" КНД=\"1115131\"", ""), ("<ДенИзм КодОКВ=\"643\" НаимОКВ=\"Российский рубль\"/>", ""),
        (" НомСтр=\"1\"", ""), ("<ФИО ", "<Ф "), (" ВерсПрог=", " Лишний="), ("<ИдСв>", "<ИдСв>текст"),
        ("<СвСчФакт ", "<СвПродПер/><СвСчФакт "), ("</Документ>", "</Документ><Документ/>"),
        ("<Файл ", "<Файл xmlns=\"urn:x\" "), ("Функция=", "Функци\u{438}="),
    ])
    func `a missing, foreign or misplaced piece is found`(old: String, new: String) throws {
        let findings = try SellerTitleCast.spoiltFindings(UPDCast.content(.upd), [(old, new)])
        #expect(findings.contains { $0.rule == .structure }, "\(findings)")
    }

    @Test func `a finding names the place in both languages`() throws {
        let findings = try SellerTitleCast.spoiltFindings(
            UPDCast.content(.upd), [("НомСтр=\"2\"", "НомСтр=\"два\"")])
        let finding = try #require(findings.first)
        #expect(finding.element == "/Файл/Документ/ТаблСчФакт/СведТов[2]/@НомСтр")
        #expect(finding.line > 20)
        #expect(finding.russian == "НомСтр: значение «два» не подходит, нужно: целое число до 6 цифр.")
        #expect(
            finding.english
                == "НомСтр: the value «два» does not fit, expected a whole number of up to 6 digits.")
    }

    @Test(arguments: [
        ("СтТовУчНал=\"2440.00\"", "СтТовУчНал=\"2440.01\""), ("<СумНал>440.00", "<СумНал>439.99"),
        ("СтТовБезНДСВсего=\"2081.98\"", "СтТовБезНДСВсего=\"2081.97\""),
        ("СтТовУчНалВсего=\"2540.01\"", "СтТовУчНалВсего=\"2540.02\""),
    ])
    func `sums that do not add up are found`(old: String, new: String) throws {
        let findings = try SellerTitleCast.spoiltFindings(UPDCast.content(.upd), [(old, new)])
        #expect(findings.map(\.rule).contains(.footing), "\(findings)")
    }

    @Test func `22 per cent begins with 2026`() throws {
        let december = UPDCast.month("2025-12")
        #expect(
            try SellerTitleCast.findings(UPDCast.content(.upd, rate: .percent(20), month: december)).isEmpty)
        let early = try SellerTitleCast.findings(UPDCast.content(.upd, rate: .percent(22), month: december))
        #expect(early.map(\.rule) == [.rate, .rate])
        // A service of December that comes late keeps its rate in January's document.
        let january = UPDCast.content(.upd, rate: .percent(20), month: december.next)
        #expect(try SellerTitleCast.findings(january).isEmpty)
    }

    @Test func `a tax that the rate does not give is a warning`() throws {
        let changes = [
            ("СтТовБезНДС=\"2000.00\"", "СтТовБезНДС=\"2040.00\""), ("<СумНал>440.00", "<СумНал>400.00"),
            ("СтТовБезНДСВсего=\"2081.98\"", "СтТовБезНДСВсего=\"2121.98\""),
            ("<СумНал>458.03", "<СумНал>418.03"),
        ]
        let findings = try SellerTitleCast.spoiltFindings(UPDCast.content(.upd), changes)
        #expect(findings.map(\.rule) == [.rate])
        #expect(findings.map(\.level) == [.warning])
    }

    @Test func `wrong check digits only warn`() throws {
        let inn = try SellerTitleCast.spoiltFindings(
            UPDCast.content(.upd), [("ИННЮЛ=\"7707083893\"", "ИННЮЛ=\"7707083894\"")])
        #expect(inn.map(\.rule) == [.checkDigits])
        #expect(inn.map(\.level) == [.warning])
        let ogrnip = try SellerTitleCast.spoiltFindings(
            UPDCast.content(.upd, buyer: UPDCast.petrov), [("304500116000157", "304500116000158")])
        #expect(ogrnip.map(\.rule) == [.checkDigits])
    }

    @Test(arguments: [
        ("upd-231.xml", true), ("taxInvoice-1.xml", true), ("act-7.XML", true), ("upd.xml", false),
        ("upd-231-copy.xml", false), ("invoice-1.xml", false), ("folder/upd-231.xml", true),
    ])
    func `a short copy may bear another name than the file itself`(name: String, isFine: Bool) throws {
        let bytes = try SellerTitle.write(UPDCast.content(.upd))
        let rules = SellerTitleCheck.findings(bytes: bytes, fileName: name).map(\.rule)
        #expect(rules == (isFine ? [] : [.condition(1)]))
        #expect(SellerTitleCheck.findings(bytes: bytes).isEmpty)
    }
}

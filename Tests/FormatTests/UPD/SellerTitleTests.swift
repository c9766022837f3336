import Basics
import Documents
import Formats
import Requisites
import Support
import Testing

struct SellerTitleTests {
    @Test(arguments: [
        ("upd-prepaid-moscow", DocumentKind.upd), ("tax-invoice-moscow", .taxInvoice), ("act-moscow", .act),
    ])
    func `the titles of a month are as they were`(name: String, kind: DocumentKind) throws {
        let bytes = try SellerTitle.write(UPDCast.content(kind))
        let difference = Golden.difference(bytes, from: "Documents/\(name).xml")
        #expect(difference == nil)
    }

    @Test func `titles for a proprietor and a foreign buyer are as they were`() throws {
        for (name, buyer) in [("upd-proprietor", UPDCast.petrov), ("upd-foreign-buyer", UPDCast.altyn)] {
            let bytes = try SellerTitle.write(UPDCast.content(.upd, buyer: buyer))
            let difference = Golden.difference(bytes, from: "Documents/\(name).xml")
            #expect(difference == nil)
        }
    }

    @Test func `an УПД without VAT is a primary document alone, of status 2`() throws {
        let bytes = try SellerTitle.write(UPDCast.content(.upd, rate: .none))
        let difference = Golden.difference(bytes, from: "Documents/upd-without-vat.xml")
        #expect(difference == nil)
        let document = try #require(try XMLTree.parse(bytes).root.first("Документ"))
        #expect(document["Функция"] == "ДОП")
        #expect(document["НаимДокОпр"] == "Универсальный передаточный документ")
        #expect(document.first("ТаблСчФакт")?.first("ВсегоОпл")?.first("СумНалВсего")?.first("БезНДС") != nil)
    }

    @Test func `one line with VAT makes the УПД a tax invoice too`() throws {
        let month = UPDCast.month("2026-10")
        let lines = [
            UPDCast.line("Лицензии", month, .none, gross: 500),
            UPDCast.line("Облачные серверы", month, .percent(22), gross: 1220),
        ]
        let content = UPDCast.content(.upd, lines: lines)
        let root = try XMLTree.parse(try SellerTitle.write(content)).root
        #expect(root.first("Документ")?["Функция"] == "СЧФДОП")
        #expect(try SellerTitleCast.findings(content).isEmpty)
    }

    @Test func `a tax invoice beside an act names the act as the shipment document, else itself`() throws {
        let act = DocumentReference(.act, number: 7, date: UPDCast.day("2026-10-30"))
        for (shipment, expected) in [
            (act, ["Акт об оказании услуг", "7", "30.10.2026"]),
            (nil, ["Счет-фактура", "231", "31.10.2026"]),
        ] {
            let content = UPDCast.content(.taxInvoice, shipment: shipment)
            let shown = try XMLTree.parse(try SellerTitle.write(content)).root.first("Документ")?
                .first("СвСчФакт")?.first("ДокПодтвОтгрНом")
            #expect(shown?.attributes.map(\.value) == expected)
            #expect(try SellerTitleCast.findings(content).isEmpty)
        }
    }

    @Test func `the same content gives the same bytes`() throws {
        let content = UPDCast.content(.upd)
        #expect(try SellerTitle.write(content) == SellerTitle.write(content))
    }

    @Test func `the time of making is Moscow's, even where its date is another`() throws {
        let document = try XMLTree.parse(try SellerTitle.write(UPDCast.content(.upd))).root.first("Документ")
        #expect(document?["ДатаИнфПр"] == "02.11.2026")
        #expect(document?["ВремИнфПр"] == "00.30.05")
        #expect(document?.first("Подписант")?["ДатаПодДок"] == "31.10.2026")
    }

    @Test func `a service of an earlier month says so in its line`() throws {
        let table = try XMLTree.parse(try SellerTitle.write(UPDCast.content(.upd))).root
            .first("Документ")?.first("ТаблСчФакт")
        let names = table?.all("СведТов").compactMap { $0["НаимТов"] }
        #expect(names == ["Облачные серверы", "Объектное хранилище, услуги за сентябрь 2026 г."])
    }

    @Test func `hostile names come back as they went in, without control characters`() throws {
        let name = "ООО \"Рога & <Копыта>\" ₽ Қазақ 🚀\u{0}\u{1}\u{8}\u{1B}\u{7F} 'хвост'\nстрока\t]]>"
        let bytes = try SellerTitle.write(UPDCast.content(.upd, buyer: UPDCast.entity(name: name)))
        let buyer = try XMLTree.parse(bytes).root.first("Документ")?.first("СвСчФакт")?.first("СвПокуп")
        let written = buyer?.first("ИдСв")?.first("СвЮЛУч")?["НаимОрг"]
        #expect(written == "ООО \"Рога & <Копыта>\" ₽ Қазақ 🚀 'хвост' строка ]]>")
        #expect(SellerTitleCast.unicode(bytes).contains("&#8381;"))
    }

    @Test func `a name of a thousand characters stands whole, a longer one is cut`() throws {
        for (count, expected) in [(1000, 1000), (1001, 1000), (5000, 1000)] {
            let name = String(repeating: "Ж", count: count)
            let content = UPDCast.content(.upd, seller: UPDCast.seller(name: name, shortName: name))
            let bytes = try SellerTitle.write(content)
            let seller = try XMLTree.parse(bytes).root.first("Документ")?.first("СвСчФакт")?.first("СвПрод")
            let written = seller?.first("ИдСв")?.first("СвЮЛУч")?["НаимОрг"]
            #expect(written?.count == expected)
            #expect(SellerTitleCheck.findings(bytes: bytes, fileName: SellerTitleCast.name(content)).isEmpty)
        }
    }

    @Test(arguments: [
        ("Устав", "1", 0), ("на основании доверенности № 12/К от 01.02.2026.", "5", 1),
        ("Доверенность", "6", 0), ("Приказ № 5", "6", 0),
    ])
    func `the power to sign follows the signatory's ground`(basis: String, code: String, papers: Int) throws {
        let content = UPDCast.content(.upd, seller: UPDCast.seller(basis: basis))
        let signatory = try XMLTree.parse(try SellerTitle.write(content)).root.first("Документ")?
            .first("Подписант")
        #expect(signatory?["СпосПодтПолном"] == code)
        #expect(signatory?.all("СвДоверБум").count == papers)
        #expect(try SellerTitleCast.findings(content).isEmpty)
    }

    @Test func `what cannot be a seller's title is refused`() {
        #expect(throws: UPDProblem.notFormalised(.invoice, number: 231)) {
            try SellerTitle.write(UPDCast.content(.invoice))
        }
        #expect(throws: UPDProblem.notRoubles(.kzt, number: 231)) {
            try SellerTitle.write(UPDCast.content(.act, currency: .kzt))
        }
        #expect(throws: UPDProblem.fileNameMissing(number: 231)) {
            try SellerTitle.write(UPDCast.content(.upd, named: false))
        }
        #expect(throws: UPDProblem.linesMissing(number: 231)) {
            try SellerTitle.write(UPDCast.content(.upd, lines: []))
        }
        #expect(throws: UPDProblem.unknownRate(.percent(12), number: 231)) {
            try SellerTitle.write(UPDCast.content(.upd, rate: .percent(12)))
        }
        let free = UPDCast.line("Подарок", UPDCast.month("2026-10"), .percent(22), gross: 0)
        #expect(throws: UPDProblem.notPositive(service: "Подарок", number: 231)) {
            try SellerTitle.write(UPDCast.content(.upd, lines: [free]))
        }
    }
}

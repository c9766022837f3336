import Basics
import Documents
import Formats
import Notices
import Requisites
import Support
import Testing

struct ESFDraftTests {
    @Test func `the draft beside an act is as it was`() throws {
        let difference = Golden.difference(try ESFDraft.write(ESFCast.act()), from: "Documents/esf-draft.xml")
        #expect(difference == nil)
    }

    @Test func `the elements stand as the format orders them`() throws {
        let tree = try XMLTree.parse(try ESFDraft.write(ESFCast.act()))
        #expect(tree.encoding?.uppercased() == "UTF-8")
        #expect(tree.root.name == "{esf}invoiceContainer")
        let invoice = try ESFCast.invoice(ESFCast.act())
        let names = invoice.children.map(\.name)
        #expect(names.prefix(5) == ["date", "invoiceType", "num", "operatorFullname", "turnoverDate"])
        #expect(
            Array(names.dropFirst(5))
                == names.dropFirst(5).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        for block in ["customers", "productSet", "sellers", "deliveryTerm"] {
            let node = try #require(invoice.first(block))
            node.walk { node in
                let names = node.children.map(\.name)
                #expect(names == names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
            }
        }
    }

    @Test func `the draft says what the act says, with the days of Kazakhstan's papers`() throws {
        let invoice = try ESFCast.invoice(ESFCast.act())
        #expect(invoice.first("date")?.text == "31.10.2026")
        #expect(invoice.first("turnoverDate")?.text == "31.10.2026")
        #expect(invoice.first("invoiceType")?.text == "ORDINARY_INVOICE")
        #expect(invoice.first("num")?.text == "12")
        #expect(invoice.first("deliveryDocDate")?.text == "31.10.2026")
        #expect(invoice.first("deliveryDocNum")?.text == "12")
        let term = invoice.first("deliveryTerm")?.children.map(\.text)
        #expect(term == ["15.01.2025", "VKC-1001", "true"])
        let seller = try #require(invoice.first("sellers")?.first("seller"))
        #expect(seller.children.map(\.name) == ["address", "bank", "bik", "iik", "kbe", "name", "tin"])
        #expect(seller.first("tin")?.text == "050141000631")
        #expect(seller.first("kbe")?.text == "17")
        let customer = try #require(invoice.first("customers")?.first("customer"))
        #expect(customer.children.map(\.name) == ["address", "countryCode", "name", "tin"])
        #expect(customer.first("tin")?.text == "971240001315")
    }

    @Test func `a customer of another country is marked as non-resident`() throws {
        let customer = try ESFCast.invoice(ESFCast.act(buyer: UPDCast.romashka)).first("customers")?
            .first("customer")
        #expect(customer?.first("countryCode")?.text == "RU")
        #expect(customer?.first("statuses")?.first("status")?.text == "NONRESIDENT")
        #expect(customer?.first("tin")?.text == "7707083893")
    }

    @Test func `each line has the rate of its day, and the sums foot both ways`() throws {
        let month = UPDCast.month("2026-01")
        let lines = [
            UPDCast.line("Облачные серверы", month, .percent(16), gross: 100_001),
            UPDCast.line("Облачные серверы", month.previous, .percent(12), gross: 33_333),
            UPDCast.line("Лицензии", month, .none, gross: 1),
        ]
        let products = try #require(try ESFCast.invoice(ESFCast.act(lines: lines)).first("productSet"))
        #expect(products.first("ndsRateType")?.text == "WITH_NDS")
        let rows = try #require(products.first("products")?.all("product"))
        #expect(rows.map { $0.first("ndsRate")?.text } == ["16", "12", nil])
        for row in rows {
            let net = try ESFCast.sum(row, "priceWithoutTax")
            #expect(try net + ESFCast.sum(row, "ndsAmount") == ESFCast.sum(row, "priceWithTax"))
            #expect(try net == ESFCast.sum(row, "turnoverSize"))
            #expect(try net == ESFCast.sum(row, "unitPrice"))
            #expect(row.first("truOriginCode")?.text == "6")
        }
        for (total, column) in [
            ("totalNdsAmount", "ndsAmount"), ("totalPriceWithTax", "priceWithTax"),
            ("totalPriceWithoutTax", "priceWithoutTax"), ("totalTurnoverSize", "turnoverSize"),
        ] {
            let sum = try rows.reduce(0) { try $0 + ESFCast.sum($1, column) }
            #expect(try ESFCast.sum(products, total) == sum)
        }
    }

    @Test func `an act without VAT says so once and names no rate`() throws {
        let lines = [UPDCast.line("Лицензии", UPDCast.month("2026-10"), .none, gross: 500_00)]
        let products = try ESFCast.invoice(ESFCast.act(lines: lines)).first("productSet")
        #expect(products?.first("ndsRateType")?.text == "WITHOUT_NDS_KZ")
        let row = products?.first("products")?.first("product")
        #expect(row?.first("ndsRate") == nil)
        #expect(row?.first("ndsAmount")?.text == "0.00")
        #expect(products?.first("totalPriceWithTax")?.text == "500.00")
    }

    @Test func `hostile names come back as they went in, without control characters`() throws {
        let name = "ТОО \"Рога & <Копыта>\" ₸ Қазақ 🚀\u{0}\u{1B}\u{7F} 'хвост'\nстрока\t]]></name>"
        let buyer = BuyerParty(
            identity: .kazakh(taxID: TaxID("971240001315"), proprietor: false), name: name, shortName: nil,
            country: .kazakhstan, address: .text(.kazakhstan, "<!DOCTYPE x>"), edmID: nil)
        let invoice = try ESFCast.invoice(ESFCast.act(buyer: buyer))
        let customer = invoice.first("customers")?.first("customer")
        #expect(
            customer?.first("name")?.text == "ТОО \"Рога & <Копыта>\" ₸ Қазақ 🚀 'хвост' строка ]]></name>")
        #expect(customer?.first("address")?.text == "<!DOCTYPE x>")
    }

    @Test func `only an act in tenge without a formalised file has a draft beside it`() {
        #expect(ESFDraft.accompanies(ESFCast.act()))
        #expect(!ESFDraft.accompanies(UPDCast.content(.act)))
        #expect(!ESFDraft.accompanies(UPDCast.content(.act, currency: .kzt)))
        #expect(!ESFDraft.accompanies(UPDCast.content(.act, named: false)))
        #expect(!ESFDraft.accompanies(UPDCast.content(.invoice, currency: .kzt, named: false)))
    }

    @Test func `what no draft can be made of is refused, in both languages`() {
        #expect(throws: ESFProblem.notAct(.invoice, number: 231)) {
            try ESFDraft.write(UPDCast.content(.invoice, currency: .kzt))
        }
        #expect(throws: ESFProblem.notTenge(.rub, number: 231)) {
            try ESFDraft.write(UPDCast.content(.act))
        }
        #expect(throws: ESFProblem.linesMissing(number: 12)) { try ESFDraft.write(ESFCast.act(lines: [])) }
        let all: [ESFProblem] = [
            .notAct(.upd, number: 1), .notTenge(.rub, number: 1), .linesMissing(number: 1),
            .unwritable(number: 1),
        ]
        #expect(Set(all.map(\.code)).count == all.count)
        for problem in all {
            #expect(problem.phrase.en.hasSuffix("."))
            #expect(problem.phrase.ru.hasSuffix("."))
        }
    }
}

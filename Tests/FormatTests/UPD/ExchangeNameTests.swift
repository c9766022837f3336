import Basics
import Documents
import Formats
import Requisites
import Testing

struct ExchangeNameTests {
    @Test func `the recipient stands before the sender`() {
        let file = SellerTitleCast.file(UPDCast.supplier, UPDCast.romashka, UPDCast.day("2026-10-31"))
        let recipient = "2BM-7707083893-773601001-202601010000000000002"
        let sender = "2BM-7743001840-997750001-202601010000000000001"
        #expect(
            file.name == "ON_NSCHFDOPPR_\(recipient)_\(sender)_20261031_\(SellerTitleCast.guid)_0_0_0_0_0_00")
        #expect(file.forEDM)
    }

    @Test func `a party without an EDM id stands as its numbers, and the file is not for EDM`() {
        let seller = UPDCast.seller(edmID: nil)
        let file = SellerTitleCast.file(seller, UPDCast.petrov, UPDCast.day("2026-10-31"))
        #expect(file.name.hasPrefix("ON_NSCHFDOPPR_500100732259_7743001840-997750001_20261031_"))
        #expect(!file.forEDM)
        #expect(!SellerTitleCast.file(seller, UPDCast.romashka, UPDCast.day("2026-10-31")).forEDM)
    }

    @Test func `a foreign number cannot leave its place in the name`() {
        let buyer = BuyerParty(
            identity: .foreign(taxID: TaxID("../../etc_passwd/<ИНН>" + String(repeating: "9", count: 400))),
            name: "Foreign", shortName: nil, country: .kazakhstan, address: .text(.kazakhstan, "Алматы"),
            edmID: nil)
        let name = SellerTitleCast.file(UPDCast.supplier, buyer, UPDCast.day("2026-10-31")).name
        #expect(!name.contains("/") && !name.contains("<"))
        #expect(name.split(separator: "_").count == 12)
        #expect(name.utf8.count <= 255)
    }
}

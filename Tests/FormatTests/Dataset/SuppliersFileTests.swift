import Counterparties
import Formats
import Regions
import Requisites
import Testing
import UseCases

@Suite struct SuppliersFileTests {
    private func file(_ text: String) -> SuppliersFile { SuppliersFile(Array(text.utf8)[...]) }

    private let moscow = #"""
        {"region":"moscow","name":"ООО «Облако»","inn":"7707083893","kpp":"773601001","ogrn":"1",
         "account":"40702810938120061991","bik":"044525225","bank":"Банк","corr":"3","edmId":"2BM-1",
         "address":{"country":"RU","regionCode":"77","city":"Москва"},
         "signatory":{"lastName":"Иванов","firstName":"Иван","middleName":"Иванович",
           "post":"Директор","basis":"Устав"}}
        """#

    private let kazakhstan = #"""
        {"region":"kazakhstan","bin":"971240001315","kbe":"17","knp":"859",
         "address":"г. Алматы, пр. Достык, 1"}
        """#

    @Test func `suppliers keep what the file says, with the lines they begin on`() throws {
        let file = file("[\n\(moscow),\n\(kazakhstan)\n]\n")
        #expect(file.refused.isEmpty && file.warnings.isEmpty)
        #expect(file.entries.map(\.line) == [2, 7])
        let first = try #require(file.entries.first?.draft)
        #expect(first.region == "moscow" && first.inn == "7707083893" && first.corr == "3")
        #expect(first.address?.regionCode == "77")
        #expect(first.signatory?.post == "Директор" && first.signatory?.middleName == "Иванович")
        let second = try #require(file.entries.last?.draft)
        #expect(second.bin == "971240001315" && second.inn == nil && second.kbe == "17")
    }

    @Test func `an address in one line stands in the region's country`() throws {
        let draft = try #require(file("[\(kazakhstan)]").entries.first?.draft)
        #expect(draft.address?.text == "г. Алматы, пр. Достык, 1" && draft.address?.country == nil)
        let supplier = try draft.completing(try draft.checkedRegion().profile.supplier)
        #expect(supplier.address == .text(.kazakhstan, "г. Алматы, пр. Достык, 1"))
    }

    @Test func `a bad entry is refused with its line and the others are kept`() {
        let file = file(
            "\u{FEFF}[\n{\"name\":\"x\"},\n7,\n{\"region\":\"moscow\",\n\"inn\":7707083893},\n\(kazakhstan)]")
        #expect(file.entries.map(\.draft.region) == ["kazakhstan"])
        #expect(file.refused.map(\.line) == [2, 3, 4])
        #expect(
            file.refused.map(\.problem) == [
                .missingField("region"), .wrongType(field: ".", expected: .object),
                .wrongType(field: "inn", expected: .text),
            ])
    }

    @Test func `a name twice in an entry is told where it stands in the file`() {
        let file = file(#"[{"region":"moscow"},{"bik":"1","bik":"2"}]"#)
        #expect(file.entries.count == 1)
        #expect(file.refused.map(\.problem) == [.badJSON(JSONProblem(.duplicateKey, at: 32))])
    }

    @Test func `unknown fields are named with their path`() {
        let text = #"{"region":"moscow","fax":"1","address":{"zip":1},"signatory":{"phone":""}}"#
        let file = file("[\(text),\(text)]")
        #expect(file.entries.count == 2)
        #expect(file.warnings == ["fax", "address.zip", "signatory.phone"].map { .unknownField($0) })
    }

    @Test(arguments: [
        ("{}", 1, DatasetProblem.wrongType(field: ".", expected: .list)),
        ("", 1, .badJSON(JSONProblem(.unexpectedEnd, at: 0))),
        ("[\n{\"region\":\"moscow\"},\n", 3, .badJSON(JSONProblem(.unexpectedEnd, at: 23))),
        ("[]\n[]", 2, .badJSON(JSONProblem(.trailingText, at: 3))),
    ])
    func `what is no list has no suppliers`(text: String, line: Int, problem: DatasetProblem) {
        let file = file(text)
        #expect(file.entries.isEmpty)
        #expect(file.refused.map(\.line) == [line])
        #expect(file.refused.map(\.problem) == [problem])
    }

    @Test func `an address or a signatory of the wrong type is refused`() {
        let file = file(#"[{"region":"r","address":1},{"region":"r","signatory":"Иванов"}]"#)
        #expect(
            file.refused.map(\.problem) == [
                .wrongType(field: "address", expected: .object),
                .wrongType(field: "signatory", expected: .object),
            ])
    }

    /// Counting the lines anew for each entry took minutes.
    @Test func `twenty thousand empty entries are each refused on their line`() {
        let file = file("[" + Array(repeating: "{}", count: 20_000).joined(separator: ",\n") + "]")
        #expect(file.refused.map(\.line) == Array(1...20_000))
    }

    @Test func `an empty list is nothing wrong`() {
        #expect(file("[]") == file("\u{FEFF} [ ] "))
        #expect(file("[]").refused.isEmpty)
    }
}

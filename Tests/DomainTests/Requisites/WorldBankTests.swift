import Basics
import Requisites
import Testing

@Suite struct WorldBankTests {
    @Test(arguments: [
        "KZ698562203124676325", "KZ298561005127073713", "KZ72998LTB0001497589", "KZ81722S000001159377",
        "KZ616010311000181781", "KZ86125KZT5004100100", "KZ79722S000001674774", "KZ87722C000022014099",
        "KZ88722S000040014444", "KZ9496511F0008314291",
    ])
    func `a Kazakh IBAN is taken`(text: String) throws {
        let iban = try IBAN(text)
        #expect(iban.text == text)
        #expect(iban.isKazakh)
    }

    @Test func `a foreign IBAN is taken by the general rule`() throws {
        #expect(try IBAN("DE89370400440532013000").country == "DE")
        #expect(try IBAN("GB29NWBK60161331926819").country == "GB")
    }

    @Test func `an IBAN is read with spaces and small letters and printed in fours`() throws {
        let iban = try IBAN("kz72 998l tb00 0149 7589")
        #expect(iban.text == "KZ72998LTB0001497589")
        #expect(iban.printed == "KZ72 998L TB00 0149 7589")
        #expect(try IBAN("DE89370400440532013000").printed == "DE89 3704 0044 0532 0130 00")
    }

    @Test(arguments: ["KZ314652185496321458", "DE88370400440532013000"])
    func `a slip in an IBAN is refused`(text: String) {
        #expect(throws: RequisitesProblem.wrongCheckDigits(.iban, text)) { try IBAN(text) }
    }

    /// 97 is prime and the bytes' values are smaller, so no slip of one digit keeps the remainder.
    @Test(arguments: ["KZ698562203124676325", "KZ72998LTB0001497589", "GB29NWBK60161331926819"])
    func `one mistyped digit of an IBAN is caught`(text: String) {
        for slip in digitSlips(of: text) { #expect((try? IBAN(slip)) == nil, "\(slip)") }
    }

    @Test func `an IBAN of another form is refused`() {
        #expect(throws: RequisitesProblem.wrongLength(.iban, "KZ69856220312467632", allowed: [20])) {
            try IBAN("KZ69856220312467632")
        }
        #expect(throws: RequisitesProblem.wrongLength(.iban, "", allowed: Array(15...34))) { try IBAN("") }
        #expect(throws: RequisitesProblem.wrongForm(.iban, "KZ69A562203124676325")) {
            try IBAN("KZ69A562203124676325")
        }
        #expect(throws: RequisitesProblem.wrongForm(.iban, "KZ69856-203124676325")) {
            try IBAN("KZ69856-203124676325")
        }
    }

    @Test(arguments: ["CASPKZKA", "HSBKKZKX", "KCJBKZKX", "TSESKZKA", "DEUTDEFF500"])
    func `a SWIFT code is taken`(text: String) throws {
        #expect(try SWIFT(text).text == text)
    }

    @Test func `a SWIFT code names its country`() throws {
        #expect(try SWIFT("CASPKZKA").country == "KZ")
    }

    @Test func `what is no SWIFT code is refused`() {
        #expect(throws: RequisitesProblem.wrongLength(.swift, "CASPKZK", allowed: [8, 11])) {
            try SWIFT("CASPKZK")
        }
        #expect(throws: RequisitesProblem.wrongForm(.swift, "CASP1ZKA")) { try SWIFT("CASP1ZKA") }
        #expect(throws: RequisitesProblem.wrongForm(.swift, "caspkzka")) { try SWIFT("caspkzka") }
    }

    @Test(arguments: [
        "2BM-7743001840-2012052807514600749280000000000", "2LT-600006439", "2BE0123456789abcdef",
        "2BM-7700000023-773601001-202601010000000000002",
    ])
    func `a participant of electronic exchange is taken`(text: String) throws {
        let id = try EDMID(text)
        #expect(id.text == text)
        #expect(id.operatorCode == text.prefix(3))
    }

    @Test func `the operator's letters become capitals, the rest stays`() throws {
        #expect(try EDMID("2lt-AbC").text == "2LT-AbC")
    }

    @Test(arguments: ["3BM-77430", "2B1-77430", "2BM-", "2BM-77_43", "2BM-77 43", "2БМ-77430"])
    func `what no operator gives is refused`(text: String) {
        #expect(throws: RequisitesProblem.wrongForm(.edmID, text)) { try EDMID(text) }
    }

    @Test func `a participant's id has at most forty-six characters`() throws {
        let longest = "2BM-" + String(repeating: "7", count: 42)
        #expect(try EDMID(longest).text == longest)
        #expect(throws: RequisitesProblem.wrongLength(.edmID, longest + "7", allowed: Array(4...46))) {
            try EDMID(longest + "7")
        }
    }

    @Test func `a problem names its requisite, its text and a stable code`() {
        let problem = RequisitesProblem.wrongCheckDigits(.inn, "7743001841")
        #expect(problem.requisite == .inn)
        #expect(problem.text == "7743001841")
        #expect(problem.code == "requisites.wrong-check-digits")
        #expect(problem.kind == .invalid)
    }
}

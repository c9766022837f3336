import Requisites
import Testing

@Suite struct RegisterNumberTests {
    @Test(arguments: [
        "1027739850962", "1027700229193", "1027700132195", "1027700070518", "1027700035769",
        "5077746476209", "1197746546568", "1026605606620",
    ])
    func `an ОГРН is taken`(text: String) throws {
        #expect(try OGRN(text).text == text)
    }

    @Test func `a slip in an ОГРН is refused`() {
        #expect(throws: RequisitesProblem.wrongCheckDigits(.ogrn, "1027739574297")) {
            try OGRN("1027739574297")
        }
        #expect(throws: RequisitesProblem.wrongCheckDigits(.ogrn, "1027739850963")) {
            try OGRN("1027739850963")
        }
        #expect(throws: RequisitesProblem.wrongLength(.ogrn, "102773985096", allowed: [13])) {
            try OGRN("102773985096")
        }
        #expect(throws: RequisitesProblem.notDigits(.ogrn, "102773985096x")) { try OGRN("102773985096x") }
    }

    @Test func `an ОГРН begins with 1 or 5`() throws {
        let record = "2027739850963"
        #expect(throws: RequisitesProblem.wrongForm(.ogrn, record)) { try OGRN(record) }
    }

    /// As in ИНН, the key 0 stands for two remainders.
    @Test func `one mistyped digit of an ОГРН is caught unless its key is 0`() throws {
        var slips = 0
        for body in stride(from: 102_770_000_000, to: 102_780_000_000, by: 123_456) {
            guard let ogrn = keyed("\(body)", by: { try? OGRN($0).text }), !ogrn.hasSuffix("0") else {
                continue
            }
            for slip in digitSlips(of: ogrn) {
                slips += 1
                #expect((try? OGRN(slip)) == nil, "\(slip) for \(ogrn)")
            }
        }
        #expect(slips > 500)
    }

    @Test(arguments: ["304500116000157", "421319982803452", "421032906553286"])
    func `an ОГРНИП is taken`(text: String) throws {
        #expect(try OGRNIP(text).text == text)
    }

    @Test func `a slip in an ОГРНИП is refused`() {
        #expect(throws: RequisitesProblem.wrongCheckDigits(.ogrnip, "304500116000158")) {
            try OGRNIP("304500116000158")
        }
        #expect(throws: RequisitesProblem.wrongLength(.ogrnip, "1027739850962", allowed: [15])) {
            try OGRNIP("1027739850962")
        }
        #expect(throws: RequisitesProblem.wrongForm(.ogrnip, "104500116000157")) {
            try OGRNIP("104500116000157")
        }
    }

    /// The remainders 10, 11 and 12 give the keys 0, 1 and 2 a second meaning.
    @Test func `one mistyped digit of an ОГРНИП is caught when its key is 3 or more`() {
        for slip in digitSlips(of: "304500116000157") { #expect((try? OGRNIP(slip)) == nil, "\(slip)") }
    }

    @Test(arguments: [
        "00032537", "00040778", "00044434", "00044428", "00032520", "17514186", "55187675", "0166273597",
        "76098674", "18989253", "74047744",
    ])
    func `an ОКПО is taken`(text: String) throws {
        #expect(try OKPO(text).text == text)
    }

    @Test(arguments: ["00032538", "52685811", "49634486"])
    func `a slip in an ОКПО is refused`(text: String) {
        #expect(throws: RequisitesProblem.wrongCheckDigits(.okpo, text)) { try OKPO(text) }
    }

    @Test func `an ОКПО has eight or ten digits`() {
        #expect(throws: RequisitesProblem.wrongLength(.okpo, "000325371", allowed: [8, 10])) {
            try OKPO("000325371")
        }
    }

    @Test(arguments: [
        ("112-233-445 95", "11223344595"), ("123-456-789 64", "12345678964"), ("11223344595", "11223344595"),
    ])
    func `a СНИЛС is taken printed and bare`(given: String, bare: String) throws {
        #expect(try SNILS(given).text == bare)
    }

    @Test func `a СНИЛС prints with hyphens and a space`() throws {
        #expect(try SNILS("11223344595").printed == "112-233-445 95")
    }

    @Test func `a wrong СНИЛС is refused and named as it was typed`() {
        #expect(throws: RequisitesProblem.wrongCheckDigits(.snils, "112-233-445 96")) {
            try SNILS("112-233-445 96")
        }
        #expect(throws: RequisitesProblem.wrongForm(.snils, "112 233 445 95")) { try SNILS("112 233 445 95") }
        #expect(throws: RequisitesProblem.notDigits(.snils, "112-233-44A 95")) { try SNILS("112-233-44A 95") }
        #expect(throws: RequisitesProblem.wrongLength(.snils, "1122334459", allowed: [11])) {
            try SNILS("1122334459")
        }
        #expect(throws: RequisitesProblem.wrongForm(.snils, "00000000000")) { try SNILS("00000000000") }
    }

    @Test func `one mistyped digit of a СНИЛС is caught`() {
        for slip in digitSlips(of: "11223344595") { #expect((try? SNILS(slip)) == nil, "\(slip)") }
    }
}

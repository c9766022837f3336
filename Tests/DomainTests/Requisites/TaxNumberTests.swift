import Basics
import Requisites
import Testing

@Suite struct TaxNumberTests {
    @Test(arguments: [
        "7743001840", "7707083893", "7736207543", "7736050003", "7706107510", "7708004767", "7707049388",
        "7702070139", "7713140469", "7751169490", "7722698789", "7722786153", "7713699602",
    ])
    func `the ИНН of an organisation is taken`(text: String) throws {
        let inn = try INN(text)
        #expect(inn.text == text)
        #expect(!inn.isPersonal)
        #expect(inn.taxID.text == text)
    }

    @Test(arguments: [
        "500100732259", "165001234562", "165007654394", "123456789047", "916363626153", "114500647890",
        "753381367749",
    ])
    func `the ИНН of a person is taken`(text: String) throws {
        #expect(try INN(text).isPersonal)
    }

    @Test(arguments: ["7743001841", "1234567890", "123456789012", "500100732250", "500100732349"])
    func `a slip in an ИНН is refused by its check digits`(text: String) {
        #expect(throws: RequisitesProblem.wrongCheckDigits(.inn, text)) { try INN(text) }
    }

    @Test(arguments: ["", "774300184", "77430018400", "5001007322590"])
    func `an ИНН of another length is refused`(text: String) {
        #expect(throws: RequisitesProblem.wrongLength(.inn, text, allowed: [10, 12])) { try INN(text) }
    }

    @Test(arguments: ["774300184O", " 7743001840", "7743-00184", "٧٧٤٣٠٠١٨٤٠"])
    func `only ASCII digits make an ИНН`(text: String) {
        #expect(throws: RequisitesProblem.notDigits(.inn, text)) { try INN(text) }
    }

    @Test(arguments: ["0000000000", "000000000000"])
    func `a row of zeros is no ИНН`(text: String) {
        #expect(throws: RequisitesProblem.wrongForm(.inn, text)) { try INN(text) }
    }

    /// The key 0 stands for the remainders 0 and 10, so there a slip may pass; elsewhere it never does.
    @Test func `one mistyped digit of an organisation's ИНН is caught unless its key is 0`() throws {
        var slips = 0
        for body in stride(from: 770_000_001, to: 780_000_000, by: 654_321) {
            guard let inn = keyed("\(body)", by: { try? INN($0).text }), !inn.hasSuffix("0") else { continue }
            for slip in digitSlips(of: inn) {
                slips += 1
                #expect((try? INN(slip)) == nil, "\(slip) for \(inn)")
            }
        }
        #expect(slips > 500)
    }

    @Test func `a key of 0 lets some slips of an ИНН through`() {
        let passed = digitSlips(of: "7743001840").filter { (try? INN($0)) != nil }
        #expect(!passed.isEmpty)
        #expect(passed.allSatisfy { $0.hasSuffix("0") })
    }

    @Test(arguments: ["773601001", "997750001", "7736AZ001"])
    func `a КПП is taken`(text: String) throws {
        #expect(try KPP(text).text == text)
    }

    @Test(arguments: ["A73601001", "77360100A", "7736az001", "7736ЯЯ1", "7736 1001"])
    func `letters of a КПП are Latin capitals in its fifth and sixth places`(text: String) {
        #expect(throws: RequisitesProblem.wrongForm(.kpp, text)) { try KPP(text) }
    }

    @Test func `a КПП has nine characters`() {
        #expect(throws: RequisitesProblem.wrongLength(.kpp, "77360100", allowed: [9])) {
            try KPP("77360100")
        }
    }

    @Test(arguments: [
        "971240001315", "050141000631", "901041000015", "220840041348", "220840049859", "220640014948",
    ])
    func `the БИН of an organisation is taken`(text: String) throws {
        let id = try KazakhID(text)
        #expect(id.isOrganization)
        #expect(id.taxID.text == text)
    }

    @Test(arguments: ["971240001316", "123456789012"])
    func `a slip in a БИН is refused by its check digit`(text: String) {
        #expect(throws: RequisitesProblem.wrongCheckDigits(.kazakhID, text)) { try KazakhID(text) }
    }

    @Test func `an ИИН belongs to a person`() throws {
        let iin = try #require(keyed("90010130012", by: { try? KazakhID($0).text }))
        #expect(try !KazakhID(iin).isOrganization)
    }

    @Test func `a БИН of another form is refused`() {
        let zeros = String(repeating: "0", count: 12)
        #expect(throws: RequisitesProblem.wrongForm(.kazakhID, zeros)) { try KazakhID(zeros) }
        #expect(throws: RequisitesProblem.wrongLength(.kazakhID, "97124000131", allowed: [12])) {
            try KazakhID("97124000131")
        }
        #expect(throws: RequisitesProblem.notDigits(.kazakhID, "97124000131X")) {
            try KazakhID("97124000131X")
        }
    }

    /// The eleventh place weighs 11, which is nothing mod 11.
    @Test(
        arguments: digitSlips(of: "971240001315").filter { $0.prefix(10) == "9712400013" && $0.last == "5" })
    func `a slip in the eleventh digit of a БИН passes`(slip: String) throws {
        #expect(try KazakhID(slip).text == slip)
    }

    /// Elsewhere a slip passes only by chance, where it brings the second weights into play.
    @Test func `most slips in a БИН are caught`() {
        let passed = digitSlips(of: "971240001315").filter { (try? KazakhID($0)) != nil }
        #expect(passed.count < 15)
    }
}

import Requisites
import Testing

@Suite struct AccountTests {
    static let settlement = [
        ("40702810938120061991", "044525225"), ("40706810900000064381", "044525555"),
        ("40702810942020002415", "042202603"), ("40821810462000000144", "049205603"),
        ("40702810801500116391", "044525999"), ("40702810100000003759", "044525823"),
        ("40702810720000153760", "044525104"), ("40821810840020000005", "044525225"),
        ("40701810300000000347", "044525666"), ("40702810455000024248", "044030653"),
        ("40702810138250123017", "044525225"), ("40702810600000000347", "044525666"),
    ]

    static let correspondent = [
        ("30101810400000000225", "044525225"), ("30101810145250000411", "044525411"),
        ("30101810145250000974", "044525974"), ("30101810845250000999", "044525999"),
        ("30101810200000000593", "044525593"), ("30101810200000000823", "044525823"),
        ("30101810400000000555", "044525555"), ("30101810900000000603", "042202603"),
        ("30101810600000000603", "049205603"), ("30101810500000000653", "044030653"),
        ("30101810945250000666", "044525666"), ("30101810000000000804", "046015804"),
    ]

    @Test(arguments: settlement)
    func `a settlement account fits its bank`(account: String, bik: String) throws {
        #expect(AccountKey.isValid(account: account, bik: try BIK(bik)))
        try AccountKey.check(account: account, bik: try BIK(bik))
    }

    /// Every weight is prime to 10, so no slip of one digit keeps the sum.
    @Test(arguments: settlement)
    func `one mistyped digit of an account is caught`(account: String, bik: String) throws {
        let bank = try BIK(bik)
        for slip in digitSlips(of: account) {
            #expect(!AccountKey.isValid(account: slip, bik: bank), "\(slip)")
        }
    }

    @Test func `an account of another bank is refused`() throws {
        let account = "40702810938120061991"
        #expect(
            throws: RequisitesProblem.accountNotOfBank(.account, account, bik: "044525823")
        ) { try AccountKey.check(account: account, bik: BIK("044525823")) }
    }

    @Test(arguments: correspondent)
    func `a correspondent account fits its bank`(account: String, bik: String) throws {
        #expect(AccountKey.isValid(correspondent: account, bik: try BIK(bik)))
        #expect(AccountKey.isValid(account: account, bik: try BIK(bik)))
    }

    @Test func `a correspondent account ends as the БИК does and begins with 301`() throws {
        let bik = try BIK("044525225")
        #expect(!AccountKey.isValid(correspondent: "30101810400000000226", bik: bik))
        #expect(!AccountKey.isValid(correspondent: "30101810145250000411", bik: bik))
        #expect(!AccountKey.isValid(correspondent: "40702810938120061991", bik: bik))
        let problem = RequisitesProblem.accountNotOfBank(
            .correspondentAccount, "30101810400000000226", bik: "044525225")
        #expect(throws: problem) {
            try AccountKey.check(correspondent: "30101810400000000226", bik: bik)
        }
    }

    @Test func `an account in the Bank of Russia is keyed by the settlement centre`() throws {
        let account = "40101810045250010041"
        #expect(AccountKey.isValid(account: account, bik: try BIK("044525000")))
        #expect(!AccountKey.isValid(account: account, bik: try BIK("044525225")))
    }

    @Test func `a treasury account has no key, the single treasury account has one`() throws {
        let treasury = try BIK("015402901")
        #expect(treasury.isTreasury)
        #expect(AccountKey.isValid(account: "03100643000000015400", bik: treasury))
        #expect(!AccountKey.isValid(account: "0310064300000001540", bik: treasury))
        #expect(AccountKey.isValid(account: "40102810545370000046", bik: treasury))
        #expect(!AccountKey.isValid(account: "40102810545370000047", bik: treasury))
        #expect(AccountKey.isValid(correspondent: "40102810545370000046", bik: treasury))
        #expect(!AccountKey.isValid(correspondent: "03100643000000015400", bik: treasury))
        #expect(!AccountKey.isValid(account: "03100643000000015400", bik: try BIK("044525823")))
    }

    /// The account with a digit in the sixth place and the one with its letter have the same key.
    @Test(arguments: zip("0123456789", "ABCEHKMPTX"))
    func `the sixth place may bear the letter of its digit`(digit: Character, letter: Character) throws {
        let bik = try BIK("044525225")
        let account = try #require(
            (0...9).map { "40702\(digit)10\($0)38120061991" }
                .first { AccountKey.isValid(account: $0, bik: bik) })
        let lettered = "40702\(letter)" + account.dropFirst(6)
        #expect(AccountKey.isValid(account: lettered, bik: bik))
        #expect(!AccountKey.isValid(account: lettered.lowercased(), bik: bik))
    }

    @Test(arguments: ["40702D10938120061991", "4070А810938120061991", "4A702810938120061991"])
    func `other letters and other places are refused`(account: String) throws {
        let bik = try BIK("044525225")
        #expect(!AccountKey.isValid(account: account, bik: bik))
        #expect(throws: RequisitesProblem.self) { try AccountKey.check(account: account, bik: bik) }
    }

    @Test func `an account has twenty characters`() throws {
        let bik = try BIK("044525225")
        #expect(
            throws: RequisitesProblem.wrongLength(.account, "4070281093812006199", allowed: [20])
        ) { try AccountKey.check(account: "4070281093812006199", bik: bik) }
    }

    @Test func `a БИК names a bank, the Bank of Russia or the treasury`() throws {
        #expect(try !BIK("044525225").isCentralBank)
        #expect(try BIK("044525000").isCentralBank)
        #expect(try BIK("044525225").ending == "225")
        #expect(try BIK("044525225").centre == "025")
    }

    @Test func `what is no БИК is refused`() {
        #expect(throws: RequisitesProblem.wrongForm(.bik, "144525225")) { try BIK("144525225") }
        #expect(throws: RequisitesProblem.wrongForm(.bik, "034525225")) { try BIK("034525225") }
        #expect(throws: RequisitesProblem.wrongForm(.bik, "000000000")) { try BIK("000000000") }
        #expect(throws: RequisitesProblem.wrongLength(.bik, "04452522", allowed: [9])) {
            try BIK("04452522")
        }
        #expect(throws: RequisitesProblem.notDigits(.bik, "CASPKZKA1")) { try BIK("CASPKZKA1") }
    }
}

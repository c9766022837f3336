import Access
import Basics
import Testing

/// What is asked of an e-mail address.
struct EmailAddressTests {
    @Test(arguments: ["anna@example.com", "a.b+c@x-y.example.ru", "x@a1.b2c"])
    func `an address people have is taken`(_ text: String) throws {
        #expect(try EmailAddress(text).text == text)
    }

    @Test func `one person is one person however the address is written`() throws {
        #expect(try EmailAddress("Anna@Example.COM") == EmailAddress("anna@example.com"))
    }

    @Test(arguments: [
        "", "@", "anna", "anna@", "@example.com", "anna@localhost", "a b@example.com", "a..b@example.com",
        ".a@example.com", "a@-x.com", "a@x-.com", "a@x..com", "a@10.0.0.1", "a@b@", "анна@example.com",
        "a\n@example.com", "a@example.com\r\nBcc: x@y.z", "\"a\"@example.com",
    ])
    func `what is no address is refused`(_ text: String) {
        #expect(throws: AccessProblem.badEmail(text)) { try EmailAddress(text) }
    }

    @Test func `an address longer than mail allows is refused`() {
        let local = String(repeating: "a", count: 65)
        #expect(throws: AccessProblem.badEmail("\(local)@example.com")) {
            try EmailAddress("\(local)@example.com")
        }
    }
}

/// What is asked of a password.
struct PasswordRuleTests {
    private let rule = AccessTerms().password

    private func check(_ password: String) throws {
        try rule.check(password, of: try EmailAddress("romashka@example.com"))
    }

    @Test func `length is what counts`() throws {
        try check("зелёная лампа у окна")
        try check("four words are fine")
        #expect(throws: AccessProblem.shortPassword(12)) { try check("Aa1!Aa1!Aa1") }
        #expect(throws: AccessProblem.longPassword(512)) { try check(String(repeating: "ab", count: 257)) }
    }

    @Test(arguments: [
        "password1234", "qwertyuiop12", "Qwertyuiop123!", "123456789012", "aaaaaaaaaaaa", "abcdefghijkl",
        "passwordpassword", "kontragent2026", "yoyoyoyoyoyo", "qwerty-asdfgh1", "zxcvbnm!asdf",
        "1qaz2wsx3edc4rfv",
        "админ-йцукенг", "98765432aaaa!!", "kontragent-cloud", "мнопрст12345", "Password-Qwerty-1",
    ])
    func `what everybody takes is refused`(_ password: String) {
        #expect(throws: AccessProblem.commonPassword) { try check(password) }
    }

    @Test(arguments: [
        "лампа-qwerty-окно", "my horse 1234 likes tea", "password of my grandmother", "romashki v pole 77",
    ])
    func `what a person has thought of may hold a common piece`(_ password: String) throws {
        try check(password)
    }

    @Test(arguments: ["1-romashka-34", "example-romashka", "!!romashka.!!"])
    func `words of the address with a few signs around are no password`(_ password: String) {
        #expect(throws: AccessProblem.passwordIsEmail) { try check(password) }
    }

    @Test func `the address itself is no password`() {
        #expect(throws: AccessProblem.passwordIsEmail) { try check("Romashka@example.com") }
        #expect(throws: AccessProblem.passwordIsEmail) { try check("romashka2026") }
    }
}

/// How long who failed must wait.
struct SignInDelayTests {
    private let delay = SignInDelay(free: 3, firstSeconds: 1, mostSeconds: 900)

    @Test func `the first failures cost nothing, then each doubles the wait, up to a bound`() {
        #expect((0...3).allSatisfy { delay.seconds(after: $0) == 0 })
        #expect((4...8).map(delay.seconds(after:)) == [1, 2, 4, 8, 16])
        #expect(delay.seconds(after: 14) == 900 && delay.seconds(after: .max) == 900)
    }

    @Test func `who waited may try again, always`() {
        let start = The.moment("2026-09-10T12:00:00Z")
        let tries = Tries(count: 1_000_000, last: start)
        #expect(delay.wait(after: tries, at: start) == 900)
        #expect(delay.wait(after: tries, at: start.adding(seconds: 899)) == 1)
        #expect(delay.wait(after: tries, at: start.adding(seconds: 900)) == 0)
    }

    @Test func `whatever is tried in an hour, an account is really asked thirty times at most`() {
        let terms = AccessTerms()
        var tries = Tries(count: 0, last: The.moment("2026-09-10T12:00:00Z"))
        var real = 0
        for second in Int64(0)..<3600 {
            let now = The.moment("2026-09-10T12:00:00Z").adding(seconds: second)
            for _ in 0..<30 where terms.accountDelay.wait(after: tries, at: now) == 0 {
                tries = tries.another(at: now)
                real += 1
            }
        }
        #expect(real <= 30 && real > 10, "\(real)")
    }

    @Test func `failures of long ago are forgotten, a network's one a minute`() {
        let start = The.moment("2026-09-10T12:00:00Z")
        let tries = Tries(count: 9, last: start)
        #expect(tries.another(at: start.adding(seconds: 60)).count == 10)
        #expect(tries.isForgotten(at: start.adding(seconds: 3601), after: 3600))
        #expect(!tries.isForgotten(at: start.adding(seconds: 3600), after: 3600))
        let terms = AccessTerms()
        #expect(terms.networkDelay.left(of: tries, at: start.adding(seconds: 59)).count == 9)
        #expect(terms.networkDelay.left(of: tries, at: start.adding(seconds: 180)).count == 6)
        #expect(terms.networkDelay.left(of: tries, at: start.adding(seconds: 86_400)).count == 0)
        #expect(terms.accountDelay.left(of: tries, at: start.adding(seconds: 180)).count == 9)
    }
}

/// Where a request comes from.
struct NetworkTests {
    @Test(arguments: [
        ("192.0.2.7", "192.0.2.0/24"), ("192.0.2.250", "192.0.2.0/24"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"), ("2001:DB8:1:2::9", "2001:db8:1:2::/64"),
        ("::1", "0:0:0:0::/64"), ("::ffff:192.0.2.7", "192.0.2.0/24"), ("fe80::1%eth0", "fe80:0:0:0::/64"),
        ("", "?"), ("1.2.3", "?"), ("1.2.3.400", "?"), ("x::y", "?"), ("1::2::3", "?"),
    ])
    func `neighbours are counted together`(_ address: String, _ network: String) {
        #expect(Network(address).text == network)
    }
}

/// What a password must be. Length counts, not mixtures of signs: those make people write it down.
package struct PasswordRule: Hashable, Sendable {
    package let shortest: Int
    /// Against work on megabytes; nobody types so many.
    package let longest: Int

    package init(shortest: Int, longest: Int) {
        self.shortest = shortest
        self.longest = longest
    }

    package func check(_ password: String, of email: EmailAddress) throws(AccessProblem) {
        guard password.unicodeScalars.count >= shortest else { throw .shortPassword(shortest) }
        guard password.utf8.count <= longest else { throw .longPassword(longest) }
        let small = password.lowercased()
        let local = String(email.text.prefix { $0 != "@" })
        guard small != email.text,
            !(local.count >= 4 && small.hasPrefix(local) && small.count - local.count < 6)
        else { throw .passwordIsEmail }
        guard !PasswordRule.isCommon(small) else { throw .commonPassword }
    }

    /// One of the commonest, or one of them with a tail or twice, or a single sign, or signs in a row.
    private static func isCommon(_ small: String) -> Bool {
        if common.contains(small) { return true }
        let letters = Array(small.unicodeScalars)
        let half = Array(letters.prefix(letters.count / 2))
        if letters.count % 2 == 0, half == Array(letters.suffix(half.count)) { return true }
        if Set(letters).count <= 3 { return true }
        let steps = Set(zip(letters, letters.dropFirst()).map { Int64($1.value) - Int64($0.value) })
        if steps.count == 1 { return true }
        let stem = small.reversed().drop { "0123456789!.?*-_ ".contains($0) }.reversed()
        return common.contains(String(stem))
    }

    /// Those that lists of leaked passwords begin with, and what our own people would think of.
    private static let common: Set<String> = Set(
        """
        password passw0rd password1 qwerty qwertyuiop qwerty123 qwertyqwerty asdfghjkl zxcvbnm 1q2w3e4r \
        1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc qazwsxedc iloveyou letmein welcome monkey dragon football baseball \
        sunshine princess superman batman trustno1 master shadow michael administrator admin root changeme \
        default secret computer internet samsung whatever starwars passwordpassword passwordqwerty \
        correcthorsebatterystaple пароль йцукен йцукенгшщз йцукенгшщзхъ фывапролджэ любовь привет \
        kontragent контрагент бухгалтер бухгалтерия accountant cloud 0987654321 1234567890 \
        12345678910 123456789012 qwerty123456 password1234 abcdefghijkl abcd1234abcd
        """.split(separator: " ").map(String.init))
}

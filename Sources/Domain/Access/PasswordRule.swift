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
        guard !PasswordRule.isGuessed(small, knowing: []) else { throw .commonPassword }
        let own = email.text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        guard !PasswordRule.isGuessed(small, knowing: own) else { throw .passwordIsEmail }
    }

    /// Whether hardly a sign is left when what guessers try first is taken out: common words, neighbours on a keyboard,
    /// signs in a row or again and again, and the words they know of the person.
    private static func isGuessed(_ small: String, knowing own: [String]) -> Bool {
        let signs = Array(small)
        // So much text is no walk over a keyboard, or costs more to look at than it tells.
        guard signs.count <= 64 else { return false }
        let words = common.union(own).filter { $0.count >= shortestPiece }
        var (left, place, pieces) = (0, 0, 0)
        while place < signs.count {
            let size = longestPiece(in: signs[place...], words)
            if size == 0 { left += 1 } else { pieces += 1 }
            place += max(1, size)
        }
        return pieces > 0 && left < leastLeft
    }

    /// How many signs at the beginning are a piece that is tried first; 0 = none.
    private static func longestPiece(in signs: ArraySlice<Character>, _ words: Set<String>) -> Int {
        guard let first = signs.first else { return 0 }
        var longest = signs.prefix { $0 == first }.count
        for walk in walks {
            for (place, sign) in walk.enumerated() where sign == first {
                let size = zip(signs, walk[place...]).prefix { $0 == $1 }.count
                longest = max(longest, size)
            }
        }
        let text = String(signs)
        for word in words where text.hasPrefix(word) { longest = max(longest, word.count) }
        return longest >= shortestPiece ? longest : 0
    }

    private static let shortestPiece = 4
    private static let leastLeft = 6

    /// Rows and columns of keyboards, the alphabets, the digits; each forwards and backwards.
    private static let walks: [[Character]] =
        [
            "1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю",
            "abcdefghijklmnopqrstuvwxyz", "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "0123456789", "1qaz", "2wsx",
            "3edc",
            "4rfv", "5tgb", "6yhn", "7ujm", "8ik,", "9ol.", "1йфя", "2цыч", "3увс", "4кам", "5епи", "6нрт",
            "7гоь",
        ].flatMap { [Array($0), Array($0.reversed())] }

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
        default secret computer internet samsung админ администратор adminadmin whatever starwars passwordpassword passwordqwerty \
        correcthorsebatterystaple пароль йцукен йцукенгшщз йцукенгшщзхъ фывапролджэ любовь привет \
        kontragent контрагент бухгалтер бухгалтерия accountant cloud 0987654321 1234567890 \
        12345678910 123456789012 qwerty123456 password1234 abcdefghijkl abcd1234abcd
        """.split(separator: " ").map(String.init))
}

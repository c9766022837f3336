/// Numbers of made-up companies with true check digits, reckoned here and not by the program's rules.
enum CheckDigits {
    /// The ИНН of company number n; number 0 is ООО «Ромашка».
    static func inn(_ number: Int) -> String {
        guard number > 0 else { return "7707083893" }
        let body = "77" + String(1_000_000 + number)
        let sum = zip([2, 4, 10, 3, 5, 9, 4, 6, 8], body.compactMap(\.wholeNumberValue))
            .reduce(0) { $0 + $1.0 * $1.1 }
        return body + String(sum % 11 % 10)
    }

    static func ogrn(_ number: Int) -> String {
        let body = 102_770_013_219 + number
        return "\(body)\(body % 11 % 10)"
    }
}

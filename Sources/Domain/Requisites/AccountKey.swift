/// The key of a Russian account: the ninth digit binds the account's twenty to the bank's БИК.
package enum AccountKey {
    /// A settlement account. Where the treasury keeps it there is no key to check, only the form; but
    /// the single treasury account (40102…) stands in the Bank of Russia, as a bank's own (30101…) does.
    package static func isValid(account: String, bik: BIK) -> Bool {
        guard let digits = digits(of: account) else { return false }
        if bik.isTreasury { return !account.hasPrefix("40102") || keyFits(bik.centre, digits) }
        let keptByCentralBank = bik.isCentralBank || account.hasPrefix("30101")
        return keyFits(keptByCentralBank ? bik.centre : bik.ending, digits)
    }

    /// The bank's own account in the Bank of Russia, which ends with the same three digits as its БИК;
    /// at a treasury body the single treasury account (40102…) stands in its place.
    package static func isValid(correspondent: String, bik: BIK) -> Bool {
        guard let digits = digits(of: correspondent) else { return false }
        let stands =
            bik.isTreasury
            ? correspondent.hasPrefix("40102")
            : correspondent.hasPrefix("301") && correspondent.hasSuffix(bik.ending)
        return stands && keyFits(bik.centre, digits)
    }

    package static func check(account: String, bik: BIK) throws(RequisitesProblem) {
        try checkForm(account, .account)
        guard isValid(account: account, bik: bik) else {
            throw .accountNotOfBank(.account, account, bik: bik.text)
        }
    }

    package static func check(correspondent: String, bik: BIK) throws(RequisitesProblem) {
        try checkForm(correspondent, .correspondentAccount)
        guard isValid(correspondent: correspondent, bik: bik) else {
            throw .accountNotOfBank(.correspondentAccount, correspondent, bik: bik.text)
        }
    }

    private static func checkForm(_ text: String, _ requisite: Requisite) throws(RequisitesProblem) {
        guard text.utf8.count == 20 else { throw .wrongLength(requisite, text, allowed: [20]) }
        guard digits(of: text) != nil else { throw .wrongForm(requisite, text) }
    }

    /// The sixth place may bear a Latin letter, for a currency of clearing; the key counts its digit.
    private static let letters = Array("ABCEHKMPTX".utf8)

    private static func digits(of account: String) -> [Int]? {
        let bytes = Array(account.utf8)
        guard bytes.count == 20 else { return nil }
        var digits: [Int] = []
        for (place, byte) in bytes.enumerated() {
            if byte.isDigit {
                digits.append(Int(byte) - 48)
            } else if place == 5, let digit = letters.firstIndex(of: byte) {
                digits.append(digit)
            } else {
                return nil
            }
        }
        return digits
    }

    /// Weights 7, 1, 3 over all twenty-three digits; only the last digit of each product counts.
    private static func keyFits(_ prefix: String, _ account: [Int]) -> Bool {
        let all = prefix.utf8.map { Int($0) - 48 } + account
        let weights = [7, 1, 3]
        return all.enumerated().reduce(0) { $0 + $1.element * weights[$1.offset % 3] } % 10 == 0
    }
}

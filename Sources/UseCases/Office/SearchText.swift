/// What people type to find something, and names as they are found by: small letters, ё as е, words of
/// letters and digits.
package enum SearchText {
    static let longestWord = 40

    package static func words(_ text: String) -> [String] {
        text.prefix(1000).lowercased().replacing("ё", with: "е")
            .split { !$0.isLetter && !$0.isNumber }
            .map { String($0.prefix(longestWord)) }
    }
}

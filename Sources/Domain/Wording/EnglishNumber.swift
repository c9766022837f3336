/// Whole numbers in English words.
package enum EnglishNumber {
    package static func words(_ number: UInt64) -> String {
        guard number > 0 else { return "zero" }
        return Triples.of(number).flatMap { triple in
            words(ofTriple: triple.value) + [scales[triple.scale]]
        }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func words(ofTriple value: Int) -> [String] {
        let hundreds = value / 100
        return (hundreds > 0 ? [units[hundreds], "hundred"] : []) + [tail(value % 100)]
    }

    private static func tail(_ value: Int) -> String {
        if value < 20 { return units[value] }
        let ten = tens[value / 10]
        return value % 10 == 0 ? ten : "\(ten)-\(units[value % 10])"
    }

    private static let units = [
        "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    private static let tens = [
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ]
    private static let scales = [
        "", "thousand", "million", "billion", "trillion", "quadrillion", "quintillion",
    ]
}

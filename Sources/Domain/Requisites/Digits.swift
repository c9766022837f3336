/// The digits of a number whose form is digits only; other alphabets' digits are not digits here.
struct Digits {
    let values: [Int]

    init(_ text: String, _ requisite: Requisite, lengths: [Int]) throws(RequisitesProblem) {
        values = text.utf8.map { Int($0) - 48 }
        guard values.allSatisfy({ (0...9).contains($0) }) else { throw .notDigits(requisite, text) }
        guard lengths.contains(values.count) else {
            throw .wrongLength(requisite, text, allowed: lengths)
        }
    }

    var count: Int { values.count }

    var isAllZeros: Bool { values.allSatisfy { $0 == 0 } }

    /// Σ weight × digit over as many first digits as there are weights.
    func sum(_ weights: [Int]) -> Int { zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } }

    /// The remainder of the number the first digits spell.
    func remainder(first: Int, by divisor: Int) -> Int {
        values.prefix(first).reduce(0) { ($0 * 10 + $1) % divisor }
    }
}

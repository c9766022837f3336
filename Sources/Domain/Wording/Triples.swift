/// A number cut into threes of digits, as every language here reads it: units, thousands, millions…
enum Triples {
    /// The highest first, empty ones left out; `scale` 0 is units, 1 thousands, 6 quintillions: as far
    /// as sixty-four bits go.
    static func of(_ number: UInt64) -> [(value: Int, scale: Int)] {
        var rest = number
        var triples: [(value: Int, scale: Int)] = []
        var scale = 0
        while rest > 0 {
            if rest % 1000 > 0 { triples.append((Int(rest % 1000), scale)) }
            rest /= 1000
            scale += 1
        }
        return triples.reversed()
    }
}

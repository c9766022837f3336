/// Whole numbers in Russian words, in the nominative.
package enum RussianNumber {
    package enum Gender: Sendable {
        case masculine
        case feminine
    }

    /// «двадцать одна тысяча»: thousands are feminine, the units agree with what is counted.
    package static func words(_ number: UInt64, _ gender: Gender = .masculine) -> String {
        guard number > 0 else { return "ноль" }
        return Triples.of(number).flatMap { triple in
            triple.scale == 0
                ? words(ofTriple: triple.value, gender)
                : words(ofTriple: triple.value, triple.scale == 1 ? .feminine : .masculine)
                    + [scales[triple.scale - 1].form(triple.value)]
        }.joined(separator: " ")
    }

    private static func words(ofTriple value: Int, _ gender: Gender) -> [String] {
        let hundred = hundreds[value / 100]
        let tail = value % 100
        let rest = tail < 20 ? [unit(tail, gender)] : [tens[tail / 10], unit(tail % 10, gender)]
        return ([hundred] + rest).filter { !$0.isEmpty }
    }

    private static func unit(_ value: Int, _ gender: Gender) -> String {
        switch (value, gender) {
        case (1, .feminine): "одна"
        case (2, .feminine): "две"
        default: units[value]
        }
    }

    private static let units = [
        "", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять",
        "одиннадцать", "двенадцать", "тринадцать", "четырнадцать", "пятнадцать", "шестнадцать",
        "семнадцать", "восемнадцать", "девятнадцать",
    ]
    private static let tens = [
        "", "", "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят",
        "девяносто",
    ]
    private static let hundreds = [
        "", "сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот",
        "девятьсот",
    ]
    private static let scales =
        [Plural(one: "тысяча", few: "тысячи", many: "тысяч")]
        + ["миллион", "миллиард", "триллион", "квадриллион", "квинтиллион"].map {
            Plural(one: $0, few: $0 + "а", many: $0 + "ов")
        }
}

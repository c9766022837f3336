/// Whole numbers in Kazakh words. Nothing inflects; a hundred stands without «бір», a thousand with it.
package enum KazakhNumber {
    package static func words(_ number: UInt64) -> String {
        guard number > 0 else { return "нөл" }
        return Triples.of(number).flatMap { triple in
            words(ofTriple: triple.value) + [scales[triple.scale]]
        }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func words(ofTriple value: Int) -> [String] {
        let hundreds = value / 100
        return [
            hundreds > 1 ? units[hundreds] : "", hundreds > 0 ? "жүз" : "", tens[value % 100 / 10],
            units[value % 10],
        ]
    }

    private static let units = [
        "", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз",
    ]
    private static let tens = [
        "", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан",
    ]
    private static let scales = [
        "", "мың", "миллион", "миллиард", "триллион", "квадриллион", "квинтиллион",
    ]
}

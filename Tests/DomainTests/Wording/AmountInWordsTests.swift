import Basics
import Testing
import Wording

@Suite struct AmountInWordsTests {
    struct Line: Sendable {
        let minor: Int64
        let rub: String
        let kzt: String
        let kazakh: String
    }

    static let lines: [Line] = [
        Line(minor: 0, rub: "Ноль рублей 00 копеек", kzt: "Ноль тенге 00 тиын", kazakh: "Нөл теңге 00 тиын"),
        Line(minor: 1, rub: "Ноль рублей 01 копейка", kzt: "Ноль тенге 01 тиын", kazakh: "Нөл теңге 01 тиын"),
        Line(minor: 100, rub: "Один рубль 00 копеек", kzt: "Один тенге 00 тиын", kazakh: "Бір теңге 00 тиын"),
        Line(
            minor: 101, rub: "Один рубль 01 копейка", kzt: "Один тенге 01 тиын", kazakh: "Бір теңге 01 тиын"),
        Line(minor: 200, rub: "Два рубля 00 копеек", kzt: "Два тенге 00 тиын", kazakh: "Екі теңге 00 тиын"),
        Line(
            minor: 500, rub: "Пять рублей 00 копеек", kzt: "Пять тенге 00 тиын", kazakh: "Бес теңге 00 тиын"),
        Line(
            minor: 1101, rub: "Одиннадцать рублей 01 копейка", kzt: "Одиннадцать тенге 01 тиын",
            kazakh: "Он бір теңге 01 тиын"),
        Line(
            minor: 1200, rub: "Двенадцать рублей 00 копеек", kzt: "Двенадцать тенге 00 тиын",
            kazakh: "Он екі теңге 00 тиын"),
        Line(
            minor: 2150, rub: "Двадцать один рубль 50 копеек", kzt: "Двадцать один тенге 50 тиын",
            kazakh: "Жиырма бір теңге 50 тиын"),
        Line(
            minor: 2200, rub: "Двадцать два рубля 00 копеек", kzt: "Двадцать два тенге 00 тиын",
            kazakh: "Жиырма екі теңге 00 тиын"),
        Line(
            minor: 10_000, rub: "Сто рублей 00 копеек", kzt: "Сто тенге 00 тиын", kazakh: "Жүз теңге 00 тиын"),
        Line(
            minor: 11_104, rub: "Сто одиннадцать рублей 04 копейки", kzt: "Сто одиннадцать тенге 04 тиын",
            kazakh: "Жүз он бір теңге 04 тиын"),
        Line(
            minor: 100_001, rub: "Одна тысяча рублей 01 копейка", kzt: "Одна тысяча тенге 01 тиын",
            kazakh: "Бір мың теңге 01 тиын"),
        Line(
            minor: 112_112, rub: "Одна тысяча сто двадцать один рубль 12 копеек",
            kzt: "Одна тысяча сто двадцать один тенге 12 тиын",
            kazakh: "Бір мың жүз жиырма бір теңге 12 тиын"),
        Line(
            minor: 244_000, rub: "Две тысячи четыреста сорок рублей 00 копеек",
            kzt: "Две тысячи четыреста сорок тенге 00 тиын", kazakh: "Екі мың төрт жүз қырық теңге 00 тиын"),
        Line(
            minor: 500_000, rub: "Пять тысяч рублей 00 копеек", kzt: "Пять тысяч тенге 00 тиын",
            kazakh: "Бес мың теңге 00 тиын"),
        Line(
            minor: 1_100_001, rub: "Одиннадцать тысяч рублей 01 копейка",
            kzt: "Одиннадцать тысяч тенге 01 тиын", kazakh: "Он бір мың теңге 01 тиын"),
        Line(
            minor: 2_100_000, rub: "Двадцать одна тысяча рублей 00 копеек",
            kzt: "Двадцать одна тысяча тенге 00 тиын", kazakh: "Жиырма бір мың теңге 00 тиын"),
        Line(
            minor: 10_000_000, rub: "Сто тысяч рублей 00 копеек", kzt: "Сто тысяч тенге 00 тиын",
            kazakh: "Жүз мың теңге 00 тиын"),
        Line(
            minor: 100_100_100, rub: "Один миллион одна тысяча один рубль 00 копеек",
            kzt: "Один миллион одна тысяча один тенге 00 тиын",
            kazakh: "Бір миллион бір мың бір теңге 00 тиын"),
        Line(
            minor: 123_456_789,
            rub: "Один миллион двести тридцать четыре тысячи пятьсот шестьдесят семь рублей 89 копеек",
            kzt: "Один миллион двести тридцать четыре тысячи пятьсот шестьдесят семь тенге 89 тиын",
            kazakh: "Бір миллион екі жүз отыз төрт мың бес жүз алпыс жеті теңге 89 тиын"),
        Line(
            minor: 200_100_000, rub: "Два миллиона одна тысяча рублей 00 копеек",
            kzt: "Два миллиона одна тысяча тенге 00 тиын", kazakh: "Екі миллион бір мың теңге 00 тиын"),
        Line(
            minor: 100_000_000_000, rub: "Один миллиард рублей 00 копеек",
            kzt: "Один миллиард тенге 00 тиын", kazakh: "Бір миллиард теңге 00 тиын"),
        Line(
            minor: 1_234_567_890_123,
            rub: """
                Двенадцать миллиардов триста сорок пять миллионов шестьсот семьдесят восемь тысяч \
                девятьсот один рубль 23 копейки
                """,
            kzt: """
                Двенадцать миллиардов триста сорок пять миллионов шестьсот семьдесят восемь тысяч \
                девятьсот один тенге 23 тиын
                """,
            kazakh: """
                Он екі миллиард үш жүз қырық бес миллион алты жүз жетпіс сегіз мың \
                тоғыз жүз бір теңге 23 тиын
                """),
    ]

    @Test(arguments: lines)
    func `an amount is written out for both countries`(line: Line) {
        #expect(AmountInWords.text(Money(minor: line.minor, .rub), .ru) == line.rub)
        #expect(AmountInWords.text(Money(minor: line.minor, .kzt), .ru) == line.kzt)
        #expect(AmountInWords.text(Money(minor: line.minor, .kzt), .kk) == line.kazakh)
    }

    @Test func `a negative amount begins with minus, and only that word is capital`() {
        #expect(AmountInWords.text(Money(minor: -1, .rub), .ru) == "Минус ноль рублей 01 копейка")
        #expect(AmountInWords.text(Money(minor: -200, .kzt), .ru) == "Минус два тенге 00 тиын")
        #expect(AmountInWords.text(Money(minor: -200, .kzt), .kk) == "Минус екі теңге 00 тиын")
    }

    @Test func `the ends of the books' range have words`() {
        #expect(
            AmountInWords.text(Money(minor: Money.range.upperBound, .rub), .ru)
                == "Сорок квадриллионов рублей 00 копеек")
        #expect(
            AmountInWords.text(Money(minor: Money.range.lowerBound, .kzt), .kk)
                == "Минус қырық квадриллион теңге 00 тиын")
        #expect(
            AmountInWords.text(Money(minor: .min, .rub), .ru)
                == """
                Минус девяносто два квадриллиона двести тридцать три триллиона семьсот двадцать \
                миллиардов триста шестьдесят восемь миллионов пятьсот сорок семь тысяч семьсот \
                пятьдесят восемь рублей 08 копеек
                """)
    }

    @Test func `a quintillion has a name in every language`() {
        #expect(RussianNumber.words(2_000_000_000_000_000_000) == "два квинтиллиона")
        #expect(KazakhNumber.words(2_000_000_000_000_000_000) == "екі квинтиллион")
        #expect(EnglishNumber.words(2_000_000_000_000_000_000) == "two quintillion")
        #expect(RussianNumber.words(.max).hasPrefix("восемнадцать квинтиллионов"))
    }

    @Test func `a feminine noun takes одна and две`() {
        #expect(RussianNumber.words(21, .feminine) == "двадцать одна")
        #expect(RussianNumber.words(2, .feminine) == "две")
        #expect(RussianNumber.words(1_000_002, .feminine) == "один миллион две")
    }

    @Test func `English and Kazakh readers of roubles are answered too`() {
        let sum = Money(minor: 112_112, .rub)
        #expect(
            AmountInWords.text(sum, .en) == "One thousand one hundred twenty-one roubles 12 kopecks")
        #expect(AmountInWords.text(sum, .kk) == "Бір мың жүз жиырма бір рубль 12 тиын")
        #expect(AmountInWords.text(Money(minor: 101, .rub), .en) == "One rouble 01 kopeck")
        #expect(AmountInWords.text(Money(minor: -4000, .kzt), .en) == "Minus forty tenge 00 tiyn")
    }
}

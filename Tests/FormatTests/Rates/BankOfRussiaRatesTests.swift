import Basics
import Formats
import Notices
import Testing

/// The day's file of the Bank of Russia, as it is and as it must not be.
@Suite struct BankOfRussiaRatesTests {
    private static let euro = valute("EUR", "1", "98,7654", name: "Евро")
    private static let dram = valute("AMD", "100", "21,5637", name: "Армянских драмов")

    private static func valute(_ letters: String, _ units: String, _ price: String, name: String = "x")
        -> String
    {
        "<Valute ID=\"R01239\"><NumCode>978</NumCode><CharCode>\(letters)</CharCode><Nominal>\(units)</Nominal>"
            + "<Name>\(name)</Name><Value>\(price)</Value><VunitRate>0,1</VunitRate></Valute>"
    }

    private static func file(
        _ valutes: String..., date: String = "28.11.2026", root: String = "ValCurs"
    ) -> String {
        "<?xml version=\"1.0\" encoding=\"windows-1251\"?>\n"
            + "<\(root) Date=\"\(date)\" name=\"Foreign Currency Market\">\(valutes.joined(separator: "\n"))</\(root)>"
    }

    private func read(_ text: String) throws -> [OfficialRate] {
        try BankOfRussiaRates.read(try CodePage.windows1251.encode(text))
    }

    private func says(_ rates: [OfficialRate]) -> [String] {
        rates.map { "\($0.currency) \($0.day): \($0.rate)" }
    }

    private func refuses(_ problem: RatesProblem, _ text: String, _ place: SourceLocation = #_sourceLocation)
    {
        #expect(throws: problem, sourceLocation: place) { try read(text) }
    }

    @Test func `a day's rates are read from windows-1251, with commas and units, by the letters`() throws {
        let rates = try read(Self.file(Self.euro, Self.dram, Self.valute("XDR", "1", "105,1")))
        #expect(says(rates) == ["AMD 2026-11-28: 100 = 21.5637", "EUR 2026-11-28: 1 = 98.7654"])
    }

    @Test func `the file in English, in UTF-8 and with blanks inside says the same`() throws {
        let text = Self.file(Self.euro).replacing("windows-1251", with: "utf-8")
            .replacing("<Value>98,7654", with: "<Value>\n 98,7654\t").replacing(
                "<Nominal>1", with: "<Nominal> 1 ")
        #expect(says(try BankOfRussiaRates.read(Array(text.utf8))) == ["EUR 2026-11-28: 1 = 98.7654"])
    }

    @Test func `another file, another day and a day that is none are refused`() {
        refuses(.notRates("Valuta"), Self.file(Self.euro, root: "Valuta"))
        for date in ["", "2026-11-28", "31.11.2026", "28/11/2026", "8.11.2026"] {
            refuses(.badDate(date), Self.file(Self.euro, date: date))
        }
        refuses(.badDate(""), "<ValCurs/>")
    }

    @Test(arguments: [
        ("1", ""), ("1", "0"), ("1", "0,0000"), ("1", "-98,7654"), ("1", "98.7654"), ("1", "9 876,54"),
        ("1", "98,76543210"), ("1", "98,7,6"), ("1", "1e2"), ("1", "NaN"), ("0", "98,7654"), ("", "98,7654"),
        ("1,5", "98,7654"), ("-1", "98,7654"), ("1000001", "98,7654"), ("1", "99999999999999999999"),
        ("1", "<b>98,7654</b>"), ("1", "98,7654</Value><Value>99,1234"),
    ])
    func `a rate that is none is refused with its line`(units: String, price: String) {
        refuses(.badRate(line: 3, "EUR"), Self.file(Self.dram, Self.valute("EUR", units, price)))
    }

    @Test func `a currency twice, letters that are none and no rate at all are refused`() {
        refuses(.twice(line: 3, "EUR"), Self.file(Self.euro, Self.euro))
        refuses(.twice(line: 3, "EUR"), Self.file(Self.euro, Self.valute("EUR", "1", "99,0000")))
        for letters in ["", "eur", "EURO", "E R", "ЕВР"] {
            refuses(.badRate(line: 2, letters), Self.file(Self.valute(letters, "1", "98,7654")))
        }
        refuses(.noRates, Self.file())
        refuses(.noRates, Self.file(Self.valute("XDR", "1", "105,1")))
    }

    @Test func `hostile files are refused before anything in them counts`() {
        let body = "<ValCurs Date=\"28.11.2026\">\(Self.valute("EUR", "1", "&x;"))</ValCurs>"
        for text in [
            "<!DOCTYPE ValCurs [<!ENTITY x \"98,7654\">]>\(body)",
            "<!DOCTYPE ValCurs [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\(body)",
        ] { #expect(throws: XMLProblem.doctype(line: 1)) { try read(text) } }
        #expect(throws: XMLProblem.self) { try read(body) }
        #expect(throws: XMLProblem.self) { try read("") }
        // Bytes of windows-1251 that say they are UTF-8.
        #expect(throws: XMLProblem.self) {
            try read(Self.file(Self.euro).replacing("windows-1251", with: "utf-8"))
        }
        #expect(throws: XMLProblem.self) {
            try read(Self.file(String(repeating: "<a>", count: 100) + String(repeating: "</a>", count: 100)))
        }
    }

    @Test func `a file that was cut anywhere is refused`() throws {
        let whole = try CodePage.windows1251.encode(Self.file(Self.dram, Self.euro))
        for length in 0..<whole.count {
            #expect(throws: (any Error).self, "\(length)") {
                try BankOfRussiaRates.read(Array(whole.prefix(length)))
            }
        }
    }

    @Test func `what is wrong is said in both languages`() {
        for problem: RatesProblem in [
            .notRates("x"), .badDate("x"), .badRate(line: 1, "EUR"), .twice(line: 1, "EUR"), .noRates,
            .noFile,
        ] {
            #expect(problem.phrase.en.hasSuffix(".") && problem.phrase.ru.hasSuffix("."), "\(problem)")
            #expect(problem.phrase.en != problem.phrase.ru && problem.code.hasPrefix("rates."))
        }
    }
}

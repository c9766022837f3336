import Basics
import Testing

struct NameTests {
    private let composed = "caf\u{E9}"
    private let decomposed = "cafe\u{301}"

    @Test func `names that look alike but differ in bytes are two names`() {
        #expect(composed == decomposed, "Swift takes them for one text")
        #expect(SKU(composed) != SKU(decomposed))
        #expect(Set([SKU(composed), SKU(decomposed), SKU(composed)]).count == 2)
        #expect(TaxID(composed) != TaxID(decomposed))
        #expect(Set([TaxID(composed), TaxID(decomposed), TaxID(composed)]).count == 2)
        let prices = [SKU(composed): 1, SKU(decomposed): 2]
        #expect(prices[SKU("caf\u{E9}")] == 1)
    }

    @Test func `names are ordered by their bytes, not by an alphabet`() {
        let words = ["б", "А", "z", "Z", "ё", "Ё", "\u{FFFD}", "\u{1F600}", "a", ""]
        let byScalars = words.sorted { a, b in
            a.unicodeScalars.map(\.value).lexicographicallyPrecedes(b.unicodeScalars.map(\.value))
        }
        #expect(words.map { SKU($0) }.sorted().map(\.text) == byScalars)
        #expect(words.map { TaxID($0) }.sorted().map(\.text) == byScalars)
        #expect(SKU(decomposed) < SKU(composed))
    }

    @Test func `a name is empty only when it has no bytes`() {
        #expect(SKU("") != SKU("\u{200B}"))
        #expect(SKU("compute.vcpu").description == "compute.vcpu")
        #expect(TaxID("7707083893").description == "7707083893")
    }

    @Test(arguments: [
        ("mcs0123456789", "mcs0123456789"), ("mcs123456789", "mcs123456789"),
        ("MCS0123456789", "mcs0123456789"),
        ("McS0123456789", "mcs0123456789"),
    ])
    func `a PID has nine or ten digits, in any case`(text: String, kept: String) {
        #expect(PID(text)?.text == kept)
    }

    @Test(arguments: [
        "mcs12345678", "mcs01234567890", "mcs", "", "msc0123456789", "mcs 123456789", "mcs-123456789",
        "mcs012345678x", " mcs0123456789", "mcs0123456789 ", "мсs0123456789", "mcs０１２３４５６７８９",
        "mc\u{17F}0123456789", "mcs\u{301}0123456789",
    ])
    func `anything else is no PID`(text: String) {
        #expect(PID(text) == nil)
    }

    @Test func `PIDs are ordered as texts`() {
        #expect(The.project("mcs0123456789") < The.project("mcs123456789"))
    }

    @Test func `documents are numbered and listed in one order`() {
        #expect(DocumentKind.allCases.reversed().sorted() == [.upd, .taxInvoice, .act, .invoice])
    }

    @Test func `no VAT stands before every rate`() {
        #expect([VATRate.percent(22), .none, .percent(0)].sorted() == [.none, .percent(0), .percent(22)])
        #expect([VATRate.percent(22), .none].map(\.description) == ["22", "none"])
    }
}

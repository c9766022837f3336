import Testing

@testable import kontragent

/// `kontragent rates`: a day's file of the bank, once and again.
@Suite struct RatesCommandTests {
    private func file(_ price: String, date: String = "28.11.2025") -> [UInt8] {
        Array(
            ("<?xml version=\"1.0\" encoding=\"utf-8\"?><ValCurs Date=\"\(date)\" name=\"x\">"
                + "<Valute><CharCode>EUR</CharCode><Nominal>1</Nominal><Value>\(price)</Value></Valute>"
                + "<Valute><CharCode>JPY</CharCode><Nominal>100</Nominal><Value>52,1234</Value></Valute>"
                + "</ValCurs>").utf8)
    }

    @Test func `a day's file is kept once, listed, and another rate for the day is refused`() throws {
        let folder = try TestFolder()
        try folder.write(file("98,7654"), to: "daily.xml")
        try folder.write(file("98,7655"), to: "other.xml")
        let first = try folder.kontragent("rates", "import", "daily.xml", "--json")
        #expect(
            first.status == 0 && first.out.contains(#"{"added":2,"known":0}"#), "\(first.out)\(first.err)")
        #expect(
            try folder.kontragent("rates", "import", "daily.xml", "--json").out.contains(
                #"{"added":0,"known":2}"#))
        let other = try folder.kontragent("rates", "import", "other.xml")
        #expect(
            other.status == 3 && other.err.contains("documents.other-rate"), "\(other.status) \(other.err)")
        let listed = try folder.kontragent("rates", "list", "--currency", "JPY", "--json")
        #expect(
            listed.out.contains(
                #"[{"day":"2025-11-28","currency":"JPY","units":100,"rate":"52.1234"}]"#), "\(listed.out)")
        #expect(try folder.kontragent("rates", "list").out.contains("98.7654"))
        #expect(try folder.kontragent("verify").status == 0)
    }

    @Test func `what is no file of rates, a currency nobody knows and no file at all are refused`() throws {
        let folder = try TestFolder()
        try folder.write(Array("<html/>".utf8), to: "page.xml")
        let page = try folder.kontragent("rates", "import", "page.xml")
        #expect(page.status == 2 && page.err.contains("rates.not-rates"), "\(page.err)")
        let nothing = try folder.kontragent("rates", "import", "nothing.xml")
        #expect(nothing.status == 2 && nothing.err.contains("settings.unreadable"), "\(nothing.err)")
        #expect(try folder.kontragent("rates", "list", "--currency", "XDR").status == 64)
        #expect(try folder.kontragent("rates", "list", "--limit", "0").status == 64)
    }
}

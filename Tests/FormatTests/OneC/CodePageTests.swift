import Formats
import Testing

@Suite struct CodePageTests {
    @Test func `windows-1251 says the Russian and Kazakh banks' letters`() throws {
        let bytes: [UInt8] = [
            0xCA, 0xEE, 0xED, 0xE5, 0xF6, 0xA8, 0xB8, 0xB9, 0xAB, 0xBB, 0x97, 0xA0, 0x88, 0x41,
        ]
        let text = "КонецЁё№«»—\u{A0}€A"
        #expect(CodePage.windows1251.decode(bytes) == text)
        #expect(try CodePage.windows1251.encode(text) == bytes)
    }

    @Test func `cp866 says the same letters by other bytes`() throws {
        let bytes: [UInt8] = [0x8A, 0xAE, 0xAD, 0xA5, 0xE6, 0xF0, 0xF1, 0xFC, 0xEF, 0xC4, 0x41]
        let text = "КонецЁё№я─A"
        #expect(CodePage.dos866.decode(bytes) == text)
        #expect(try CodePage.dos866.encode(text) == bytes)
    }

    @Test(arguments: [CodePage.windows1251, .dos866])
    func `every byte comes back as it was`(page: CodePage) throws {
        for byte in UInt8.min...UInt8.max {
            let text = page.decode([byte])
            if text == "\u{FFFD}" {
                #expect(page.name == "windows-1251" && byte == 0x98)
            } else {
                #expect(try page.encode(text) == [byte])
            }
        }
    }

    @Test func `a letter the page lacks is an error and no question mark`() {
        let error = #expect(throws: CodePageProblem.self) { try CodePage.windows1251.encode("ТОО «Қазына»") }
        #expect(error == .unmappable("Қ", at: 5, page: "windows-1251"))
        #expect(throws: CodePageProblem.unmappable("\u{10410}", at: 0, page: "windows-1251")) {
            try CodePage.windows1251.encode("\u{10410}")
        }
        #expect(throws: CodePageProblem.self) { try CodePage.windows1251.encode("\u{FFFD}") }
    }
}

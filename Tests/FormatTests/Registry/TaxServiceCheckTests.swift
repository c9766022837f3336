import Basics
import Counterparties
import Requisites
import Testing

@testable import Formats

/// The tax service's check of a number: what is asked, and what its states mean.
@Suite struct TaxServiceCheckTests {
    private let inn: INN
    private let day: Day

    init() throws {
        inn = try INN("7704123450")
        day = try #require(Day("2026-11-28"))
    }

    private func answer(_ state: String, inn number: String = "7704123450") throws -> RegistryAnswer {
        let text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>
            <NdsResponse2 xmlns="http://ws.unisoft/FNSNDSCAWS2/Response"><NP INN="\(number)" DT="28.11.2026" State="\(state)"/></NdsResponse2>
            </S:Body></S:Envelope>
            """
        return try TaxServiceCheck.answer(Array(text.utf8), to: inn)
    }

    @Test func `the question names the number and the day`() {
        let text = String(decoding: TaxServiceCheck.question(inn, on: day), as: UTF8.self)
        #expect(text.contains("<NP INN=\"7704123450\" DT=\"28.11.2026\"/>"))
        #expect(text.contains("http://ws.unisoft/FNSNDSCAWS2/Request"))
    }

    @Test func `states become what a form needs to know`() throws {
        for state in ["0", "2", "3"] { #expect(try answer(state) == .confirmed) }
        #expect(try answer("1") == .ended)
        for state in ["4", "5"] { #expect(try answer(state) == .parties([])) }
    }

    @Test func `another number's state, an unknown one and no XML are no answer`() {
        #expect(throws: RegistrationProblem.registryUnreadable) { try answer("0", inn: "7707083893") }
        #expect(throws: RegistrationProblem.registryUnreadable) { try answer("12") }
        for text in ["", "<html>", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><NP>&a;</NP>"] {
            #expect(throws: (any Error).self) { try TaxServiceCheck.answer(Array(text.utf8), to: inn) }
        }
    }
}

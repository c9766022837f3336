import Formats
import Testing

@Suite struct JSONDifferenceTests {
    private func path(_ found: String, _ expected: String) -> String? {
        JSONDifference.first(Array(found.utf8), Array(expected.utf8))?.path
    }

    @Test func `the first member that differs is named with its way`() {
        let kept = #"{"kind":"upd","lines":[{"net":"1.00"},{"net":"2.00","vat":"0.44"}],"to":{"name":"Ж"}}"#
        #expect(path(kept, kept) == nil)
        #expect(path(kept, kept.replacing("0.44", with: "0.45")) == "lines[1].vat")
        #expect(path(kept, kept.replacing("Ж", with: "Щ")) == "to.name")
        #expect(path(kept, kept.replacing(#","vat":"0.44""#, with: "")) == "lines[1].vat")
        #expect(path(kept.replacing(#","vat":"0.44""#, with: ""), kept) == "lines[1].vat")
        #expect(path(kept, kept.replacing(#",{"net":"2.00","vat":"0.44"}"#, with: "")) == "lines[1]")
        #expect(path(#"{"a":1,"b":2}"#, #"{"b":2,"a":1}"#) == "")
        #expect(path("{", kept) == nil)
    }
}

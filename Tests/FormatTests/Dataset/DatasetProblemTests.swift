import Formats
import Testing

@Suite struct DatasetProblemTests {
    private let all: [DatasetProblem] = [
        .badJSON(JSONProblem(.duplicateKey, at: 7)), .badCSV(.unclosedQuote(line: 2)), .lineTooLong(limit: 9),
        .unknownFormat(found: "X"), .missingField("f"), .wrongType(field: "f", expected: .text),
        .emptyField("f"),
        .badText(field: "f", found: "X"), .textTooLong(field: "f", limit: 9), .badSpecVersion(found: "X"),
        .badPID(field: "f", found: "X"), .badQuantity(field: "f", found: "X"),
        .badAmount(field: "f", found: "X"),
        .badPrice(field: "f", found: "X"), .badMoment(field: "f", found: "X"),
        .badDay(field: "f", found: "X"),
        .unknownCurrency(found: "X"), .unknownKind(found: "X"), .badInstrument(field: "f"),
        .badOrder(earlier: "e", later: "f", found: "X"), .unknownField("f"),
    ]

    @Test func `every problem has a code and a sentence of its own in both languages`() {
        #expect(Set(all.map(\.code)).count == all.count)
        #expect(Set(all.map { $0.text(russian: true) }).count == all.count)
        #expect(Set(all.map { $0.text(russian: false) }).count == all.count)
        for problem in all {
            #expect(problem.text(russian: true).hasSuffix("."), "\(problem)")
            #expect(problem.text(russian: false).hasSuffix("."), "\(problem)")
            #expect(problem.code.hasPrefix("dataset."))
        }
    }

    @Test func `a sentence names the field, what was found and what to do`() {
        let problem = DatasetProblem.badQuantity(field: "data.quantity", found: "-1")
        #expect(
            problem.text(russian: false)
                == "The field «data.quantity» is «-1», which is no quantity. Write a number above zero, "
                + "at most 15 digits before and 3 after the point, without an exponent: \"20.5\".")
        #expect(problem.text(russian: true).contains("«data.quantity» указано «-1»"))
    }

    @Test func `what was found is shortened and cannot command a terminal`() throws {
        var lines = CreditLines()
        let kind = "\\u001b[31m\\u202e" + String(repeating: "x", count: 100)
        let text = #"{"id":"a","project":"mcs000000001","amount":"1","kind":"\#(kind)"}"#
        let problem = #expect(throws: DatasetProblem.self) { try lines.credit(in: Array(text.utf8)[...]) }
        let found = "\u{FFFD}[31m\u{FFFD}" + String(repeating: "x", count: 34) + "…"
        #expect(problem == .unknownKind(found: found))
    }

    @Test func `only an unknown field is a warning`() {
        #expect(all.filter(\.isWarning) == [.unknownField("f")])
    }
}

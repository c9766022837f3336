import Basics
import Payments
import Testing

@Suite struct PaymentsProblemTests {
    @Test func `every problem has a code of its own in the room's name`() {
        let problems: [PaymentsProblem] = [
            .notAStatement, .encoding(line: 1), .mojibake, .tooLarge(bytes: 2, limit: 1),
            .tooManySections(limit: 1),
            .lineTooLong(line: 1, limit: 1), .truncated(line: 1), .unfinished(line: 1),
            .brokenLine(line: 1, field: "Дата", .absent), .brokenTotal(line: 1, field: "Дата", text: ""),
            .totalsDiffer(line: 1, account: "", counted: 0, stated: 1),
            .chainBroken(line: 1, account: "", closing: 0, opening: 1), .textAfterEnd(line: 1),
        ]
        #expect(Set(problems.map(\.code)).count == problems.count)
        #expect(problems.allSatisfy { $0.code.hasPrefix("payments.") })
        #expect(problems[0].kind == .invalid)
        #expect(problems[6].kind == .conflict)
    }
}

import Basics
import Formats
import Funding
import Testing

@Suite struct CreditLinesTests {
    private func credit(_ text: String) throws(DatasetProblem) -> Credit {
        var lines = CreditLines()
        return try lines.credit(in: Array(text.utf8)[...])
    }

    private func card(_ members: String) -> String {
        #"{"id":"pay-1","kind":"card","project":"mcs0000000001",\#(members)}"#
    }

    @Test func `a card payment keeps what its card shows`() throws {
        let credit = try credit(
            card(
                #""amount":"500.00","at":"2026-10-05T10:00:00Z","instrument":"#
                    + #"{"first6":"220070","last4":"1234","scheme":"mir","issuerCountry":"RU"}"#))
        let instrument = Instrument(first6: "220070", last4: "1234", scheme: "mir", issuerCountry: "RU")
        let project = try #require(PID("mcs0000000001"))
        let at = try #require(Moment("2026-10-05T10:00:00Z"))
        #expect(
            credit
                == Credit(
                    id: CreditID("pay-1"), project: project, amount: 50_000, at: at,
                    kind: .money(.card(instrument))))
    }

    @Test(arguments: [("sbp", LotSource.sbp), ("wallet", .wallet), ("mobile", .mobile), ("card", .card(nil))])
    func `each kind of money opens its own lot`(kind: String, source: LotSource) throws {
        let text =
            #"{"id":"p","kind":"\#(kind)","project":"mcs000000001","amount":"1","at":"2026-10-05T10:00:00Z"}"#
        #expect(try credit(text).kind == .money(source))
        #expect(try credit(text).amount == 100)
    }

    private func grant(expires: String) -> String {
        #"{"id":"grant-1","kind":"bonus","project":"mcs0000000001","amount":"2000.00","bonusType":"compute","#
            + #""granted":"2026-10-01T00:00:00Z","expires":"\#(expires)"}"#
    }

    @Test func `a grant begins when it is granted and ends when it expires`() throws {
        let credit = try credit(grant(expires: "2026-11-30T21:00:00Z"))
        let expires = try #require(Moment("2026-11-30T21:00:00Z"))
        #expect(credit.kind == .bonus(BonusType("compute"), expires: expires))
        #expect(credit.at == Moment("2026-10-01T00:00:00Z"))
        #expect(credit.amount == 200_000)
    }

    @Test func `a grant that expires when it is granted is refused`() {
        let at = "2026-10-01T00:00:00Z"
        #expect(throws: DatasetProblem.badOrder(earlier: "granted", later: "expires", found: at)) {
            try credit(grant(expires: at))
        }
    }

    @Test(arguments: [
        "\"0.00\"", "\"-1\"", "\"1.001\"", "\"1e3\"", "\"1 000\"", "\"\"", "\"1,50\"",
        "\"40000000000000000.01\"",
        "\"99999999999999999999\"",
    ])
    func `what is no sum is refused`(amount: String) {
        let problem = #expect(throws: DatasetProblem.self) {
            try credit(card(#""amount":\#(amount),"at":"2026-10-05T10:00:00Z""#))
        }
        #expect(problem?.code == "dataset.bad-amount")
    }

    @Test func `a sum that is a JSON number is refused`() {
        #expect(throws: DatasetProblem.wrongType(field: "amount", expected: .decimal)) {
            try credit(card(#""amount":500.10,"at":"2026-10-05T10:00:00Z""#))
        }
    }

    @Test(arguments: [
        (#"{"kind":"card"}"#, DatasetProblem.missingField("id")), (#"{"id":"a"}"#, .missingField("kind")),
        (#"{"id":"a","kind":"sbp"}"#, .missingField("project")),
        (#"{"id":"a","kind":"sbp","project":"x"}"#, .badPID(field: "project", found: "x")),
        (#"{"id":"a","kind":"sbp","project":"mcs000000001"}"#, .missingField("amount")),
        (#"{"id":"a","kind":"sbp","project":"mcs000000001","amount":"1"}"#, .missingField("at")),
        (#"{"id":"a","kind":"cash","project":"mcs000000001","amount":"1"}"#, .unknownKind(found: "cash")),
        (#"{"id":"a","kind":"bonus","project":"mcs000000001","amount":"1"}"#, .missingField("granted")),
        ("[]", .wrongType(field: ".", expected: .object)),
        ("{", .badJSON(JSONProblem(.unexpectedEnd, at: 1))),
    ])
    func `a record that is not whole is refused by name`(text: String, problem: DatasetProblem) {
        #expect(throws: problem) { try credit(text) }
    }

    @Test(arguments: [
        (#"{"first6":"2200701234561234"}"#, "instrument.first6"), (#"{"last4":"12x4"}"#, "instrument.last4"),
        (#"{"issuerCountry":"RUS"}"#, "instrument.issuerCountry"),
    ])
    func `a whole card number is neither kept nor repeated`(instrument: String, field: String) {
        let problem = #expect(throws: DatasetProblem.self) {
            try credit(card(#""amount":"1","at":"2026-10-05T10:00:00Z","instrument":\#(instrument)"#))
        }
        #expect(problem == .badInstrument(field: field))
        #expect(problem?.text(russian: false).contains("2200701234561234") == false)
    }

    @Test func `unknown fields are named once for a file`() throws {
        var lines = CreditLines()
        let line = Array(
            card(#""amount":"1","at":"2026-10-05T10:00:00Z","note":1,"instrument":{"pan":"x"}"#).utf8)
        _ = try lines.credit(in: line[...])
        #expect(lines.takeWarnings() == [.unknownField("instrument.pan"), .unknownField("note")])
        _ = try lines.credit(in: line[...])
        #expect(lines.takeWarnings().isEmpty)
    }
}
